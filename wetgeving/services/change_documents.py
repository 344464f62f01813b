"""From a comparison of two versions to what is searched: per change what went in and what went out.

What only changed places is neither: text that was moved has nothing inserted or deleted in it, and what was
split off a provision, or put together with another one, is taken out of what that one lost or gained.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.diff import Change, ChangeKind, Comparison, Correction, Operation, Side
from corpus.diff.units import units
from corpus.diff.words import difference
from corpus.numbering import bare_number
from corpus.provision import Provision, ProvisionKind
from indexer.changes import DELETED, INSERTED, ChangeDocument
from wetgeving.services.version_key import leading_date
from wetgeving.store.values import Version, Work

_SIGNS = {DELETED: "-", INSERTED: "+"}
_MINOR = frozenset({ChangeKind.CONSEQUENTIAL, ChangeKind.PUNCTUATION})
_LEAST_CARRIED = 3  # words in a row; fewer are the same by chance

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A version and the one it is compared with, of one work, and what an editor said of the two."""

    work: Work
    old: Version
    new: Version
    corrections: tuple[Correction, ...] = ()

    @property
    def id(self) -> str:
        """How all that is indexed of this pair begins: the newer version first, which it is found under."""
        return f"{self.new.version}/{self.old.version}"


@dataclass(frozen=True, slots=True)
class _Half:
    """One side of a change: its text, and where in it something went out (or in)."""

    text: str
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, ops: Iterable[Operation], sign: str) -> "_Half":
        pieces, spans, at = [], [], 0
        for own, text in ops:
            if own not in ("=", sign):
                continue
            if own == sign and text.strip():
                spans.append((at, at + len(text)))
            pieces.append(text)
            at += len(text)
        return cls("".join(pieces), tuple(spans))


@dataclass(slots=True)
class _Places:
    """The article (or other unit) that each provision of a version stands in: its number and its heading."""

    found: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, provisions: Sequence[Provision]) -> "_Places":
        places = cls()
        for unit in units(provisions):
            p = unit.provision
            number = bare_number(p.num) if p.kind is ProvisionKind.ARTICLE else ""
            places.found.update((inner.eid, (number, p.heading)) for inner in p.walk())
        return places


def change_documents(
    pair: Pair, comparison: Comparison, texts: tuple[Sequence[Provision], Sequence[Provision]]
) -> Iterator[ChangeDocument]:
    """The documents of a comparison; a change without anything put in or taken out has none."""
    halves = {
        (change.id, direction): _Half.of(change.ops, sign)
        for change in comparison.changes
        for direction, sign in _SIGNS.items()
    }
    halves.update(_without_carried(comparison.changes, halves))
    places = {DELETED: _Places.of(texts[0]), INSERTED: _Places.of(texts[1])}
    for change in comparison.changes:
        for direction in (DELETED, INSERTED):
            half = halves[change.id, direction]
            if half.spans:
                yield _document(pair, change, direction, half, places[direction])


def _document(pair: Pair, change: Change, direction: str, half: _Half, places: _Places) -> ChangeDocument:
    side = _side(change, direction)
    number, heading = places.found.get(side.eid, ("", ""))
    version, work = pair.new, pair.work
    document = ChangeDocument(
        id=f"{pair.id}/{change.id}/{direction}",
        digest="",
        version=version.version,
        work=work.key,
        work_title=work.short_title or work.title or work.key,
        kind=work.kind,
        stage=version.stage,
        in_force_on=version.dates.in_force_on.isoformat() if version.dates.in_force_on else "",
        eid=side.eid,
        number=number,
        label=side.label,
        heading=heading,
        text=half.text,
        fictional=work.fictional,
        dossiers=tuple(sorted(work.dossiers)),
        dated_on=day.isoformat() if (day := leading_date(version.dates)) else "",
        old=pair.old.version,
        change=change.id,
        direction=direction,
        kinds=tuple(kind.value for kind in change.kinds),
        minor=ChangeKind.CONSEQUENTIAL in change.kinds or set(change.kinds) <= _MINOR,
        changed=half.spans,
    )
    return replace(document, digest=hashlib.sha256(repr(document).encode()).hexdigest()[:32])


def _side(change: Change, direction: str) -> Side:
    """The first provision with text on the side of this direction: where the words stand, or stood."""
    sides = change.old if direction == DELETED else change.new
    return next((side for side in sides if side.text), change.place)


def _without_carried(
    changes: Sequence[Change], halves: Mapping[tuple[str, str], _Half]
) -> dict[tuple[str, str], _Half]:
    """The halves that differ once what a split or a merger carried along counts neither as in nor as out."""
    result: dict[tuple[str, str], _Half] = {}
    for direction, counter in ((INSERTED, DELETED), (DELETED, INSERTED)):
        wholes = _wholes(changes, counter)
        for change in changes:
            sides, named = (change.new, change.old) if direction == INSERTED else (change.old, change.new)
            if not any(s.text for s in sides) or any(s.text for s in named):
                continue
            for whole in (wholes[s.eid] for s in named if s.eid in wholes):
                keys = (change.id, direction), (whole, counter)
                pair = [result.get(key) or halves[key] for key in keys]
                result.update(zip(keys, _carried(*pair), strict=True))
    return result


def _wholes(changes: Sequence[Change], direction: str) -> dict[str, str]:
    """By eId, the change in which a provision stands with its text on the side of this direction."""
    found: dict[str, str] = defaultdict(str)
    for change in changes:
        for side in change.old if direction == DELETED else change.new:
            if side.text:
                found[side.eid] = change.id
    return dict(found)


def _carried(piece: _Half, whole: _Half) -> tuple[_Half, _Half]:
    """Both without the runs of words that stand in the changed parts of either."""
    texts = ["\n".join(half.text[start:end] for start, end in half.spans) for half in (piece, whole)]
    kept: tuple[list[Span], list[Span]] = ([], [])
    at = [0, 0]
    for sign, text in difference(*texts):
        if sign == "=" and len(text.split()) >= _LEAST_CARRIED:
            for spans, start in zip(kept, at, strict=True):
                spans.append((start, start + len(text)))
        at[0] += len(text) * (sign != "+")
        at[1] += len(text) * (sign != "-")
    return _less(piece, kept[0]), _less(whole, kept[1])


def _less(half: _Half, carried: Sequence[Span]) -> _Half:
    """A half without these parts of its changed text, which are counted in the joined changed text."""
    spans: list[Span] = []
    joined = 0
    for start, end in half.spans:
        cut = start
        for first, last in carried:
            from_, to = max(start, start + first - joined), min(end, start + last - joined)
            if from_ < to:
                spans += [(cut, from_)] if cut < from_ else []
                cut = max(cut, to)
        spans += [(cut, end)] if cut < end else []
        joined += end - start + 1
    return _Half(half.text, tuple(s for s in spans if half.text[slice(*s)].strip()))
