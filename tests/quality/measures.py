"""What the quality report counts: pairs found and missed, words edited, cuts inside words, islands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.diff import Comparison
from corpus.diff.concordance import concordance
from corpus.diff.words import Operation
from corpus.provision import ProvisionKind

COUNTED = (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
Pairs = frozenset[tuple[str, str]]


@dataclass
class Score:
    """Pairs that are right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Score") -> None:
        """Count another score too."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def precision(self) -> float:
        """How many of the pairs found are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """How many of the true pairs were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass
class Words:
    """What the word operations of changes look like."""

    edited: int = 0
    cuts: int = 0
    islands: int = 0
    runs: int = 0

    def add(self, other: "Words") -> None:
        """Count the words of another comparison too."""
        self.edited += other.edited
        self.cuts += other.cuts
        self.islands += other.islands
        self.runs += other.runs


def _scores() -> dict[str, Score]:
    return {"articles": Score(), "leden": Score()}


@dataclass
class Report:
    """Scores per level and figures of words, over any number of comparisons."""

    scores: dict[str, Score] = field(default_factory=_scores)
    words: Words = field(default_factory=Words)
    true_edit_words: int = 0

    @property
    def edit_ratio(self) -> float:
        """Words shown as edited against those the editor edited; 1 is the true script."""
        return self.words.edited / self.true_edit_words if self.true_edit_words else 1.0


def pairs_of(comparison: Comparison) -> Pairs:
    """All pairs of articles, leden and onderdelen that a comparison makes."""
    found: set[tuple[str, str]] = set()
    for row in concordance(comparison, COUNTED):
        found.update(row.pairs)
    return frozenset(found)


def level(pair: tuple[str, str]) -> str:
    """An article with an article, or anything below it."""
    below = any(step.rpartition("__")[2].startswith(("para_", "point_")) for step in pair)
    return "leden" if below else "articles"


def scores(found: Pairs, true: Pairs) -> dict[str, Score]:
    """Right, wrong and missed pairs per level; what cannot be told from the two texts is not counted.

    Two things cannot: whether a text that was wholly replaced under its number was deleted and another one
    put in, and whether an article that gave a lid to another was divided.
    """
    counts = _scores()
    olds, news = {o for o, _ in true}, {n for _, n in true}
    related = {(_article(o), _article(n)) for o, n in true}
    for pair in found | true:
        replaced = pair[0] not in olds and pair[1] not in news and _number(pair[0]) == _number(pair[1])
        if pair not in true and (replaced or pair in related):
            continue
        score = counts[level(pair)]
        score.right += pair in found and pair in true
        score.wrong += pair not in true
        score.missed += pair not in found
    return counts


def _article(eid: str) -> str:
    return eid.partition("__para_")[0].partition("__point_")[0]


def _number(eid: str) -> str:
    return eid.rpartition("__")[2]


def words_of(comparison: Comparison) -> Words:
    """The figures of all word operations of a comparison."""
    total = Words()
    for change in comparison.changes:
        total.edited += edited_words(change.ops)
        total.cuts += cuts_inside_words(change.ops)
        total.islands += islands(change.ops)
        total.runs += sum(1 for sign, _ in change.ops if sign != "=")
    return total


def edited_words(operations: Iterable[Operation]) -> int:
    """Words struck out or put in."""
    return sum(len(re.findall(r"\w+", text)) for sign, text in operations if sign != "=")


def cuts_inside_words(operations: Iterable[Operation]) -> int:
    """Borders between kept and edited text with a letter or digit on either side."""
    return sum(
        1
        for (sign, a), (other, b) in pairwise(operations)
        if "=" in (sign, other) and sign != other and a[-1:].isalnum() and b[:1].isalnum()
    )


def islands(operations: Iterable[Operation]) -> int:
    """Equal runs of at most one word between two changes."""
    ops = list(operations)
    return sum(
        1
        for before, (sign, text), after in zip(ops, ops[1:], ops[2:], strict=False)
        if sign == "=" and before[0] != "=" and after[0] != "=" and len(re.findall(r"\w+", text)) <= 1
    )
