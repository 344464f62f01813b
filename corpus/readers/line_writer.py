"""Running text as lines: white space folded, emphasis as marks, tracked changes set apart.

The caller says what it meets, in the order of the file, and how each piece stands to the tracked changes; a
line ends where the text after the changes has a line end. What was deleted hangs as a note on the line in
which it stood; a whole deleted paragraph on the line before it. It knows no format; the vocabulary is that of
`corpus.tracked_changes`.
"""

import re
from dataclasses import dataclass, field, replace
from enum import Enum

from corpus.provision import Link, Mark, Note
from corpus.readers.draft import Block, Omission
from corpus.readers.text_line import Line
from corpus.tracked_changes import BREAK_INSERTED, DELETED, INSERTED

_SPACE = re.compile(r"\s+")


class Change(Enum):
    """How a piece stands to the tracked changes: it stays, came in, went out, or did both."""

    NONE = ""
    IN = "ins"
    OUT = "del"
    IN_AND_OUT = "ins del"

    def within(self, outer: "Change") -> "Change":
        """This change inside an outer one."""
        if Change.NONE in (self, outer):
            return self if outer is Change.NONE else outer
        return self if self is outer else Change.IN_AND_OUT


@dataclass(frozen=True, slots=True)
class Manner:
    """How a piece of text stands: its change, its emphasis, and where it links to."""

    change: Change = Change.NONE
    styles: tuple[str, ...] = ()
    target: str = ""


@dataclass(slots=True)
class _Open:
    """A line while it is written."""

    block: int = 0
    depth: int | None = None
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    omitted: list[Omission] = field(default_factory=list)

    @property
    def broken(self) -> bool:
        """Whether the line end that was here last was inserted."""
        return any(note.kind == BREAK_INSERTED for note in self.notes)

    def delete(self, text: str, *, at: int) -> None:
        """Hang deleted words on the line."""
        last = self.notes[-1] if self.notes else None
        if last is not None and last.kind == DELETED and last.offset == at:
            self.notes[-1] = replace(last, text=last.text + text)
        else:
            self.notes.append(Note(at, DELETED, text))


