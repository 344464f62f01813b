"""Running text while it is read: white space folded to one space, and the spans and notes over it.

Formats whose text is interrupted by blocks, signs or notes write into this piece by piece. A span opens
before its text is written and never covers the space in front of it. It knows no format and opens no file.
"""

from dataclasses import dataclass, field

from corpus.provision import Link, Mark, Note
from corpus.readers.draft import Block

Opened = tuple[int, int]


@dataclass(slots=True)
class FoldedText:
    """One block under construction."""

    _pieces: list[str] = field(default_factory=list)
    length: int = 0
    _space_pending: bool = False
    _marks: list[Mark] = field(default_factory=list)
    _links: list[Link] = field(default_factory=list)
    _notes: list[Note] = field(default_factory=list)

    def write(self, text: str | None) -> None:
        """Append text; its white space folds with what stands before it."""
        if not text:
            return
        words = " ".join(text.split())
        if not words:
            self._space_pending = True
            return
        if self.length and (self._space_pending or text[0].isspace()):
            words = f" {words}"
        self._pieces.append(words)
        self.length += len(words)
        self._space_pending = text[-1].isspace()

    def gap(self) -> None:
        """What comes next is a word of its own."""
        self._space_pending = True

    def opened(self) -> Opened:
        """Where a span opens now."""
        return len(self._pieces), self.length

    def mark(self, opened: Opened, style: str) -> None:
        """Close a span of typography; styles that stand together are separated by a space."""
        span = self._span(opened) if style else None
        if span is not None:
            self._marks += [Mark(*span, part) for part in style.split()]

    def link(self, opened: Opened, scheme: str, target: str) -> None:
        """Close a reference."""
        span = self._span(opened)
        if span is not None:
            self._links.append(Link(*span, scheme, target))

    def note(self, kind: str, text: str, marks: tuple[Mark, ...] = ()) -> None:
        """Hang a note on this place; `marks` is its own typography."""
        self._notes.append(Note(self.length, kind, text, marks))

    def _span(self, opened: Opened) -> tuple[int, int] | None:
        piece, start = opened
        if piece == len(self._pieces):
            return None
        return start + self._pieces[piece].startswith(" "), self.length

    def block(self) -> Block | None:
        """What was written so far as a block, or None when that is nothing; the next text starts anew."""
        self._space_pending = False
        if not self._pieces and not self._notes:
            return None
        text, notes = "".join(self._pieces), tuple(self._notes)
        block = Block(text, tuple(self._marks), tuple(self._links), notes)
        self._pieces, self.length = [], 0
        self._marks, self._links, self._notes = [], [], []
        return block
