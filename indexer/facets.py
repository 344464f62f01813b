"""Filters and counts over all hits: a document carries one number for its combination of facet values.

There are about as many combinations as versions, so that counting is one pass over small numbers.
Counts are taken after every filter: the counts of each facet add up to the total.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from indexer.document import FACETS, IndexDocument
from indexer.errors import QueryError

_SEPARATOR = "\x1f"

Filters = Mapping[str, Sequence[str]]


def combination(document: IndexDocument) -> str:
    """The facet values of a document as one string."""
    return _SEPARATOR.join(getattr(document, facet) for facet in FACETS)


def check(filters: Filters) -> None:
    """`QueryError` when a filter is on something that is no facet."""
    for name in filters:
        if name not in FACETS:
            raise QueryError("Dit filter bestaat niet.", value=name, remedy=f"Kies uit: {', '.join(FACETS)}.")


class Facets:
    """The combinations that occur, and which of them each document bears."""

    def __init__(self, combinations: Iterable[str], borne: "array[int]") -> None:
        self._values = [text.split(_SEPARATOR) for text in combinations]
        self._borne = borne

    def passing(self, scores: dict[int, float], filters: Filters) -> dict[int, float]:
        """The documents that bear one of the values wanted, for every facet with values."""
        wanted = [(FACETS.index(facet), set(values)) for facet, values in filters.items() if values]
        if not wanted:
            return scores
        allowed = [all(values[i] in among for i, among in wanted) for values in self._values]
        return {document: score for document, score in scores.items() if allowed[self._borne[document]]}

    def bearing(self, facet: str, values: Set[str]) -> frozenset[int]:
        """The documents that bear one of these values, deleted ones included."""
        index = FACETS.index(facet)
        among = {number for number, borne in enumerate(self._values) if borne[index] in values}
        return frozenset(n for n, number in enumerate(self._borne) if number in among)

    def counts(self, documents: Iterable[int]) -> dict[str, tuple[tuple[str, int], ...]]:
        """Per facet the values and how many documents bear them, most first."""
        counters: tuple[Counter[str], ...] = tuple(Counter() for _ in FACETS)
        for number, count in Counter(map(self._borne.__getitem__, documents)).items():
            for counter, value in zip(counters, self._values[number], strict=True):
                counter[value] += count
        ordered = (sorted(counter.items(), key=lambda item: (-item[1], item[0])) for counter in counters)
        return dict(zip(FACETS, map(tuple, ordered), strict=True))
