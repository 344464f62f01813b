"""What became of an advice, as frozen values: the vocabulary, proposals with their reason, what was found.

A verdict (`corpus.opinion`) is what the Afdeling said; opvolging is what became of one point. The machine
only proposes; what a person says of it is kept elsewhere and never here. See `docs/begrippen.md`, advies.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus.diff import Change
from corpus.opinion import Certainty


class Opvolging(StrEnum):
    """What became of a point; `UNDECIDED` is the machine abstaining, and never what a person says."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_ADOPTED = "not-adopted-with-reasons"
    NO_RESPONSE = "no-response-found"
    NO_REPORT = "no-report-yet"
    OVERTAKEN = "overtaken"
    UNDECIDED = "undecided"


class About(StrEnum):
    """Which text something is said of."""

    TEXT = "text"
    MEMORANDUM = "memorandum"


class AccountKind(StrEnum):
    """What in the paper accounts for a change."""

    POINT = "point"
    EDITORIAL = "editorial-remark"
    FURTHER = "further-change"


@dataclass(frozen=True, slots=True)
class NamedProvision:
    """A provision that a point names: its eId and label in the text advised on, and the words that name it.

    `in_response` says that only the answer names it.
    """

    eid: str
    label: str
    words: str
    in_response: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the machine proposes for a point, the reason in Dutch, and how sure it is."""

    outcome: Opvolging
    reason: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Account:
    """A change that the paper accounts for: by which point ("2a"), or by which printed sentence."""

    change: Change
    kind: AccountKind
    point: str
    words: str


@dataclass(frozen=True, slots=True)
class Unkept:
    """A change that the paper says was or will be made, and that was not found where it was looked for.

    `point` is the label of the point, or "" for the closing of the paper; `searched` says where.
    """

    point: str
    words: str
    about: About
    searched: str
