"""The references of a text as links: to a provision here, to an official site, or to a choice of candidates.

What is not at hand and has no official address is marked as a reference and leads nowhere; what was not found
is plain text. An example never leads out of this service: its acts exist nowhere else.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from flask import request
from markupsafe import Markup

from wetgeving.services.errors import InvalidValueError
from wetgeving.store.citation_form import Place, Reference
from wetgeving.web import addresses, official
from wetgeving.web.running_text import Linked

_HERE = Markup('<a class="ref" href="{}">')
_OUTSIDE = Markup('<a class="ref official" href="{}" rel="external noreferrer">')
_CHOICE = Markup('<a class="ref several" href="{}">')
_ABSENT = Markup('<span class="ref elsewhere">')
AMBIGUOUS, FOUND = "ambiguous", "found"


@dataclass(slots=True)
class Linking:
    """Makes the links of one page of a version (`key`); `shown` holds the eIds that stand on it."""

    key: str
    shown: Container[str]
    fictional: bool
    _bases: dict[str, str] = field(default_factory=dict)

    def links(self, references: Iterable[Reference]) -> Mapping[str, tuple[Linked, ...]]:
        """The links of each provision, by its eId."""
        found: dict[str, list[Linked]] = {}
        for reference in references:
            opened = self._opened(reference)
            if opened:
                linked = Linked(reference.start, reference.end, opened)
                found.setdefault(reference.eid, []).append(linked)
        return {eid: tuple(sorted(links, key=lambda x: x.start)) for eid, links in found.items()}

    def _opened(self, reference: Reference) -> Markup | None:
        """The tag that opens the element around a reference; None for plain text."""
        if reference.status == AMBIGUOUS and reference.places:
            to = addresses.choice_url(self.key, reference.eid, reference.start)
            return _CHOICE.format(to)
        if reference.status != FOUND or not reference.places:
            return None
        place = reference.places[0]
        if place.version == self.key and not place.provision:  # "deze wet" leads no further
            return None
        if here := self.address(place):
            return _HERE.format(here)
        if not self.fictional and (outside := official.address(place)):
            return _OUTSIDE.format(outside)
        return _ABSENT

    def address(self, place: Place) -> str:
        """Where a place is shown here; "" when its text is not at hand."""
        if not place.version:
            return ""
        if place.version == self.key:
            if place.provision in self.shown:
                return addresses.anchor(place.provision)
            return addresses.version_url(self.key, part=place.provision, anchor=place.provision)
        if place.version not in self._bases:
            self._bases[place.version] = addresses.version_url(place.version)
        base = self._bases[place.version]
        return f"{base}/{quote(place.provision)}" if place.provision and place.checked else base


def wanted() -> bool:
    """`?verwijzingen=nee` shows a text without its links."""
    asked = request.args.get("verwijzingen", "ja")
    if asked not in ("ja", "nee"):
        raise InvalidValueError(
            "Deze keuze bestaat niet.", value=asked[:40], where="verwijzingen", remedy="Kies ja of nee."
        )
    return asked == "ja"
