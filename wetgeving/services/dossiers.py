"""A dossier as it is shown: what is known and on what ground, every track with its steps, what is missing.

Nothing is concluded here that no source states, with one exception that is marked as such: a step without an
event is "open", which says that nothing is known of it, not that it did not happen. Changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from corpus.dossier import PARTS, Fact, from_json
from corpus.dossier.facts import (
    Actor,
    Commitment,
    DateClaim,
    EuAct,
    EuMapping,
    Event,
    EventState,
    LegalStatus,
    LowerRegulation,
    OpenQuestion,
    Paper,
    RelatedDossier,
    Source,
    Verdict,
)
from corpus.procedure import Step, steps_of
from wetgeving.services.catalogue import Catalogue, ListedVersion, ListedWork
from wetgeving.services.errors import NotFoundError
from wetgeving.store import Store
from wetgeving.store.values import Dossier, Work

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Slot:
    """A paper of a dossier with the versions that carry its text; none when it is not at hand."""

    paper: Paper
    versions: tuple[ListedVersion, ...]


@dataclass(frozen=True, slots=True)
class TrackRow:
    """A step of a track (None: beside all steps), what is known to have happened, and the texts it left."""

    step: Step | None
    events: tuple[Event, ...]
    slots: tuple[Slot, ...]
    versions: tuple[ListedVersion, ...]

    @property
    def is_open(self) -> bool:
        """Is nothing at all known of this step?"""
        return not (self.events or self.slots or self.versions)


@dataclass(frozen=True, slots=True)
class Track:
    """A work of the dossier and its rows: by step where its kind has a procedure, else by date."""

    work: Work
    rows: tuple[TrackRow, ...]


@dataclass(frozen=True, slots=True)
class ListedDossier:
    """A dossier in the list: its status with the ground of it, and how many works it binds."""

    dossier: Dossier
    status: LegalStatus | None
    sources: Mapping[str, Source]
    works: int
    texts: int


class DossierFacts:
    """The facts of one dossier, by what they are, in the order in which they were given."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = tuple(facts)
        self.sources = {source.key: source for source in self._of(Source)}
        self.papers, self.events = self._of(Paper), self._of(Event)
        self.statuses, self.verdicts = self._of(LegalStatus), self._of(Verdict)
        self.related, self.lower_regulations = self._of(RelatedDossier), self._of(LowerRegulation)
        self.actors, self.commitments = self._of(Actor), self._of(Commitment)
        self.eu_acts, self.open_questions = self._of(EuAct), self._of(OpenQuestion)
        self.mappings = self._of(EuMapping)

    def _of(self, kind: type[F]) -> tuple[F, ...]:
        return tuple(fact for fact in self._facts if isinstance(fact, kind))


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything one page shows of a dossier."""

    dossier: Dossier
    facts: DossierFacts
    tracks: tuple[Track, ...]
    slots: tuple[Slot, ...]

    @property
    def missing(self) -> tuple[Slot, ...]:
        """The papers whose text is not at hand."""
        return tuple(slot for slot in self.slots if not slot.versions)

    @property
    def last_event(self) -> Event | None:
        """The latest thing that happened, by the latest date a source gives it."""
        dated = [e for e in self.facts.events if e.state not in _AHEAD and latest(e.dates)]
        return max(dated, key=lambda e: latest(e.dates) or date.min, default=None)

    @property
    def next_event(self) -> Event | None:
        """What is stated to come first, by date; an undated one comes last."""
        ahead = [e for e in self.facts.events if e.state is EventState.EXPECTED]
        return min(ahead, key=lambda e: latest(e.dates) or date.max, default=None)


_AHEAD = frozenset({EventState.EXPECTED, EventState.NOT_FOUND, EventState.SKIPPED})


class Dossiers:
    """Looks dossiers up."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._store, self._catalogue = store, catalogue

    def listed(self, works: tuple[ListedWork, ...] | None = None) -> tuple[ListedDossier, ...]:
        """All dossiers, real ones first; who has the works at hand need not let them be read again."""
        works = self._catalogue.works() if works is None else works
        found = []
        for dossier in self._store.dossiers.all():
            bound = [w for w in works if dossier.number in w.work.dossiers]
            facts = self._facts(dossier.number)
            status = next(iter(facts.statuses), None)
            texts = sum(1 for w in bound if w.versions)
            found.append(ListedDossier(dossier, status, facts.sources, len(bound), texts))
        return tuple(sorted(found, key=lambda x: (x.dossier.fictional, x.dossier.number)))

    def view(self, number: str) -> DossierView:
        """One dossier with all that is known of it."""
        dossier = self._store.dossiers.find(number)
        if dossier is None:
            raise NotFoundError(
                "Dit dossier is niet opgenomen.",
                value=number[:80],
                remedy="Zie de lijst van dossiers, of neem een dossier op met `wetgeving load MAP`.",
            )
        facts = self._facts(number)
        works = [w.work for w in self._catalogue.works() if number in w.work.dossiers]
        versions = {work.key: self._catalogue.versions(work.key) for work in works}
        slots = tuple(Slot(p, _carrying(p, versions.get(p.work, ()))) for p in facts.papers)
        tracks = tuple(
            Track(work, tuple(_rows(work, facts.events, slots=slots, versions=versions[work.key])))
            for work in _in_order(works, facts)
        )
        return DossierView(dossier, facts, tuple(t for t in tracks if t.rows), slots)

    def papers_without_text(self, work: Work, versions: Iterable[ListedVersion]) -> tuple[Paper, ...]:
        """The papers that its dossiers name of a work and whose text is not at hand."""
        stages = {v.version.stage for v in versions}
        papers = (p for number in work.dossiers for p in self._facts(number).papers if p.work == work.key)
        return tuple(paper for paper in papers if paper.stage not in stages)

    def facts(self, number: str) -> DossierFacts:
        """What is known of a dossier; nothing of one that is not there."""
        return self._facts(number)

    def eu_acts(self, *, fictional: bool) -> tuple[EuAct, ...]:
        """The Union acts that the dossiers name, those of examples or the real ones; nothing else is read."""
        numbers = [d.number for d in self._store.dossiers.all() if d.fictional == fictional]
        entries = (e for number in numbers for e in self._store.dossiers.entries(number))
        return tuple(from_json(EuAct, e.content) for e in entries if PARTS[e.part] is EuAct)

    def _facts(self, number: str) -> DossierFacts:
        entries = self._store.dossiers.entries(number)
        return DossierFacts(from_json(PARTS[e.part], e.content) for e in entries)


