"""The register of opinions as it is shown: entries, ledgers, and what is known on what ground.

An opinion of which no text is at hand has facts with their source and no points. A date that paper and
dossier give differently is two claims. See `docs/begrippen.md` for opvolging and dictum.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from corpus.diff import Change
from corpus.dossier.facts import Certainty as FactCertainty
from corpus.follow_up.values import About, Account, NamedProvision, Opvolging, Proposal, Unkept
from corpus.opinion import Asked, Opinion, OpinionKind, Point, System
from corpus.opinion.ministry_codes import meanings_of

__all__ = [
    "About",
    "Account",
    "ClaimedDate",
    "DatesKnown",
    "DictumKnown",
    "Judged",
    "KnownDate",
    "Ledger",
    "LedgerRow",
    "NamedProvision",
    "Opvolging",
    "OpvolgingCounts",
    "Proposal",
    "RegisterEntry",
    "RegisterFilter",
    "SourceKnown",
    "Unexplained",
    "Unkept",
]  # fmt: skip

FROM_PAPER = "het stuk zelf"


@dataclass(frozen=True, slots=True)
class SourceKnown:
    """Where a fact of the register comes from; `certainty` is that of the dossier, None for the paper."""

    title: str
    certainty: FactCertainty | None = None
    official: bool = True
    url: str = ""


@dataclass(frozen=True, slots=True)
class ClaimedDate:
    """A day that one source gives."""

    day: date
    source: SourceKnown


@dataclass(frozen=True, slots=True)
class KnownDate:
    """All that is claimed of a day; the paper itself comes first."""

    claims: tuple[ClaimedDate, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of the first claim."""
        return self.claims[0].day if self.claims else None

    @property
    def conflicting(self) -> tuple[ClaimedDate, ...]:
        """The claims of another day than the first."""
        return tuple(claim for claim in self.claims if claim.day != self.day)


@dataclass(frozen=True, slots=True)
class DatesKnown:
    """The days of an opinion."""

    pending: KnownDate = KnownDate()
    adopted: KnownDate = KnownDate()
    published: KnownDate = KnownDate()
    nader_rapport: KnownDate = KnownDate()


@dataclass(frozen=True, slots=True)
class DictumKnown:
    """A dictum with the source that gives it: printed in the paper at eId `where`, or reported elsewhere.

    `conflicting` are other grades that a source gives ("C (beslisnota)").
    """

    letter: str | None
    rank: int | None
    system: System
    wording: str
    where: str
    source: SourceKnown
    conflicting: tuple[str, ...] = ()

    @property
    def grade(self) -> str:
        """The letter, or the rank of an older wording; "" when neither is known."""
        return self.letter or (str(self.rank) if self.rank else "")


@dataclass(frozen=True, slots=True)
class OpvolgingCounts:
    """How many points have which opvolging, confirmed by a person, and proposed but not confirmed."""

    confirmed: Mapping[Opvolging, int]
    proposed: Mapping[Opvolging, int]

    @property
    def points(self) -> int:
        """All points that count."""
        return sum(self.confirmed.values()) + sum(self.proposed.values())


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One opinion in the register. `version` is the key of its text, "" when no text is at hand.

    `advised_version` is the version it speaks about, or "" with the reason why it is absent.
    """

    number: str
    dossiers: tuple[str, ...]
    work: str
    version: str
    kind: OpinionKind | None
    title: str
    subject: str
    ministry: str
    ministry_code: str
    dates: DatesKnown
    missive: str
    dictum: DictumKnown | None
    text_available: bool
    advised_version: str
    advised_absent: str
    next_version: str
    counts: OpvolgingCounts
    first_unanswered: str
    fictional: bool
    sources: tuple[SourceKnown, ...] = ()
    subjects: tuple[str, ...] = ()
    note: str = ""

    @property
    def year(self) -> int | None:
        """The year in which it was adopted, else the first year that is known of it."""
        known = (self.dates.adopted, self.dates.published, self.dates.nader_rapport, self.dates.pending)
        return next((d.day.year for d in known if d.day), None)

    @property
    def ministries_by_code(self) -> tuple[str, ...]:
        """What the code in its number may stand for, when no text prints the ministry itself."""
        return () if self.ministry else tuple(m.ministry for m in meanings_of(self.number))


@dataclass(frozen=True, slots=True)
class RegisterFilter:
    """Which entries are asked for; "" and None ask for all. `grade` is a letter or a rank."""

    grade: str = ""
    ministry: str = ""
    year: int | None = None
    outcome: Opvolging | None = None
    dossier: str = ""
    examples: bool = True


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of a point; a later word takes the place of an earlier one."""

    outcome: Opvolging
    actor: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One point with what it names, what changed there, what the machine proposes and what a person said.

    `elsewhere` are changes of provisions it names for which the paper gives another account.
    """

    point: Point
    provisions: tuple[NamedProvision, ...]
    changes: tuple[Change, ...]
    memorandum_changes: tuple[Change, ...]
    proposed: Proposal
    judged: Judged | None = None
    judgements: tuple[Judged, ...] = ()
    elsewhere: tuple[Account, ...] = ()

    @property
    def counts(self) -> bool:
        """Is it a remark of its own, and not only the heading of its sub-points?"""
        return self.point.asks != (Asked.NOTHING,) or self.point.response is not None or not self.point.points

    @property
    def outcome(self) -> Opvolging:
        """What stands: what a person said, else what the machine proposes."""
        return self.judged.outcome if self.judged else self.proposed.outcome


@dataclass(frozen=True, slots=True)
class Unexplained:
    """The changes that nothing in these papers accounts for; or `refused`, the reason why none are listed.

    `unplaced` are reported further changes that name no provision, so that they may explain any of these.
    """

    changes: tuple[Change, ...] = ()
    papers_searched: tuple[str, ...] = ()
    refused: str = ""
    unplaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """One opinion, point by point. `opinion` is None when no text is at hand: then there are no rows.

    `accounts` says of every accounted change what accounts for it; memoranda are the version keys compared.
    """

    entry: RegisterEntry
    opinion: Opinion | None
    rows: tuple[LedgerRow, ...]
    unexplained: Unexplained
    unkept: tuple[Unkept, ...] = ()
    further_changes: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    memoranda: tuple[str, ...] = ()
    memorandum_absent: str = ""
