"""The text of a provision as Akoma Ntoso: a paragraph a line, a table row where cells are, marks inside.

Marks and links become elements, notes stand at their place. XML elements nest and end with their paragraph:
a span that crosses another or goes on in the next line is cut, and then every span of the provision carries
its number and place (attribute `span`), so that a reader can put it together. White space that would fold is
kept with `xml:space`. A target that is no address stands in the attribute `target`. A span over nothing, or
over nothing but the end of a line or cell, is not written.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from corpus.akn_vocabulary import XML, own
from corpus.provision import Link, Mark, Note, Provision, ProvisionKind
from corpus.readers.akn_body import link_scheme
from corpus.secure_xml import Element, add, add_text

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "superscript": "sup", "subscript": "sub"}
_NO_ADDRESS = "urn:x-wetgeving:target:"
_PRESERVE = {f"{{{XML}}}space": "preserve"}
_SIGN = r"(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
_ADDRESS = re.compile(rf"(?:[A-Za-z][A-Za-z0-9+.-]*:|(?=[^:]*(?:[/?#]|$))){_SIGN}*(?:#{_SIGN}*)?", re.ASCII)
_FILE = re.compile(r"(?!data:)[\w./:%-]+")


@dataclass(frozen=True, slots=True)
class _Open:
    """The opening of a span, or of the part of it that stands in one piece of the text."""

    span: Mark | Link
    number: int
    end: int
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Close:
    """The end of the span opened last; `number` is that of the span."""

    span: Mark | Link
    number: int


@dataclass(frozen=True, slots=True)
class _Text:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _NoteAt:
    note: Note
    number: int


_Event = _Open | _Close | _Text | _NoteAt
Piece = tuple[int, int]


def add_blocks(parent: Element, provision: Provision) -> None:
    """The own text of a provision, below an element that holds blocks."""
    rows = _rows(provision.text)
    pieces = [piece for row in rows for piece in row]
    events = [list(_events(piece, found)) for piece, found in _shared_out(pieces, provision)]
    numbered = not _returns_as_it_is(events, provision)
    place = iter(zip(pieces, events, strict=True))
    table: Element | None = None
    for row in rows:
        if len(row) == 1:
            table = None
            _paragraph(parent, provision, *next(place), numbered=numbered)
            continue
        table = add(parent, "table") if table is None else table
        line = add(table, "tr")
        for _ in row:
            _paragraph(add(line, "td"), provision, *next(place), numbered=numbered)


def add_line(parent: Element, tag: str, text: str, marks: tuple[Mark, ...] = ()) -> None:
    """A number, heading or note: text with typography, whatever its line ends."""
    add_inline(parent, tag, {}, Provision(ProvisionKind.SLOT, text=text, marks=marks))


def add_inline(parent: Element, tag: str, attributes: Mapping[str, str], provision: Provision) -> None:
    """Text of one line, directly below an element of its own."""
    piece = (0, len(provision.text))
    ((_, found),) = _shared_out([piece], provision)
    events = list(_events(piece, found))
    element = add(parent, tag, {**attributes, **_space(provision.text, list(_edges(events)))})
    _write(element, provision.text, events, numbered=not _returns_as_it_is([events], provision))


def _rows(text: str) -> list[list[Piece]]:
    """The pieces of a text, line by line, cell by cell; a text with an empty line is one piece."""
    lines = text.split("\n")
    if not all(lines):
        return [[(0, len(text))]]
    rows, start = [], 0
    for line in lines:
        cells = []
        for cell in line.split("\t"):
            cells.append((start, start + len(cell)))
            start += len(cell) + 1
        rows.append(cells)
    return rows


def _spans(provision: Provision) -> Iterator[tuple[int, Mark | Link]]:
    """Marks and links, each with its number among its own."""
    yield from enumerate(provision.marks)
    yield from enumerate(provision.links)


def _shared_out(
    pieces: Sequence[Piece], provision: Provision
) -> Iterator[tuple[Piece, list[_Open | _NoteAt]]]:
    """Every piece with the spans and notes in it."""
    starts = [start for start, _ in pieces]
    shared: list[list[_Open | _NoteAt]] = [[] for _ in pieces]
    for number, span in _spans(provision):
        for at in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end)):
            start, end = pieces[at]
            if max(span.start, start) < min(span.end, end):
                is_whole = start <= span.start and span.end <= end
                shared[at].append(_Open(span, number, min(span.end, end), is_whole))
    for number, note in enumerate(provision.notes):
        shared[max(0, bisect_right(starts, note.offset) - 1)].append(_NoteAt(note, number))
    return zip(pieces, shared, strict=True)


def _events(piece: Piece, found: Sequence[_Open | _NoteAt]) -> Iterator[_Event]:
    """What is written for a piece, in order: ends before notes, notes before openings, the longest first."""
    start, end = piece
    opening: dict[int, list[_Open]] = {}
    calling: dict[int, list[_NoteAt]] = {}
    for item in found:
        if isinstance(item, _Open):
            opening.setdefault(max(start, item.span.start), []).append(item)
        else:
            calling.setdefault(item.note.offset, []).append(item)
    ends = {item.end for items in opening.values() for item in items}
    places = sorted({start, end, *opening, *calling, *ends})
    stack: list[_Open] = []
    for place, following in zip(places, [*places[1:], end], strict=True):
        cut: list[_Open] = []
        while any(item.end == place for item in stack):
            closed = stack.pop()
            yield _Close(closed.span, closed.number)
            cut += [closed] if closed.end != place else []
        yield from calling.get(place, ())
        for opened in sorted([*cut, *opening.get(place, ())], key=lambda o: (-o.end, -o.number)):
            stack.append(opened)
            yield opened
        if following > place:
            yield _Text(place, following)


def _returns_as_it_is(events: Sequence[Sequence[_Event]], provision: Provision) -> bool:
    """Would a reader find every span whole and in its order, without numbers?"""
    flat = [event for piece in events for event in piece]
    closed = [event.span for event in flat if isinstance(event, _Close)]
    return (
        all(event.is_whole for event in flat if isinstance(event, _Open))
        and tuple(span for span in closed if isinstance(span, Mark)) == provision.marks
        and tuple(span for span in closed if isinstance(span, Link)) == provision.links
        and tuple(event.note for event in flat if isinstance(event, _NoteAt)) == provision.notes
    )


def _paragraph(
    parent: Element, provision: Provision, piece: Piece, events: Sequence[_Event], *, numbered: bool
) -> None:
    start, end = piece
    edges = [at - start for at in _edges(events)]
    element = add(parent, "p", _space(provision.text[start:end], edges))
    _write(element, provision.text, events, numbered=numbered)


def _edges(events: Sequence[_Event]) -> Iterator[int]:
    """The signs at the edges of spans and before notes: white space there would fall outside, folded."""
    for event in events:
        if isinstance(event, _Open):
            yield from (event.span.start, event.span.end - 1)
        elif isinstance(event, _NoteAt):
            yield event.note.offset - 1


def _space(text: str, edges: Sequence[int]) -> dict[str, str]:
    """White space is kept where it would fold away, or stands at the edge of a span."""
    at_edge = any(0 <= at < len(text) and text[at].isspace() for at in edges)
    return _PRESERVE if at_edge or " ".join(text.split()) != text else {}


def _write(element: Element, text: str, events: Sequence[_Event], *, numbered: bool) -> None:
    stack = [element]
    for event in events:
        if isinstance(event, _Text):
            add_text(stack[-1], text[event.start : event.end])
        elif isinstance(event, _Close):
            stack.pop()
        else:
            if isinstance(event, _NoteAt):
                number = {own("span"): str(event.number)} if numbered else {}
                _note(stack[-1], event.note, number)
            else:
                place = f"{event.number}:{event.span.start}-{event.span.end}"
                number = {own("span"): place} if numbered else {}
                stack.append(_opened(stack[-1], event.span, number))


def _opened(parent: Element, span: Mark | Link, number: dict[str, str]) -> Element:
    if isinstance(span, Mark):
        if span.style in _TAGS:
            return add(parent, _TAGS[span.style], number)
        return add(parent, "inline", {"name": "style", own("style"): span.style, **number})
    scheme = {} if link_scheme(span.target) == span.scheme else {own("scheme"): span.scheme}
    if _ADDRESS.fullmatch(span.target):
        return add(parent, "ref", {"href": span.target, **scheme, **number})
    target = {"href": f"{_NO_ADDRESS}{quote(span.target, safe='')}", own("target"): span.target}
    return add(parent, "ref", {**target, own("scheme"): span.scheme, **number})


def _note(parent: Element, note: Note, number: dict[str, str]) -> None:
    if note.kind == "image" and not note.marks and _FILE.fullmatch(note.text):
        add(parent, "img", {"src": note.text, **number})
        return
    kind = {} if note.kind == "noot" else {own("note"): note.kind}
    element = add(parent, "authorialNote", {**kind, **number})
    add_line(element, "p", note.text, note.marks)
