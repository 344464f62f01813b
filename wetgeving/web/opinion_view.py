"""The register of opinions as its page shows it: what can be filtered on, what is counted, what stands apart.

The letters A to D and the six older wordings are two lists, never one scale. Examples are shown and not
counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.follow_up.values import Opvolging
from corpus.opinion import System
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.opinion_values import RegisterEntry, RegisterFilter
from wetgeving.web.opinion_terms import LETTERS, OLDER

NAMES = ("dictum", "ministerie", "jaar", "opvolging", "dossier")
"""What an address may filter on."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the counted points have an opvolging: confirmed by a person, and only proposed."""

    outcome: Opvolging
    confirmed: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What the filter offers, from all that is in the register."""

    ministries: tuple[str, ...]
    years: tuple[int, ...]
    dossiers: tuple[str, ...]


def wanted(given: Mapping[str, str], *, examples: bool = True) -> RegisterFilter:
    """The filter an address asks for; `InvalidValueError` for a value that cannot be."""
    grade, year, outcome = (given.get(name, "").strip() for name in ("dictum", "jaar", "opvolging"))
    if grade and grade not in (*LETTERS, *OLDER):
        raise InvalidValueError(
            "Dit dictum bestaat niet.", value=grade[:40], remedy="Kies A tot en met D, of 1 tot en met 6."
        )
    return RegisterFilter(
        grade=grade,
        ministry=given.get("ministerie", "").strip(),
        year=_year(year),
        outcome=_outcome(outcome),
        dossier=given.get("dossier", "").strip(),
        examples=examples,
    )


def offer(entries: Sequence[RegisterEntry]) -> Offer:
    """What there is to choose from."""
    return Offer(
        ministries=tuple(sorted({name for e in entries for name in _ministries(e)} - {""})),
        years=tuple(sorted({e.year for e in entries if e.year}, reverse=True)),
        dossiers=tuple(sorted({number for e in entries for number in e.dossiers})),
    )


def _ministries(entry: RegisterEntry) -> tuple[str, ...]:
    return (entry.ministry,) if entry.ministry else entry.ministries_by_code or (entry.ministry_code,)


def real(entries: Iterable[RegisterEntry]) -> tuple[RegisterEntry, ...]:
    """What counts."""
    return tuple(e for e in entries if not e.fictional)


def tally(entries: Iterable[RegisterEntry]) -> tuple[Tally, ...]:
    """The points of these opinions by opvolging; an outcome that no point has is left out."""
    counted = [e.counts for e in entries]
    found = (
        Tally(o, sum(c.confirmed.get(o, 0) for c in counted), sum(c.proposed.get(o, 0) for c in counted))
        for o in Opvolging
    )
    return tuple(t for t in found if t.confirmed or t.proposed)


def dicta(entries: Iterable[RegisterEntry], system: System) -> tuple[tuple[str, int], ...]:
    """How many opinions have which grade of one system."""
    grades = [e.dictum.grade for e in entries if e.dictum and e.dictum.system is system]
    return tuple((grade, grades.count(grade)) for grade in sorted(set(grades)))


def _year(value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) == 4):
        raise InvalidValueError("Dit is geen jaar.", value=value[:40], remedy="Schrijf een jaar als 2025.")
    return int(value)


def _outcome(value: str) -> Opvolging | None:
    if not value:
        return None
    if value not in set(Opvolging):
        raise InvalidValueError(
            "Deze opvolging bestaat niet.", value=value[:40], remedy=f"Kies uit: {', '.join(Opvolging)}."
        )
    return Opvolging(value)
