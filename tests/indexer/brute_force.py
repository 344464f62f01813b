"""What a question means, read from the documents one by one: no index, no engine, no shared evaluation.

The measure of every engine. Nothing of `indexer` is used here but the analysis of Dutch and the nodes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from indexer.document import IndexDocument
from indexer.dutch import keys, stem, tokens, words
from indexer.query import (
    And,
    Article,
    Dated,
    Everything,
    In,
    InForce,
    Known,
    Marked,
    Near,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Query,
    Titled,
    Word,
    mentions,
)  # fmt: skip
from indexer.terms import article_number

Place = tuple[int, int]
_SECTIONS = {"tekst": "text", "toelichting": "explanation", "advies": "opinion"}
_PARTS = ("kop", "kop", "tekst")


@dataclass(frozen=True, slots=True)
class Row:
    """One part of a document: each word at its place, and the words that make up phrases."""

    part: str
    words: tuple[tuple[int, str], ...]
    row: tuple[str, ...]


@cache
def rows(document: IndexDocument) -> tuple[Row, ...]:
    printed = (document.label, document.heading, document.text)
    return tuple(
        Row(part, tuple((t.position, t.word) for t in tokens(text)), words(text))
        for part, text in zip(_PARTS, printed, strict=True)
    )


class Reading:
    """A stock of documents, read from beginning to end for every question."""

    def __init__(self, documents: Sequence[IndexDocument]) -> None:
        self._documents = documents

    def found(self, query: Query) -> list[str]:
        """The ids of the documents that fit."""
        return sorted(d.id for d in self._documents if self.fits(query, d))

    def fits(self, query: Query, document: IndexDocument, zone: str = "") -> bool:
        match query:
            case And(nodes):
                return all(self.fits(node, document, zone) for node in nodes)
            case Or(nodes):
                return any(self.fits(node, document, zone) for node in nodes)
            case Not(node):
                return not self.fits(node, document, zone)
            case In(place, node):
                here = document.section == _SECTIONS.get(place, document.section)
                return here and self.fits(node, document, place)
            case Everything():
                return True
            case InForce(on, known):
                return document.version == self._law(document.work, on, known)
            case Article(number) if article_number(document.number) == number and zone in ("", "kop"):
                return True
        if isinstance(query, Marked | Titled | Dated | Known | Numbered):
            return _is_so(query, document)
        return any(_stands(query, row) for row in _in(document, zone))

    def _law(self, work: str, on: str, known: str) -> str:
        """The version that was law: of those in time and known, the one that decides last."""
        of_work = {d.version: d for d in self._documents if d.work == work}
        then = [d for d in of_work.values() if d.law_from and d.law_from <= on]
        if known:
            then = [d for d in then if d.known_on and d.known_on <= known]
        ranked = sorted(
            then,
            key=lambda d: (
                max(d.in_force_on, d.entered_on), d.in_force_on <= on, d.in_force_on, d.known_on, d.version,
            ),
        )  # fmt: skip
        return ranked[-1].version if ranked else ""


def _in(document: IndexDocument, zone: str) -> Iterator[Row]:
    yield from (row for row in rows(document) if zone not in ("kop", "tekst") or row.part == zone)


def _is_so(query: Query, document: IndexDocument) -> bool:
    match query:
        case Marked(mark, values):
            own = getattr(document, mark)
            return bool({own} & {*values} if isinstance(own, str) else {*own} & {*values})
        case Titled(name):
            return document.work.lower() == name.lower() or _follow(words(name), words(document.work_title))
        case Dated(first, last):
            return bool(document.dated_on) and first <= document.dated_on <= (last or "9999")
        case Known(on):
            return "" < document.known_on <= on
        case Numbered(level, number):
            numbers: Mapping[str, Sequence[str]] = {
                "artikel": (article_number(document.number),),
                "lid": document.leden,
                "punt": document.points,
            }
            return number in numbers[level]
    raise AssertionError(query)


def _stands(query: Query, row: Row) -> bool:
    match query:
        case Article(number):
            return any(_stands(phrase, row) for phrase in mentions(number))
        case Near(left, right, distance):
            return any(
                1 <= b[0] - a[1] <= distance or 1 <= a[0] - b[1] <= distance
                for a in _places(left, row)
                for b in _places(right, row)
            )
    return any(_places(query, row))


def _places(query: Query, row: Row) -> Iterator[Place]:
    match query:
        case Word(word):
            yield from ((at, at) for at, other in row.words if stem(word) in keys(other))
        case Prefix(prefix):
            yield from ((at, at) for at, other in row.words if other.startswith(prefix))
        case Phrase(asked):
            for at in range(len(row.row)):
                if row.row[at : at + len(asked)] == asked:
                    yield at, at + len(asked) - 1
        case Or(nodes):
            for node in nodes:
                yield from _places(node, row)
        case _:
            raise AssertionError(query)


def _follow(asked: tuple[str, ...], row: tuple[str, ...]) -> bool:
    return bool(asked) and any(row[i : i + len(asked)] == asked for i in range(len(row)))
