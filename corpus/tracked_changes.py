"""Tracked changes of a word processor, kept on provisions: the text is the text after them.

What was deleted is a note at the place where it stood, what was inserted a mark over the text. A number or
heading has no offsets, so a note on it holds all its words before the changes. From these the text before can
be rebuilt (`text_before`); its structure is not: that takes reading it as a text of its own.
"""

from collections.abc import Iterable, Iterator, Sequence

from corpus.provision import Mark, Note, Provision, walk

DELETED = "geschrapt"
INSERTED = "inserted"
BREAK_INSERTED = "alinea-einde ingevoegd"
NUMBER_BEFORE = "nummer voor wijziging"
HEADING_BEFORE = "opschrift voor wijziging"
_KINDS = frozenset({DELETED, BREAK_INSERTED, NUMBER_BEFORE, HEADING_BEFORE})
_JOINED = "\x00"


def is_tracked(span: Mark | Note) -> bool:
    """Whether a mark or note is part of the account of tracked changes."""
    return span.style == INSERTED if isinstance(span, Mark) else span.kind in _KINDS


def words_before(text: str, marks: Sequence[Mark], notes: Sequence[Note], *, kind: str) -> tuple[Note, ...]:
    """The note of `kind` that a changed number or heading carries; it also says that a break was inserted."""
    breaks = tuple(Note(0, BREAK_INSERTED, n.text) for n in notes if n.kind == BREAK_INSERTED)
    return (Note(0, kind, _before(text, marks, notes).replace(_JOINED, "").strip()), *breaks)


def text_before(provisions: Iterable[Provision]) -> str:
    """The words before the tracked changes, one block a line; without changes the text as it is."""
    flat = "".join(_pieces(provisions))
    joined = flat.replace(f"{_JOINED}\n", "").replace(_JOINED, "")
    lines = (" ".join(line.split()) for line in joined.split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(provisions: Iterable[Provision]) -> Iterator[str]:
    for p in walk(provisions):
        head = [_head(p, NUMBER_BEFORE, p.num), _head(p, HEADING_BEFORE, p.heading)]
        yield " ".join(part for part in head if part)
        yield f" {_before(p.text, p.marks, p.notes)}\n"


def _head(p: Provision, kind: str, printed: str) -> str:
    return next((note.text for note in p.notes if note.kind == kind), printed)


def _before(text: str, marks: Sequence[Mark], notes: Sequence[Note]) -> str:
    """One text with what was inserted taken out and what was deleted put back."""
    inserted = {at for m in marks if m.style == INSERTED for at in range(m.start, m.end)}
    back: dict[int, str] = {}
    for note in notes:
        if note.kind == DELETED:
            back[note.offset] = back.get(note.offset, "") + note.text
        elif note.kind == BREAK_INSERTED:
            back[note.offset] = back.get(note.offset, "") + note.text + _JOINED
    kept = (back.get(at, "") + ("" if at in inserted else sign) for at, sign in enumerate(text))
    return "".join(kept) + back.get(len(text), "")
