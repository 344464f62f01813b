"""What the ledger of delegation tells: values only, for page, command line and API alike."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from corpus.delegation import Delegation, Voorhang
from corpus.delegation.bases import How
from corpus.delegation.meeting import LOST_FATES, Fate, Fit, MetBy
from corpus.reading import WorkKind
from wetgeving.store.values import Work


class State(StrEnum):
    """What is known of the rule that a delegation asks for or allows."""

    MET = "met"
    BY_NUMBER = "met-by-number-only"
    MENTIONED = "mentioned"
    UNMET = "unmet"
    UNSEEN = "not-to-be-seen"
    UNUSED = "unused"
    NOT_STORED = "nothing-stored"
    NOT_TRACKED = "not-tracked"
    COMMENCEMENT = "commencement"


class Doubt(StrEnum):
    """What is put before a person."""

    UNMET = "duty-unmet"
    LOST = "basis-lost"
    RENUMBERED = "basis-renumbered"
    LEVEL = "level-not-allowed"


class Verdict(StrEnum):
    """What a person may say of a candidate."""

    RIGHT = "right"
    NO_PROBLEM = "no-problem"


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """A version of a decree or regulation; `until` is the day the next one starts."""

    key: str
    work: str
    name: str
    kind: WorkKind
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A provision as it is cited."""

    eid: str
    label: str


@dataclass(frozen=True, slots=True)
class Ground:
    """One article or lid that a rule rests on, read in one version of the act.

    `home` is the version of the act that the words were written for, "" when that text is not stored.
    `written` are the provisions meant there, `places` those in the version asked for; `asked` is the place
    as it is printed. `amended`: the rule was changed since, and its preamble was not.
    """

    rule: RuleVersion
    eid: str
    said: str
    how: How
    act: str
    act_name: str
    home: str
    fate: Fate
    written: tuple[Place, ...] = ()
    places: tuple[Place, ...] = ()
    asked: str = ""
    amended: bool = False
    by_year: bool = False
    followed_in: str = ""

    @property
    def lost(self) -> bool:
        """Is the provision it names no longer there?"""
        return self.fate in LOST_FATES


@dataclass(frozen=True, slots=True)
class Use:
    """A rule that uses a delegation: by which of its grounds, or by a provision that only mentions it."""

    rule: RuleVersion
    met: MetBy
    fit: Fit
    ground: Ground | None = None
    mentioned_in: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Later:
    """What becomes of a delegation in the version compared with."""

    fate: Fate
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One delegation with the rules that use it."""

    delegation: Delegation
    label: str
    state: State
    uses: tuple[Use, ...] = ()
    later: Later | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of a candidate; the latest stands."""

    verdict: Verdict
    reason: str
    actor: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something for a person to look at. `subject` names it lastingly; it is never a verdict."""

    doubt: Doubt
    subject: str
    place: Place
    rule: RuleVersion | None = None
    ground: Ground | None = None
    became: tuple[Place, ...] = ()
    in_version: str = ""
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegationLedger:
    """The delegations of one version of a text, and of the rules below it what is stored."""

    version: str
    work: Work
    against: str
    rows: tuple[LedgerRow, ...]
    candidates: tuple[Candidate, ...]
    voorhang: tuple[tuple[Voorhang, Place], ...]
    rules: tuple[RuleVersion, ...]
    elsewhere: tuple[Ground, ...] = ()

    @property
    def fictional(self) -> bool:
        """Is it an example?"""
        return self.work.fictional


@dataclass(frozen=True, slots=True)
class RuleGround:
    """One article or lid that a rule rests on: as it is printed, and what is there in the act.

    Without a `ground` the act is not stored.
    """

    said: str
    act_name: str
    act_version: str = ""
    ground: Ground | None = None
    delegations: tuple[tuple[Delegation, MetBy, Fit], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleGrounds:
    """What one version of a decree or regulation rests on, with the delegations found there."""

    version: str
    work: Work
    grounds: tuple[RuleGround, ...]

    @property
    def fictional(self) -> bool:
        """Is it an example?"""
        return self.work.fictional
