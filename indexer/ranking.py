"""Which documents fit a question and how well: set algebra over postings, and BM25F for the order.

The engine only lends its postings; whoosh's own matchers answer NOT wrongly, and its counts include deleted
documents, so that an updated index would rank unlike a fresh one. Here every figure is taken over living
documents: equal indexes give equal scores. A document that is the article asked for stands above all others.
A question that would read more postings than anyone waits for is refused, and says so.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Protocol, TypeVar

from indexer.dutch import is_article_number, stem
from indexer.errors import QueryError, written_at
from indexer.query_nodes import (
    ARTICLE,
    CHANGES,
    HEADING,
    SECTIONS,
    And,
    Article,
    Everything,
    In,
    Leaf,
    Mark,
    Marked,
    Near,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Query,
    Word,
    leaves,
    mentions,
)  # fmt: skip
from indexer.spans import Placed, Spans, pairs, spans, within
from indexer.terms import WHOLE_HEADING, whole_heading

_T = TypeVar("_T")
Weights = Mapping[int, float]

SATURATION = 1.2
LENGTH_SHARE = 0.5
EXACT_WORD = 1.0  # how much the word as typed adds to the same word in another form
PART_OF_WORD = 0.3  # a word inside a compound, also in a heading, weighs less than the word in the text
OWN_NUMBER = 1000.0  # above any sum of word scores: the article asked for comes first
OWN_HEADING = 500.0  # below a number that is asked, above any sum of words
MOST_POSTINGS = 6_000_000  # read for one question: some seconds


class Postings(Placed, Protocol):
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

    def context(self, stem: str) -> Weights:
        """Documents below a heading with a stem, or with a compound of which this is the stem of a part."""
        ...

    def exact(self, word: str) -> Weights:
        """Documents with a word exactly so, weighted likewise."""
        ...

    def vocabulary(self, prefix: str, most: int) -> Sequence[str]:
        """Words that begin so, sorted; none when there are more than `most`."""
        ...

    def numbered(self, number: str, level: str = ARTICLE) -> Set[int]:
        """Documents that are the article of this number; of another level, that have or are it."""
        ...

    def marked(self, mark: Mark) -> Set[int]:
        """Documents of which this is true."""
        ...

    def length_ratio(self, document: int) -> float:
        """The length of a document against the average."""
        ...


def evaluate(query: Query, postings: Postings) -> dict[int, float]:
    """Every document that fits, with its score; only what was asked for scores, never what was denied."""
    found = Evaluation(postings).fitting(query)
    asked = asked_words(query)
    if asked and (headed := postings.stemmed(whole_heading(asked)).keys() & found.keys()):
        empty = postings.stemmed(WHOLE_HEADING)
        for document in headed:
            found[document] += OWN_HEADING / (2 if document in empty else 1)
    return found


def asked_words(query: Query) -> tuple[str, ...]:
    """The words of a question that is words and nothing else, in order; else nothing."""
    match query:
        case Word(word):
            return (word,)
        case Or((first, *_)):
            return asked_words(first)
        case And(nodes):
            rows = [asked_words(node) for node in nodes]
            return tuple(word for row in rows for word in row) if all(rows) else ()
    return ()


def holding(nodes: Iterable[Query], postings: Postings) -> list[int]:
    """In how many documents each holds by itself."""
    evaluation = Evaluation(postings)
    return [len(evaluation.matching(node)) for node in nodes]


class Evaluation:
    """One question on one index; each leaf is read once."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self._scores: dict[Leaf, Weights] = {}
        self._read = 0

    def matching(self, node: Query, zone: str = "") -> Set[int]:
        """The documents for which a node holds, in one place of them when a zone is given."""
        match node:
            case And(nodes):
                return self._all_of(nodes, zone)
            case Or(nodes):
                return set[int]().union(*(self.matching(inner, zone) for inner in nodes))
            case Not(inner):
                return self._postings.documents() - self.matching(inner, zone)
            case In(place, inner):
                return self._inside(place, inner)
            case Everything():
                return self._postings.documents()
            case Numbered(level, number):
                return self._postings.numbered(number, level)
            case Word() | Phrase() | Prefix() | Article() | Near():
                return self._zoned(node, zone) if zone else self.scores(node).keys()
            case _:
                return self._postings.marked(node)

    def fitting(self, node: Query) -> dict[int, float]:
        """The documents for which a node holds, with the sum of what its leaves score there."""
        scored = [self.scores(leaf) for leaf in dict.fromkeys(leaves(node))]
        return {d: sum(scores.get(d, 0.0) for scores in scored) for d in self.matching(node)}

    def _all_of(self, nodes: Iterable[Query], zone: str) -> Set[int]:
        wanted = [self.matching(node, zone) for node in nodes if not isinstance(node, Not)]
        denied = [self.matching(node.node, zone) for node in nodes if isinstance(node, Not)]
        found: Set[int] = min(wanted, key=len) if wanted else self._postings.documents()
        for other in wanted:
            found = found & other
        for other in denied:
            found = found - other
        return found

    def _inside(self, place: str, inner: Query) -> Set[int]:
        if place == CHANGES:
            remedy = "Zoek in wijzigingen; in de teksten zelf kan deze vraag niet worden gesteld."
            raise QueryError("Deze vraag gaat over wijzigingen.", remedy=remedy)
        found = self.matching(inner, place)
        return (
            found & self._postings.marked(Marked("section", (SECTIONS[place],)))
            if place in SECTIONS
            else found
        )

    def _zoned(self, leaf: Leaf, zone: str) -> Set[int]:
        match leaf:
            case Near():
                near = self._pairs(leaf)
                return within({d: [left for left, _ in found] for d, found in near.items()}, zone).keys()
            case Article(number):
                found = within(self._spans(Or(mentions(number))), zone).keys()
                return found | self._postings.numbered(number) if zone == HEADING else found
            case Word() | Phrase() | Prefix():
                return within(self._spans(leaf), zone).keys()

    def scores(self, leaf: Leaf) -> Weights:
        """What each document scores by one leaf."""
        if leaf not in self._scores:
            self._scores[leaf] = self._score(leaf)
        return self._scores[leaf]

    def _score(self, leaf: Leaf) -> Weights:
        match leaf:
            case Word(word):
                return self._word(word)
            case Phrase(words):
                return self._bm25(
                    _together(words, lambda word: self._counted(self._postings.positions(word)))
                )
            case Prefix(prefix, at):
                with written_at(at):
                    starting = self._postings.starting(prefix)
                return self._bm25(_added(self._counted(self._postings.exact(w)) for w in starting))
            case Article(number):
                return self._article(number)
            case Near():
                return self._bm25({d: float(len(found)) for d, found in self._pairs(leaf).items()})

    def _word(self, word: str) -> Weights:
        asked = stem(word)
        weights = dict(self._counted(self._postings.stemmed(asked)))
        for document, weight in self._postings.parts(asked).items():
            weights[document] = weights.get(document, 0.0) + PART_OF_WORD * weight
        for document, weight in self._counted(self._postings.exact(word)).items():
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

    def _pairs(self, near: Near) -> Mapping[int, Sequence[tuple[tuple[int, int], tuple[int, int]]]]:
        return pairs(self._spans(near.left), self._spans(near.right), near.distance)

    def _spans(self, node: Word | Phrase | Prefix | Or) -> Spans:
        return self._counted(spans(node, self._postings))

    def _counted(self, found: Mapping[int, _T]) -> Mapping[int, _T]:
        """The same, when the question is not too heavy with it."""
        self._read += len(found)
        if self._read > MOST_POSTINGS:
            remedy = "Gebruik minder of zeldzamer woorden, of beperk de vraag met een filter."
            raise QueryError("De zoekvraag is te zwaar om te beantwoorden.", remedy=remedy)
        return found

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
