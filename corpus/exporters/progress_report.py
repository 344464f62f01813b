"""A progress report on commitments: per actor, since a date, what was said, what happened, what is open.

A value without a format. Every statement carries its ground in words ("volgens één bron") and the keys of its
sources; a proposal is called one. Names of the people who judged are not in it.
"""

from dataclasses import dataclass
from datetime import date

from corpus.dossier.facts import CommitmentState


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, its day as far as a source gives one, and on what ground that is known."""

    what: str
    day: date | None = None
    ground: str = ""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A commitment: `quoted` when `what` is printed, else a source sums it up; `passed` is a word or ""."""

    id: str
    what: str
    quoted: bool
    said_in: tuple[str, ...]
    term: str
    last: date | None
    passed: str
    review: str
    state: CommitmentState
    state_ground: str
    since: tuple[Happening, ...] = ()

    @property
    def is_open(self) -> bool:
        """Is something still to be done, as far as is known?"""
        return self.state not in (CommitmentState.KEPT, CommitmentState.LAPSED)


@dataclass(frozen=True, slots=True)
class ActorPart:
    """Who is bound, to what, and what the dossier tells of them since the date."""

    actor: str
    rows: tuple[ReportRow, ...]
    happened: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSource:
    """A source that is named, by its key; a text by its version and hash."""

    key: str
    title: str
    official: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """The whole: `unread` are papers of which no text is here, `closed_before` what was done already."""

    dossier: str
    title: str
    fictional: bool
    since: date
    on: date
    actors: tuple[ActorPart, ...]
    happened: tuple[Happening, ...] = ()
    sources: tuple[ReportSource, ...] = ()
    unread: tuple[str, ...] = ()
    closed_before: int = 0
    intentions: int = 0

    @property
    def rows(self) -> tuple[ReportRow, ...]:
        """All commitments in it."""
        return tuple(row for part in self.actors for row in part.rows)
