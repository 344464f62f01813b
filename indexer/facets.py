"""Filters, counts and marks: a document carries one number for its combination of values.

There are about as many combinations as versions, so that a condition on marks is tried per combination and
counting is one pass over small numbers. Counts are taken after every filter: the counts of a facet with one
value each add up to the total. Of grouped hits every group counts once.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set

from indexer.document import IndexDocument
from indexer.dutch import words
from indexer.errors import QueryError
from indexer.law_of_day import DatedVersion, Dates, law_of_day
from indexer.query_nodes import Dated, InForce, Known, Mark, Marked, Titled

MARKS = (
    "kind", "stage", "work", "version", "work_title", "section", "dossiers", "dictum", "eu", "dated_on",
    "in_force_on", "law_from", "entered_on", "known_on",
)  # fmt: skip
"""What is true of a document as a whole and can be asked, besides the facets."""
_SEPARATOR, _AND = "\x1f", "\x1e"

Filters = Mapping[str, Sequence[str]]
Values = Mapping[str, frozenset[str]]


def combination(document: IndexDocument, facets: Sequence[str]) -> str:
    """The facet values and marks of a document as one string; each may have several values."""
    values = (getattr(document, name) for name in named(facets))
    return _SEPARATOR.join(value if isinstance(value, str) else _AND.join(value) for value in values)


def named(facets: Sequence[str]) -> tuple[str, ...]:
    """The facets, and after them the marks that are none."""
    return tuple(dict.fromkeys((*facets, *MARKS)))


def check(filters: Filters, facets: Sequence[str]) -> None:
    """`QueryError` when a filter is on something that is no facet."""
    for name in filters:
        if name not in facets:
            raise QueryError("Dit filter bestaat niet.", value=name, remedy=f"Kies uit: {', '.join(facets)}.")


def fits(values: Values, mark: Marked | Titled | Dated | Known) -> bool:
    """Is a mark true of a document with these values?"""
    match mark:
        case Marked(name, wanted):
            return bool(values[name] & set(wanted))
        case Titled(name):
            return _is_titled(values, words(name), name)
        case Dated(first, last):
            return any(day >= first and (not last or day <= last) for day in values["dated_on"] if day)
        case Known(on):
            return any("" < day <= on for day in values["known_on"])


def _is_titled(values: Values, asked: tuple[str, ...], key: str) -> bool:
    if any(work.casefold() == key.casefold() for work in values["work"]):
        return True
    rows = (words(title) for title in values["work_title"])
    return bool(asked) and any(row[i : i + len(asked)] == asked for row in rows for i in range(len(row)))


class _Known(dict[str, frozenset[str]]):
    """The values in a part of a combination, made once however many combinations share them."""

    def __missing__(self, text: str) -> frozenset[str]:
        self[text] = found = frozenset(text.split(_AND))
        return found


class Facets:
    """The combinations that occur, and which of them each document bears."""

    def __init__(
        self,
        names: Sequence[str],
        combinations: Iterable[str],
        borne: "array[int]",
        documents: Callable[[], Set[int]],
    ) -> None:
        self._names, self._documents = names, documents
        known = _Known()
        self._values = [[known[value] for value in text.split(_SEPARATOR)] for text in combinations]
        self._places = {name: i for i, name in enumerate(named(names))}
        self.borne = borne
        self._living: frozenset[int] | None = None
        self._law: dict[tuple[str, str], frozenset[str]] = {}

    def passing(self, scores: dict[int, float], filters: Filters) -> dict[int, float]:
        """The documents that bear one of the values wanted, for every facet with values."""
        wanted = [(self._places[facet], set(values)) for facet, values in filters.items() if values]
        if not wanted:
            return scores
        allowed = [all(values[i] & among for i, among in wanted) for values in self._values]
        return {document: score for document, score in scores.items() if allowed[self.borne[document]]}

    def bearing(self, facet: str, values: Set[str]) -> frozenset[int]:
        """The documents that bear one of these values, deleted ones included."""
        index = self._places[facet]
        return self._bearing(number for number, borne in enumerate(self._values) if borne[index] & values)

    def marked(self, mark: Mark) -> frozenset[int]:
        """The documents of which a mark is true, deleted ones included."""
        if isinstance(mark, InForce):
            return self.bearing("version", self.law(mark.on, mark.known))
        return self._bearing(n for n in range(len(self._values)) if fits(self.values(n), mark))

    def law(self, on: str, known: str = "") -> frozenset[str]:
        """The versions that were law on a day, as far as was known on another."""
        if (on, known) not in self._law:
            self._law[on, known] = law_of_day(map(self._dated, self._borne_by_living()), on, known)
        return self._law[on, known]

    def values(self, number: int) -> dict[str, frozenset[str]]:
        """The values of one combination, by name."""
        return dict(zip(self._places, self._values[number], strict=True))

    def column(self, name: str) -> list[frozenset[str]]:
        """Per combination its values of one name."""
        index = self._places[name]
        return [values[index] for values in self._values]

    def one(self, name: str) -> list[str]:
        """Per combination its value, of a mark that has one."""
        index = self._places[name]
        return [next(iter(values[index])) for values in self._values]

    def counts(
        self, documents: Iterable[int], groups: "array[int] | None" = None
    ) -> dict[str, tuple[tuple[str, int], ...]]:
        """Per facet the values and how many documents, or groups of them, bear them, most first."""
        counters = self._of_groups(documents, groups) if groups is not None else self._each(documents)
        return {
            name: tuple(
                sorted(((v, n) for v, n in counter.items() if v), key=lambda item: (-item[1], item[0]))
            )
            for name, counter in zip(self._names, counters, strict=True)
        }

    def _each(self, documents: Iterable[int]) -> list[Counter[str]]:
        counters: list[Counter[str]] = [Counter() for _ in self._names]
        for number, count in Counter(map(self.borne.__getitem__, documents)).items():
            for counter, values in zip(counters, self._values[number], strict=False):
                for value in values:
                    counter[value] += count
        return counters

    def _of_groups(self, documents: Iterable[int], groups: "array[int]") -> list[Counter[str]]:
        borne = self.borne
        pairs = {(groups[document], borne[document]) for document in documents}
        used = {number for _, number in pairs}
        counters = []
        for index, _ in enumerate(self._names):
            values = {number: self._values[number][index] for number in used}
            distinct = {(group, value) for group, number in pairs for value in values[number]}
            counters.append(Counter(value for _, value in distinct))
        return counters

    def _bearing(self, numbers: Iterable[int]) -> frozenset[int]:
        wanted = bytearray(len(self._values))
        for number in numbers:
            wanted[number] = 1
        if not any(wanted):
            return frozenset()
        return frozenset(document for document, number in enumerate(self.borne) if wanted[number])

    def _borne_by_living(self) -> frozenset[int]:
        if self._living is None:
            self._living = frozenset(map(self.borne.__getitem__, self._documents()))
        return self._living

    def _dated(self, number: int) -> DatedVersion:
        values = {name: next(iter(found)) for name, found in self.values(number).items()}
        dates = Dates(values["in_force_on"], values["law_from"], values["entered_on"], values["known_on"])
        return DatedVersion(values["work"], values["version"], dates)
