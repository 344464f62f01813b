"""The references that were found, for who reads: of a text, to a provision, and those that lead nowhere.

Only what the viewer sees is pointed at or points: a place in a text that is not for them is as one that is
not at hand. Nothing is found here; while a version has not been read for references it has none to show.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.citations.name_sources import identifier_of
from corpus.numbering import label
from corpus.provision import Provision
from corpus.resolving import Status
from wetgeving.services.catalogue import Catalogue, ListedVersion, VersionText, path_to
from wetgeving.services.chronology import Standing
from wetgeving.services.citing import identifier
from wetgeving.services.errors import NotFoundError
from wetgeving.store import Store
from wetgeving.store.citation_form import Lost, Place, Reference
from wetgeving.store.citations import Act, CitedAt, NewReferences
from wetgeving.store.values import Work

WORKS_A_PAGE = 20
NOT_FOUND = Status.NOT_FOUND.value
_AROUND = 90
"""Characters of the citing text shown on either side of a reference."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A reference in its sentence: what is before it, the words themselves, what is after it."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """A provision that refers to what was asked for, as it is cited, with the words that do so."""

    eid: str
    label: str
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class CitingWork:
    """A work that refers to it: the version that counts today with its places, and the other versions.

    `places` is empty when only other versions refer to it.
    """

    work: Work
    listed: ListedVersion
    places: tuple[CitingPlace, ...]
    others: tuple[tuple[ListedVersion, int], ...]


@dataclass(frozen=True, slots=True)
class CitedBy:
    """One page of the works that refer to a provision (`eid` "" is the whole), and how many there are."""

    label: str
    works: tuple[CitingWork, ...]
    total: int
    places: int


@dataclass(frozen=True, slots=True)
class Dangling:
    """A reference that leads nowhere: where it stands, its words, why, and what is there instead.

    `target` and `listed` are the act and the version in which it does not; `base` is the key of the earlier
    version in which it did, or "". `instead` is the eId and the label of what took its place in `listed`.
    """

    eid: str
    label: str
    quoted: Quoted
    reference: Reference
    lost: Lost
    target: Work
    listed: ListedVersion
    base: str
    instead: tuple[tuple[str, str], ...]


