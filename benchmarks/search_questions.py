"""The questions that `benchmarks.search` asks, drawn by chance from the provisions that are searched.

Words are drawn evenly over the logarithm of how many provisions have them (0.2 to 15 %), so that rare and
common ones are asked alike.
"""

import math
import random
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from indexer.document import IndexDocument
from indexer.dutch import words
from indexer.query_fields import KINDS

CLASSES = ("term", "and", "phrase", "prefix", "field")
_RAREST, _COMMONEST = 0.002, 0.15
_MOST_LOOKED_AT = 5000
_WORD = re.compile(r"[a-z]{3,}")
_OPERATORS = {"and", "not", "niet", "near", "van", "tot"}


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its class, its words, and the kind of work it is limited to."""

    name: str
    words: tuple[str, ...]
    field: str = ""

    @property
    def kind(self) -> str:
        """The kind of work as documents say it."""
        return KINDS[self.field][0] if self.field else ""

    @property
    def text(self) -> str:
        """The question as a user types it."""
        row = " ".join(self.words)
        match self.name:
            case "phrase":
                return f'"{row}"'
            case "prefix":
                return f"{row}*"
            case "field":
                return f"soort:{self.field} {row}"
        return row


def questions(
    provisions: Sequence[IndexDocument], classes: Sequence[str], each: int, seed: int
) -> tuple[Question, ...]:
    """So many of each class, the classes mixed."""
    drawn = _Drawn(provisions, random.Random(seed))  # noqa: S311
    made = [drawn.question(name) for _ in range(each) for name in classes]
    return tuple(made)


class _Drawn:
    """Words with how often they occur, and the chance that picks them."""

    def __init__(self, provisions: Sequence[IndexDocument], chance: random.Random) -> None:
        self._chance = chance
        looked_at = chance.sample(provisions, min(len(provisions), _MOST_LOOKED_AT))
        self._rows = [row for row in (words(p.text) for p in looked_at) if len(row) > 5]
        times = Counter(word for row in self._rows for word in set(row))
        lowest, highest = max(1.0, _RAREST * len(self._rows)), max(2.0, _COMMONEST * len(self._rows))
        self._times = sorted(
            (math.log(n), w) for w, n in times.items() if lowest <= n <= highest and _fits(w)
        )
        if not self._times:
            raise SystemExit("Er zijn te weinig verschillende woorden om vragen van te maken.")
        self._known = {word for _, word in self._times}
        self._limits = math.log(lowest), math.log(highest)
        self._fields = sorted(
            name for name in ("wet", "amvb", "regeling") if KINDS[name][0] in {p.kind for p in looked_at}
        )

    def question(self, name: str) -> Question:
        """A question of a class."""
        makers: dict[str, Callable[[], Question]] = {
            "term": lambda: Question("term", (self._word(),)),
            "and": lambda: Question("and", self._together()),
            "phrase": lambda: Question("phrase", self._row()),
            "prefix": lambda: Question("prefix", (self._beginning(),)),
            "field": lambda: Question("field", (self._word(),), self._chance.choice(self._fields)),
        }
        return makers[name]()

    def _word(self) -> str:
        place = bisect_left(self._times, (self._chance.uniform(*self._limits), ""))
        return self._times[min(place, len(self._times) - 1)][1]

    def _together(self) -> tuple[str, ...]:
        """Three words of one provision."""
        while True:
            row = sorted(set(self._chance.choice(self._rows)) & self._known)
            if len(row) >= 3:
                return tuple(self._chance.sample(row, 3))

    def _row(self) -> tuple[str, ...]:
        """Two to four words that follow each other."""
        while True:
            row = self._chance.choice(self._rows)
            length = self._chance.randint(2, 4)
            start = self._chance.randrange(len(row) - length)
            found = row[start : start + length]
            if all(word.isalpha() for word in found):
                return found

    def _beginning(self) -> str:
        word = self._word()
        while len(word) < 5:
            word = self._word()
        return word[: self._chance.randint(4, min(7, len(word) - 1))]


def _fits(word: str) -> bool:
    return _WORD.fullmatch(word) is not None and word not in _OPERATORS
