"""What dossiers report of an opinion beside its paper: dates, dictum and sources, each by its source.

Nothing is merged: a date that paper and dossier give differently stays two claims. A dictum that only a
dossier reports says who reports it, and has no sentence unless the source gives one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from corpus.dossier import PARTS, from_json
from corpus.dossier.facts import DateClaim, Event, Source, Verdict
from corpus.opinion import Opinion, System
from corpus.opinion import Verdict as PrintedVerdict
from wetgeving.services.dossiers import DossierFacts
from wetgeving.services.opinion_values import (
    FROM_PAPER,
    ClaimedDate,
    DatesKnown,
    DictumKnown,
    KnownDate,
    SourceKnown,
)
from wetgeving.store import Store
from wetgeving.store.values import Work

_STEPS = {
    "request": "pending",
    "adoption": "adopted",
    "publication": "published",
    "further-report": "nader_rapport",
}
_LETTERS = frozenset("ABCD")
_PAPER = SourceKnown(FROM_PAPER)


@dataclass(frozen=True, slots=True)
class Reported:
    """What the dossiers of an opinion say of it."""

    verdicts: tuple[Verdict, ...]
    dates: Mapping[str, tuple[ClaimedDate, ...]]
    sources: Mapping[str, SourceKnown]
    verdict_sources: tuple[SourceKnown, ...]
    missive: str = ""
    """The number under which advice was asked for."""


class OpinionFacts:
    """The facts of dossiers about opinions, each dossier read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, DossierFacts] = {}

    def of(self, work: Work) -> Reported:
        """What the dossiers of this opinion say of it."""
        found = [self._facts(number) for number in work.dossiers]
        dates: dict[str, list[ClaimedDate]] = {}
        for facts in found:
            for name, claim in _dated(facts, work.key):
                dates.setdefault(name, []).extend(_claimed(claim, facts.sources))
        verdicts = [(v, facts) for facts in found for v in facts.verdicts if v.work == work.key]
        sources = {
            s.title: s
            for facts in found
            for name, c in _dated(facts, work.key)
            for s in _sources(c, facts.sources)
        }
        told = tuple(s for v, facts in verdicts for s in _of_ground(v, facts.sources))
        every = {s.title: s for s in (*told, *sources.values())}
        asked = (i for facts in found for e in facts.events if _asks(e, work.key) for i in e.identifiers)
        return Reported(
            tuple(v for v, _ in verdicts),
            {n: _distinct(c) for n, c in dates.items()},
            every,
            told,
            next(asked, ""),
        )

    def _facts(self, number: str) -> DossierFacts:
        if number not in self._known:
            entries = self._store.dossiers.entries(number)
            self._known[number] = DossierFacts(from_json(PARTS[e.part], e.content) for e in entries)
        return self._known[number]


def dates_known(opinion: Opinion | None, reported: Reported) -> DatesKnown:
    """The days of an opinion: what its paper prints, then what dossiers say."""
    printed = opinion.dates if opinion else None
    by_name = {
        "pending": printed.pending if printed else None,
        "adopted": printed.adopted if printed else None,
        "published": printed.published if printed else None,
        "nader_rapport": printed.further_report if printed else None,
    }
    return DatesKnown(**{
        name: KnownDate(((ClaimedDate(day, _PAPER),) if day else ()) + reported.dates.get(name, ()))
        for name, day in by_name.items()
    })  # fmt: skip


def dictum_known(opinion: Opinion | None, reported: Reported) -> DictumKnown | None:
    """The dictum that the paper prints, else the one a dossier reports; what differs is a conflict."""
    told = next(iter(reported.verdicts), None)
    told_grade = told.dictum if told else ""
    if opinion and opinion.dictum.system is not System.NONE:
        printed = opinion.dictum
        conflicts = [f"{v.grade} ({FROM_PAPER}, {_where(v)})" for v in opinion.conflicts]
        if told_grade and told_grade != printed.grade:
            conflicts.append(f"{told_grade} ({', '.join(s.title for s in reported.verdict_sources)})")
        return DictumKnown(
            printed.letter or None,
            printed.rank,
            printed.system,
            printed.wording,
            printed.where,
            _PAPER,
            tuple(conflicts),
        )
    if told is None or not told_grade:
        return None
    source = next(iter(reported.verdict_sources), SourceKnown("dossier"))
    letter = told_grade if told_grade in _LETTERS else None
    rank = int(told_grade) if told_grade.isdecimal() else None
    system = System.LETTERS if letter else System.SIX if rank else System.NONE
    return DictumKnown(letter, rank, system, told.formula, "", source)


def _asks(event: Event, work: str) -> bool:
    return event.work == work and event.step == "request"


def _where(verdict: PrintedVerdict) -> str:
    return "woorden van de minister" if verdict.by_minister else "elders in het advies"


def _dated(facts: DossierFacts, work: str) -> Iterator[tuple[str, tuple[DateClaim, ...]]]:
    for verdict in facts.verdicts:
        if verdict.work == work:
            yield "adopted", verdict.adopted
            yield "published", verdict.published
    for event in facts.events:
        if event.work == work and event.step in _STEPS:
            yield _STEPS[event.step], event.dates


def _claimed(claims: Iterable[DateClaim], sources: Mapping[str, Source]) -> Iterator[ClaimedDate]:
    for claim in claims:
        for source in _of_ground(claim, sources) if claim.day else ():
            if claim.day:
                yield ClaimedDate(claim.day, source)


def _sources(claims: Iterable[DateClaim], sources: Mapping[str, Source]) -> Iterator[SourceKnown]:
    for claim in claims:
        yield from _of_ground(claim, sources)


def _of_ground(fact: DateClaim | Verdict, sources: Mapping[str, Source]) -> tuple[SourceKnown, ...]:
    known = (sources[key] for key in fact.ground.sources if key in sources)
    found = tuple(SourceKnown(s.title, fact.ground.certainty, s.official, s.url) for s in known)
    return found or (SourceKnown("het dossier", fact.ground.certainty, official=False),)


def _distinct(claims: Iterable[ClaimedDate]) -> tuple[ClaimedDate, ...]:
    return tuple({(c.day, c.source.title): c for c in claims}.values())
