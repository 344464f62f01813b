"""Addresses of official publications outside this service, for acts whose text is not here.

Only where the identifier says the address: BWB and JCI at wetten.overheid.nl (its guide to references),
CELEX at EUR-Lex, Staatsblad, Staatscourant, Tractatenblad and Kamerstukken at officielebekendmakingen.nl, and
ECLI at rechtspraak.nl. Nothing is fetched.
"""

import re
from urllib.parse import quote

from wetgeving.store.citation_form import Place

_BWB = re.compile(r"BWB[RVW]\d{7}")
_CELEX = re.compile(r"\d\d{4}[A-Z]{1,2}\d{4}")
_PUBLISHED = re.compile(r"(?:stb|stcrt|trb)-\d{4}-\d{1,5}|kst-\d{5}(?:-[IVXLCDM]+)?(?:-[0-9A-Z]+)?")
_STEPS = {"book": "boek", "chp": "hoofdstuk", "art": "artikel", "para": "lid", "point": "o", "att": "bijlage"}


def address(place: Place) -> str:
    """Where the official text of a place is to be found; "" when the identifier does not say."""
    value = place.id
    if _BWB.fullmatch(value):
        return f"https://wetten.overheid.nl/jci1.3:c:{value}{_jci(place.provision)}"
    if _CELEX.fullmatch(value):
        return f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{value}"
    if _PUBLISHED.fullmatch(value):
        return f"https://zoek.officielebekendmakingen.nl/{value}.html"
    if value.startswith("ECLI:NL:"):
        return f"https://deeplink.rechtspraak.nl/uitspraak?id={quote(value, safe=':')}"
    return ""


def _jci(eid: str) -> str:
    """The steps of an eId as those of a JCI, as far as it has words for them."""
    found = []
    for segment in eid.split("__") if eid else ():
        kind, _, number = segment.partition("_")
        if kind not in _STEPS or not number.isalnum():  # an eId writes "3:1" and "3.1" alike
            break
        found.append(f"&{_STEPS[kind]}={quote(number)}")
    return "".join(found)
