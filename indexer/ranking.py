"""Which documents fit a question and how well: set algebra over postings, and BM25F for the order.

The engine only lends its postings; whoosh's own matchers answer NOT wrongly, and its counts include deleted
documents, so that an updated index would rank unlike a fresh one. Here every figure is taken over living
documents: equal indexes give equal scores. A document that is the article asked for stands above all others.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Protocol

from indexer.dutch import is_article_number, stem
from indexer.query import And, Article, Leaf, Not, Or, Phrase, Prefix, Query, Word, leaves, mentions

Weights = Mapping[int, float]

SATURATION = 1.2
LENGTH_SHARE = 0.75
EXACT_WORD = 1.0  # how much the word as typed adds to the same word in another form
PART_OF_WORD = 0.3  # a word inside a compound, also in a heading, weighs less than the word in the text
OWN_NUMBER = 1000.0  # above any sum of word scores: the article asked for comes first


class Postings(Protocol):
    """What an engine lends: documents are numbers, and deleted ones never show."""

    def documents(self) -> Set[int]:
        """All documents."""
        ...

    def stemmed(self, stem: str) -> Weights:
        """Documents with a stem, and how often, heading and label counting more."""
        ...

    def parts(self, stem: str) -> Weights:
        """Documents with a compound of which this is the stem of a part, weighted likewise."""
        ...

    def exact(self, word: str) -> Weights:
        """Documents with a word exactly so, weighted likewise."""
        ...

    def positions(self, word: str) -> Mapping[int, Sequence[int]]:
        """Documents with a word, and where."""
        ...

    def starting(self, prefix: str) -> Sequence[str]:
        """Words that begin so, sorted."""
        ...

    def numbered(self, number: str) -> Set[int]:
        """Documents that are the article of this number."""
        ...

    def length_ratio(self, document: int) -> float:
        """The length of a document against the average."""
        ...


def evaluate(query: Query, postings: Postings) -> dict[int, float]:
    """Every document that fits, with its score; only what was asked for scores, never what was denied."""
    evaluation = _Evaluation(postings)
    found = evaluation.matching(query)
    scored = [evaluation.scores(leaf) for leaf in dict.fromkeys(leaves(query))]
    return {document: sum(scores.get(document, 0.0) for scores in scored) for document in found}


class _Evaluation:
    """One question on one index; each leaf is read once."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._scores: dict[Leaf, Weights] = {}

    def matching(self, node: Query) -> Set[int]:
        match node:
            case And(nodes):
                return self._all_of(nodes)
            case Or(nodes):
                return set[int]().union(*(self.matching(inner) for inner in nodes))
            case Not(inner):
                return self._postings.documents() - self.matching(inner)
            case _:
                return self.scores(node).keys()

    def _all_of(self, nodes: Iterable[Query]) -> Set[int]:
        wanted = [self.matching(node) for node in nodes if not isinstance(node, Not)]
        denied = [self.matching(node.node) for node in nodes if isinstance(node, Not)]
        found: Set[int] = min(wanted, key=len) if wanted else self._postings.documents()
        for other in wanted:
            found = found & other
        for other in denied:
            found = found - other
        return found

    def scores(self, leaf: Leaf) -> Weights:
        if leaf not in self._scores:
            self._scores[leaf] = self._score(leaf)
        return self._scores[leaf]

    def _score(self, leaf: Leaf) -> Weights:
        match leaf:
            case Word(word):
                return self._word(word)
            case Phrase(words):
                return self._bm25(_together(words, self._postings.positions))
            case Prefix(prefix):
                return self._bm25(_added(self._postings.exact(w) for w in self._postings.starting(prefix)))
            case Article(number):
                return self._article(number)

    def _word(self, word: str) -> Weights:
        asked = stem(word)
        weights = dict(self._postings.stemmed(asked))
        for document, weight in self._postings.parts(asked).items():
            weights[document] = weights.get(document, 0.0) + PART_OF_WORD * weight
        for document, weight in self._postings.exact(word).items():
            weights[document] = weights.get(document, 0.0) + EXACT_WORD * weight
        scores = self._bm25(weights)
        if is_article_number(word) and not word.isdigit() and not word.isalpha():
            _first(scores, self._postings.numbered(word) & scores.keys())
        return scores

    def _article(self, number: str) -> Weights:
        phrases = (_together(phrase.words, self._postings.positions) for phrase in mentions(number))
        scores = self._bm25(_added(phrases))
        _first(scores, self._postings.numbered(number))
        return scores

    def _bm25(self, weights: Weights) -> dict[int, float]:
        total, found = len(self._postings.documents()), len(weights)
        rarity = math.log(1 + (total - found + 0.5) / (found + 0.5))
        ratio = self._postings.length_ratio
        return {
            document: rarity
            * (weight * (SATURATION + 1))
            / (weight + SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * ratio(document)))
            for document, weight in weights.items()
        }


def _first(scores: dict[int, float], documents: Set[int]) -> None:
    for document in documents:
        scores[document] = scores.get(document, 0.0) + OWN_NUMBER


def _added(parts: Iterable[Weights]) -> dict[int, float]:
    total: dict[int, float] = {}
    for weights in parts:
        for document, weight in weights.items():
            total[document] = total.get(document, 0.0) + weight
    return total


def _together(words: Sequence[str], positions: Callable[[str], Mapping[int, Sequence[int]]]) -> Weights:
    """Documents in which the words follow each other, and how often they do."""
    rows = [positions(word) for word in words]
    documents = sorted(set(rows[0]).intersection(*rows[1:]))
    found = {}
    for document in documents:
        starts = set(rows[0][document])
        for offset, row in enumerate(rows[1:], 1):
            starts &= {position - offset for position in row[document]}
        if starts:
            found[document] = float(len(starts))
    return found