def latest(dates: tuple[DateClaim, ...]) -> date | None:
    """The latest of the dates that sources give."""
    return max((claim.day for claim in dates if claim.day is not None), default=None)


def _carrying(paper: Paper, versions: Iterable[ListedVersion]) -> tuple[ListedVersion, ...]:
    return tuple(v for v in versions if v.version.stage == paper.stage)


def _in_order(works: list[Work], facts: DossierFacts) -> list[Work]:
    """The works in the order in which the dossier first names them, the others after them by key."""
    named = [*(e.work for e in facts.events), *(p.work for p in facts.papers)]
    rank = {key: named.index(key) for key in set(named)}
    return sorted(works, key=lambda w: (not steps_of(w.kind), rank.get(w.key, len(named)), w.key))


def _rows(
    work: Work, events: tuple[Event, ...], *, slots: tuple[Slot, ...], versions: tuple[ListedVersion, ...]
) -> Iterator[TrackRow]:
    """The steps of a track, a row each, also where nothing is known; then what stands beside all steps."""
    events = tuple(e for e in events if e.work == work.key)
    slots = tuple(s for s in slots if s.paper.work == work.key)
    if not (events or slots or versions):
        return
    steps = steps_of(work.kind)
    papers = {s.paper.stage for s in slots}
    for step in steps:
        yield TrackRow(
            step=step,
            events=_by_date(e for e in events if e.step == step.id),
            slots=tuple(s for s in slots if s.paper.stage in step.stages),
            versions=tuple(
                v for v in versions if v.version.stage in step.stages and v.version.stage not in papers
            ),
        )
    known = {step.id for step in steps}
    stages = {stage for step in steps for stage in step.stages}
    beside = TrackRow(
        step=None,
        events=_by_date(e for e in events if e.step not in known),
        slots=tuple(s for s in slots if s.paper.stage not in stages),
        versions=tuple(
            v for v in versions if v.version.stage not in stages and v.version.stage not in papers
        ),
    )
    if not beside.is_open:
        yield beside


def _by_date(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda e: latest(e.dates) or date.max))
