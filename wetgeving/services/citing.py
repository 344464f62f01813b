"""The references in a stored version or a read file, resolved against everything that is stored.

Names of acts come from the stored works and the Union acts of the dossiers; those of fictional examples serve
fictional texts only, and the other way round. A reference leads to the text that was law on the day of the
citing text. Where that is not known the last version serves; nothing is stored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.citations import Citation, Name, Names
from corpus.citations.document import cited
from corpus.citations.name_sources import identifier_of, named, of_reading
from corpus.provision import Provision
from corpus.reading import Identifier, Reading, WorkKind
from corpus.resolving import Context, Outline, Resolution, resolve
from wetgeving.services.catalogue import Catalogue
from wetgeving.services.dossiers import Dossiers
from wetgeving.services.errors import NotFoundError
from wetgeving.services.validity import ValidityService
from wetgeving.store.values import Work


@dataclass(frozen=True, slots=True)
class Cited:
    """One reference of a text: the provision it is in (offsets are in its own text) and what it means."""

    eid: str
    citation: Citation
    resolution: Resolution


class StoredTexts:
    """The library of what is stored: per act and day one text, outlined once."""

    def __init__(self, catalogue: Catalogue, validity: ValidityService) -> None:
        self._catalogue, self._validity = catalogue, validity
        self._outlines: dict[tuple[Identifier, date | None], Outline | None] = {}

    def hold(self, act: Identifier, on: date | None, provisions: Sequence[Provision]) -> None:
        """Let this text stand for an act, whatever is stored of it."""
        self._outlines[act, on] = Outline(provisions)

    def outline(self, act: Identifier, on: date | None) -> Outline | None:
        """The text of an act on a day."""
        if (act, on) not in self._outlines:
            version = self._version(act, on)
            found = Outline(self._catalogue.text(version).provisions) if version else None
            self._outlines[act, on] = found
        return self._outlines[act, on]

    def _version(self, act: Identifier, on: date | None) -> str:
        try:
            work = self._catalogue.work(act.value)
        except NotFoundError:
            return ""
        law = self._validity.in_force(work.key, on).found if on else None
        versions = self._catalogue.versions(work.key)
        listed = law.listed if law else next(iter(versions[-1:]), None)
        return listed.version.version if listed else ""


class Citing:
    """Finds and resolves the references of one text."""

    def __init__(self, catalogue: Catalogue, dossiers: Dossiers, validity: ValidityService) -> None:
        self._catalogue, self._dossiers, self._validity = catalogue, dossiers, validity

    def of_version(self, key: str) -> tuple[Cited, ...]:
        """The references of a stored version."""
        text = self._catalogue.text(key)
        dates = text.listed.version.dates
        context = Context(
            own=_identifier(text.work),
            kind=WorkKind(text.work.kind),
            on=dates.in_force_on or dates.document_date,
            dossier=next(iter(text.work.dossiers), ""),
        )
        names = Names.of(self._names(fictional=text.work.fictional))
        return tuple(self._cited(text.provisions, names, context))

    def of_reading(self, reading: Reading, *, fictional: bool = False) -> tuple[Cited, ...]:
        """The references of a file that is not stored."""
        known = {i.scheme: i.value for i in reading.identifiers}
        context = Context(
            own=identifier_of(known.get("op", ""), known),
            kind=reading.kind,
            on=reading.in_force_on or reading.document_date,
            dossier=known.get("dossier", ""),
        )
        names = Names.of((*self._names(fictional=fictional), *of_reading(reading)))
        return tuple(self._cited(reading.provisions, names, context))

    def _cited(self, tree: tuple[Provision, ...], names: Names, context: Context) -> Iterator[Cited]:
        texts = StoredTexts(self._catalogue, self._validity)
        texts.hold(context.own, context.on, tree)
        for provision, found in cited(tree, names):
            here = Context(context.own, provision.eid, context.kind, context.on, context.dossier)
            for citation in found:
                yield Cited(provision.eid, citation, resolve(citation, here, texts))

    def _names(self, *, fictional: bool) -> Iterator[Name]:
        works = [listed.work for listed in self._catalogue.works() if listed.work.fictional == fictional]
        for work in works:
            yield from named((work.short_title, work.title), _identifier(work))
        for listed in self._dossiers.listed():
            if listed.dossier.fictional == fictional:
                for act in self._dossiers.view(listed.dossier.number).facts.eu_acts:
                    own = next((_identifier(work) for work in works if work.key == act.key), None)
                    yield from named((*act.names, act.number), own or identifier_of(act.key, {}))


def _identifier(work: Work) -> Identifier:
    return identifier_of(work.key, {i.scheme: i.value for i in work.identifiers})
