"""Reading what is stored: works, their versions in order, and the text of a version. Changes nothing."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from corpus.numbering import label
from corpus.provision import Provision, walk
from corpus.reading import Dropped, Guessed
from corpus.track import stage_term
from wetgeving.services.chronology import Standing, oldest_first, standing, successor
from wetgeving.services.errors import NotFoundError, RemovedError, WithdrawnError
from wetgeving.services.remembered import Remembered
from wetgeving.store import Store
from wetgeving.store.values import Event, Version, Work


@dataclass(frozen=True, slots=True)
class ListedWork:
    """A work with its latest version (without its sources), how many versions it has, and their stages."""

    work: Work
    versions: int
    latest: Version | None
    stages: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """A version as it is shown: with its Dutch stage, its standing today, and its neighbours."""

    version: Version
    stage_term: str
    standing: Standing
    superseded_by: str | None
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class ShelvedWork:
    """A work with the versions that stand, oldest first."""

    work: Work
    versions: tuple[ListedVersion, ...]


@dataclass(frozen=True, slots=True)
class VersionText:
    """A version with its provisions and the account of its reading."""

    work: Work
    listed: ListedVersion
    provisions: tuple[Provision, ...]
    dropped: tuple[Dropped, ...]
    guessed: tuple[Guessed, ...]


@dataclass(frozen=True, slots=True)
class CitedProvision:
    """One provision of a version with the way it is cited."""

    version: Version
    provision: Provision
    label: str


_Content = tuple[tuple[Provision, ...], tuple[Dropped, ...], tuple[Guessed, ...]]
_REMEMBERED: Remembered[_Content] = Remembered(6_000_000)


def forget_texts() -> None:
    """Forget the texts that this process remembers."""
    _REMEMBERED.forget()


def _size(content: _Content) -> int:
    return sum(len(p.text) for p in walk(content[0])) + sum(len(d.text) for d in content[1])


class Catalogue:
    """Everything that can be looked up without searching."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._known: dict[str, tuple[ListedVersion, ...]] = {}

    def works(self) -> tuple[ListedWork, ...]:
        """All works, by short title or title, fictional ones last."""
        versions = self._store.versions.by_work(with_sources=False)
        listed = [_listed_work(work, versions.get(work.key, ())) for work in self._store.works.all()]
        return tuple(sorted(listed, key=lambda x: _place(x.work)))

    def work(self, key: str) -> Work:
        """One work, by its key or any of its identifiers; `NotFoundError` says how to find one."""
        work = self._store.works.find(key)
        if work is None:
            raise NotFoundError(
                "Deze regeling is niet opgenomen.",
                value=key,
                remedy="Zie de lijst van regelingen, of neem een bestand op met `wetgeving ingest`.",
            )
        return work

    def titles(self, keys: Collection[str]) -> dict[str, str]:
        """What works are called, by their key; those that are not stored are left out."""
        found = (work for work in self._store.works.bearing(keys) if work.key in keys)
        return {work.key: work.short_title or work.title or work.key for work in found}

    def of_dossier(self, number: str) -> tuple[Work, ...]:
        """The works that a dossier binds."""
        return self._store.works.of_dossier(number)

    def versions(self, work_key: str) -> tuple[ListedVersion, ...]:
        """The versions of a work that stand, oldest first."""
        if work_key in self._known:
            return self._known[work_key]
        work = self.work(work_key)
        listed = _listed(self.ordered(work), work.kind, self._clock().date())
        if self._store.lasting:
            self._known[work_key] = listed
        return listed

    def versions_of(self, keys: Collection[str]) -> dict[str, tuple[ListedVersion, ...]]:
        """The same of several works, by their key, in a few questions; what is not stored is left out."""
        today = self._clock().date()
        versions = self._store.versions.by_work(of=keys)
        return {
            w.key: _listed(oldest_first(versions.get(w.key, ()), w.kind), w.kind, today)
            for w in self._store.works.bearing(keys)
            if w.key in keys
        }

    def shelf(self) -> tuple[ShelvedWork, ...]:
        """All works with their versions, in the order of `works`, in a few questions for all of them."""
        versions = self._store.versions.by_work()
        today = self._clock().date()
        works = sorted(self._store.works.all(), key=_place)
        return tuple(
            ShelvedWork(w, _listed(oldest_first(versions.get(w.key, ()), w.kind), w.kind, today))
            for w in works
        )

    def ordered(self, work: Work) -> tuple[Version, ...]:
        """The versions of a work that stand, oldest first, without their neighbours."""
        return oldest_first(self._store.versions.of(work.key), work.kind)

    def version(self, key: str) -> ListedVersion:
        """One version by its present or a former key; a withdrawn one is an error that gives the reason."""
        found = self._found(key)
        if found.withdrawn is not None:
            reason = f"reden: {found.withdrawn}"
            raise WithdrawnError("Deze versie is ingetrokken.", value=found.version, where=reason)
        return next(v for v in self.versions(found.work) if v.version.version == found.version)

    def text(self, key: str) -> VersionText:
        """One version with all its provisions."""
        listed = self.version(key)
        present = listed.version.version
        content = self._store.versions.content(present)
        provisions, dropped, guessed = _REMEMBERED.value(content, lambda: self._read(present), _size)
        return VersionText(self.work(listed.version.work), listed, provisions, dropped, guessed)

    def _read(self, key: str) -> _Content:
        return self._store.versions.provisions(key), *self._store.versions.account(key)

    def provision(self, key: str, eid: str) -> CitedProvision:
        """One provision of a version with everything below it."""
        text = self.text(key)
        path = path_to(text.provisions, eid)
        if not path:
            raise NotFoundError(
                "Deze bepaling staat niet in deze versie.", value=eid, where=text.listed.version.version
            )
        return CitedProvision(text.listed.version, path[-1], label(path))

    def source(self, sha256: str) -> bytes:
        """The bytes of a file as they were taken in."""
        if not self._store.manifestations.known(sha256):
            if stone := self._store.tombstones.of_file(sha256):
                raise RemovedError.of(stone)
            raise NotFoundError("Dit bronbestand is niet opgenomen.", value=sha256)
        return self._store.manifestations.content(sha256)

    def carriers(self, sha256: str) -> tuple[Version, ...]:
        """The versions a file carries, withdrawn ones last; `NotFoundError` for a file that is not kept."""
        keys = self._store.manifestations.known(sha256)
        found = (self._store.versions.find(key) for key in keys)
        carrying = tuple(v for v in found if v is not None)
        if not carrying:
            raise NotFoundError("Dit bronbestand is niet opgenomen.", value=sha256)
        return carrying

    def events(self, key: str) -> tuple[Event, ...]:
        """What happened to a work, oldest first."""
        return self._store.events.of(self.work(key).key)

    def _found(self, key: str) -> Version:
        version = self._store.versions.find(key)
        if version is None and (stone := self._store.tombstones.find(key)):
            raise RemovedError.of(stone)
        if version is None:
            raise NotFoundError(
                "Deze versie is niet opgenomen.",
                value=key,
                remedy="De versies van een regeling toont `wetgeving versions WORK`.",
            )
        return version


