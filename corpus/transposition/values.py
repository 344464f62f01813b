"""Transposition as values: what is said of a Union provision, by whom, and what became of that.

A claim is a statement with its origin, never a fact; a review is what a person says of a claim. Places are a
work and an eId, so that they outlive a version and may be of an act whose text is not at hand.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.dossier.facts import Ground
from corpus.dossier.facts import Relation as Relation

INTRO = "intro"
"""The last part of the eId of what stands before the points of a provision: its "aanhef"."""


@dataclass(frozen=True, slots=True, order=True)
class EuPlace:
    """A provision of a Union act: the key of its work, and the eId; "" is the whole act."""

    act: str
    eid: str = ""


@dataclass(frozen=True, slots=True)
class NationalPlace:
    """A national provision: `said` as printed, "" as work when it is not known which act is meant.

    `via` is the amendment that makes it ("onderdeel B"), `existing` that it was law already. `found`: it
    stands in `version`, the text that was looked into; None is that no text was at hand.
    """

    work: str
    eid: str = ""
    said: str = ""
    label: str = ""
    via: str = ""
    existing: bool = False
    version: str = ""
    found: bool | None = None


class NoProvision(StrEnum):
    """Why no new national provision is needed; EXISTING_LAW comes with the provision that does it already."""

    DIRECTLY_APPLICABLE = "directly-applicable"
    LAPSES = "national-provision-lapses"
    EXISTING_LAW = "existing-law"
    FACTUAL_CONDUCT = "factual-conduct"
    INSTITUTIONS = "addressed-to-institutions"
    FACULTATIVE = "facultative-not-used"
    BY_NATURE = "by-nature"
    OTHER = "other"


class Claimant(StrEnum):
    """Who says it, in order of authority. What SIMILARITY says is a candidate and counts nowhere."""

    EDITOR = "editor"
    TABLE = "implementation-table"
    FACT = "dossier-fact"
    PROVISION = "citation-in-provision"
    EXPLANATION = "citation-in-explanation"
    SIMILARITY = "similarity"


@dataclass(frozen=True, slots=True)
class Passage:
    """Where something is said: a version (or the key of a source), an eId in it, and the words.

    `line` is the line of that provision's text, counted from 1, for a row of a table; else 0.
    """

    version: str = ""
    eid: str = ""
    words: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class TranspositionClaim:
    """One statement on one Union provision. `rule` names how it was read; words are kept as printed.

    `lapsing` are national provisions that it says go. `pointer` is where the choice is explained, with the
    eId in the memorandum, "" when that place was not found. `ground` is that of a fact of the dossier.
    """

    id: str
    eu: EuPlace
    claimant: Claimant
    rule: str
    source: Passage
    national: tuple[NationalPlace, ...] = ()
    lapsing: tuple[NationalPlace, ...] = ()
    relation: Relation | None = None
    reasons: tuple[NoProvision, ...] = ()
    policy_room: str = ""
    choice: str = ""
    pointer: Passage | None = None
    eu_said: str = ""
    ground: Ground | None = None


class Verdict(StrEnum):
    """What a person says of a claim."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Review:
    """A word on a claim; `seen` are the versions that stood then, by work, as (work, version) pairs.

    `source` are the words of the claim as they were then.
    """

    verdict: Verdict
    actor: str
    at: datetime
    note: str
    seen: tuple[tuple[str, str], ...] = ()
    source: str = ""


class RecheckSide(StrEnum):
    """Which side of a claim changed: the Union provision, the national one, or the statement itself."""

    EU = "eu"
    NATIONAL = "national"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Recheck:
    """A change since the claim was made, or since it was last confirmed.

    `kinds` are those of `corpus.diff`; `old` and `new` are versions, and `change` is the id of the change in
    their comparison. `eid` is the changed provision in the new version, or in the old when it is gone.
    """

    side: RecheckSide
    work: str
    eid: str
    label: str
    old: str
    new: str
    kinds: tuple[str, ...]
    change: str
    old_text: str
    new_text: str


