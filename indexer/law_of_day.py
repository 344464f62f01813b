"""Which of the versions of a work was law on a day, as far as was known on another, in an index.

The rule of `wetgeving.services.validity`, on what an index document says of its version: the law that entered
into force last decides for the past, then the text made for the day itself. A version of which it is not
known since when it was known counts from the day it was taken in.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Dates:
    """What tells which version was law; ISO 8601, "" where there is none. Later is greater."""

    stated: str
    law_from: str
    entered_on: str
    known_on: str

    def holds(self, on: str, known: str) -> bool:
        """Was it law on a day, and known on the other ("": by now)?"""
        return self.law_from != "" and self.law_from <= on and (not known or "" < self.known_on <= known)


@dataclass(frozen=True, slots=True)
class DatedVersion:
    """A version with its dates."""

    work: str
    version: str
    dates: Dates


def law_of_day(versions: Iterable[DatedVersion], on: str, known: str = "") -> frozenset[str]:
    """The version of each work that was law on the day; none of a work that had no law then."""
    best: dict[str, DatedVersion] = {}
    for one in versions:
        if one.dates.holds(on, known):
            other = best.get(one.work)
            if other is None or _precedence(one, on) > _precedence(other, on):
                best[one.work] = one
    return frozenset(one.version for one in best.values())


def _precedence(one: DatedVersion, on: str) -> tuple[str, bool, str, str, str]:
    dates = one.dates
    latest = max(dates.stated, dates.entered_on)
    return latest, dates.stated <= on, dates.stated, dates.known_on, one.version
