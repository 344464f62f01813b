"""What is found in running text: where it stands, which act it names and which places in that act.

A place runs from the outside in, with numbers as printed ("eerste lid" is 1). Relative words keep their
meaning: THIS ("dit artikel"), THAT ("dat artikel" of which no antecedent was found), PREVIOUS and NEXT. Which
text is meant, and whether the place exists, is not known here (`corpus.resolving`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from corpus.provision import ProvisionKind
from corpus.reading import Identifier

THIS, THAT, PREVIOUS, NEXT = ".", "?", "<", ">"


class CitationKind(StrEnum):
    """What kind of thing is cited."""

    PROVISION = "provision"
    ACT = "act"
    PAPER = "paper"
    DOSSIER = "dossier"
    PROCEEDINGS = "proceedings"
    PUBLICATION = "publication"
    DECISION = "decision"
    OPINION = "opinion"
    IDENTIFIER = "identifier"


class Manner(StrEnum):
    """How an act is said: by name, number or date, as "deze wet", as "die wet", or by a noun ("de wet")."""

    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    THIS = "this"
    THAT = "that"
    NOUN = "noun"
    UNKNOWN = "unknown"


class Step(NamedTuple):
    """One level of a place."""

    kind: ProvisionKind
    number: str


class Place(NamedTuple):
    """A place in an act; of a range the first, with the last number in `until`. `detail`: "aanhef",
    "volzin"."""

    steps: tuple[Step, ...]
    until: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is said. More than one identifier: the name has more than one bearer; none: not known.

    `noun` is the kind of act in the words used ("wet", "richtlijn"); `antecedent` what "die wet" goes
    back to, and what "deze richtlijn" may go back to in a text that is no directive.
    """

    manner: Manner
    said: str
    noun: str = ""
    identifiers: tuple[Identifier, ...] = ()
    antecedent: "Act | None" = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference: `text[start:end]` in what was searched. `act` None is the act the text itself is in.

    `before` is then the act last mentioned, which may be meant after all, and `after`, when none was, the
    act named later in the sentence. `identifiers` are those of
    anything that is no act: papers, publications, decisions, opinions.
    """

    start: int
    end: int
    text: str
    kind: CitationKind
    act: Act | None = None
    places: tuple[Place, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    before: Act | None = None
    after: Act | None = None
