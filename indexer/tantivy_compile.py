"""From the nodes of a question to one query of Tantivy that finds exactly the documents that they mean.

Only what was asked for scores, never what was denied. A word scores by its level in a document and by how
rare it is among the documents that may be seen; a question of one leaf has nothing to weigh it against. What
a row cannot tell (the distance to a part of a compound, to a beginning, to a phrase) is looked up in the
documents themselves, of which there may not be too many.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, product
from typing import Protocol

from indexer.dutch import is_article_number, stem
from indexer.errors import QueryError, written_at
from indexer.query_nodes import (
    ARTICLE,
    CHANGES,
    HEADING,
    LID,
    POINT,
    SECTIONS,
    TEXT,
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
    Spanned,
    Word,
    leaves,
    mentions,
)  # fmt: skip
from indexer.ranking import OWN_HEADING, OWN_NUMBER, asked_words
from indexer.tantivy_door import Compiled, both, constant, either, everything, near, phrase, term, terms
from indexer.tantivy_fields import LEVELS, leveled, value_of
from indexer.terms import WHOLE_HEADING, whole_heading

_EXACT = 0.35  # of its rarity: what the word as typed adds to the same word in another form
_IN_HEADING = 0.8
_OFTEN = 0.3  # how often the words of a phrase occur says something of how often the phrase does
FIELDS = {ARTICLE: "number", LID: "lid", POINT: "point"}
_PARTS = {HEADING: ("heading",), TEXT: ("text",)}
_BOTH = ("heading", "text")
_LEVELS = range(LEVELS)


class Lens(Protocol):
    """What one committed state lends, as the one who asks sees it."""

    @property
    def documents(self) -> int:
        """How many there are to be seen."""
        ...

    def count(self, query: Compiled) -> int:
        """How many that can be seen fit."""
        ...

    def starting(self, prefix: str) -> Sequence[str]:
        """The words that begin so; an error when they are too many."""
        ...

    def marked(self, mark: Mark) -> Compiled:
        """The documents of which a mark is true."""
        ...

    def standing_near(self, node: Near, candidates: Compiled, zone: str) -> Compiled:
        """Those of the candidates in which both stand near each other."""
        ...


class Compiler:
    """One question; not `alone` when what it finds is weighed against what others find."""

    def __init__(self, query: Query, lens: Lens, *, alone: bool = True) -> None:
        self._query, self._lens, self._alone = query, lens, alone
        self._asked = tuple(dict.fromkeys(leaves(query)))

    @property
    def scores(self) -> bool:
        """Whether one document can score more than another."""
        return bool(self._asked)

    def compiled(self) -> Compiled:
        """The query, with its scores."""
        found = self._scored(self._query)
        row = asked_words(self._query) if self._alone else ()
        if not row:
            return found
        headed = term("heading", whole_heading(row))
        alone = both((headed, term("heading", WHOLE_HEADING)))
        more = constant(headed, OWN_HEADING / 2), constant(both((headed,), never=(alone,)), OWN_HEADING / 2)
        return both((found,), may=more)

    def matching(self, node: Query, zone: str = "") -> Compiled:
        """The documents for which a node holds, in one place of them when a zone is given."""
        match node:
            case And(nodes):
                wanted = [self.matching(inner, zone) for inner in nodes if not isinstance(inner, Not)]
                denied = [self.matching(inner.node, zone) for inner in nodes if isinstance(inner, Not)]
                return both(wanted, never=denied)
            case Or(nodes):
                return either(self.matching(inner, zone) for inner in nodes)
            case Not(inner):
                return both(never=(self.matching(inner, zone),))
            case In(place, inner):
                return self._inside(place, inner)
            case Everything():
                return everything()
            case Numbered(level, number):
                return term(FIELDS[level], number)
            case Word() | Phrase() | Prefix() | Article() | Near():
                return self._leaf(node, zone)
            case _:
                return self._lens.marked(node)

    @staticmethod
    def stemmed(key: str, parts: Iterable[str] = _BOTH) -> Compiled:
        """The documents with a stem, or with it in a compound."""
        return either(term(f"{kind}_{part}", key) for part in parts for kind in ("stem", "extra"))

    def _inside(self, place: str, inner: Query) -> Compiled:
        if place == CHANGES:
            remedy = "Zoek in wijzigingen; in de teksten zelf kan deze vraag niet worden gesteld."
            raise QueryError("Deze vraag gaat over wijzigingen.", remedy=remedy)
        found = self.matching(inner, place)
        if place not in SECTIONS:
            return found
        return both((found, self._lens.marked(Marked("section", (SECTIONS[place],)))))

    def _leaf(self, leaf: Leaf, zone: str) -> Compiled:
        parts = _PARTS.get(zone, _BOTH)
        match leaf:
            case Word(word):
                return self.stemmed(stem(word), parts)
            case Phrase(words):
                return either(phrase(f"row_{part}", words) for part in parts)
            case Prefix(prefix, at):
                with written_at(at):
                    starting = self._lens.starting(prefix)
                if parts == _BOTH:
                    return terms("word", starting)
                return either(
                    terms(f"{kind}_{part}", starting) for part in parts for kind in ("row", "joined")
                )
            case Article(number):
                phrases = [self._leaf(mention, zone) for mention in mentions(number)]
                own = [term("number", number)] if zone in ("", HEADING) else []
                return either(phrases + own)
            case Near():
                return self._near(leaf, zone)

    def _near(self, node: Near, zone: str) -> Compiled:
        pairs = list(product(_alternatives(node.left), _alternatives(node.right)))
        candidates = both((self.matching(node.left, zone), self.matching(node.right, zone)))
        words = [
            (left.word, right.word)
            for left, right in pairs
            if isinstance(left, Word) and isinstance(right, Word)
        ]
        certain = either(
            near(f"stem_{part}", stem(left), stem(right), node.distance)
            for part in _PARTS.get(zone, _BOTH)
            for left, right in words
        )
        if len(words) == len(pairs):
            stems = {stem(word) for pair in words for word in pair}
            beside = either(term(f"extra_{part}", key) for part in _BOTH for key in stems)
            candidates = both((candidates, beside))
        doubtful = both((candidates,), never=(certain,))
        return either((certain, self._lens.standing_near(node, doubtful, zone)))

    def _scored(self, node: Query) -> Compiled:
        match node:
            case And(nodes):
                wanted = [self._scored(inner) for inner in nodes if not isinstance(inner, Not)]
                denied = [self.matching(inner.node) for inner in nodes if isinstance(inner, Not)]
                return both(wanted, never=denied)
            case Or(nodes):
                return either(self._scored(inner) for inner in nodes)
            case In():
                more = [self._score(leaf) for leaf in dict.fromkeys(leaves(node))]
                return both((constant(self.matching(node), 0.0),), may=more)
            case Word() | Phrase() | Prefix() | Article() | Near():
                return self._score(node)
            case _:
                return constant(self.matching(node), 0.0)

    def _score(self, leaf: Leaf) -> Compiled:
        match leaf:
            case Word(word):
                return self._word(word)
            case Article(number):
                found = self._leaf(leaf, "")
                rarity = self._rarity(found)
                often = _leveled(stem(number), _OFTEN * rarity)
                own = constant(term("number", number), OWN_NUMBER)
                return both((constant(found, rarity),), may=(*often, own))
            case Phrase(words):
                found, above = self._leaf(leaf, ""), self._leaf(leaf, HEADING)
                rarity = self._rarity(found)
                each = _OFTEN * rarity / len(words)
                often = chain.from_iterable(_leveled(stem(word), each) for word in words)
                return both((constant(found, rarity),), may=(*often, constant(above, _IN_HEADING * rarity)))
            case Prefix():
                found, above = self._leaf(leaf, ""), self._leaf(leaf, HEADING)
                rarity = self._rarity(found)
                return both((constant(found, rarity),), may=(constant(above, _IN_HEADING * rarity),))
            case Near():
                found = self._near(leaf, "")
                return constant(found, self._rarity(found))

    def _word(self, word: str) -> Compiled:
        key = stem(word)
        rarity = self._rarity(self.stemmed(key))
        found = either((*_leveled(key, rarity), constant(term("word", word), rarity * _EXACT)))
        if is_article_number(word) and not word.isdigit() and not word.isalpha():
            return both((found,), may=(constant(term("number", word), OWN_NUMBER),))
        return found

    def _rarity(self, found: Compiled) -> float:
        if self._alone and len(self._asked) == 1:
            return 1.0
        total, count = self._lens.documents, self._lens.count(found)
        return math.log(1 + (total - count + 0.5) / (count + 0.5))


def _leveled(key: str, scale: float) -> Iterator[Compiled]:
    """The documents with a stem, each by what the stem is worth there."""
    return (constant(term("key", leveled(key, n)), scale * value_of(n)) for n in _LEVELS)


def _alternatives(node: Spanned) -> Iterator[Word | Phrase | Prefix]:
    if isinstance(node, Or):
        for inner in node.nodes:
            if isinstance(inner, Word | Phrase | Prefix | Or):
                yield from _alternatives(inner)
    else:
        yield node
