"""From an index document to the terms an engine stores: what is counted where, and how heavily.

Label, heading and text form one row of words, so that a question meets all three; each begins at a place of
its own, far from the others, so that no phrase spans them and a place tells in which it is. A word in label
or heading weighs as three in the text (BM25F with one length). What is above a
document is no part of the row.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from indexer.document import IndexDocument
from indexer.dutch import fold, outermost, part_stems, stem, tokens

HEADING_WEIGHT = 3.0
WHOLE_HEADING = "="
"""Before the stems of a heading: the heading as one stem. By itself: a document that is a heading only."""
FROM_LABEL, FROM_HEADING, FROM_TEXT = 0, 1_000_000, 2_000_000
"""Where label, heading and text begin in the row."""
_LONGEST_HEADING = 200


@dataclass(slots=True)
class Occurrences:
    """Where one term stands in one document, and what that weighs."""

    weight: float = 0.0
    positions: list[int] = field(default_factory=list)

    def add(self, position: int, weight: float) -> None:
        """Count the term once more."""
        self.positions.append(position)
        self.weight += weight


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one document: as printed, stemmed, and the stems of what its compounds are made of.

    `length` counts words, `number` is the article's, `leden` and `points` are numbers as they are asked for.
    `context` are the stems, and those of parts, of the headings above.
    """

    exact: dict[str, Occurrences]
    stemmed: dict[str, Occurrences]
    parts: dict[str, Occurrences]
    length: int
    number: str
    leden: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    context: dict[str, Occurrences] = field(default_factory=dict)


def terms(document: IndexDocument) -> Terms:
    """All terms of one document."""
    exact: dict[str, Occurrences] = {}
    stemmed: dict[str, Occurrences] = {}
    parts: dict[str, Occurrences] = {}
    length = 0
    for text, base, weight in (
        (document.label, FROM_LABEL, HEADING_WEIGHT),
        (document.heading, FROM_HEADING, HEADING_WEIGHT),
        (document.text, FROM_TEXT, 1.0),
    ):
        last = -1
        for word, _, _, last, _ in tokens(text):
            _of(exact, word).add(base + last, weight)
            _of(stemmed, stem(word)).add(base + last, weight)
            for part in part_stems(word):
                _of(parts, part).add(base + last, weight)
        length += last + 1
    if document.heading:
        _of(stemmed, whole_heading(token.word for token in outermost(tokens(document.heading)))).add(
            FROM_HEADING, 1.0
        )
    if not document.text:
        _of(stemmed, WHOLE_HEADING).add(FROM_HEADING, 1.0)
    number = article_number(document.number)
    leden, points = (tuple(map(fold, numbers)) for numbers in (document.leden, document.points))
    return Terms(exact, stemmed, parts, length, number, leden, points, _context(document))


def whole_heading(words: Iterable[str]) -> str:
    """The one term of a heading of these words."""
    return " ".join((WHOLE_HEADING, *dict.fromkeys(map(stem, words))))[:_LONGEST_HEADING]


def _context(document: IndexDocument) -> dict[str, Occurrences]:
    context: dict[str, Occurrences] = {}
    for word, _, _, position, _ in tokens(document.context):
        for key in (stem(word), *part_stems(word)):
            _of(context, key).add(position, 1.0)
    return context


def _of(table: dict[str, Occurrences], term: str) -> Occurrences:
    found = table.get(term)
    if found is None:
        found = table[term] = Occurrences()
    return found


def article_number(printed: str) -> str:
    """An article number as it is asked for: "59b", "3:15"; the asterisk of "2a*" is not part of it."""
    found = next(tokens(printed), None)
    return found.word if found else fold(printed.strip())


def group(document: IndexDocument) -> str:
    """What the versions of one provision share: work and eId, in natural order; of a point its number."""
    return "\x1f".join((document.work, _natural(document.eid), document.point))


def place(document: IndexDocument) -> str:
    """A key under which equal scores stand by work, eId in natural order, date and id."""
    return "\x1f".join((document.work, _natural(document.eid), document.in_force_on, document.id))


def _natural(eid: str) -> str:
    return re.sub(r"\d+", lambda digits: digits.group().zfill(12), eid)