class RowStatus(StrEnum):
    """Where a Union provision stands."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"
    NOT_NEEDED = "not-needed"
    TO_BE_RECHECKED = "to-be-rechecked"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class StatedClaim:
    """A claim in a row: what was said of it, oldest first, and what changed since.

    `covers` is "" for a claim on this very provision; else the eId of what it is about, which this one is in.
    `gone` is that the text it came from no longer says it.
    """

    claim: TranspositionClaim
    reviews: tuple[Review, ...] = ()
    rechecks: tuple[Recheck, ...] = ()
    covers: str = ""
    gone: bool = False

    @property
    def verdict(self) -> Verdict:
        """The last word; PROPOSED when nobody spoke."""
        return self.reviews[-1].verdict if self.reviews else Verdict.PROPOSED

    @property
    def counts(self) -> bool:
        """Does it bear on the status of its row? A fact that says no relation only points the way."""
        claim = self.claim
        pointer = claim.claimant is Claimant.FACT and claim.relation is None and not claim.reasons
        confirmed = self.verdict is Verdict.CONFIRMED
        candidate = (claim.claimant is Claimant.SIMILARITY or pointer) and not confirmed
        return not candidate and self.verdict is not Verdict.REJECTED


class Doubt(StrEnum):
    """Why a person should look at what is claimed."""

    NO_REASON = "none-without-reason"
    NO_SUCH_PROVISION = "no-such-national-provision"
    NO_SUCH_EU_PROVISION = "no-such-eu-provision"
    CITED_NEVERTHELESS = "none-but-cited"
    STILL_STANDS = "lapses-but-stands"
    NOT_DIRECTLY_APPLICABLE = "directive-not-directly-applicable"
    ROOM_WITHOUT_CHOICE = "policy-room-without-choice"
    POINTER_LEADS_NOWHERE = "pointer-leads-nowhere"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A candidate for a person: what does not fit, in a Dutch sentence, and the claim it is about."""

    doubt: Doubt
    eu: EuPlace
    claim: str
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A Union provision with what is said of it; `text` is its own text, "" when it is not at hand.

    `depth` is 0 for an article, 1 for a paragraph (or a point of an article), and so on. `unit`: it is
    counted (nothing below it is); the status of another row follows from those below it. `confirmed`: a
    person confirmed what the status says. `examined`: somebody spoke of it, or of the whole act. `substance`
    is False for what asks nothing of a Member State by its heading; `in_text`: the act's text at hand has it.
    """

    place: EuPlace
    label: str
    num: str
    heading: str
    text: str
    depth: int
    unit: bool
    status: RowStatus
    confirmed: bool = False
    examined: bool = False
    substance: bool = True
    in_text: bool = False
    reasons: tuple[NoProvision, ...] = ()
    claims: tuple[StatedClaim, ...] = ()
    doubts: tuple[Contradiction, ...] = ()

    @property
    def gap(self) -> bool:
        """Is it a counted provision of substance, examined, for which nothing stands?"""
        return self.unit and self.substance and self.examined and self.status is RowStatus.OPEN


@dataclass(frozen=True, slots=True)
class Counts:
    """How many per status, of `total`; `not_examined` are the open ones that nobody spoke of."""

    total: int = 0
    confirmed: int = 0
    proposed: int = 0
    not_needed: int = 0
    not_needed_confirmed: int = 0
    to_be_rechecked: int = 0
    open: int = 0
    not_examined: int = 0


@dataclass(frozen=True, slots=True)
class TextUsed:
    """A text the table was made with: `side` is "eu", "national" or "table"; `date` is that of `version`."""

    side: str
    work: str
    version: str
    title: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row of a printed table that could not be read, kept as it is printed, and why."""

    source: Passage
    cells: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class TranspositionTable:
    """All of one Union act. `by_article` and `by_unit` count the same rows in two units.

    `denominator` says in Dutch what was counted and what was not.
    """

    act: str
    title: str
    kind: str
    fictional: bool
    dossiers: tuple[str, ...]
    rows: tuple[TableRow, ...]
    by_article: Counts
    by_unit: Counts
    denominator: str
    texts_used: tuple[TextUsed, ...] = ()
    unread: tuple[UnreadRow, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def gaps(self) -> tuple[TableRow, ...]:
        """The rows for which something should stand and nothing does."""
        return tuple(row for row in self.rows if row.gap)


@dataclass(frozen=True, slots=True)
class NationalRow:
    """A provision of a national text with the claims that name it, or something in it."""

    eid: str
    label: str
    num: str
    heading: str
    text: str
    depth: int
    claims: tuple[StatedClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class NationalTable:
    """One national text from its own side; `answers` of its `articles` are named by a claim that counts."""

    version: str
    title: str
    fictional: bool
    rows: tuple[NationalRow, ...]
    articles: int
    answers: int


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row offered for the table of an act: the four columns as words, and its number in the file."""

    number: int
    eu: str
    national: str = ""
    policy_room: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class FitsNot:
    """A row that was not taken in, and why, in Dutch."""

    row: GivenRow
    why: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of rows that were offered: claims that are new, those known already, and the rest."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    left: tuple[FitsNot, ...]


@dataclass(frozen=True, slots=True)
class NewSince:
    """Something that happened to a table: `what` is "claim", "review", "change", "version" or "table"."""

    day: str
    what: str
    act: str
    eid: str
    label: str
    text: str
    actor: str = ""
    claim: str = ""
