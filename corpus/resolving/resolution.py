"""What became of a reference: found, ambiguous with its candidates, or not found and why. Values only.

Found says what is meant; whether the text was looked into is `checked` of each target, for most acts are
not at hand. A conclusion that does not follow from the words alone names its rule.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.reading import Identifier, WorkKind


class Status(StrEnum):
    """How far a reference was resolved."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not found"


class Reason(StrEnum):
    """Why a reference was not found."""

    UNKNOWN_ACT = "unknown-act"
    NO_SUCH_PROVISION = "no-such-provision"
    NO_ANTECEDENT = "no-antecedent"
    NO_NUMBER = "no-number"


class Rule(StrEnum):
    """By which rule something was concluded that the words alone do not say."""

    ACT_MENTIONED_BEFORE = "act-mentioned-before"
    ACT_NAMED_LATER = "act-named-later"
    ONLY_ONE_HAS_IT = "only-one-has-it"
    ACT_AMENDED = "act-amended"
    ACT_SPOKEN_OF = "act-spoken-of"


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference points at: `provision` is an eId, "" for the whole; `checked`: it is in the text."""

    scheme: str
    id: str
    provision: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome. Of a provision that does not exist `nearest` is what does: its article, or the act."""

    status: Status
    targets: tuple[Target, ...] = ()
    reason: Reason | None = None
    rule: Rule | None = None
    nearest: Target | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Where a reference stands: the act that is its own, of what kind, the citing provision and its day.

    Of a memorandum or an opinion, `own` is the act it speaks of. `on` is the day whose versions are meant.
    """

    own: Identifier
    eid: str = ""
    kind: WorkKind = WorkKind.UNKNOWN
    on: date | None = None
    dossier: str = ""
