"""From an index document to the terms an engine stores: what is counted where, and how heavily.

Label, heading and text form one row of words, so that a question meets all three; between them a place is
left out, so that no phrase spans them. A word in label or heading weighs as three in the text (BM25F with one
length).
"""

import re
from dataclasses import dataclass, field

from indexer.document import IndexDocument
from indexer.dutch import fold, part_stems, stem, tokens

HEADING_WEIGHT = 3.0


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

    `length` counts words, `number` is the article's.
    """

    exact: dict[str, Occurrences]
    stemmed: dict[str, Occurrences]
    parts: dict[str, Occurrences]
    length: int
    number: str


def terms(document: IndexDocument) -> Terms:
    """All terms of one document."""
    exact: dict[str, Occurrences] = {}
    stemmed: dict[str, Occurrences] = {}
    parts: dict[str, Occurrences] = {}
    base = length = 0
    for text, weight in (
        (document.label, HEADING_WEIGHT),
        (document.heading, HEADING_WEIGHT),
        (document.text, 1.0),
    ):
        last = -1
        for word, _, _, last, _ in tokens(text):
            _of(exact, word).add(base + last, weight)
            _of(stemmed, stem(word)).add(base + last, weight)
            for part in part_stems(word):
                _of(parts, part).add(base + last, weight)
        base += last + 2
        length += last + 1
    return Terms(exact, stemmed, parts, length, article_number(document.number))


def _of(table: dict[str, Occurrences], term: str) -> Occurrences:
    found = table.get(term)
    if found is None:
        found = table[term] = Occurrences()
    return found


def article_number(printed: str) -> str:
    """An article number as it is asked for: "59b", "3:15"; the asterisk of "2a*" is not part of it."""
    found = next(tokens(printed), None)
    return found.word if found else fold(printed.strip())


def place(document: IndexDocument) -> str:
    """A key under which equal scores stand by work, eId in natural order, date and id."""
    natural = re.sub(r"\d+", lambda digits: digits.group().zfill(12), document.eid)
    return "\x1f".join((document.work, natural, document.in_force_on, document.id))
