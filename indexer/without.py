"""Answering as if some works were not in the index at all.

They are taken out of the postings before anything is counted or weighed: a score that rested on the words of
a hidden work would tell what stands in it. Of engines only what `ranking` needs is known here.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Protocol, TypeVar

from indexer.document import SearchRequest
from indexer.facets import Facets
from indexer.query import Query
from indexer.ranking import Postings

_T = TypeVar("_T")
Evaluate = Callable[[Query, Postings], dict[int, float]]


class Snapshot(Postings, Protocol):
    """Postings with the facet values of their documents."""

    @property
    def facets(self) -> Facets:
        """Which facet values each document bears."""
        ...


def scored(query: Query, snapshot: Snapshot, request: SearchRequest, evaluate: Evaluate) -> dict[int, float]:
    """The documents that fit the question, its filters, and are not hidden, with their scores."""
    hidden = (
        snapshot.facets.bearing("work", request.hidden_works) if request.hidden_works else frozenset[int]()
    )
    postings = _Without(snapshot, hidden) if hidden else snapshot
    return snapshot.facets.passing(evaluate(query, postings), request.filters)


class _Without:
    """Postings from which documents are left out."""

    def __init__(self, postings: Postings, hidden: Set[int]) -> None:
        self._postings, self._hidden = postings, hidden
        self._documents = postings.documents() - hidden
        ratios = sum(postings.length_ratio(document) for document in self._documents)
        self._average = ratios / len(self._documents) if ratios else 1.0

    def documents(self) -> Set[int]:
        """All documents but the hidden ones."""
        return self._documents

    def stemmed(self, stem: str) -> Mapping[int, float]:
        """Documents with a stem, and its weight in them."""
        return self._left(self._postings.stemmed(stem))

    def parts(self, stem: str) -> Mapping[int, float]:
        """Documents with a compound of which this is the stem of a part, and its weight in them."""
        return self._left(self._postings.parts(stem))

    def exact(self, word: str) -> Mapping[int, float]:
        """Documents with a word as it is, and its weight in them."""
        return self._left(self._postings.exact(word))

    def positions(self, word: str) -> Mapping[int, Sequence[int]]:
        """Documents with a word, and where it stands."""
        return self._left(self._postings.positions(word))

    def starting(self, prefix: str) -> Sequence[str]:
        """Words that begin so; those of hidden documents only find nothing."""
        return self._postings.starting(prefix)

    def numbered(self, number: str) -> Set[int]:
        """Documents that are the article of this number."""
        return self._postings.numbered(number) - self._hidden

    def length_ratio(self, document: int) -> float:
        """The length of a document against the average of those that are not hidden."""
        return self._postings.length_ratio(document) / self._average

    def _left(self, found: Mapping[int, _T]) -> dict[int, _T]:
        return {document: value for document, value in found.items() if document not in self._hidden}
