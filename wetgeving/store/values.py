"""What the store gives and takes: frozen values, never rows. Dates that are not known are None.

Times are UTC and aware. `version` is the key of an Expression: `WORK@stage-date[-n]`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from corpus.provision import Provision
from corpus.reading import Dropped, Guessed, Identifier


@dataclass(frozen=True, slots=True)
class Work:
    """A bill, act, decree, ... as such. `key` is the identifier it is called by (`BWBR0011823`)."""

    key: str
    kind: str
    title: str = ""
    short_title: str = ""
    identifiers: tuple[Identifier, ...] = ()
    dossiers: tuple[str, ...] = ()
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """A Kamerstukdossier; its number is a string, for it may carry a part (`-XX`) or a kingdom number.

    A closed one, with all that only it binds, is for its members.
    """

    number: str
    title: str = ""
    fictional: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class DossierEntry:
    """One thing known of a dossier: `part` says what it is, `content` is its JSON."""

    part: str
    key: str
    content: str


@dataclass(frozen=True, slots=True)
class Source:
    """One Manifestation: a file that carries a version."""

    sha256: str
    media_type: str
    byte_count: int
    origin: str
    file_name: str
    retrieved_at: datetime
    reader: str
    logic_version: int


@dataclass(frozen=True, slots=True)
class VersionDates:
    """Three dates of a version. `certainty`: stated (by the file), given (by a person), guessed, unknown."""

    in_force_on: date | None = None
    as_known_on: date | None = None
    document_date: date | None = None
    certainty: str = "unknown"


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to be stored, with the file that carries it."""

    work: str
    stage: str
    dates: VersionDates
    language: str
    provisions: tuple[Provision, ...]
    dropped: tuple[Dropped, ...] = ()
    guessed: tuple[Guessed, ...] = ()
    reason: str = ""
    derived_from: str | None = None
    official: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """One Expression, without its text. `withdrawn` is the reason, or None while it stands.

    `unchanged_from` is the version before it (in the order of `versions of a work`) with the same words.
    """

    version: str
    work: str
    stage: str
    dates: VersionDates
    language: str
    reason: str
    derived_from: str | None
    official: bool
    text_hash: str
    tree_hash: str
    sequence: int
    sources: tuple[Source, ...]
    withdrawn: str | None = None
    unchanged_from: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a work or a version; never changed, never deleted."""

    at: datetime
    kind: str
    work: str
    version: str | None
    actor: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That a version was here and its text was removed; `sha256` are the files that went with it."""

    key: str
    work: str
    sha256: tuple[str, ...]
    removed_at: datetime
    actor: str
    reason: str
