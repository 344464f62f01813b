"""From an index document to what Tantivy stores: rows of words, stems with a level, marks and the document.

Plain words and their stems stand in rows, heading apart from text, so that a phrase or a distance is asked of
a row and `in:` needs no places. What has no place of its own in a row (a joined word, a part of a compound)
is kept beside it. What a stem weighs in a document is put in a level when it is written: a score then needs
no figure over the whole index but rarity, and never tells what hidden works or deleted documents hold. The
analysis is that of `indexer.dutch`; no engine is known here.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Any, NamedTuple

from indexer.document import IndexDocument
from indexer.dutch import fold, outermost, part_stems, stem, tokens
from indexer.facets import combination
from indexer.ranking import LENGTH_SHARE, PART_OF_WORD, SATURATION
from indexer.terms import (
    HEADING_WEIGHT,
    WHOLE_HEADING,
    article_number,
    group,
    place,
    whole_heading,
)

LEVELS = 32
MEASURE = 100.0
"""The words of a document that is neither short nor long; fixed, so that no other document weighs in it."""
MARKED = ("kind", "stage", "work", "version", "section", "dossiers", "dictum", "eu", "year")
"""What is asked often enough to be a term of its own."""
_HIGHEST = SATURATION + 1
_LABEL_TO_HEADING = 1000  # places between them, further than anything is near
_ABOVE_ZERO = 0.5
_SEPARATOR = "\x1f"
_PIECE = re.compile(r"\S+(?:(?<=\d)\s(?=\d{3})\S+)*")
_BROKEN_NUMBER = re.compile(r"\d\s\d{3}")
"""The one word that goes on behind a blank, "12 345", is one piece."""


class _Printed(NamedTuple):
    """A word as printed: the word, its stem, those of its parts, and whether its own parts follow."""

    word: str
    stem: str
    parts: tuple[str, ...]
    joined: bool


@dataclass(slots=True)
class _Row:
    """The words of one part of a document and what has no place in the row."""

    words: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    stems_of_joined: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def extra(self) -> list[str]:
        """The stems by which a document is found that do not stand in the row."""
        return [*self.stems_of_joined, *self.parts]


@dataclass(frozen=True, slots=True)
class Fields:
    """A document as the index takes it, per kind of field.

    `texts` are words with blanks between, `placed` words each with its place, `terms` are taken as they are.
    """

    texts: dict[str, str]
    placed: dict[str, list[tuple[str, int]]]
    terms: dict[str, tuple[str, ...]]
    numbers: dict[str, int]
    stored: dict[str, bytes]


def fields_of(document: IndexDocument, facets: Sequence[str]) -> Fields:
    """All that is written of one document."""
    label, heading, text = _row(document.label), _row(document.heading), _row(document.text)
    above, extra = {*label.joined, *heading.joined}, {*label.extra, *heading.extra}
    borne = combination(document, facets)
    return Fields(
        texts={
            "row_text": " ".join(text.words),
            "stem_text": " ".join(text.stems),
            "joined_heading": " ".join(above),
            "joined_text": " ".join(set(text.joined)),
            "extra_heading": " ".join(extra),
            "extra_text": " ".join(set(text.extra)),
            "word": " ".join({*label.words, *heading.words, *text.words, *above, *text.joined}),
            "key": _leveled(label, heading, text),
            "context": " ".join(_keys(document.context)),
        },
        placed={
            "row_heading": _placed(label.words, heading.words),
            "stem_heading": _placed(label.stems, heading.stems),
        },
        terms={
            "id": (document.id,),
            "number": _folded((article_number(document.number),)),
            "lid": _folded(map(fold, document.leden)),
            "point": _folded(map(fold, document.points)),
            "heading": tuple(_whole(document)),
            "place": (place(document),),
            "combination": (borne,),
            "mark": tuple(_marks(document)),
        },
        numbers={
            "group": number_of(group(document)),
            "combo": number_of(borne),
            "document_number": number_of(document.id),
            "sequence": document.sequence,
        },
        stored={
            "digest": f"{document.id}{_SEPARATOR}{document.digest}".encode(),
            "document": written(document),
        },
    )


def number_of(text: str) -> int:
    """The number that a column keeps for a text; two texts with one number do not occur in practice."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def written(document: IndexDocument) -> bytes:
    """The document itself, to be read back by `read_back`."""
    return json.dumps([getattr(document, one.name) for one in fields(document)]).encode()


