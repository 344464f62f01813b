"""Which version comes first: derived_from, then the track of its kind, then date; else the order given.

Order never follows from dates alone (design, section 3). Nothing is stored here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from corpus.track import stage_rank
from wetgeving.services.version_key import leading_date
from wetgeving.store.values import Version


class Order(StrEnum):
    """What told the older from the newer of two versions."""

    DERIVED_FROM = "derived_from"
    STAGE = "stage"
    DATE = "date"
    AS_GIVEN = "as given"


class Standing(StrEnum):
    """Whether a consolidated text is law today, as far as the versions taken in can tell."""

    IN_FORCE = "in-force"
    NOT_YET = "not-yet-in-force"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class Direction:
    """What decided, and whether the first of the two versions given is the newer one."""

    order: Order
    reversed: bool


def direction(first: Version, second: Version, kind: str) -> Direction:
    """Tell the older of two versions from the newer; undecided versions stay in the order given."""
    if second.derived_from == first.version or first.derived_from == second.version:
        return Direction(Order.DERIVED_FROM, reversed=first.derived_from == second.version)
    ranks = stage_rank(kind, first.stage), stage_rank(kind, second.stage)
    if ranks[0] is not None and ranks[1] is not None and ranks[0] != ranks[1]:
        return Direction(Order.STAGE, reversed=ranks[0] > ranks[1])
    dates = leading_date(first.dates), leading_date(second.dates)
    if dates[0] and dates[1] and dates[0] != dates[1]:
        return Direction(Order.DATE, reversed=dates[0] > dates[1])
    return Direction(Order.AS_GIVEN, reversed=False)


def oldest_first(versions: Sequence[Version], kind: str) -> tuple[Version, ...]:
    """Versions of one work in order, each saying which earlier neighbour has the same words."""
    remaining = sorted(versions, key=lambda v: _sort_key(v, kind))
    keys = {v.version for v in versions}
    placed: dict[str, Version] = {}
    while remaining:
        following = next((v for v in remaining if _base_is_placed(v, keys, placed)), remaining[0])
        remaining.remove(following)
        same = _same_words(following, placed)
        as_it_is = same == following.unchanged_from
        placed[following.version] = following if as_it_is else replace(following, unchanged_from=same)
    return tuple(placed.values())


def predecessors(ordered: Sequence[Version]) -> tuple[tuple[Version, Version], ...]:
    """Each version after the one it changed: what it derives from, else the one before it in this order."""
    by_key = {v.version: v for v in ordered}
    pairs = []
    for before, version in pairwise(ordered):
        base = by_key.get(version.derived_from or "")
        pairs.append((base or before, version))
    return tuple(pairs)


def standing(version: Version, ordered: Sequence[Version], today: date) -> Standing:
    """Is this consolidated text law on `today`, judged by the versions that were taken in?"""
    if version.stage != "consolidated":
        return Standing.NOT_APPLICABLE
    since = version.dates.in_force_on
    if since is None:
        return Standing.UNKNOWN
    if since > today:
        return Standing.NOT_YET
    return Standing.SUPERSEDED if successor(version, ordered, today) else Standing.IN_FORCE


def successor(version: Version, ordered: Sequence[Version], today: date) -> Version | None:
    """The next consolidated version in force on or before `today` that replaced this one."""
    since = version.dates.in_force_on
    later = (
        v
        for v in ordered
        if v.stage == "consolidated"
        and since
        and v.dates.in_force_on
        and since < v.dates.in_force_on <= today
    )
    return next(later, None)


def _sort_key(version: Version, kind: str) -> tuple[int, str, int]:
    rank = stage_rank(kind, version.stage)
    known = leading_date(version.dates)
    return (999 if rank is None else rank, known.isoformat() if known else "9999", version.sequence)


def _base_is_placed(version: Version, keys: set[str], placed: dict[str, Version]) -> bool:
    return version.derived_from is None or version.derived_from in placed or version.derived_from not in keys


def _same_words(version: Version, placed: dict[str, Version]) -> str | None:
    """The version right before it, when its words are the same; a text that came back is not unchanged."""
    previous = next(reversed(placed.values()), None)
    return previous.version if previous and previous.text_hash == version.text_hash else None
