"""List items of a EUR-Lex page as drafts, with the lines in them; and small questions about one line.

A table row with a mark is a point, in the preamble a recital; items in its cell are points below it. An
article or division inside an item is law of another act and goes under a `mod`, as a recorded guess.
"""

from collections.abc import Iterable
from dataclasses import replace

from corpus.provision import ProvisionKind
from corpus.readers.draft import Block, Draft
from corpus.readers.eurlex_lines import LONGEST_HEADING, Part, behind, heading_of, part_of
from corpus.readers.eurlex_page import Line
from corpus.readers.list_marks import list_mark

_SENTENCE_END = ".;:,"


def fill_item(line: Line, home: Draft) -> None:
    """A list item and the lines in it; in a preamble it is a recital."""
    kind = ProvisionKind.RECITAL if home.kind is ProvisionKind.PREAMBLE else ProvisionKind.POINT
    draft = home.child(kind, line.mark)
    draft.source_id = line.place if kind is ProvisionKind.RECITAL else ""
    _fill(line.inside, draft)


def _fill(inside: Iterable[Line], draft: Draft) -> None:
    home = draft
    for line in inside:
        part = part_of(line)
        if line.footnote or part is Part.MARK:
            home.drop("footnote-at-its-mark" if line.footnote else "mark-of-change", line.text)
        elif part is Part.HEADING and heading_of(line).kind is not ProvisionKind.CROSSHEADING:
            home = _quoted(line, draft)
        elif part is Part.SUBHEADING and home is not draft and not home.heading:
            home.heading = line.text
            hang_on(line, home)
        elif line.mark:
            fill_item(line, home)
        else:
            home.content.append(line.block)


def _quoted(line: Line, draft: Draft) -> Draft:
    """An article or division inside a list item is law of another act, quoted."""
    last = draft.content[-1] if draft.content else None
    same = isinstance(last, Draft) and last.kind is ProvisionKind.MOD
    home = last if isinstance(last, Draft) and same else new_law(draft)
    named = heading_of(line)
    quoted = home.child(named.kind, named.num, named.heading)
    hang_on(line, quoted)
    return quoted


def new_law(draft: Draft) -> Draft:
    """A place for quoted law below an instruction, with the guess that it is one."""
    made = draft.child(ProvisionKind.MOD)
    made.guess("quoted-by-place", "een artikel of afdeling binnen een aanhaling of een onderdeel")
    return made


def last_text(line: Line) -> str:
    """The text that is printed last in a line."""
    while line.inside:
        line = line.inside[-1]
    return line.text


def innermost(draft: Draft) -> Draft:
    """Where the last words of a draft stand."""
    while draft.content and isinstance(draft.content[-1], Draft):
        draft = draft.content[-1]
    return draft


def hang_on(line: Line, draft: Draft) -> None:
    """What goes with the words of a heading line: typography over the heading, notes before the text."""
    draft.heading_marks = behind(line.block, len(line.text) - len(draft.heading)).marks
    draft.content += notes_only(line)


def notes_only(line: Line) -> list[Block]:
    """The notes of a heading hang at the start of what it heads."""
    notes = tuple(replace(note, offset=0) for note in line.block.notes)
    return [Block("", notes=notes)] if notes else []


def is_heading_by_place(line: Line) -> bool:
    """Whether a line without class can be a heading: short, no sentence, no mark."""
    text = line.text
    by_form = bool(text) and len(text) <= LONGEST_HEADING and text[-1] not in _SENTENCE_END
    return by_form and line.role == "" and not line.row and list_mark(text) is None


def width(text: str, mark: str) -> int:
    """How many characters the mark takes, with the space behind it."""
    rest = text[len(mark) :]
    return len(text) - len(rest.lstrip())
