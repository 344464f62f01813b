"""What is new: for a saved search, and for one provision, step by step as texts are taken in.

A step is a version and the one it changed, with the changes in what was asked for. Its time is that at
which the later of both was taken in, so that a version put in between tells its neighbours' news again. A
version in which nothing of it changed is no news; one without a predecessor is, by what is found in it.
Bounded: at most `MOST_STEPS`, out of the `MOST_LOOKED_AT` that were taken in last. Changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime

from corpus.diff import Change, Side
from corpus.provision import Provision, walk
from indexer.changes import ChangeHit
from indexer.document import SearchHit
from wetgeving.services.catalogue import Catalogue, ListedVersion
from wetgeving.services.chronology import predecessors
from wetgeving.services.comparing import Comparing
from wetgeving.services.corrections import standing
from wetgeving.services.provision_history import HistoryStep, ProvisionHistory
from wetgeving.services.remembered import Remembered
from wetgeving.services.saved_search import SavedSearch, every_hit
from wetgeving.services.searching import Searching
from wetgeving.store import Store
from wetgeving.store.values import Version, Work

MOST_STEPS = 20
MOST_LOOKED_AT = 40

_Changes = tuple[Change, ...]
_Asked = tuple[frozenset[str], frozenset[str]]
_Pair = tuple[ListedVersion | None, ListedVersion]
_NONE: frozenset[str] = frozenset()
_CHANGED: Remembered[_Changes] = Remembered(2_000_000)


@dataclass(frozen=True, slots=True)
class Step:
    """A version with what changed in it since `old`; `found` are the labels of what a first version has.

    `back_to` is the key of an earlier version whose words came back, or "".
    """

    work: Work
    new: ListedVersion
    old: ListedVersion | None
    at: datetime
    changes: _Changes
    found: tuple[str, ...] = ()
    back_to: str = ""

    @property
    def id(self) -> str:
        """What names this step whatever its version is called later."""
        version = self.new.version
        return f"{version.work} {version.sequence} {taken_in(version).isoformat()}"


def forget_followed() -> None:
    """Forget the changes that this process remembers."""
    _CHANGED.forget()


def taken_in(version: Version) -> datetime:
    """When the first file that carries a version was taken in."""
    return min(source.retrieved_at for source in version.sources)


class Following:
    """Tells what is new in what is stored."""

    def __init__(
        self, store: Store, catalogue: Catalogue, comparing: Comparing, history: ProvisionHistory
    ) -> None:
        self._store, self._catalogue, self._comparing = store, catalogue, comparing
        self._history = history

    def search(self, index: Searching, wanted: SavedSearch) -> tuple[Step, ...]:
        """The steps in which something that answers the search came, went or changed; the latest first."""
        first = index.search(wanted.query, wanted.filters, limit=1, examples=wanted.examples)
        matching = {key for key, count in first.facets.get("version", ()) if count}
        steps: list[Step] = []
        looked_at = 0
        found = _Found(index, wanted, matching)
        for old, new in self._pairs({key.partition("@")[0] for key in matching}):
            if not matching & {listed.version.version for listed in (old, new) if listed}:
                continue
            step = self._step(found, old, new)
            steps += [step] if step.changes or step.found else []
            looked_at += 1
            if len(steps) == MOST_STEPS or looked_at == MOST_LOOKED_AT:
                break
        return _latest_first(steps)

    def provision(self, key: str, eid: str) -> tuple[Step, ...]:
        """The steps in which a provision came, went or changed, in whatever stage; the latest first."""
        steps = self._history.of(key, eid)
        versions = {step.listed.version.version: step.listed for step in steps}
        work = self._catalogue.work(steps[0].listed.version.work)
        for listed in self._catalogue.versions(work.key):
            versions.setdefault(listed.version.version, listed)
        told = [
            Step(
                work=work,
                new=step.listed,
                old=versions.get(step.compared_with),
                at=_at(versions.get(step.compared_with), step.listed),
                changes=step.changes,
                found=_first(step),
                back_to=step.back_to,
            )
            for step in steps
        ]
        return _latest_first([step for step in told if step.changes or step.found])[:MOST_STEPS]

    def _pairs(self, works: AbstractSet[str]) -> Iterator[_Pair]:
        """Every version of these works after the one it changed, by when the later was taken in."""
        pairs: dict[str, list[_Pair]] = {}
        for taken in self._store.intake.latest_first():
            if taken.work not in works:
                continue
            if taken.work not in pairs:
                pairs[taken.work] = _steps_of(self._catalogue.versions(taken.work))
            told = [p for p in pairs[taken.work] if taken.version in _keys(p)]
            pairs[taken.work] = [p for p in pairs[taken.work] if p not in told]
            yield from told

    def _step(self, found: "_Found", old: ListedVersion | None, new: ListedVersion) -> Step:
        changes: _Changes = ()
        labels: tuple[str, ...] = ()
        if old is None:
            labels = found.labels(new.version.version)
        elif old.version.tree_hash != new.version.tree_hash or found.wanted.changes:
            changes = self._changes(found, old.version, new.version)
        return Step(self._catalogue.work(new.version.work), new, old, _at(old, new), changes, labels)

    def _changes(self, found: "_Found", old: Version, new: Version) -> _Changes:
        """The changes of a step that answer; worked out once for the same texts and the same answers."""
        if found.wanted.changes:
            asked = found.changes(old.version, new.version), _NONE
        else:
            asked = found.eids(old.version), found.eids(new.version)
        if not any(asked):
            return ()
        said = tuple(s.correction for s in standing(self._store, old.version, new.version))
        key = (found.wanted.changes, old.tree_hash, new.tree_hash, said, asked)
        by_id = found.wanted.changes
        return _CHANGED.value(key, lambda: self._compared(old, new, asked, by_id=by_id), _size)

    def _compared(self, old: Version, new: Version, asked: _Asked, *, by_id: bool) -> _Changes:
        if not by_id and self._same(old, new, asked):
            return ()
        every = self._comparing.as_given(old.version, new.version).comparison.changes
        if by_id:
            return tuple(change for change in every if change.id in asked[0])
        return tuple(c for c in every if _touches(c.old, asked[0]) or _touches(c.new, asked[1]))

    def _same(self, old: Version, new: Version, asked: _Asked) -> bool:
        """Does what was found stand in both just so? Seen without comparing, which costs more."""
        if asked[0] != asked[1]:
            return False
        first, second = (_among(self._catalogue.text(v.version).provisions, asked[0]) for v in (old, new))
        return first == second


@dataclass(frozen=True, slots=True)
class _Found:
    """What a search finds in one version at a time; each is asked once, as the new one and as the old."""

    index: Searching
    wanted: SavedSearch
    matching: AbstractSet[str]
    known: dict[str, tuple[SearchHit, ...]] = field(default_factory=dict)

    def hits(self, version: str) -> tuple[SearchHit, ...]:
        within = self.wanted.within(version)
        if within is None or version not in self.matching:
            return ()
        if version not in self.known:
            self.known[version] = tuple(every_hit(self.index, within))
        return self.known[version]

    def eids(self, version: str) -> frozenset[str]:
        return frozenset(hit.eid for hit in self.hits(version))

    def labels(self, version: str) -> tuple[str, ...]:
        """How what is found is cited, best first."""
        return tuple(hit.label for hit in self.hits(version))

    def changes(self, old: str, new: str) -> frozenset[str]:
        """The ids of the changes found between these two."""
        return frozenset(h.change for h in self.hits(new) if isinstance(h, ChangeHit) and h.old == old)


def _steps_of(versions: Sequence[ListedVersion]) -> list[_Pair]:
    """The first version, and every other after the one it changed."""
    listed = {v.version.version: v for v in versions}
    changed = predecessors([v.version for v in versions])
    first: list[_Pair] = [(None, v) for v in versions[:1]]
    return first + [(listed[old.version], listed[new.version]) for old, new in changed]


def _keys(pair: _Pair) -> set[str]:
    return {listed.version.version for listed in pair if listed}


def _at(old: ListedVersion | None, new: ListedVersion) -> datetime:
    return max(taken_in(listed.version) for listed in (old, new) if listed)


def _first(step: HistoryStep) -> tuple[str, ...]:
    return (step.label,) if step.provision and not step.compared_with else ()


def _latest_first(steps: Sequence[Step]) -> tuple[Step, ...]:
    """By time, and of the same time as they follow one another in the law, the last one first."""
    ordered = list(reversed(steps))
    ordered.sort(key=lambda step: step.at, reverse=True)
    return tuple(ordered)


def _among(provisions: Iterable[Provision], eids: AbstractSet[str]) -> dict[str, Provision]:
    return {p.eid: p for p in walk(provisions) if p.eid in eids}


def _touches(sides: Sequence[Side], eids: AbstractSet[str]) -> bool:
    """Is one of these provisions among what was found, or below it?"""
    return any(not eids.isdisjoint(_around(side.eid)) for side in sides)


def _around(eid: str) -> Iterator[str]:
    """The eId itself and those of all that it stands in."""
    while eid:
        yield eid
        eid = eid.rpartition("__")[0]


def _size(changes: _Changes) -> int:
    return sum(len(text) for change in changes for _, text in change.ops)
