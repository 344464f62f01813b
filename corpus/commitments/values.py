"""What a letter promises, as values: who, what, by when, and the words that say so with their place.

A promise is not an intention: "wij streven ernaar" binds nobody, and is kept apart. What is read here is a
proposal; whether it is a commitment, and what became of it, a person says.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sort(StrEnum):
    """What a sentence does: it binds, or it only says what is aimed at."""

    PROMISE = "promise"
    INTENTION = "intention"


class Sureness(StrEnum):
    """How sure the rule is that this is a commitment of this actor."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


class Rule(StrEnum):
    """By which words a commitment was recognised."""

    PLEDGE = "pledge"
    FIRST_PERSON_FUTURE = "first-person-future"
    ADDRESSED = "addressed"
    RECEIVES = "receives"
    THIRD_PERSON_PLEDGE = "third-person-pledge"
    TABLE = "table"
    NOTE = "note"
    AIM = "aim"


class DueSort(StrEnum):
    """What kind of term is printed: a day, a period, again and again, an event, or no more than "soon"."""

    DAY = "day"
    PERIOD = "period"
    ROLLING = "rolling"
    EVENT = "event"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Due:
    """A term as printed in `words`; `day` is the date it names, `last` the last day that is still in time.

    "Voor 1 mei 2093" names 1 May and ends on 30 April. `last` is None where no calendar tells; a season or
    "begin 2026" has the last day that any reading of it allows, and is not `exact`.
    """

    words: str
    sort: DueSort
    day: date | None = None
    last: date | None = None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a letter: `text[start:end]` of the provision `eid` of a version."""

    eid: str
    start: int
    end: int
    words: str
    version: str = ""

    @property
    def id(self) -> str:
        """A name that stays when the letter is read again and these words are still there."""
        return "t-" + hashlib.sha256(" ".join(self.words.split()).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class ReadCommitment:
    """One promise or intention as it was read; `what` is the printed sentence, or the cell of a table.

    `actor` is who is bound, as printed: of "ik" who signs, of a row its own cell. `spoken_by` is who says it.
    A sentence and a row of a table that say the same are one, with two passages.
    """

    what: str
    actor: str
    passages: tuple[Passage, ...]
    rules: tuple[Rule, ...]
    due: Due | None = None
    spoken_by: str = ""
    sort: Sort = Sort.PROMISE
    sureness: Sureness = Sureness.CERTAIN
    reason: str = ""
    summary: str = ""

    @property
    def id(self) -> str:
        """The name of its first passage."""
        return self.passages[0].id
