"""Answering as if some works were not in the index at all.

They are taken out of the postings before anything is counted or weighed: a score that rested on the words of
a hidden work would tell what stands in it. Of engines only what `ranking` needs is known here.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Protocol, TypeVar

from indexer.document import SearchRequest
from indexer.facets import Facets
from indexer.query import Mark, Query
from indexer.query_nodes import ARTICLE
from indexer.ranking import Postings

_T = TypeVar("_T")
Evaluate = Callable[[Query, Postings], dict[int, float]]


class Snapshot(Postings, Protocol):
    """Postings with the facet values of their documents."""

    @property
    def facets(self) -> Facets:
        """Which facet values each document bears."""
        ...


def seen_by(snapshot: Snapshot, request: SearchRequest) -> Postings:
    """The postings as the one who asks sees them."""
    hidden = (
        snapshot.facets.bearing("work", request.hidden_works) if request.hidden_works else frozenset[int]()
    )
    return _Without(snapshot, hidden) if hidden else snapshot


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

    def context(self, stem: str) -> Mapping[int, float]:
        """Documents below a heading with a stem, or with a part of it."""
        return self._left(self._postings.context(stem))

    def positions(self, word: str) -> Mapping[int, Sequence[int]]:
        """Documents with a word, and where it stands."""
        return self._left(self._postings.positions(word))

    def starting(self, prefix: str) -> Sequence[str]:
        """Words that begin so; those of hidden documents only find nothing."""
        return self._postings.starting(prefix)

    def stem_positions(self, stem: str) -> Mapping[int, Sequence[int]]:
        """Documents with a stem, and where it stands."""
        return self._left(self._postings.stem_positions(stem))

    def part_positions(self, stem: str) -> Mapping[int, Sequence[int]]:
        """Documents with a compound of which this is the stem of a part, and where it stands."""
        return self._left(self._postings.part_positions(stem))

    def vocabulary(self, prefix: str, most: int) -> Sequence[str]:
        """Words that begin so, as far as there are not more; those of hidden documents only find nothing."""
        return self._postings.vocabulary(prefix, most)

    def marked(self, mark: Mark) -> Set[int]:
        """Documents of which this is true."""
        return self._postings.marked(mark) - self._hidden

    def numbered(self, number: str, level: str = ARTICLE) -> Set[int]:
        """Documents that are, or have, what has this number."""
        return self._postings.numbered(number, level) - self._hidden

    def length_ratio(self, document: int) -> float:
        """The length of a document against the average of those that are not hidden."""
        return self._postings.length_ratio(document) / self._average

    def _left(self, found: Mapping[int, _T]) -> dict[int, _T]:
        return {document: value for document, value in found.items() if document not in self._hidden}
