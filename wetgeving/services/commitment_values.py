"""Commitments of a dossier as they are shown: what was read, what the dossier knows, what a person said.

The three stand beside each other and are never mixed: words that were read are a proposal until a person
confirms them, a fact of the dossier has its ground, and a state is a person's or a source's, never computed.
That a date has passed is the calendar speaking, not a verdict.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.commitments import Due, ReadCommitment, Sort
from corpus.commitments.facts import due_of_words
from corpus.dossier.facts import Commitment, CommitmentState, Source
from wetgeving.services.dossiers import Slot
from wetgeving.store.values import Dossier


class Review(StrEnum):
    """Whether words that were read are a commitment: only a person confirms or rejects; a fact needs none."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    STATED = "stated"


class Passed(StrEnum):
    """Whether the term has passed on the day of looking; some: by one of the sources."""

    YES = "yes"
    SOME = "some"
    NO = "no"
    UNKNOWN = "unknown"


class StateBy(StrEnum):
    """Who says how it stands."""

    PERSON = "person"
    DOSSIER = "dossier"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said: that it is a commitment, or is not, or how it stands since `on`, and why."""

    word: str
    actor: str
    at: datetime
    evidence: str
    on: date | None = None
    id: int = 0

    @property
    def state(self) -> CommitmentState | None:
        """The state that was set, if that is what was said."""
        return CommitmentState(self.word) if self.word in set(CommitmentState) else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was said: a passage of a stored version, or a paper of which no text is at hand."""

    title: str
    paper: str = ""
    version: str = ""
    eid: str = ""
    label: str = ""
    words: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class KnownCommitment:
    """One commitment with all that is known of it; `said` is what people said, oldest first."""

    id: str
    actor: str
    what: str
    places: tuple[Place, ...]
    read: ReadCommitment | None = None
    fact: Commitment | None = None
    said: tuple[Said, ...] = ()

    @property
    def is_intention(self) -> bool:
        """Does it only say what is aimed at?"""
        return self.read is not None and self.read.sort is Sort.INTENTION

    @property
    def review(self) -> Review:
        """What stands of it: what was said last, else proposed; of the dossier's own facts: stated."""
        if self.said:
            return Review.REJECTED if self.said[-1].word == Review.REJECTED else Review.CONFIRMED
        return Review.PROPOSED if self.read else Review.STATED

    @property
    def judged(self) -> Said | None:
        """The state that a person set last."""
        return next((s for s in reversed(self.said) if s.state), None)

    @property
    def state(self) -> CommitmentState:
        """How it stands: as a person said, else as the dossier says, else unknown."""
        if self.judged and self.judged.state:
            return self.judged.state
        return self.fact.state if self.fact else CommitmentState.UNKNOWN

    @property
    def state_by(self) -> StateBy:
        """Who says so."""
        if self.judged:
            return StateBy.PERSON
        known = self.fact is not None and self.fact.state is not CommitmentState.UNKNOWN
        return StateBy.DOSSIER if known else StateBy.NOBODY

    @property
    def is_done(self) -> bool:
        """Is it kept or lapsed, so that no date can pass any more?"""
        return self.state in (CommitmentState.KEPT, CommitmentState.LAPSED)

    @property
    def dues(self) -> tuple[Due, ...]:
        """Its terms: the printed one, else those that sources give."""
        if self.read:
            return (self.read.due,) if self.read.due else ()
        claims = self.fact.by if self.fact else ()
        return tuple(_due(claim.day, claim.note) for claim in claims)

    @property
    def last(self) -> date | None:
        """The last day in time, by the earliest of its terms."""
        return min((due.last for due in self.dues if due.last), default=None)

    def passed(self, on: date) -> Passed:
        """Has its term passed on this day? Of what is done nothing passes."""
        if self.is_done:
            return Passed.NO
        gone = [due.last < on for due in self.dues if due.last]
        if not gone:
            return Passed.UNKNOWN
        return Passed.YES if all(gone) else Passed.SOME if any(gone) else Passed.NO


@dataclass(frozen=True, slots=True)
class CommitmentList:
    """The commitments of a dossier on a day; `unread` are its letters and notes of which no text is here."""

    dossier: Dossier
    on: date
    commitments: tuple[KnownCommitment, ...]
    intentions: tuple[KnownCommitment, ...]
    rejected: tuple[KnownCommitment, ...]
    unread: tuple[Slot, ...]
    sources: Mapping[str, Source]

    @property
    def actors(self) -> tuple[str, ...]:
        """Who is bound, in alphabetical order."""
        return tuple(sorted({c.actor for c in self.commitments}, key=str.casefold))


def _due(day: date | None, note: str) -> Due:
    found = due_of_words(note)
    return found if day is None else Due(note, found.sort, day, day)
