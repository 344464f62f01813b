"""What an identifier names: works by the values they may bear, a place in them, and dates. Values only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from corpus.provision import ProvisionKind


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a dossier, by its ondernummer: a number (Tweede Kamer) or a letter (Eerste Kamer)."""

    dossier: str
    number: str


@dataclass(frozen=True, slots=True)
class Named:
    """One identifier, understood. A work is meant when it bears one of `values`, or is one of `papers`.

    `place` runs from the outside in: kinds with their printed numbers. Dates that are not said are None.
    """

    scheme: str
    values: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    dossier: str = ""
    place: tuple[tuple[ProvisionKind, str], ...] = ()
    in_force_on: date | None = None
    as_known_on: date | None = None


Parser = Callable[[str], Named | None]
