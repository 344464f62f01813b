"""One line of flat text as the article grammar takes it: its words, its place, and what hangs on them.

Plain text has words only. A word processor's file adds typography, notes and tracked changes (`spans`), an
outline level (`depth`) and words that are left out (`omitted`); a line can be cut into number and text
without losing any of these. Nothing here decides what a line is.
"""

from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.provision import Link, Mark, Note
from corpus.readers.draft import Block, Omission
from corpus.tracked_changes import is_tracked, words_before

Span = TypeVar("Span", Mark, Link)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was meant: its block, how often it was broken, whether a sentence ended before it."""

    text: str
    block: int
    breaks: int = 0
    after_stop: bool = True
    spans: Block | None = None
    omitted: tuple[Omission, ...] = ()
    depth: int | None = None

    @property
    def is_row(self) -> bool:
        """Whether this is a row of a table: its cells are separated by tabs."""
        return "\t" in self.text

    def content(self, start: int = 0) -> tuple[Block | Omission, ...]:
        """What stands from `start` on, as content of a provision."""
        text = self.text[start:]
        if self.spans is None:
            return (Block(text), *self.omitted) if text else self.omitted
        block = part(self.spans, start, len(self.text))
        return (block, *self.omitted) if block.text or block.notes else self.omitted

    def head_notes(self, start: int, end: int, kind: str) -> tuple[Note, ...]:
        """The notes on a number or heading, and a note of this kind with its words before tracked changes."""
        if self.spans is None:
            return ()
        head = part(self.spans, start, end)
        kept = tuple(replace(note, offset=0) for note in head.notes if not is_tracked(note))
        if len(kept) == len(head.notes) and not any(is_tracked(mark) for mark in head.marks):
            return kept
        return (*kept, *words_before(head.text, head.marks, head.notes, kind=kind))

    def heading_marks(self, heading: str) -> tuple[Mark, ...]:
        """The typography of a heading that ends this line; tracked changes of it are in its notes."""
        if self.spans is None or not self.text.endswith(heading):
            return ()
        words = part(self.spans, len(self.text) - len(heading), len(self.text))
        return tuple(mark for mark in words.marks if not is_tracked(mark))


def part(block: Block, start: int, end: int) -> Block:
    """A block between two offsets; a note on the border belongs to what follows it, or to the end."""
    last = end == len(block.text)
    notes = (n for n in block.notes if start <= n.offset and (n.offset < end or last))
    return Block(
        block.text[start:end],
        tuple(_shifted(m, start, end) for m in block.marks if m.start < end and m.end > start),
        tuple(_shifted(x, start, end) for x in block.links if x.start < end and x.end > start),
        tuple(replace(n, offset=n.offset - start) for n in notes if start < end or start == 0),
    )


def _shifted(span: Span, start: int, end: int) -> Span:
    return replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