class References:
    """The references of texts, as one viewer may see them."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._store, self._catalogue = store, catalogue

    def put(self, found: Iterable[NewReferences]) -> int:
        """Keep what was found in versions that are still as they were read; how many those are."""
        return sum(self._store.citations.put(new) for new in found)

    def forget(self) -> None:
        """Forget all references; they can be found again."""
        self._store.citations.forget()

    def sweep(self) -> int:
        """Forget those of versions that no longer stand."""
        return self._store.citations.sweep()

    def tag(self, key: str) -> str:
        """Another word when the references of a version are others; "" while they are not known."""
        return self._store.citations.tag(key)

    def of(self, key: str) -> tuple[Reference, ...] | None:
        """The references of a version in reading order; None while they are not known."""
        found = self._store.citations.of(key)
        return None if found is None else self._as_seen(found)

    def count(self, work: Work, eid: str) -> int:
        """How many provisions refer to a provision, or to a whole act, whatever their version."""
        return self._store.citations.count(_acts(work), eid)

    def dangling_in_dossier(
        self, number: str
    ) -> tuple[tuple[Work, tuple[tuple[ListedVersion, int], ...]], ...]:
        """The works of a dossier with references that lead nowhere, and in which versions, newest first."""
        works = self._catalogue.of_dossier(number)
        counts = self._store.citations.dangling([work.key for work in works])
        named = {key.partition("@")[0] for key in counts}
        return tuple(
            (work, tuple((v, n) for v in versions[::-1] if (n := counts.get(v.version.version))))
            for work in works
            if work.key in named
            for versions in (self._catalogue.versions(work.key),)
        )

    def dangling_count(self, number: str) -> int:
        """How many references lead nowhere in all texts of a dossier, each version counted by itself."""
        works = self._catalogue.of_dossier(number)
        return sum(self._store.citations.dangling([work.key for work in works]).values())

    def named(self, place: Place) -> str:
        """What a place is called: its act, and the provision as far as its text is at hand."""
        work = self._store.works.find(place.id)
        called = (work.short_title or work.title if work else "") or place.id
        if not place.provision:
            return called
        at = ""
        if place.version and place.checked:
            at = label(path_to(self._catalogue.text(place.version).provisions, place.provision))
        return f"{called}, {at or place.provision}"

    def dangling(self, key: str) -> tuple[Dangling, ...] | None:
        """The references of a version that lead nowhere, in reading order; None while that is not known."""
        found = self.of(key)
        if found is None:
            return None
        text = self._catalogue.text(key)
        return tuple(self._dangling(text, r, r.lost) for r in found if r.lost)

    def to(self, key: str, eid: str, *, page: int = 1, per_page: int = WORKS_A_PAGE) -> CitedBy:
        """Who refers to a provision of a version, or to its act as a whole; a page of works."""
        text = self._catalogue.text(key)
        path = path_to(text.provisions, eid)
        if eid and not path:
            raise NotFoundError("Deze bepaling staat niet in deze versie.", value=eid[:120], where=key)
        by_work = defaultdict(list)
        for at in self._store.citations.to(_acts(text.work), eid):
            by_work[at.work].append(at)
        works = [w for w in self._works(by_work) if w.fictional == text.work.fictional]
        shown = works[(page - 1) * per_page : page * per_page]
        pairs = {(at.work, at.eid) for w in works for at in by_work[w.key]}
        citing = (self._citing(w, by_work[w.key], text, eid) for w in shown)
        return CitedBy(label(path) if path else "", tuple(citing), len(works), len(pairs))

    def _works(self, by_work: Iterable[str]) -> list[Work]:
        wanted = set(by_work)
        works = [w for w in self._store.works.all() if w.key in wanted]
        return sorted(works, key=lambda w: ((w.short_title or w.title or w.key).lower(), w.key))

    def _citing(self, work: Work, places: Sequence[CitedAt], cited: VersionText, eid: str) -> CitingWork:
        versions = self._catalogue.versions(work.key)
        own = cited.listed if work.key == cited.work.key else None
        present = own or next((v for v in versions if v.standing is Standing.IN_FORCE), versions[-1])
        key = present.version.version
        eids = list(dict.fromkeys(at.eid for at in places if at.version == key))
        counts = {v: len({at.eid for at in places if at.version == v}) for v in {a.version for a in places}}
        others = [(v, counts[v.version.version]) for v in versions if v.version.version in counts]
        return CitingWork(
            work,
            present,
            tuple(self._places(key, eids, _acts(cited.work), eid)) if eids else (),
            tuple((v, n) for v, n in reversed(others) if v.version.version != key),
        )

    def _places(
        self, key: str, eids: Sequence[str], acts: Sequence[Act], cited: str
    ) -> Iterable[CitingPlace]:
        text = self._catalogue.text(key)
        wanted: dict[str, list[Reference]] = {eid: [] for eid in eids}
        for reference in self._store.citations.of(key) or ():
            if reference.eid in wanted and any(_leads_to(p, acts, cited) for p in reference.places):
                wanted[reference.eid].append(reference)
        paths = _paths(text.provisions, set(eids))
        for eid, path in paths.items():
            quoted = tuple(_quoted(path[-1].text, r.start, r.end) for r in wanted[eid])
            yield CitingPlace(eid, label(path), quoted)

    def _dangling(self, text: VersionText, reference: Reference, lost: Lost) -> Dangling:
        path = path_to(text.provisions, reference.eid)
        listed = self._catalogue.version(lost.version)
        versions = (place.version for place in reference.places)
        return Dangling(
            eid=reference.eid,
            label=label(path),
            quoted=_quoted(path[-1].text, reference.start, reference.end),
            reference=reference,
            lost=lost,
            target=self._catalogue.work(listed.version.work),
            listed=listed,
            base=next((v for v in versions if v and v != lost.version), ""),
            instead=tuple(self._labels(lost)),
        )

    def _labels(self, lost: Lost) -> Iterable[tuple[str, str]]:
        if lost.provisions:
            provisions = self._catalogue.text(lost.version).provisions
            for eid in lost.provisions:
                yield eid, label(path_to(provisions, eid)) or eid

    def _as_seen(self, found: tuple[Reference, ...]) -> tuple[Reference, ...]:
        """With the present keys of versions, and without those that are not seen."""
        keys = {p.version for r in found for p in (*r.places, r.nearest) if p and p.version}
        asked = keys | {r.lost.version for r in found if r.lost}
        seen = self._store.citations.seen(asked)
        if all(seen.get(key) == key for key in asked):
            return found
        return tuple(_seen(r, seen) for r in found)


def _seen(reference: Reference, seen: dict[str, str]) -> Reference:
    """As though what is not seen were not stored: a reference into it leads nowhere, and is no loss."""
    lost, nearest = reference.lost, reference.nearest
    places = tuple(replace(p, version=seen.get(p.version, "")) for p in reference.places if _is_seen(p, seen))
    return replace(
        reference,
        status=reference.status if places or not reference.places else NOT_FOUND,
        places=places,
        nearest=nearest if nearest and _is_seen(nearest, seen) else None,
        lost=replace(lost, version=seen[lost.version]) if lost and lost.version in seen else None,
    )


def _is_seen(place: Place, seen: dict[str, str]) -> bool:
    return not place.version or place.version in seen


def _acts(work: Work) -> tuple[Act, ...]:
    """The identifiers by which references name a work."""
    own, bare = identifier(work), identifier_of(work.key, {})
    named = ((i.scheme, i.value) for i in work.identifiers)
    return tuple(dict.fromkeys(((own.scheme, own.value), (bare.scheme, bare.value), *named)))


def _leads_to(place: Place, acts: Sequence[Act], eid: str) -> bool:
    at = place.provision
    below = at == eid or bool(eid and at.startswith(f"{eid}__"))
    return (place.scheme, place.id) in acts and below


def _quoted(text: str, start: int, end: int) -> Quoted:
    """The words with what is around them in the same block, cut at a space."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = text[first:start], text[end:last]
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return Quoted(before.replace("\t", " "), text[start:end], after.replace("\t", " "))


def _paths(provisions: Iterable[Provision], wanted: set[str]) -> dict[str, tuple[Provision, ...]]:
    """The way to each of these provisions, in document order."""
    found: dict[str, tuple[Provision, ...]] = {}

    def walk(p: Provision, above: tuple[Provision, ...]) -> None:
        path = (*above, p)
        if p.eid in wanted:
            found[p.eid] = path
        for child in p.children:
            walk(child, path)

    for p in provisions:
        walk(p, ())
    return found
