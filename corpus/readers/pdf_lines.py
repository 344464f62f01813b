"""Rows of a PDF as lines of text: broken paragraphs joined, words that were broken off whole again when sure.

A row goes on with the next one when it is full, stands close above it (or at the end of its column or page)
and the next one begins nothing new. A word broken with a hyphen is joined only when the whole word, or the
word with its hyphen, stands elsewhere in the document; a soft hyphen is always sure. Otherwise it is left.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from corpus.readers.article_lines import heading_line
from corpus.readers.draft import Omission
from corpus.readers.pdf_layout import Row, bare_word, words_inside_lines
from corpus.readers.text_line import Line
from corpus.readers.wrapped_lines import STOPS, begins_something

_SOFT_HYPHEN = "\u00ad"
_FARTHEST = 1.35


@dataclass(slots=True)
class Paragraphs:
    """The lines of a document, and how often rows and broken words were joined or left as they were."""

    lines: list[Line] = field(default_factory=list)
    joined: int = 0
    hyphens_joined: int = 0
    hyphens_left: int = 0


def paragraphs(found: Sequence[Row]) -> Paragraphs:
    """Join the rows of a document."""
    joining = _Joining(words_inside_lines(row for row in found if not row.dropped), _leading(found))
    for row in found:
        joining.row(row)
    return joining.finished()


def _leading(found: Sequence[Row]) -> float:
    """The usual distance between two lines, as a multiple of the size of the letters."""
    gaps = [
        (a.base - b.base) / a.size
        for a, b in pairwise(found)
        if (a.page, a.column) == (b.page, b.column) and a.base > b.base and a.size
    ]
    return median(gaps) if gaps else 1.2


class _Joining:
    """One walk over the rows of a document."""

    def __init__(self, words: Counter[str], leading: float) -> None:
        self._words, self._leading = words, leading
        self._made = Paragraphs()
        self._line: Line | None = None
        self._last: Row | None = None
        self._early: list[Omission] = []

    def row(self, row: Row) -> None:
        if row.dropped:
            self._omit(Omission(row.dropped, row.text))
            return
        if self._line is not None and self._last is not None and self._goes_on(self._last, row):
            self._line = replace(
                self._line, text=self._with(self._line.text, row.text), breaks=self._line.breaks + 1
            )
            self._made.joined += 1
        else:
            self._begin(row)
        self._last = row

    def finished(self) -> Paragraphs:
        if self._line is not None:
            self._made.lines.append(self._line)
        elif self._early:
            self._made.lines.append(Line("", 0, omitted=tuple(self._early)))
        return self._made

    def _omit(self, omission: Omission) -> None:
        if self._line is None:
            self._early.append(omission)
        else:
            self._line = replace(self._line, omitted=(*self._line.omitted, omission))

    def _begin(self, row: Row) -> None:
        block = 0 if self._line is None else self._line.block
        last = self._last
        apart = last is None or not self._is_close(last, row)
        after_stop = apart or last is None or not last.is_full or last.text.endswith(STOPS)
        if self._line is not None:
            self._made.lines.append(self._line)
        self._line = Line(row.text, block + apart, after_stop=after_stop, omitted=tuple(self._early))
        self._early = []

    def _is_close(self, row: Row, following: Row) -> bool:
        if (row.page, row.column) != (following.page, following.column):
            return False
        distance = row.base - following.base
        return 0 < distance <= _FARTHEST * self._leading * max(row.size, following.size)

    def _goes_on(self, row: Row, following: Row) -> bool:
        assert self._line is not None
        if begins_something(following.text, row.text) or heading_line(self._line.text) is not None:
            return False
        if _is_broken_word(row.text, following.text):
            return True
        if self._is_close(row, following):
            return row.is_full
        turns = (row.page, row.column) != (following.page, following.column)
        return turns and row.is_full and not row.text.endswith(STOPS)

    def _with(self, text: str, following: str) -> str:
        if not _is_broken_word(text, following):
            return f"{text} {following}"
        if text.endswith(_SOFT_HYPHEN):
            self._made.hyphens_joined += 1
            return text[:-1] + following
        head, tail = text.split()[-1], following.split()[0]
        whole, hyphened = bare_word(head[:-1] + tail), bare_word(head + tail)
        if bool(self._words[whole]) == bool(self._words[hyphened]):
            self._made.hyphens_left += 1
            return f"{text} {following}"
        self._made.hyphens_joined += 1
        return (text[:-1] if self._words[whole] else text) + following


def _is_broken_word(text: str, following: str) -> bool:
    broken = text.endswith(("-", _SOFT_HYPHEN)) and len(text) > 1 and text[-2].isalpha()
    return broken and following[:1].islower()
