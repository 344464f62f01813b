"""Where in a document something stands: what `NEAR` and `in:` rest on.

A span is the first and last place of what was found. Places are those of `indexer.terms`; one part of a
document is far from the next, so that what is near is near in the same part.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from indexer.dutch import stem
from indexer.errors import written_at
from indexer.query_nodes import HEADING, TEXT, Or, Phrase, Prefix, Spanned, Word
from indexer.terms import FROM_TEXT

Span = tuple[int, int]
Spans = Mapping[int, Sequence[Span]]
Positions = Mapping[int, Sequence[int]]


class Placed(Protocol):
    """What an engine lends of places."""

    def positions(self, word: str) -> Positions:
        """Documents with a word, and where."""
        ...

    def stem_positions(self, stem: str) -> Positions:
        """Documents with a stem, and where."""
        ...

    def part_positions(self, stem: str) -> Positions:
        """Documents with a compound of which this is the stem of a part, and where."""
        ...

    def starting(self, prefix: str) -> Sequence[str]:
        """Words that begin so, sorted."""
        ...


def spans(node: Spanned, placed: Placed, prefix: str = "") -> Spans:
    """Where it stands, per document in order; `prefix` is what the words are marked with in the index."""
    match node:
        case Word(word):
            asked = prefix + stem(word)
            return _single((placed.stem_positions(asked), placed.part_positions(asked)))
        case Prefix(beginning, at):
            with written_at(at):
                words = placed.starting(prefix + beginning)
            return _single(map(placed.positions, words))
        case Phrase(words):
            return _phrase([placed.positions(prefix + word) for word in words])
        case Or(nodes):
            return _union(spans(inner, placed, prefix) for inner in nodes if isinstance(inner, Spanned))


def within(found: Spans, zone: str) -> Spans:
    """The spans that lie in the heading, or in the text; of any other place all."""
    if zone not in (HEADING, TEXT):
        return found
    inside = {
        d: [s for s in places if (s[0] < FROM_TEXT) == (zone == HEADING)] for d, places in found.items()
    }
    return {document: places for document, places in inside.items() if places}


def pairs(left: Spans, right: Spans, distance: int) -> dict[int, list[tuple[Span, Span]]]:
    """Per document the pairs of which one ends at most `distance` places before the other begins."""
    found = {}
    for document in sorted(left.keys() & right.keys()):
        near = _near(left[document], right[document], distance)
        if near:
            found[document] = near
    return found


def _near(left: Sequence[Span], right: Sequence[Span], distance: int) -> list[tuple[Span, Span]]:
    forward = _following(left, right, distance)
    backward = ((a, b) for b, a in _following(right, left, distance))
    return list(dict.fromkeys((*forward, *backward)))


def _following(first: Sequence[Span], second: Sequence[Span], distance: int) -> Iterable[tuple[Span, Span]]:
    starts = [start for start, _ in second]
    for one in first:
        for other in second[bisect_right(starts, one[1]) : bisect_left(starts, one[1] + distance + 1)]:
            yield one, other


def _single(rows: Iterable[Positions]) -> Spans:
    return _union({d: [(p, p) for p in places] for d, places in row.items()} for row in rows)


def _phrase(rows: Sequence[Positions]) -> Spans:
    found = {}
    for document in set(rows[0]).intersection(*rows[1:]):
        starts = set(rows[0][document])
        for offset, row in enumerate(rows[1:], 1):
            starts &= {position - offset for position in row[document]}
        if starts:
            found[document] = [(start, start + len(rows) - 1) for start in sorted(starts)]
    return found


def _union(many: Iterable[Spans]) -> Spans:
    total: dict[int, set[Span]] = {}
    for one in many:
        for document, places in one.items():
            total.setdefault(document, set()).update(places)
    return {document: sorted(places) for document, places in total.items()}