class LineWriter:
    """Writes lines; `lines` gives them when all is written."""

    def __init__(self) -> None:
        self._done: list[_Open] = []
        self._line = _Open()
        self._block = 0

    def paragraph(self, depth: int | None) -> None:
        """A paragraph begins; `depth` is its outline level. A line that is already open keeps its own."""
        self._block += 1
        if not self._line.text:
            self._line.block, self._line.depth = self._block, depth

    def write(self, text: str, manner: Manner) -> None:
        """Write text; a line feed in it ends the line."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self.end(manner.change)
            if manner.change is Change.OUT:
                self._delete(piece)
            elif manner.change is Change.IN_AND_OUT:
                self.omit("inserted-and-deleted", piece)
            else:
                self._text(_SPACE.sub(" ", piece), manner)

    def cell(self, change: Change) -> None:
        """A cell of a table row ends and another begins."""
        if change is Change.OUT:
            self._delete(" ")
        elif change is not Change.IN_AND_OUT:
            self._append("\t", Manner(change))

    def note(self, kind: str, text: str) -> None:
        """A note that is no tracked change, here."""
        self._line.notes.append(Note(len(self._line.text), kind, text))

    def omit(self, rule: str, text: str) -> None:
        """Words that are left out, after this line."""
        if text.strip():
            self._line.omitted.append(Omission(rule, " ".join(text.split())))

    def end(self, change: Change) -> None:
        """A line end, which may itself have come in or gone out."""
        if change is Change.OUT:
            self._deleted_end()
        elif change is not Change.IN_AND_OUT:
            self._end(inserted=change is Change.IN)

    def lines(self) -> list[Line]:
        """All lines that hold words, each a block of its own."""
        if self._line.text or self._line.notes or self._line.omitted:
            self._end(inserted=False)
        return [_frozen(line) for line in self._done]

    def _text(self, text: str, manner: Manner) -> None:
        if text.startswith(" ") and (not self._line.text or self._line.text[-1] in " \t"):
            text = text[1:]
            self._keep_space()
        if text:
            self._append(text, manner)

    def _append(self, text: str, manner: Manner) -> None:
        start = len(self._line.text)
        self._line.text += text
        styles = (*manner.styles, *((INSERTED,) if manner.change is Change.IN else ()))
        for style in styles:
            self._mark(Mark(start, start + len(text), style))
        if manner.target and text.strip():
            self._line.links.append(Link(start, start + len(text), "url", manner.target))

    def _mark(self, mark: Mark) -> None:
        """Add a mark, or lengthen the one of the same style that ends where it begins."""
        for at, other in enumerate(self._line.marks):
            if (other.style, other.end) == (mark.style, mark.start):
                self._line.marks[at] = replace(other, end=mark.end)
                return
        self._line.marks.append(mark)

    def _keep_space(self) -> None:
        """A space that is folded away in the text after may have separated words in the text before."""
        line = self._line
        last = line.notes[-1] if line.notes else None
        if last is not None and last.kind == DELETED and last.offset == len(line.text):
            line.notes[-1] = replace(last, text=last.text + " ")
        elif not line.text and self._done and self._done[-1].broken:
            before = self._done[-1]
            before.notes = [replace(n, text=" ") if n.kind == BREAK_INSERTED else n for n in before.notes]

    def _delete(self, text: str) -> None:
        if text:
            self._line.delete(text, at=len(self._line.text))

    def _deleted_end(self) -> None:
        before = self._done[-1] if self._done else None
        if self._line.text or before is None or before.broken:
            self._line.delete("\n", at=len(self._line.text))
            return
        self._hand_to(before, "\n")

    def _hand_to(self, before: _Open, separator: str) -> None:
        """Move what hangs on a line without words to the line before it."""
        at = len(before.text)
        for note in self._line.notes:
            if note.kind == DELETED:
                before.delete(separator + note.text, at=at)
            else:
                before.notes.append(replace(note, offset=at))
        before.omitted += self._line.omitted
        self._line.notes, self._line.omitted = [], []

    def _end(self, *, inserted: bool) -> None:
        line = self._line
        if not line.text.strip():
            self._end_without_words(inserted=inserted)
            return
        cut = line.text.rstrip(" ")
        trimmed, line.text = len(line.text) > len(cut), cut
        line.notes = [_cut_note(note, len(cut)) for note in line.notes]
        line.marks = [m for m in (_cut_mark(m, len(cut)) for m in line.marks) if m.end > m.start]
        line.links = [replace(x, end=min(x.end, len(cut))) for x in line.links if x.start < len(cut)]
        if inserted:
            line.notes.append(Note(len(cut), BREAK_INSERTED, " " if trimmed else ""))
        self._done.append(line)
        self._line = _Open(block=self._block)

    def _end_without_words(self, *, inserted: bool) -> None:
        """An empty line is no line; what hangs on it goes to the one before, or waits for the first."""
        line = self._line
        line.text, line.marks, line.links = "", [], []
        before = self._done[-1] if self._done else None
        if before is None:
            line.notes = [replace(n, offset=0) for n in line.notes]
            if any(n.kind == DELETED for n in line.notes) and not inserted:
                line.delete("\n", at=0)
            return
        ends = [n for n in before.notes if n.kind == BREAK_INSERTED]
        before.notes = [n for n in before.notes if n.kind != BREAK_INSERTED]
        deleted = any(n.kind == DELETED for n in line.notes)
        self._hand_to(before, "" if ends else "\n")
        if inserted and (ends or deleted):
            before.notes.append(Note(len(before.text), BREAK_INSERTED, ""))
        self._line.depth = None


def _cut_note(note: Note, end: int) -> Note:
    """A note behind the space that is cut off: deleted words keep that space before them."""
    if note.offset <= end:
        return note
    return replace(note, offset=end, text=f" {note.text}" if note.kind == DELETED else note.text)


def _cut_mark(mark: Mark, end: int) -> Mark:
    return replace(mark, end=min(mark.end, end))


def _frozen(line: _Open) -> Line:
    spans = Block(line.text, tuple(line.marks), tuple(line.links), tuple(line.notes))
    return Line(line.text, line.block, spans=spans, omitted=tuple(line.omitted), depth=line.depth)
