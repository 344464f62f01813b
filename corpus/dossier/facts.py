"""What can be known of a dossier, each fact with its ground: how certain, by whom, derived from what.

A presumption is not a fact: the manifest has no word for one. What was looked for and not found is
(`NOT_FOUND`). Two sources that give different dates are two claims on one event, never one date.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class Certainty(StrEnum):
    """How a fact is known: by two sources, by one, derived from a text, or looked for and not found."""

    CONFIRMED = "C2"
    ONE_SOURCE = "C1"
    DERIVED = "D"
    NOT_FOUND = "?"


class EventState(StrEnum):
    """What became of a step: only what happened, failed, or is stated to be ahead; silence is no state."""

    DONE = "done"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    SKIPPED = "skipped"
    EXPECTED = "expected"
    NOT_FOUND = "not-found"


class CommitmentState(StrEnum):
    """Where a commitment stands as far as the sources say."""

    OPEN = "open"
    KEPT = "kept"
    PARTLY = "partly"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """What a national provision does with a Union provision."""

    EXECUTES = "executes"
    TRANSPOSES = "transposes"
    USES_OPTION = "uses-option"
    GOES_FURTHER = "goes-further"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a fact is shown: its certainty, the keys of its sources, and for a derived fact from what."""

    certainty: Certainty
    sources: tuple[str, ...] = ()
    derived_from: str = ""


@dataclass(frozen=True, slots=True)
class DateClaim:
    """A date as some source gives it; `day` None is a date that is not known, `note` says of what it is."""

    ground: Ground
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from; `official` is whether the State or the Union itself speaks."""

    key: str
    title: str
    official: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class LegalStatus:
    """The standing of the dossier in one sentence."""

    key: str
    sentence: str
    ground: Ground
    dates: tuple[DateClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the dossier: version `stage` of `work`, whether its text is at hand or not.

    `identifiers` (scheme to value) tell an official file that it is this paper; `disables` names what cannot
    be shown without its text.
    """

    key: str
    work: str
    stage: str
    title: str
    ground: Ground
    number: str = ""
    dates: tuple[DateClaim, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    disables: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A step in the life of a work; `step` is on the procedure of its kind, or "" beside all steps."""

    key: str
    work: str
    what: str
    state: EventState
    ground: Ground
    step: str = ""
    dates: tuple[DateClaim, ...] = ()
    actors: tuple[str, ...] = ()
    paper: str = ""
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an advisory opinion concluded, as a source reports it; `formula` is its printed sentence or ""."""

    key: str
    work: str
    number: str
    dictum: str
    ground: Ground
    system: str = ""
    formula: str = ""
    adopted: tuple[DateClaim, ...] = ()
    published: tuple[DateClaim, ...] = ()
    subjects: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class EuArticle:
    """Number and heading of an article of a Union act."""

    num: str
    heading: str


@dataclass(frozen=True, slots=True)
class EuAct:
    """A Union act above the dossier. `printed`: application as its text states; `used`: by government."""

    key: str
    title: str
    kind: str
    ground: Ground
    number: str = ""
    eli: str = ""
    names: tuple[str, ...] = ()
    entry_into_force: tuple[DateClaim, ...] = ()
    printed: tuple[DateClaim, ...] = ()
    used: tuple[DateClaim, ...] = ()
    replaces: str = ""
    national: str = ""
    national_ground: Ground | None = None
    corrigenda: tuple[str, ...] = ()
    recitals: int = 0
    headings_language: str = ""
    articles: tuple[EuArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class EuMapping:
    """What is known of how a Union provision is met: `act` is the key of its work, `provision` its words.

    `national` are words for a provision of `work` ("artikel 30a"), or, without a work, for what meets it in
    fact. Without a `relation` it only points the way. `said_in` is the paper that says it.
    """

    key: str
    act: str
    provision: str
    national: str
    ground: Ground
    work: str = ""
    relation: Relation | None = None
    note: str = ""
    said_in: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class RelatedDossier:
    """Another dossier, what became of it, and what that means for this one."""

    key: str
    title: str
    relation: str
    outcome: str
    ground: Ground
    dates: tuple[DateClaim, ...] = ()
    consequence: str = ""
    consequence_ground: Ground | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class LowerRegulation:
    """A decree, regulation or circular that is expected to follow; `work` is its key when it is an act."""

    key: str
    title: str
    kind: str
    expected: str
    ground: Ground
    work: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    address: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who has a part in carrying the law out."""

    key: str
    name: str
    part: str
    ground: Ground


@dataclass(frozen=True, slots=True)
class Commitment:
    """What an actor said they would do: in which paper, where in it, by when, and what became of it."""

    key: str
    actor: str
    what: str
    said_in: str
    ground: Ground
    passage: str = ""
    by: tuple[DateClaim, ...] = ()
    state: CommitmentState = CommitmentState.UNKNOWN
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What was looked for and not found, and what that keeps from being shown."""

    key: str
    what: str
    searched: str = ""
    disables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Synonym:
    """Names for the same thing in the field of the dossier, so that a search for one finds the others."""

    key: str
    names: tuple[str, ...]


Fact = (
    Source | LegalStatus | Paper | Event | Verdict | EuAct | RelatedDossier | LowerRegulation | Actor
    | Commitment | OpenQuestion | Synonym | EuMapping
)  # fmt: skip

PARTS: Mapping[str, type[Fact]] = MappingProxyType(
    {
        "source": Source,
        "status": LegalStatus,
        "paper": Paper,
        "event": Event,
        "verdict": Verdict,
        "eu_act": EuAct,
        "mapping": EuMapping,
        "related": RelatedDossier,
        "lower_regulation": LowerRegulation,
        "actor": Actor,
        "commitment": Commitment,
        "open_question": OpenQuestion,
        "synonym": Synonym,
    }
)
"""The tables a manifest may hold beside its works, and what each becomes."""
