"""The progress report of a dossier: its commitments per actor and what happened since a date.

What happened is what the dossier or the store says: events with a day, texts, and what people said of
commitments. Of an example the day a file was taken in says nothing, since its story has days of its own.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from corpus.commitments.actors import plain_name
from corpus.commitments.merging import same_actor
from corpus.dossier.facts import DateClaim, Event, EventState, Ground
from corpus.exporters import commitment_words as words
from corpus.exporters.dutch_date import dutch_date
from corpus.exporters.fact_words import COMMITMENT_STATES, EVENT_STATES, certainty_words
from corpus.exporters.progress_report import ActorPart, Happening, ProgressReport, ReportRow, ReportSource
from wetgeving.services.catalogue import Catalogue, ListedVersion
from wetgeving.services.commitment_values import (
    CommitmentList,
    KnownCommitment,
    Place,
    Review,
    Said,
    StateBy,
)
from wetgeving.services.commitments import Commitments
from wetgeving.services.dossiers import Dossiers, DossierView
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.version_key import leading_date

_NO_STEP = (EventState.EXPECTED, EventState.NOT_FOUND, EventState.SKIPPED)


class ProgressReports:
    """Makes progress reports."""

    def __init__(self, catalogue: Catalogue, dossiers: Dossiers, commitments: Commitments) -> None:
        self._catalogue, self._dossiers, self._commitments = catalogue, dossiers, commitments

    def report(self, number: str, since: date, *, on: date | None = None) -> ProgressReport:
        """The report of a dossier since a day, as it stands on another (today)."""
        view = self._dossiers.view(number)
        found = self._commitments.in_view(view, on=on)
        if since > found.on and not view.dossier.fictional:
            raise InvalidValueError(
                "Deze dag ligt na de dag waarop het verslag wordt gemaakt.",
                value=since.isoformat(),
                remedy=f"Kies een dag tot en met {found.on.isoformat()}.",
            )
        return _Report(self._catalogue, view, found, since).made()


class _Report:
    """One report in the making."""

    def __init__(self, catalogue: Catalogue, view: DossierView, found: CommitmentList, since: date) -> None:
        self._catalogue, self._view, self._found, self._since = catalogue, view, found, since
        self._until = found.on if since <= found.on else None
        self._used: dict[str, ReportSource] = {}

    def made(self) -> ProgressReport:
        shown = [c for c in self._found.commitments if not self._closed_before(c)]
        actors = sorted({plain_name(c.actor): c.actor for c in shown}.items())
        parts = tuple(
            self._part(name, [c for c in shown if plain_name(c.actor) == key]) for key, name in actors
        )
        named = {event.key for name in actors for event in self._events_of(name[1])}
        rest = (h for e in self._events() if e.key not in named for h in self._happened(e))
        return ProgressReport(
            dossier=self._view.dossier.number,
            title=self._view.dossier.title,
            fictional=self._view.dossier.fictional,
            since=self._since,
            on=self._found.on,
            actors=parts,
            happened=_by_day((*rest, *self._texts())),
            sources=tuple(self._used[key] for key in sorted(self._used)),
            unread=tuple(slot.paper.title for slot in self._found.unread),
            closed_before=len(self._found.commitments) - len(shown),
            intentions=len(self._found.intentions),
        )

    def _part(self, actor: str, known: Iterable[KnownCommitment]) -> ActorPart:
        happened = (h for event in self._events_of(actor) for h in self._happened(event))
        return ActorPart(actor or "Niet gezegd wie", tuple(self._row(c) for c in known), _by_day(happened))

    def _row(self, c: KnownCommitment) -> ReportRow:
        return ReportRow(
            id=c.id,
            what=c.what,
            quoted=c.read is not None,
            said_in=tuple(dict.fromkeys(self._place(c, place) for place in c.places)),
            term=self._term(c),
            last=c.last,
            passed=words.PASSED[c.passed(self._found.on)],
            review=self._review(c),
            state=c.state,
            state_ground=self._state_ground(c),
            since=_by_day(_word(said) for said in c.said if self._is_since(said)),
        )

    def _place(self, c: KnownCommitment, place: Place) -> str:
        day = ""
        if place.version and c.read:
            listed = self._catalogue.version(place.version)
            self._use_text(place, listed)
            written = listed.version.dates.document_date
            day = f" van {dutch_date(written)}" if written else ""
        ground = "" if c.read or not c.fact else f" ({self._ground(c.fact.ground)})"
        return f"{place.title}{day}{f', {place.label}' if place.label else ''}{ground}"

    def _term(self, c: KnownCommitment) -> str:
        if c.read:
            return words.term(c.read.due) if c.read.due else "geen termijn gevonden"
        claims = c.fact.by if c.fact else ()
        return "; ".join(self._claim(claim) for claim in claims) or "geen termijn gevonden"

    def _claim(self, claim: DateClaim) -> str:
        said = ": ".join(filter(None, (dutch_date(claim.day) if claim.day else "", claim.note)))
        return f"{said or 'datum onbekend'} ({self._ground(claim.ground)})"

    def _review(self, c: KnownCommitment) -> str:
        told = f"; het dossier kent haar ook ({self._ground(c.fact.ground)})" if c.read and c.fact else ""
        proposed = c.read and c.review is Review.PROPOSED
        sure = f" (lezing: {words.SURENESS[c.read.sureness]})" if c.read and proposed else ""
        return f"{words.REVIEWS[c.review]}{sure}{told}"

    def _state_ground(self, c: KnownCommitment) -> str:
        if c.state_by is StateBy.PERSON and c.judged:
            day = f" per {dutch_date(c.judged.on)}" if c.judged.on else ""
            return f"Vastgesteld op {dutch_date(c.judged.at.date())}{day}: {c.judged.evidence}"
        if c.state_by is StateBy.DOSSIER and c.fact:
            evidence = f": {c.fact.evidence}" if c.fact.evidence else ""
            return f"Volgens het dossier ({self._ground(c.fact.ground)}){evidence}"
        return ""

    def _closed_before(self, c: KnownCommitment) -> bool:
        """Was it done before the date, as a person said?"""
        if not (c.is_done and c.judged):
            return False
        return (c.judged.on or c.judged.at.date()) < self._since and c.judged.at.date() < self._since

    def _is_since(self, said: Said) -> bool:
        return max(said.at.date(), said.on or date.min) >= self._since

    def _events(self) -> Iterator[Event]:
        for event in self._view.facts.events:
            if event.state not in _NO_STEP and any(self._in_time(claim.day) for claim in event.dates):
                yield event

    def _events_of(self, actor: str) -> Iterator[Event]:
        for event in self._events():
            if any(same_actor(actor, name) for name in event.actors):
                yield event

    def _happened(self, event: Event) -> Iterator[Happening]:
        """A line for each day that a source gives; two sources with two days are two lines."""
        state = EVENT_STATES[event.state]
        what = f"{event.what} ({state})" if state and state not in event.what.lower() else event.what
        for claim in event.dates:
            if claim.day and self._in_time(claim.day):
                note = f" ({claim.note})" if claim.note else ""
                yield Happening(what + note, claim.day, self._ground(claim.ground))

    def _texts(self) -> Iterator[Happening]:
        for track in self._view.tracks:
            name = track.work.short_title or track.work.title or track.work.key
            for listed in self._catalogue.versions(track.work.key):
                day, taken_in = leading_date(listed.version.dates), self._taken_in(listed)
                if self._in_time(day) or self._in_time(taken_in):
                    when = f"; opgenomen op {dutch_date(taken_in)}" if taken_in else ""
                    ground = "officiële tekst" if listed.version.official else "geen officiële tekst"
                    yield Happening(f"Tekst: {name}, {listed.stage_term}", day, ground + when)

    def _taken_in(self, listed: ListedVersion) -> date | None:
        if self._view.dossier.fictional:
            return None
        return min((s.retrieved_at.date() for s in listed.version.sources), default=None)

    def _in_time(self, day: date | None) -> bool:
        return day is not None and day >= self._since and (self._until is None or day <= self._until)

    def _ground(self, ground: Ground) -> str:
        cited = [self._view.facts.sources[k] for k in ground.sources if k in self._view.facts.sources]
        for s in cited:
            self._used[s.key] = ReportSource(s.key, s.title, s.official, s.url)
        keys = ", ".join(s.key for s in cited)
        said = certainty_words(ground, cited)
        return f"{said}: {keys}" if said and keys else said or f"bron: {keys}"

    def _use_text(self, place: Place, listed: ListedVersion) -> None:
        version = listed.version
        title = f"{place.title}, versie {version.version}, tekst {version.text_hash[:12]}"
        self._used[place.title] = ReportSource(place.title, title, version.official)


def _word(said: Said) -> Happening:
    word = COMMITMENT_STATES[said.state] if said.state else words.REVIEWS[said.word]
    return Happening(f"vastgesteld: {word}", said.on or said.at.date(), said.evidence)


def _by_day(found: Iterable[Happening]) -> tuple[Happening, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda h: (h.day or date.max, h.what, h.ground)))
