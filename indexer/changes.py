"""Changes as they are searched: one document for what went into a provision, one for what went out of it.

Its text is that of the whole provision on that side, so that a phrase is found also where one word of it
stayed. A question holds for a change when it holds for that text, as it would for a provision, and a word
that it asks for lies in what changed. A question for nothing but articles finds what changed in them, and
one that names no word at all finds every change that it holds for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.document import IndexDocument, SearchHit
from indexer.dutch import part_stems, stem, tokens
from indexer.query import Article, In, Leaf, Near, Or, Phrase, Prefix, Query, Spanned, Word, leaves, mentions
from indexer.query_nodes import CHANGES
from indexer.ranking import Postings, evaluate
from indexer.spans import Spans, pairs, spans
from indexer.terms import FROM_TEXT, Occurrences, Terms, article_number

CHANGE_FACETS = ("direction", "kinds", "stage", "work", "version")
INSERTED, DELETED = "inserted", "deleted"

_CHANGED, _MINOR = "\x02", "\x03"
"""What a word in a changed part begins with in the index, once more; and the word of what matters less."""
_BEHIND = 1_000_000.0
"""Above any score: what matters less stands after all that matters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDocument(IndexDocument):
    """One side of one change: `text` is that side, `changed` where in it something went in or out.

    `version` is the newer of the two, `old` the one it is compared with, `change` the id of the change in
    that comparison. `minor` says that it is punctuation only, or only follows from another change.
    """

    old: str
    change: str
    direction: str
    kinds: tuple[str, ...]
    minor: bool
    changed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeHit(SearchHit):
    """One side of a change found."""

    old: str
    change: str
    direction: str
    kinds: tuple[str, ...]


def change_terms(document: ChangeDocument) -> Terms:
    """The words of the side, and once more, marked, those that lie in what changed."""
    exact: dict[str, Occurrences] = {}
    stemmed: dict[str, Occurrences] = {}
    parts: dict[str, Occurrences] = {}
    last = FROM_TEXT - 1
    for word, start, end, place, _ in tokens(document.text):
        last = FROM_TEXT + place
        stemmed_word, made_of = stem(word), part_stems(word)
        marks = ("", _CHANGED) if _touches(document.changed, start, end) else ("",)
        for mark in marks:
            exact.setdefault(mark + word, Occurrences()).add(last, 1.0)
            stemmed.setdefault(mark + stemmed_word, Occurrences()).add(last, 1.0)
            for part in made_of:
                parts.setdefault(mark + part, Occurrences()).add(last, 1.0)
    if document.minor:
        exact[_MINOR] = Occurrences(1.0, [0])
    return Terms(exact, stemmed, parts, last + 1 - FROM_TEXT, article_number(document.number))


def _touches(ranges: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in ranges)


def evaluate_changes(query: Query, postings: Postings) -> dict[int, float]:
    """Every document for which the question holds, and holds by a word that changed."""
    query = query.node if isinstance(query, In) and query.zone == CHANGES else query
    found = evaluate(query, postings)
    asked = tuple(dict.fromkeys(leaves(query)))
    touched: set[int] = set()
    for leaf in asked:
        touched |= _touched(leaf, postings)
    if not asked and not any(leaves(query, denied=True)):
        touched.update(document for document in found if postings.length_ratio(document))
    elif asked and all(isinstance(leaf, Article) for leaf in asked):
        touched.update(*(postings.numbered(leaf.number) for leaf in asked if isinstance(leaf, Article)))
    minor = postings.exact(_MINOR)
    return {
        document: score - _BEHIND * (document in minor)
        for document, score in found.items()
        if document in touched
    }


def _touched(leaf: Leaf, postings: Postings) -> set[int]:
    """The documents in which what the leaf asks for stands, with a word of it in what changed."""
    match leaf:
        case Word(word):
            changed = _CHANGED + stem(word)
            return {*postings.stemmed(changed), *postings.parts(changed), *postings.exact(_CHANGED + word)}
        case Prefix(prefix):
            return {d for word in postings.starting(_CHANGED + prefix) for d in postings.exact(word)}
        case Phrase(words):
            return _phrase(words, postings)
        case Article(number):
            return {d for phrase in mentions(number) for d in _phrase(phrase.words, postings)}
        case Near(left, right, distance):
            return _near(left, right, distance, postings)


def _phrase(words: Sequence[str], postings: Postings) -> set[int]:
    rows = [postings.positions(word) for word in words]
    changed = [postings.positions(_CHANGED + word) for word in words]
    return {
        document
        for document in set(rows[0]).intersection(*rows[1:])
        if _starts(rows, document) & {p - k for k, row in enumerate(changed) for p in row.get(document, ())}
    }


def _near(left: Spanned, right: Spanned, distance: int, postings: Postings) -> set[int]:
    """Documents in which a word of a pair that stands near each other lies in what changed."""
    found = pairs(spans(left, postings), spans(right, postings), distance)
    changed: Spans = spans(Or((left, right)), postings, prefix=_CHANGED)
    return {
        document
        for document, near in found.items()
        if (marked := set(changed.get(document, ()))) and any(marked & {*pair} for pair in near)
    }


def _starts(rows: Sequence[Mapping[int, Sequence[int]]], document: int) -> set[int]:
    starts = set(rows[0][document])
    for offset, row in enumerate(rows[1:], 1):
        starts &= {position - offset for position in row[document]}
    return starts
