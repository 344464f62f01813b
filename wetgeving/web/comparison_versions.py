"""The versions around a comparison: those that can be chosen for a side, and those that were passed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wetgeving.services.catalogue import ListedVersion, ShelvedWork
from wetgeving.web.standing_view import short_date, version_name


@dataclass(frozen=True, slots=True)
class Offered:
    """The versions of one work that can be chosen: key and name."""

    title: str
    versions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Two neighbouring versions; `same` says that their words are equal."""

    old: str
    new: str
    old_name: str
    new_name: str
    same: bool


def offered(shelf: Sequence[ShelvedWork], *, without: str = "") -> tuple[Offered, ...]:
    """Every version of these works, drafts too, oldest first; `without` is pinned on the other side."""
    return tuple(
        Offered(
            kept.work.short_title or kept.work.title or kept.work.key,
            tuple(
                (v.version.version, version_name(v)) for v in kept.versions if v.version.version != without
            ),
        )
        for kept in shelf
    )


def steps_between(versions: Sequence[ListedVersion], old: str, new: str) -> tuple[Step, ...]:
    """The comparisons, step by step, that lead from one version of a work to another; () for neighbours."""
    keys = [v.version.version for v in versions]
    if old not in keys or new not in keys:
        return ()
    start, end = sorted((keys.index(old), keys.index(new)))
    if end - start < 2:
        return ()
    passed = versions[start : end + 1]
    named = len({v.version.stage for v in passed}) > 1
    return tuple(_step(a, b, named=named) for a, b in pairwise(passed))


def _step(old: ListedVersion, new: ListedVersion, *, named: bool) -> Step:
    same = old.version.text_hash == new.version.text_hash
    names = [version_name(v) if named else short_date(v.version.dates) for v in (old, new)]
    return Step(old.version.version, new.version.version, names[0], names[1], same)
