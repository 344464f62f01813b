"""Lines of plain text as they were before an editor or mail program broke them off.

A blank line separates blocks. Within a block a line goes on with the next one when it is as long as a broken
line is and the next one does not begin something new; the words never change, and nothing is hyphenated back.
"""

from collections.abc import Iterator
from dataclasses import replace

from corpus.readers.act_frame import is_conclusion, is_opening
from corpus.readers.article_lines import heading_line
from corpus.readers.list_marks import capital_mark, list_mark
from corpus.readers.text_line import Line

_SHORTEST_BROKEN = 50
_LONGEST_BROKEN = 140
STOPS = (".", ":", ";")


def unwrap(text: str) -> Iterator[Line]:
    """The lines of a text, with broken lines joined by a space."""
    pending: list[str] = []
    line: Line | None = None
    block = 0
    for printed in text.replace("\f", "\n").split("\n"):
        words = " ".join(printed.split())
        if not words:
            block += 1
        elif line is not None and line.block == block and _goes_on(pending[-1], words):
            pending.append(words)
        else:
            after_stop = line is None or line.block != block or pending[-1].endswith(STOPS)
            if line is not None:
                yield _joined(line, pending)
            line, pending = Line("", block, after_stop=after_stop), [words]
    if line is not None:
        yield _joined(line, pending)


def _joined(line: Line, pieces: list[str]) -> Line:
    return replace(line, text=" ".join(pieces), breaks=len(pieces) - 1)


def _goes_on(line: str, following: str) -> bool:
    if not _SHORTEST_BROKEN <= len(line) <= _LONGEST_BROKEN or heading_line(line):
        return False
    return not begins_something(following, line)


def begins_something(line: str, before: str) -> bool:
    """Whether a line cannot go on with the sentence of the line before it."""
    return bool(
        list_mark(line)
        or capital_mark(line)
        or is_opening(line)
        or is_conclusion(line)
        or _begins_with_heading(line, before)
    )


def _begins_with_heading(line: str, before: str) -> bool:
    """A sentence can break before "Artikel 5 Wetboek": a heading with words needs a stop before it."""
    heading = heading_line(line)
    return heading is not None and (not heading.heading or before.endswith(STOPS))
