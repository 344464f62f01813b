"""Filters and counts over all hits: a document carries one number for its combination of facet values.

There are about as many combinations as versions, so that counting is one pass over small numbers.
Counts are taken after every filter: the counts of a facet with one value each add up to the total.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from indexer.document import IndexDocument
from indexer.errors import QueryError

_SEPARATOR, _AND = "\x1f", "\x1e"

Filters = Mapping[str, Sequence[str]]


def combination(document: IndexDocument, facets: Sequence[str]) -> str:
    """The facet values of a document as one string; a facet may have several values."""
    values = (getattr(document, facet) for facet in facets)
    return _SEPARATOR.join(value if isinstance(value, str) else _AND.join(value) for value in values)


def check(filters: Filters, facets: Sequence[str]) -> None:
    """`QueryError` when a filter is on something that is no facet."""
    for name in filters:
        if name not in facets:
            raise QueryError("Dit filter bestaat niet.", value=name, remedy=f"Kies uit: {', '.join(facets)}.")


class Facets:
    """The combinations that occur, and which of them each document bears."""

    def __init__(self, names: Sequence[str], combinations: Iterable[str], borne: "array[int]") -> None:
        self._names = names
        self._values = [
            [frozenset(value.split(_AND)) for value in text.split(_SEPARATOR)] for text in combinations
        ]
        self._borne = borne

    def passing(self, scores: dict[int, float], filters: Filters) -> dict[int, float]:
        """The documents that bear one of the values wanted, for every facet with values."""
        wanted = [(self._names.index(facet), set(values)) for facet, values in filters.items() if values]
        if not wanted:
            return scores
        allowed = [all(values[i] & among for i, among in wanted) for values in self._values]
        return {document: score for document, score in scores.items() if allowed[self._borne[document]]}

    def bearing(self, facet: str, values: Set[str]) -> frozenset[int]:
        """The documents that bear one of these values, deleted ones included."""
        index = self._names.index(facet)
        among = {number for number, borne in enumerate(self._values) if borne[index] & values}
        return frozenset(n for n, number in enumerate(self._borne) if number in among)

    def counts(self, documents: Iterable[int]) -> dict[str, tuple[tuple[str, int], ...]]:
        """Per facet the values and how many documents bear them, most first."""
        counters: tuple[Counter[str], ...] = tuple(Counter() for _ in self._names)
        for number, count in Counter(map(self._borne.__getitem__, documents)).items():
            for counter, values in zip(counters, self._values[number], strict=True):
                for value in values:
                    counter[value] += count
        ordered = (sorted(counter.items(), key=lambda item: (-item[1], item[0])) for counter in counters)
        return dict(zip(self._names, map(tuple, ordered), strict=True))
