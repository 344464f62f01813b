"""Candidates by likeness of words: for a Union provision the national one that shares most rare words.

A candidate counts nowhere and is labelled as such; a person decides. It abstains readily: both texts must be
in one language, at least three rare words must be shared, and the best must be clearly better than the next.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]{6,}")
_FEWEST, _LEAD, _LEAST = 3, 1.3, 0.22
_ENDINGS = ("en", "e", "s", "t")


class Likeness:
    """The national provisions by their words, made once."""

    def __init__(self, provisions: Mapping[str, str]) -> None:
        """`provisions` are texts by eId."""
        self._words = {eid: frozenset(_words(text)) for eid, text in provisions.items()}
        self._count = Counter(word for words in self._words.values() for word in words)
        self._of: dict[str, list[str]] = {}
        for eid, words in self._words.items():
            for word in words:
                self._of.setdefault(word, []).append(eid)

    def best(self, text: str) -> str | None:
        """The eId of the one provision that is clearly most alike, or None."""
        wanted = {word: self._weight(word) for word in set(_words(text))}
        total = sum(wanted.values())
        ranked = sorted(self._scored(wanted), reverse=True)
        if not ranked or total == 0:
            return None
        score, shared, eid = ranked[0]
        next_best = ranked[1][0] if len(ranked) > 1 else 0.0
        clear = score >= _LEAD * next_best and score / total >= _LEAST
        return eid if clear and shared >= _FEWEST else None

    def _scored(self, wanted: Mapping[str, float]) -> Iterator[tuple[float, int, str]]:
        shared: dict[str, list[float]] = {}
        for word, weight in wanted.items():
            for eid in self._of.get(word, ()):
                shared.setdefault(eid, []).append(weight)
        for eid, weights in shared.items():
            length = 1 + math.log(1 + len(self._words[eid]) / 12)
            yield sum(weights) / length, len(weights), eid

    def _weight(self, word: str) -> float:
        if word not in self._count:
            return 1.0
        return math.log((1 + len(self._words)) / self._count[word])


def _words(text: str) -> Iterable[str]:
    for match in _WORD.finditer(text.casefold()):
        word = match.group()
        yield next((word[: -len(end)] for end in _ENDINGS if word.endswith(end)), word)