def path_to(provisions: tuple[Provision, ...], eid: str) -> tuple[Provision, ...]:
    """The provisions from the root to the one with this eId; empty when there is none."""
    for p in provisions:
        if p.eid == eid:
            return (p,)
        below = path_to(p.children, eid)
        if below:
            return (p, *below)
    return ()


def _listed_work(work: Work, versions: tuple[Version, ...]) -> ListedWork:
    ordered = oldest_first(versions, work.kind)
    stages = frozenset(v.stage for v in ordered)
    return ListedWork(work, len(ordered), ordered[-1] if ordered else None, stages)


def _listed(ordered: Sequence[Version], kind: str, today: date) -> tuple[ListedVersion, ...]:
    keys = [v.version for v in ordered]
    return tuple(
        ListedVersion(
            version=v,
            stage_term=stage_term(kind, v.stage),
            standing=standing(v, ordered, today),
            superseded_by=following.version if (following := successor(v, ordered, today)) else None,
            previous=keys[i - 1] if i else None,
            next=keys[i + 1] if i + 1 < len(keys) else None,
        )
        for i, v in enumerate(ordered)
    )


def _place(work: Work) -> tuple[bool, str, str]:
    """Where a work stands in a list: fictional ones last, then by what it is called."""
    return work.fictional, (work.short_title or work.title or work.key).lower(), work.key
