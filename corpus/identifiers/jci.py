"""JCI references of the Basiswettenbestand: `jci1.3:c:BWBR0011823&artikel=29&lid=2&g=2019-02-27`.

`g` is the date of validity, `z` the date of view; both may be missing, as may every step of the place. The
older form is `1.0:v:BWBR0011823&artikel=46`. A step we do not know makes it no JCI: a place is never guessed.
"""

import re
from datetime import date
from urllib.parse import unquote

from corpus.identifiers.named import Named
from corpus.provision import ProvisionKind

_JCI = re.compile(r"(?:jci)?1\.\d:[a-z]:(?P<work>BWB[RVW]\d{7})(?P<rest>(?:&.*)?)", re.IGNORECASE)
_STEPS = {
    "boek": ProvisionKind.BOOK,
    "deel": ProvisionKind.PART,
    "hoofdstuk": ProvisionKind.CHAPTER,
    "titel": ProvisionKind.TITLE,
    "titeldeel": ProvisionKind.TITLE,
    "afdeling": ProvisionKind.SECTION,
    "paragraaf": ProvisionKind.SUBSECTION,
    "sub-paragraaf": ProvisionKind.SUBDIVISION,
    "circulaire-divisie": ProvisionKind.DIVISION,
    "divisie": ProvisionKind.DIVISION,
    "bijlage": ProvisionKind.ATTACHMENT,
    "artikel": ProvisionKind.ARTICLE,
    "lid": ProvisionKind.PARAGRAPH,
    "onderdeel": ProvisionKind.POINT,
    "o": ProvisionKind.POINT,
}
_IGNORED = frozenset({"s", "e"})


def parse(text: str) -> Named | None:
    """The regulation, the place in it and the dates."""
    match = _JCI.fullmatch(text)
    if match is None:
        return None
    given = [part.partition("=") for part in match["rest"].split("&") if part]
    days: dict[str, date | None] = {"g": None, "z": None}
    place: list[tuple[ProvisionKind, str]] = []
    for name, _, value in given:
        try:
            if name in days:
                days[name] = date.fromisoformat(value)
            elif name not in _IGNORED:
                place.append((_STEPS[name], unquote(value)))
        except (KeyError, ValueError):
            return None
    return Named(
        "jci", (match["work"].upper(),), place=tuple(place), in_force_on=days["g"], as_known_on=days["z"]
    )