def read_back(stored: bytes) -> IndexDocument:
    """The document that was written."""
    values: list[Any] = [tuple(v) if isinstance(v, list) else v for v in json.loads(stored)]
    return IndexDocument(*values)


def digest_of(stored: bytes) -> tuple[str, str]:
    """The id and the digest that were written."""
    id_, _, digest = stored.decode().rpartition(_SEPARATOR)
    return id_, digest


def value_of(level: int) -> float:
    """What a level is worth in a score."""
    return (level + _ABOVE_ZERO) * _HIGHEST / LEVELS


def leveled(key: str, level: int) -> str:
    """The term of a stem at a level."""
    return f"{key}|{level}"


def _row(text: str) -> _Row:
    row = _Row()
    for word, key, parts, joined in _printed(text):
        row.parts += parts
        if joined:
            row.joined.append(word)
            row.stems_of_joined.append(key)
        else:
            row.words.append(word)
            row.stems.append(key)
    return row


def _printed(text: str) -> Iterator[_Printed]:
    """The words of a text in order; by what stands between blanks, which is mostly known already."""
    pieces = _PIECE.findall(text) if _BROKEN_NUMBER.search(text) else text.split()
    return chain.from_iterable(map(_between_blanks, pieces))


def _analysed(text: str) -> Iterator[_Printed]:
    return (_Printed(word, stem(word), part_stems(word), joined) for word, *_, joined in tokens(text))


@lru_cache(maxsize=131072)
def _between_blanks(text: str) -> tuple[_Printed, ...]:
    return tuple(_analysed(text))


def _leveled(label: _Row, heading: _Row, text: _Row) -> str:
    """Every stem with its level."""
    weights: dict[str, float] = {}
    for row, each in ((label, HEADING_WEIGHT), (heading, HEADING_WEIGHT), (text, 1.0)):
        _weigh(weights, row.stems, each)
        _weigh(weights, row.stems_of_joined, each)
        _weigh(weights, row.parts, PART_OF_WORD * each)
    length = len(label.words) + len(heading.words) + len(text.words)
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / MEASURE)
    level = cache(lambda weight: min(LEVELS - 1, int(LEVELS * weight / (weight + norm))))
    return " ".join([f"{key}|{level(weight)}" for key, weight in weights.items()])


def _weigh(weights: dict[str, float], stems: Sequence[str], each: float) -> None:
    for key, times in Counter(stems).items():
        weights[key] = weights.get(key, 0.0) + times * each


def _placed(label: Sequence[str], heading: Sequence[str]) -> list[tuple[str, int]]:
    second = len(label) + _LABEL_TO_HEADING
    return [(w, i) for i, w in enumerate(label)] + [(w, i) for i, w in enumerate(heading, second)]


def marked(name: str, value: str) -> str:
    """The term of a mark."""
    return f"{name}={value}"


def _marks(document: IndexDocument) -> Iterator[str]:
    for name in MARKED:
        value = getattr(document, name)
        for one in (value,) if isinstance(value, str) else value:
            yield marked(name, one)


def _folded(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _keys(text: str) -> list[str]:
    found = {key for word, *_ in tokens(text) for key in (stem(word), *part_stems(word))}
    return sorted(found)


def _whole(document: IndexDocument) -> Iterable[str]:
    """What a heading is as a whole, and that there is nothing below it."""
    if document.heading:
        yield whole_heading(token.word for token in outermost(tokens(document.heading)))
    if not document.text:
        yield WHOLE_HEADING
