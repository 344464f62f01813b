"""The own text of a provision as blocks for a page: paragraphs, tables, and the editor's notes apart.

Blocks end at "\\n", a block with tabs is a table row. Marks and links become elements around escaped text.
Only here and in `operations_view` does law text become HTML. What a reference leads to is said by who asks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from corpus.provision import Note, Provision
from wetgeving.web import terms

_ELEMENTS = {
    "italic": Markup("<i>{}</i>"),
    "bold": Markup("<b>{}</b>"),
    "superscript": Markup("<sup>{}</sup>"),
    "subscript": Markup("<sub>{}</sub>"),
    "underline": Markup("<u>{}</u>"),
}


_NOTHING = Markup()
_LINK_END, _SPAN_END = Markup("</a>"), Markup("</span>")


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that are a reference: `text[start:end]`, and the tag that opens the element around them."""

    start: int
    end: int
    opened: Markup

    @property
    def closed(self) -> Markup:
        """The tag that closes it."""
        return _LINK_END if self.opened.startswith("<a ") else _SPAN_END


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`text`), a table (`rows`), or an editor's note (`note` says of which kind)."""

    text: Markup = _NOTHING
    rows: tuple[tuple[Markup, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    is_row: bool


def blocks(p: Provision, links: Sequence[Linked] = ()) -> tuple[Block, ...]:
    """The own text of a provision, in order, each note after the block in which it stands."""
    return tuple(_blocks(p, links))


def _blocks(p: Provision, links: Sequence[Linked]) -> Iterator[Block]:
    notes = sorted(p.notes, key=lambda n: n.offset)
    for is_row, lines in groupby(_lines(p.text), key=lambda line: line.is_row):
        held = list(lines)
        groups = [held] if is_row else [[line] for line in held]
        for group in groups:
            yield _block(p, group, links)
            while notes and notes[0].offset <= group[-1].end:
                yield _note(notes.pop(0))
    yield from map(_note, notes)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n") if text else ():
        yield _Line(start, start + len(line), "\t" in line)
        start += len(line) + 1


def _block(p: Provision, lines: list[_Line], links: Sequence[Linked]) -> Block:
    if not lines[0].is_row:
        return Block(text=_linked(p, lines[0].start, lines[0].end, links))
    return Block(rows=tuple(tuple(_cells(p, line, links)) for line in lines))


def _cells(p: Provision, line: _Line, links: Sequence[Linked]) -> Iterator[Markup]:
    start = line.start
    for cell in p.text[line.start : line.end].split("\t"):
        yield _linked(p, start, start + len(cell), links)
        start += len(cell) + 1


def _note(note: Note) -> Block:
    return Block(text=escape(note.text), note=terms.NOTE_KINDS.get(note.kind, "redactie"))


def _linked(p: Provision, start: int, end: int, links: Sequence[Linked]) -> Markup:
    """`text[start:end]` with its links, and its typography inside them."""
    pieces, at = [], start
    for link in links:
        first, last = max(link.start, at), min(link.end, end)
        if first < last:
            pieces += [_marked(p, at, first), link.opened, _marked(p, first, last), link.closed]
            at = last
    return Markup("").join((*pieces, _marked(p, at, end))) if pieces else _marked(p, start, end)


def _marked(p: Provision, start: int, end: int) -> Markup:
    """`text[start:end]` with its typography."""
    marks = [m for m in p.marks if m.start < end and m.end > start and m.style in _ELEMENTS]
    if not marks:
        return escape(p.text[start:end])
    cuts = sorted({start, end, *(min(max(c, start), end) for m in marks for c in (m.start, m.end))})
    pieces = []
    for a, b in pairwise(cuts):
        piece = escape(p.text[a:b])
        for style in dict.fromkeys(m.style for m in marks if m.start <= a and m.end >= b):
            piece = _ELEMENTS[style].format(piece)
        pieces.append(piece)
    return Markup("").join(pieces)
