"""The piece of a text that shows why it was found, with the words found in `<mark>`.

Hits come from the same analysis as the index, so that a snippet marks exactly what was searched: a word in
all its forms, a compound by what it is made of, a phrase only where it stands whole, nothing that was denied.
All text is HTML-escaped; only `<mark>` is ours.
Only the pieces of a text that can hold a hit are taken apart: most words of a law are no hit, and a printed
word that was judged once is not judged again.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from html import escape
from itertools import accumulate, compress, count
from operator import add
from typing import NamedTuple

from indexer.dutch import Token, keys, stem, tokens
from indexer.query import Article, Near, Or, Phrase, Prefix, Query, Word, leaves, mentions

WIDTH = 240
_LEAD = 40  # characters of context before the first hit
_SLACK = 20  # how far a cut looks for a blank
_ELLIPSIS = "…"
_IN_A_NUMBER = re.compile(r"(\d)\s(?=\d{3})")
"""The one word that goes on behind a blank, "12 345", is one piece."""
_JOINT = "\0"
_JOINED = rf"\1{_JOINT}"
_PRINTED = re.compile(r"\S+")
_NOTHING, _IN_A_PHRASE, _WORD = range(3)


class _Hit(NamedTuple):
    start: int
    end: int
    leaf: str


@lru_cache(maxsize=20_000)
def _read(piece: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The stems by which a printed piece without blanks is found, and its words."""
    words = tuple(token.word for token in tokens(piece.replace(_JOINT, " ")))
    return frozenset(key for word in words for key in keys(word)), words


class _Judged(dict[str, int]):
    """What a printed piece is to the hits, judged when it is first met."""

    def __init__(self, judge: Callable[[str], int]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, piece: str) -> int:
        self[piece] = found = self._judge(piece)
        return found


class Highlighter:
    """Snippets for one question."""

    def __init__(self, query: Query) -> None:
        self._judged = _Judged(self._judge)
        self._stems: dict[str, str] = {}
        self._prefixes: list[str] = []
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for leaf in leaves(query):
            self._add(leaf)
        rows = [row for phrases in self._phrases.values() for row in phrases]
        self._in_phrases = frozenset(word for row in rows for word in row)
        self._shortest = min(map(len, rows), default=0)

    def _add(self, leaf: Query) -> None:
        match leaf:
            case Word(word):
                self._stems[stem(word)] = word
            case Prefix(prefix):
                self._prefixes.append(prefix)
            case Phrase(words):
                self._phrases.setdefault(words[0], []).append(words)
            case Article(number):
                self._add(Or(mentions(number)))
            case Near(left, right):
                self._add(left)
                self._add(right)
            case Or(nodes):
                for node in nodes:
                    self._add(node)

    def snippet(self, text: str, changed: Sequence[tuple[int, int]] = ()) -> str:
        """About 240 characters around the best cluster of hits, or the beginning of a text without hits.

        Where parts of the text have changed, the hits in those parts say where to look.
        """
        hits = self._hits(text)
        inside = [hit for hit in hits if any(hit.start < end and start < hit.end for start, end in changed)]
        start, end = _window(text, inside or hits)
        body = _marked(text, start, end, _merged(hits))
        return f"{_ELLIPSIS if start else ''}{body}{_ELLIPSIS if end < len(text.rstrip()) else ''}"

    def _hits(self, text: str) -> list[_Hit]:
        hits = (hit for start, end in self._runs(text) for hit in self._within(text, start, end))
        return sorted(set(hits))

    def _runs(self, text: str) -> Iterator[tuple[int, int]]:
        """The parts of a text in which all hits are, each phrase whole in one of them."""
        text = _IN_A_NUMBER.sub(_JOINED, text)
        pieces = text.split()
        judged = list(map(self._judged.__getitem__, pieces))
        if not any(judged):
            return
        ends, run = _ends(text, pieces), range(0)
        for at in compress(range(len(pieces)), judged):
            if at != run.stop:
                yield from self._worth(pieces, ends, run)
                run = range(at, at)
            run = range(run.start, at + 1)
        yield from self._worth(pieces, ends, run)

    def _worth(self, pieces: Sequence[str], ends: Sequence[int], run: range) -> Iterator[tuple[int, int]]:
        """Where a run of pieces stands, when a word in it is a hit or a phrase fits in it."""
        printed = pieces[run.start : run.stop]
        whole = self._shortest and sum(len(_read(piece)[1]) for piece in printed) >= self._shortest
        if printed and (whole or any(self._judged[piece] == _WORD for piece in printed)):
            yield ends[run.start] - len(printed[0]), ends[run.stop - 1]

    def _judge(self, piece: str) -> int:
        """What is no word at all may stand between the words of a phrase."""
        stems, words = _read(piece)
        if not stems.isdisjoint(self._stems) or any(w.startswith(p) for w in words for p in self._prefixes):
            return _WORD
        in_phrase = self._in_phrases and (not words or not self._in_phrases.isdisjoint(words))
        return _IN_A_PHRASE if in_phrase else _NOTHING

    def _within(self, text: str, start: int, end: int) -> Iterator[_Hit]:
        found = [
            token._replace(start=token.start + start, end=token.end + start)
            for token in tokens(text[start:end])
        ]
        yield from self._word_hits(found)
        if self._phrases:
            yield from self._phrase_hits([token for token in found if not token.joined])

    def _word_hits(self, found: Sequence[Token]) -> Iterator[_Hit]:
        for token in found:
            for key in keys(token.word) if self._stems else ():
                if key in self._stems:
                    yield _Hit(token.start, token.end, self._stems[key])
            for prefix in self._prefixes:
                if token.word.startswith(prefix):
                    yield _Hit(token.start, token.end, prefix + "*")

    def _phrase_hits(self, row: Sequence[Token]) -> Iterator[_Hit]:
        for i, token in enumerate(row):
            for phrase in self._phrases.get(token.word, ()):
                window = row[i : i + len(phrase)]
                if tuple(t.word for t in window) == phrase:
                    yield from (_Hit(t.start, t.end, " ".join(phrase)) for t in window)


