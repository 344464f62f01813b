"""The combinations of marks and facet values that occur in a Tantivy index, held in memory.

There are about as many as versions. A document carries the number of its combination, so that counting is
one pass over numbers, and what is asked of dates or titles becomes the combinations of which it is true.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from operator import itemgetter

from indexer.facets import Facets
from indexer.query_nodes import Mark
from indexer.tantivy_door import Compiled, Searcher, everything, nothing, terms
from indexer.tantivy_fields import number_of

_MANY = 100  # values of a facet; of those with fewer the combinations are few
Counts = Mapping[str, tuple[tuple[str, int], ...]]


class Marks:
    """The combinations of one committed state, each with a number in the index and a place here."""

    def __init__(self, names: Sequence[str], combinations: Iterable[str]) -> None:
        self.names, texts = names, sorted(combinations)
        numbers = range(len(texts))
        self.facets = Facets(names, texts, array("I", numbers), lambda: frozenset(numbers))
        self.combos = [number_of(text) for text in texts]
        self.places = {combo: number for number, combo in enumerate(self.combos)}
        self.days, self.works = self.facets.one("dated_on"), self.facets.one("work")
        self.versions = self.facets.one("version")
        some = cache(lambda values: tuple(value for value in values if value))
        self._values = {name: [some(one) for one in self.facets.column(name)] for name in names}
        self._wide = [name for name in names if len(set(self._values[name])) > _MANY]
        self._narrow = [name for name in names if name not in self._wide]
        self._one = {
            name: [value for (value,) in values]
            for name, values in self._values.items()
            if all(len(value) == 1 for value in values)
        }
        kinds: dict[tuple[tuple[str, ...], ...], int] = {}
        rows = zip(*(self._values[name] for name in self._narrow), strict=True)
        self._kind_of = [kinds.setdefault(row, len(kinds)) for row in rows]
        self._kinds = list(kinds)

    @classmethod
    def of(cls, searcher: Searcher, names: Sequence[str], known: "Marks | None") -> "Marks":
        """Those of a committed state; the known ones when it has the same."""
        if not searcher.documents:
            return cls(names, ())
        if known and searcher.counted(everything(), "combo").keys() == known.places.keys():
            return known
        return cls(names, searcher.counted(everything(), "combination"))

    def marked(self, mark: Mark) -> Compiled:
        """The documents of which a mark is true."""
        return self.bearing(self.facets.marked(mark))

    def bearing(self, numbers: Set[int]) -> Compiled:
        """The documents that bear one of these combinations."""
        if len(numbers) == len(self.combos):
            return everything()
        return terms("combo", sorted(self.combos[number] for number in numbers)) if numbers else nothing()

    def counted(self, found: Mapping[int, int]) -> Counts:
        """Per facet its values and how many documents bear them, when so many bear each combination."""
        return self._ordered(self._sums(found))

    def counted_once(self, groups: Sequence[int], combos: Sequence[int]) -> Counts:
        """The same of groups of documents, of which each counts once for every value."""
        sizes, alone = Counter(groups), Counter(combos)
        if len(sizes) == len(groups):
            return self.counted(alone)
        of_several = {group for group, size in sizes.items() if size > 1}
        several = [(g, c) for g, c in zip(groups, combos, strict=True) if g in of_several]
        for _, combo in several:
            alone[combo] -= 1
        sums = self._sums({combo: count for combo, count in alone.items() if count})
        placed = [(group, self.places[combo]) for group, combo in several]
        for name in self._wide:
            _count(self._borne(name, placed), sums[name])
        kinds = {(group, self._kind_of[place]) for group, place in placed}
        for column, name in enumerate(self._narrow):
            _count({(group, v) for group, kind in kinds for v in self._kinds[kind][column]}, sums[name])
        return self._ordered(sums)

    def _sums(self, found: Mapping[int, int]) -> dict[str, dict[str, int]]:
        counts = list(zip(map(self.places.__getitem__, found), found.values(), strict=True))
        sums = {name: self._summed(name, counts) for name in self._wide}
        of_kind: dict[int, int] = {}
        for place, count in counts:
            kind = self._kind_of[place]
            of_kind[kind] = of_kind.get(kind, 0) + count
        for column, name in enumerate(self._narrow):
            sums[name] = _summed([kind[column] for kind in self._kinds], of_kind.items())
        return sums

    def _summed(self, name: str, counts: Sequence[tuple[int, int]]) -> dict[str, int]:
        one = self._one.get(name)
        if one is None:
            values = self._values[name]
            return _summed(values, [(place, count) for place, count in counts if values[place]])
        sums: dict[str, int] = {}
        for place, count in counts:
            value = one[place]
            sums[value] = sums.get(value, 0) + count
        return sums

    def _borne(self, name: str, placed: Sequence[tuple[int, int]]) -> Set[tuple[int, str]]:
        """Every group with every value that one of it bears."""
        one = self._one.get(name)
        if one is not None:
            places = map(itemgetter(1), placed)
            return set(zip(map(itemgetter(0), placed), map(one.__getitem__, places), strict=True))
        values = self._values[name]
        return {(group, value) for group, place in placed for value in values[place]}

    def _ordered(self, sums: Mapping[str, Mapping[str, int]]) -> Counts:
        found = {}
        for name in self.names:
            items = sorted(sums[name].items())
            items.sort(key=itemgetter(1), reverse=True)
            found[name] = tuple(items)
        return found


def _summed(values: Sequence[tuple[str, ...]], counts: Iterable[tuple[int, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for place, count in counts:
        for value in values[place]:
            sums[value] = sums.get(value, 0) + count
    return sums


def _count(found: Iterable[tuple[int, str]], sums: dict[str, int]) -> None:
    for value, count in Counter(map(itemgetter(1), found)).items():
        sums[value] = sums.get(value, 0) + count
