"""History: what a source says happened to a regulation and when, without a word of its text.

Values only; `corpus.readers.history` makes them from WTI and BWB manifests (`docs/bronvormen.md`). `what`
is the source's own word. A date the source does not state is None, and so is 9999-12-31, by which BWB
says "no end". The history per article that a WTI also holds is not here.
"""

from dataclasses import dataclass
from datetime import date

from corpus.reading import Identifier


@dataclass(frozen=True, slots=True)
class Retroaction:
    """Effect before entry into force: back to which date, and for which articles; none named is all."""

    back_to: date | None
    scope: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One step: of a WTI an enactment or amendment, of a manifest a toestand with its two axes of time.

    The first publication made the step, those after it changed that one before it took effect (juncto).
    """

    in_force_on: date | None
    what: str
    publications: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    commencement: tuple[str, ...] = ()
    retroactions: tuple[Retroaction, ...] = ()
    until: date | None = None
    known_from: date | None = None
    known_until: date | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PendingBill:
    """A bill that would change the regulation (`Aanhangig`), by its dossier; "" when none is stated."""

    dossier: str


@dataclass(frozen=True, slots=True)
class History:
    """One file of history. Events are oldest first; those without a date come last."""

    reader: str
    identifiers: tuple[Identifier, ...]
    events: tuple[HistoryEvent, ...]
    pending: tuple[PendingBill, ...] = ()
