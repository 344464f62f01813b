"""Two trees compared: rows that hold every word of both, and the changes among them.

Articles are aligned first, wherever they stand; inside a pair the leden and onderdelen are aligned the same
way; the deepest aligned pair is compared word by word. A row without a change says that its text is equal.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.diff.alignment import Pairing, align, is_article, sibling_identity, units
from corpus.diff.words import Operation, difference
from corpus.numbering import label, number_token
from corpus.provision import Provision


class ChangeKind(StrEnum):
    """What happened to a provision; a change may bear several."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MODIFIED = "modified"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    HEADING = "heading"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Side:
    """One provision on one side of a row: its own print, or all of it when the other side has nothing."""

    eid: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in one aligned provision. `id` depends on the two eIds only, so that it can be cited."""

    id: str
    kinds: tuple[ChangeKind, ...]
    old: tuple[Side, ...]
    new: tuple[Side, ...]
    ops: tuple[Operation, ...]
    matched_by: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One step of the view, in reading order; `unit` is the eId of the article (or the like) it is in."""

    old: Side | None
    new: Side | None
    depth: int
    unit: str
    change: Change | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows, the changes among them in reading order, and the alignment of the articles."""

    rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    alignment: tuple[tuple[str | None, str | None, str | None], ...]


def compare(old: Sequence[Provision], new: Sequence[Provision]) -> Comparison:
    """Compare two trees; `old` and `new` are taken as given."""
    left, right = tuple(units(old)), tuple(units(new))
    labels = _labels(old), _labels(new)
    sides = [u.provision for u in left], [u.provision for u in right]
    pairings = align(*sides, identity=lambda p: p.eid)
    rows: list[Row] = []
    for pairing in pairings:
        pair = _Pair.of(pairing, *sides)
        rows += _rows(pair, labels, 0, pair.unit)
    alignment = tuple(
        (_eid(pair.old), _eid(pair.new), pair.matched_by)
        for pair in (_Pair.of(p, *sides) for p in pairings)
        if is_article(pair.either)
    )
    return Comparison(tuple(rows), tuple(row.change for row in rows if row.change), alignment)


@dataclass(frozen=True, slots=True)
class _Pair:
    old: Provision | None
    new: Provision | None
    matched_by: str | None
    moved: bool

    @classmethod
    def of(cls, p: Pairing, old: Sequence[Provision], new: Sequence[Provision]) -> "_Pair":
        left = None if p.old is None else old[p.old]
        right = None if p.new is None else new[p.new]
        return cls(left, right, p.matched_by, p.moved)

    @property
    def either(self) -> Provision:
        provision = self.new or self.old
        assert provision is not None
        return provision

    @property
    def unit(self) -> str:
        return self.either.eid


Labels = tuple[dict[str, str], dict[str, str]]


def _eid(provision: Provision | None) -> str | None:
    return None if provision is None else provision.eid


def _labels(provisions: Sequence[Provision]) -> dict[str, str]:
    """eId to citation, for the whole tree."""
    found: dict[str, str] = {}

    def descend(children: Sequence[Provision], path: tuple[Provision, ...]) -> None:
        for p in children:
            here = (*path, p)
            found[p.eid] = label(here)
            descend(p.children, here)

    descend(provisions, ())
    return found


def _rows(pair: _Pair, labels: Labels, depth: int, unit: str) -> Iterator[Row]:
    """The rows of a pair and of all below it; a provision that stands alone is one row with all its text."""
    if pair.old is None or pair.new is None:
        yield _row(pair, labels, depth, unit, text=Provision.full_text)
        return
    yield _row(pair, labels, depth, unit, text=Provision.printed)
    for pairing in align(pair.old.children, pair.new.children, identity=sibling_identity):
        child = _Pair.of(pairing, pair.old.children, pair.new.children)
        yield from _rows(child, labels, depth + 1, unit)


def _row(pair: _Pair, labels: Labels, depth: int, unit: str, *, text: Callable[[Provision], str]) -> Row:
    old, new = (
        None if p is None else Side(p.eid, of[p.eid], text(p))
        for p, of in zip((pair.old, pair.new), labels, strict=True)
    )
    return Row(old, new, depth, unit, _change(pair, old, new))


def _change(pair: _Pair, old: Side | None, new: Side | None) -> Change | None:
    kinds = tuple(_kinds(pair))
    if not kinds:
        return None
    return Change(
        id=_change_id(old, new),
        kinds=kinds,
        old=(old,) if old else (),
        new=(new,) if new else (),
        ops=difference(old.text if old else "", new.text if new else ""),
        matched_by=pair.matched_by,
    )


def _change_id(old: Side | None, new: Side | None) -> str:
    named = f"{old.eid if old else ''}|{new.eid if new else ''}"
    return f"w-{hashlib.sha256(named.encode()).hexdigest()[:12]}"


def _kinds(pair: _Pair) -> Iterator[ChangeKind]:
    """A number is the same number however a source prints it: "1." against "1" is no change."""
    old, new = pair.old, pair.new
    if old is None or new is None:
        yield ChangeKind.INSERTED if old is None else ChangeKind.DELETED
        return
    if pair.moved:
        yield ChangeKind.MOVED
    if number_token(old.num) != number_token(new.num):
        yield ChangeKind.RENUMBERED
    if old.heading.split() != new.heading.split():
        yield ChangeKind.HEADING
    if old.text.split() != new.text.split():
        yield ChangeKind.PUNCTUATION if _letters(old.text) == _letters(new.text) else ChangeKind.MODIFIED


def _letters(text: str) -> list[str]:
    """The words of a text without punctuation: "€ 5,-" and "€ 5" are equal, "a.b" and "ab" are not."""
    return re.findall(r"\w+", text)
