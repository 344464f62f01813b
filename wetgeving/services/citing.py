"""The references in a stored version or a read file, resolved against everything that is stored.

Names of acts come from the stored works and the Union acts of the dossiers; those of fictional examples serve
fictional texts only, and the other way round. A reference leads to the text that was law on the day of the
citing text. Where that is not known the last version serves; nothing is stored.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.citations import Citation, Name, Names
from corpus.citations.document import cited
from corpus.citations.name_sources import identifier_of, named, of_reading
from corpus.provision import Provision
from corpus.reading import Identifier, Reading, WorkKind
from corpus.resolving import Context, Resolution, resolve
from wetgeving.services.catalogue import Catalogue, ListedVersion, VersionText
from wetgeving.services.citing_amendments import PAPERS, Amending, Elsewhere, amending
from wetgeving.services.citing_library import BesideOwn, StoredTexts
from wetgeving.services.dossiers import Dossiers
from wetgeving.services.validity import ValidityService
from wetgeving.store.values import Work


@dataclass(frozen=True, slots=True)
class Cited:
    """One reference of a text: the provision it is in (offsets are in its own text) and what it means."""

    eid: str
    citation: Citation
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class CitedText:
    """The references of a text, where it stands itself, and the texts they were looked up in."""

    found: tuple[Cited, ...]
    context: Context
    library: BesideOwn
    texts: StoredTexts
    amended: Mapping[str, Amending]


class Citing:
    """Finds and resolves references; what it looked up for one text serves the next."""

    def __init__(self, catalogue: Catalogue, dossiers: Dossiers, validity: ValidityService) -> None:
        self._catalogue, self._dossiers, self._validity = catalogue, dossiers, validity
        self._texts: dict[bool, StoredTexts] = {}
        self._named: dict[bool, tuple[Name, ...]] = {}
        self._tables: dict[bool, Names] = {}

    def of_version(self, key: str) -> tuple[Cited, ...]:
        """The references of a stored version."""
        return self.of_text(self._catalogue.text(key)).found

    def of_text(self, text: VersionText) -> CitedText:
        """The references of a stored version that was read."""
        context, fictional = context_of(text.work, text.listed), text.work.fictional
        if fictional not in self._tables:
            self._tables[fictional] = Names.of(self.names(fictional=fictional))
        texts = self.texts(fictional=fictional)
        own = BesideOwn(texts, context.own, text.provisions)
        subjects = tuple(self._subjects(text.work, context)) if context.kind in PAPERS else ()
        amended, found = _cited(text.provisions, self._tables[fictional], context, own, subjects)
        return CitedText(found, context, own, texts, amended)

    def of_reading(self, reading: Reading, *, fictional: bool = False) -> tuple[Cited, ...]:
        """The references of a file that is not stored."""
        known = {i.scheme: i.value for i in reading.identifiers}
        context = Context(
            own=identifier_of(known.get("op", ""), known),
            kind=reading.kind,
            on=reading.in_force_on or reading.document_date,
            dossier=known.get("dossier", ""),
        )
        names = Names.of((*self.names(fictional=fictional), *of_reading(reading)))
        own = BesideOwn(self.texts(fictional=fictional), context.own, reading.provisions)
        return _cited(reading.provisions, names, context, own, ())[1]

    def texts(self, *, fictional: bool) -> StoredTexts:
        """The library of what is stored, for examples or for real texts."""
        if fictional not in self._texts:
            self._texts[fictional] = StoredTexts(self._catalogue, self._validity, fictional=fictional)
        return self._texts[fictional]

    def names(self, *, fictional: bool) -> tuple[Name, ...]:
        """The names by which acts are known, of examples or of real acts."""
        if fictional not in self._named:
            self._named[fictional] = tuple(self._names(fictional=fictional))
        return self._named[fictional]

    def _names(self, *, fictional: bool) -> Iterator[Name]:
        works = [listed.work for listed in self._catalogue.works() if listed.work.fictional == fictional]
        for work in works:
            yield from named((work.short_title, work.title), identifier(work))
        for act in self._dossiers.eu_acts(fictional=fictional):
            own = next((identifier(work) for work in works if work.key == act.key), None)
            yield from named((*act.names, act.number), own or identifier_of(act.key, {}))

    def _subjects(self, work: Work, context: Context) -> Iterator[Context]:
        """What a paper speaks of: the bills of its dossier, and then the acts."""
        for kind in (WorkKind.BILL, WorkKind.ACT):
            for number in work.dossiers:
                for other in self._catalogue.of_dossier(number):
                    if other.kind == kind and other.key != work.key:
                        yield Context(identifier(other), "", kind, context.on, context.dossier)


def context_of(work: Work, listed: ListedVersion) -> Context:
    """Where the references of a stored version stand."""
    dates = listed.version.dates
    return Context(
        own=identifier(work),
        kind=WorkKind(work.kind),
        on=dates.in_force_on or dates.document_date,
        dossier=next(iter(work.dossiers), ""),
    )


def identifier(work: Work) -> Identifier:
    """The identifier by which references name a stored work."""
    return identifier_of(work.key, {i.scheme: i.value for i in work.identifiers})


def _cited(
    tree: tuple[Provision, ...],
    names: Names,
    context: Context,
    library: BesideOwn,
    subjects: Sequence[Context],
) -> tuple[Mapping[str, Amending], tuple[Cited, ...]]:
    found = {provision.eid: citations for provision, citations in cited(tree, names)}
    amended = amending(tree, found)
    elsewhere = Elsewhere(library, amended, subjects)
    return amended, tuple(
        Cited(eid, citation, elsewhere.sought(citation, here, resolve(citation, here, library)))
        for eid, citations in found.items()
        for here in (replace(context, eid=eid),)
        for citation in citations
    )
