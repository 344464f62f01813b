"""What someone may have meant by a word that occurs nowhere: the nearest words of the index.

Nearness is the number of letters to put in, take out, change or swap with the one beside it. Only words that
begin with the same letter, or with the second when the first two were swapped, are looked at, and of an index
with too many of those none, so that an answer is quick.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from typing import Protocol

from indexer.document import TermFound
from indexer.dutch import stem
from indexer.query_nodes import NOWHERE, At, Everything, Or, Query, Word, conditions

MOST_COMPARED = 30_000
MOST_NEAREST = 3
_SHORTEST = 3

Count = Callable[[Iterable[Query]], list[int]]
"""In how many documents each node holds by itself."""


class Lexis(Protocol):
    """The words that can be found."""

    def exact(self, word: str) -> Sized:
        """Documents with a word exactly so."""
        ...

    def vocabulary(self, prefix: str, most: int) -> Sequence[str]:
        """Words that begin so, sorted; none when there are more than `most`."""
        ...


def explained(query: Query, question: str, lexis: Lexis, holding: Count) -> tuple[TermFound, ...]:
    """Every condition of a question that found nothing, and in how many documents each holds by itself."""
    written: dict[At, tuple[Query, ...]] = {}
    for node in conditions(query):
        at: At = getattr(node, "at", NOWHERE)
        if at != NOWHERE and not isinstance(node, Everything):
            written[at] = (*written.get(at, ()), node)
    nodes = [_either(written[at]) for at in sorted(written)]
    counts = zip(sorted(written), nodes, holding(nodes), strict=True)
    return tuple(
        TermFound(question[slice(*at)], documents, at, () if documents else _near(node, lexis))
        for at, node, documents in counts
    )


def _either(nodes: tuple[Query, ...]) -> Query:
    """What was written in one place: the values of a field are one or the other."""
    return nodes[0] if len(nodes) == 1 else Or(nodes)


def _near(node: Query, lexis: Lexis) -> tuple[str, ...]:
    return _existing(node.word, lexis) if isinstance(node, Word) else ()


def _existing(word: str, lexis: Lexis) -> tuple[str, ...]:
    """The nearest words that stand in a document which is not hidden, one of each stem, most common first."""
    found: dict[str, tuple[int, int, str]] = {}
    for distance, other in nearest(word, _vocabulary(word, lexis)):
        documents = len(lexis.exact(other))
        key = stem(other)
        if documents and (key not in found or (distance, -documents, other) < found[key]):
            found[key] = (distance, -documents, other)
    return tuple(other for _, _, other in sorted(found.values())[:MOST_NEAREST])


def _vocabulary(word: str, lexis: Lexis) -> Iterator[str]:
    for first in dict.fromkeys(word[:2]):
        yield from lexis.vocabulary(first, MOST_COMPARED)


def nearest(word: str, vocabulary: Iterable[str]) -> list[tuple[int, str]]:
    """The words at the least distance that is still likely to be a slip, with it."""
    if len(word) < _SHORTEST or any(c.isdigit() for c in word):
        return []
    most = 1 if len(word) < 6 else 2 if len(word) < 12 else 3
    letters = set(word)
    likely = (
        w
        for w in set(vocabulary)
        if abs(len(w) - len(word)) <= most and len(letters ^ set(w)) <= 2 * most and w.isalpha()
    )
    found = ((distance, other) for other in likely if (distance := apart(word, other, most)) <= most)
    return sorted(found)[:50]


def apart(one: str, other: str, most: int) -> int:
    """How many letters two words differ by; more than `most` is not counted further."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, second in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != second))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == second:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
