"""What a reader yields for one file: the provisions, what the file says of itself, and an account.

The account is the honest part: `dropped` holds words of the body that are not in the tree, `guessed` each
structural decision that the source did not state. Values only; readers are in `corpus.readers`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.hidden_content import HiddenContent
from corpus.provision import Provision


class WorkKind(StrEnum):
    """What a work is. The stages it can pass are in `corpus/tracks.toml`, per kind."""

    ACT = "act"
    DECREE = "decree"
    MINISTERIAL_REGULATION = "ministerial-regulation"
    CIRCULAR = "circular"
    TREATY = "treaty"
    BILL = "bill"
    MEMORANDUM = "memorandum"
    OPINION = "opinion"
    AMENDING_MEMORANDUM = "amending-memorandum"
    AMENDMENT = "amendment"
    MOTION = "motion"
    LETTER = "letter"
    REPORT = "report"
    PARLIAMENTARY_PAPER = "parliamentary-paper"
    PROCEEDINGS = "proceedings"
    NOTICE = "notice"
    EU_REGULATION = "eu-regulation"
    EU_DIRECTIVE = "eu-directive"
    EU_DECISION = "eu-decision"
    DECISION_NOTE = "decision-note"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """An identifier the file itself carries: scheme (`bwb`, ...) and value."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of the body left out of the tree: by which `rule`, and after how many words of the body."""

    rule: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Guessed:
    """A decision the source does not state: by which `rule`, on what (an eId, or "" for the whole file)."""

    rule: str
    eid: str
    detail: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read. Equal bytes give equal readings; a date that the file does not state is None.

    `hidden` is for who offers the file; it is never stored.
    """

    reader: str
    logic_version: int
    media_type: str
    kind: WorkKind
    provisions: tuple[Provision, ...]
    identifiers: tuple[Identifier, ...] = ()
    title: str = ""
    short_title: str = ""
    language: str = "nl"
    stage: str = ""
    in_force_on: date | None = None
    as_known_on: date | None = None
    document_date: date | None = None
    dropped: tuple[Dropped, ...] = ()
    guessed: tuple[Guessed, ...] = ()
    hidden: tuple[HiddenContent, ...] = ()
