"""The looser answer of `indexer.loosening`, asked of Tantivy itself: the same concepts, ways and weights.

What covers most of the question is found by one query; only those documents are weighed further, and only of
what is shown is it told which words it lacks. So nothing here grows with how common a word is.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.dutch import stem, words
from indexer.loosening import (
    ABOVE,
    APART,
    COVERAGE,
    COVERED_ABOVE,
    HEADING_ONLY,
    LAW_ITSELF,
    LEAST_COVERED,
    Concept,
    Way,
)
from indexer.query_nodes import And, Query, Word
from indexer.tantivy_compile import Compiler
from indexer.tantivy_door import (
    Address,
    Compiled,
    Hits,
    best_of,
    boosted,
    both,
    constant,
    either,
    term,
    terms,
)
from indexer.tantivy_fields import marked
from indexer.tantivy_snapshot import Seen
from indexer.terms import WHOLE_HEADING

MOST_CANDIDATES = 400
_ROUNDING = 0.005  # scores are on a grid


@dataclass(frozen=True, slots=True)
class _Asked:
    """A concept as the index is asked for it, what is below a heading with it, and what it weighs."""

    concept: Concept
    ways: tuple[Compiled, ...]
    above: Compiled
    weight: float


class Looser:
    """What has most of a question, without what has all of it."""

    def __init__(self, seen: Seen, concepts: Sequence[Concept]) -> None:
        self._seen = seen
        self._asked = tuple(map(self._of, concepts))
        self._whole = sum(one.weight for one in self._asked) or 1.0

    def hits(self, strict: Compiled) -> Hits:
        """What covers enough of the question with what it is worth, the best first; never what is strict."""
        covering = self._seen.passing(both((either(self._covering()),), never=(strict,)))
        _, best = self._seen.snapshot.searcher.best(covering, MOST_CANDIDATES)
        covered = {_key(a): c / self._whole for c, a in best if c / self._whole > LEAST_COVERED - _ROUNDING}
        some = self._some([address for _, address in best])
        scores = self._seen.snapshot.searcher.all(both((constant(some, 0.0),), may=self._scoring()))
        alone = self._keys(both((some, term("heading", WHOLE_HEADING))))
        acts = self._keys(both((some, term("mark", marked("kind", "act")))))
        hits = [
            (
                score
                * covered[key] ** COVERAGE
                * (HEADING_ONLY if key in alone else 1.0)
                * (LAW_ITSELF if key in acts else 1.0),
                address,
            )
            for score, address in scores
            if (key := _key(address)) in covered
        ]
        return sorted(hits, key=lambda hit: (-hit[0], hit[1].segment_ord, hit[1].doc))

    def told(self, shown: Sequence[Address]) -> Iterator[tuple[tuple[str, ...], tuple[tuple[str, str], ...]]]:
        """Of each the words that it lacks, and those for which it has something else, with what."""
        some = self._some(shown)
        met = [(one.concept.asked, self._met(one, some)) for one in self._asked]
        for key in map(_key, shown):
            missing = tuple(asked for asked, ways in met if key not in ways)
            instead = ((asked, ways[key].instead) for asked, ways in met if key in ways)
            yield missing, tuple((asked, other) for asked, other in instead if other)

    def _of(self, concept: Concept) -> _Asked:
        ways = tuple(either(found for found, _ in self._parts(way)) for way in concept.ways)
        above = both([term("context", stem(word)) for word in words(concept.asked)] or [either(())])
        return _Asked(concept, ways, above, self._rarity(either(ways)))

    def _parts(self, way: Way) -> Iterator[tuple[Compiled, Compiled]]:
        """What a way finds, and that with its scores; of words that belong together one may stand above."""
        yield self._with_scores(way.query)
        match way.query:
            case And((Word() as front, Word() as back)) if way.factor == APART:
                for here, there in ((front, back), (back, front)):
                    above = constant(term("context", stem(there.word)), 0.0)
                    found, scored = self._with_scores(here)
                    yield both((found, above)), both((scored, above))

    def _with_scores(self, query: Query) -> tuple[Compiled, Compiled]:
        compiler = Compiler(query, self._seen, alone=False)
        return compiler.matching(query), compiler.compiled()

    def _rarity(self, query: Compiled) -> float:
        total, found = self._seen.documents, self._seen.count(query)
        return math.log(1 + (total - found + 0.5) / (found + 0.5)) if found else 0.0

    def _covering(self) -> Iterator[Compiled]:
        for one in self._asked:
            ways = [
                constant(query, one.weight * way.factor)
                for way, query in zip(one.concept.ways, one.ways, strict=True)
            ]
            yield best_of((*ways, constant(one.above, one.weight * COVERED_ABOVE)))

    def _scoring(self) -> Iterator[Compiled]:
        for one in self._asked:
            ways = ((way.factor, score) for way in one.concept.ways for _, score in self._parts(way))
            yield best_of([boosted(score, factor) for factor, score in ways])
            yield constant(one.above, ABOVE * self._rarity(one.above))

    def _met(self, one: _Asked, some: Compiled) -> Mapping[int, Way]:
        """Of some documents the best way in which each meets a concept."""
        found: dict[int, Way] = {}
        ways = sorted(zip(one.concept.ways, one.ways, strict=True), key=lambda way: -way[0].factor)
        for way, query in ways:
            for key in self._keys(both((some, query))):
                found.setdefault(key, way)
        return found

    def _some(self, addresses: Sequence[Address]) -> Compiled:
        numbers = self._seen.snapshot.searcher.column("document_number", addresses)
        return terms("document_number", numbers) if numbers else either(())

    def _keys(self, query: Compiled) -> frozenset[int]:
        return frozenset(_key(address) for _, address in self._seen.snapshot.searcher.all(query))


def _key(address: Address) -> int:
    key: int = address.segment_ord << 32 | address.doc
    return key