def _ends(text: str, pieces: Sequence[str]) -> Sequence[int]:
    """Where the pieces of a text end: counted when one blank stands between each two, else looked up."""
    ends = list(accumulate(map(len, pieces)))
    if text[0].isspace() or ends[-1] + len(pieces) - 1 != len(text):
        return [piece.end() for piece in _PRINTED.finditer(text)]
    return list(map(add, ends, count()))


def _window(text: str, hits: Sequence[_Hit]) -> tuple[int, int]:
    """Where the snippet begins and ends: most different words first, then most hits, then the earliest."""
    if len(text) <= WIDTH + _SLACK:
        return 0, len(text)
    first, last = _best_cluster(hits) if hits else (0, 0)
    lead = max(0, min(_LEAD, WIDTH - (last - first)))
    start = max(0, min(first - lead, len(text) - WIDTH))
    end = min(len(text), max(start + WIDTH, last), start + 2 * WIDTH)
    return _after_blank(text, start, first), _before_blank(text, end, last)


def _best_cluster(hits: Sequence[_Hit]) -> tuple[int, int]:
    starts = [hit.start for hit in hits]
    best, best_worth = (0, 0), (0, 0)
    for i, hit in enumerate(hits):
        inside = hits[i : max(i + 1, bisect_right(starts, hit.start + WIDTH - _LEAD))]
        worth = (len({h.leaf for h in inside}), len(inside))
        if worth > best_worth:
            best, best_worth = (hit.start, max(h.end for h in inside)), worth
    return best


def _after_blank(text: str, start: int, first_hit: int) -> int:
    """The start moved to the beginning of a word, not beyond the first hit."""
    if start == 0:
        return 0
    for i in range(start, max(start, min(start + _SLACK, first_hit))):
        if text[i - 1].isspace():
            return i
    return start


def _before_blank(text: str, end: int, last_hit: int) -> int:
    """The end moved to the end of a word, not before the last hit."""
    if end >= len(text):
        return len(text)
    for i in range(end, max(last_hit, end - _SLACK), -1):
        if text[i].isspace():
            return i
    return end


def _merged(hits: Sequence[_Hit]) -> list[tuple[int, int]]:
    """Ranges of hits in order; hits that overlap (a hyphenated word and its part) are one."""
    ranges: list[tuple[int, int]] = []
    for hit in hits:
        if ranges and hit.start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], hit.end))
        else:
            ranges.append((hit.start, hit.end))
    return ranges


def _marked(text: str, start: int, end: int, ranges: Sequence[tuple[int, int]]) -> str:
    pieces, at = [], start
    for hit_start, hit_end in ranges:
        if hit_start < start or hit_end > end:
            continue
        pieces += [escape(text[at:hit_start]), "<mark>", escape(text[hit_start:hit_end]), "</mark>"]
        at = hit_end
    return "".join([*pieces, escape(text[at:end])])
