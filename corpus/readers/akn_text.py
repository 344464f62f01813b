"""Text of Akoma Ntoso: running text that may be verbatim, plain words of an element, and marked spans.

White space folds, as everywhere, except where a file says `xml:space="preserve"` on a paragraph. Our own
export states number and place of a mark, link or note that XML had to cut or to put in another order
(attribute `span`); while a file is read that travels behind a NUL, which no XML can hold, and `restored`
takes it off again.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.akn_vocabulary import INLINE, XML, own
from corpus.provision import Link, Mark, Note, Provision
from corpus.readers.draft import Block
from corpus.readers.folded_text import FoldedText, Opened
from corpus.secure_xml import Element, is_element, name

_NUMBERED = "\x00"
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
_SPACE = f"{{{XML}}}space"
_SPAN = own("span")
_STYLES = {"b": "bold", "i": "italic", "u": "underline", "sup": "superscript", "sub": "subscript"}

Span = TypeVar("Span", Mark, Link, Note)


@dataclass(slots=True)
class PrintedText(FoldedText):
    """One block under construction, in which some text stands verbatim."""

    _verbatim: bool = False

    def verbatim(self, text: str | None) -> None:
        """Append text as it is, white space and all."""
        if text:
            self._pieces.append(text)
            self.length += len(text)
            self._verbatim = True

    def block(self) -> Block | None:
        """What was written so far as a block; the next text folds again."""
        self._verbatim, block = False, FoldedText.block(self)
        return block

    def _span(self, opened: Opened) -> tuple[int, int] | None:
        piece, start = opened
        if piece == len(self._pieces):
            return None
        shifted = not self._verbatim and self._pieces[piece].startswith(" ")
        return start + shifted, self.length


def is_verbatim(element: Element) -> bool:
    """Does the file ask to keep the white space of this element?"""
    return element.get(_SPACE) == "preserve"


def plain(element: Element) -> str:
    """All words below an element on one line, notes included; blocks are set apart by a space."""
    return said(element).text


def said(element: Element) -> Block:
    """As `plain`, with the typography over the words."""
    verbatim = is_verbatim(element) or any(is_verbatim(child) for child in element if is_element(child))
    text = PrintedText()
    (_say_verbatim if verbatim else _say)(element, text)
    return text.block() or Block("")


def style_of(element: Element) -> str:
    """The typography an element stands for, "" when it has none."""
    return _STYLES.get(name(element)) or element.get(own("style")) or ""


def _say(element: Element, text: PrintedText) -> None:
    opening, closing = quotation_marks(element)
    opened = text.opened()
    text.write(opening)
    text.write(element.text)
    for child in element:
        if is_element(child) and name(child) != "meta":
            apart = name(child) not in INLINE or name(child) in ("eol", "br")
            if apart:
                text.gap()
            _say(child, text)
            if apart:
                text.gap()
        text.write(child.tail)
    text.write(closing)
    if style := style_of(element):
        text.mark(opened, numbered(style, element))


def _say_verbatim(element: Element, text: PrintedText) -> None:
    opened = text.opened()
    text.verbatim(element.text)
    for child in element:
        if is_element(child):
            _say_verbatim(child, text)
        text.verbatim(child.tail)
    if style := style_of(element):
        text.mark(opened, numbered(style, element))


def quotation_marks(element: Element) -> tuple[str, str]:
    """The marks around quoted words, which the file states in attributes."""
    if name(element) != "quotedText":
        return "", ""
    return element.get("startQuote") or "", element.get("endQuote") or ""


def numbered(value: str, element: Element) -> str:
    """A style, target or kind with the number that our export gave the span, if it did."""
    number = element.get(_SPAN)
    return value if number is None else f"{value}{_NUMBERED}{number}"


def restored(provision: Provision) -> Provision:
    """The provision and all below it with numbered spans whole and in their own order."""
    length = len(provision.text)
    return replace(
        provision,
        children=tuple(restored(child) for child in provision.children),
        marks=_marks_in_order(provision.marks, length),
        heading_marks=_marks_in_order(provision.heading_marks, len(provision.heading)),
        links=_in_order(provision.links, lambda x: x.target, lambda x, v, p: _link(x, v, p, length)),
        notes=_in_order(provision.notes, lambda n: n.kind, lambda n, v, _: _note(n, v)),
    )


def _marks_in_order(marks: Iterable[Mark], length: int) -> tuple[Mark, ...]:
    return _in_order(marks, lambda m: m.style, lambda m, v, p: _mark(m, v, p, length))


def _note(note: Note, kind: str) -> Note:
    return replace(note, kind=kind, marks=_marks_in_order(note.marks, len(note.text)))


def _in_order(
    spans: Iterable[Span], label: Callable[[Span], str], relabelled: Callable[[Span, str, str], Span]
) -> tuple[Span, ...]:
    """Each numbered span once, by its number; the others where they stood, in front."""
    whole: dict[tuple[int, int], Span] = {}
    for at, span in enumerate(spans):
        value, _, said = label(span).partition(_NUMBERED)
        number, _, place = said.partition(":")
        key = (int(number), 0) if _NUMBER.fullmatch(number) else (-1, at)
        whole.setdefault(key, relabelled(span, value, place))
    return tuple(whole[key] for key in sorted(whole))


def _mark(mark: Mark, style: str, place: str, length: int) -> Mark:
    start, end = _place(place, (mark.start, mark.end), length)
    return Mark(start, end, style)


def _link(link: Link, target: str, place: str, length: int) -> Link:
    start, end = _place(place, (link.start, link.end), length)
    return Link(start, end, link.scheme, target)


def _place(said: str, found: tuple[int, int], length: int) -> tuple[int, int]:
    """The place that a file states for a span, when the text has such a place; else where it was found."""
    first, _, last = said.partition("-")
    if not (_NUMBER.fullmatch(first) and _NUMBER.fullmatch(last)):
        return found
    start, end = int(first), int(last)
    return (start, end) if start < end <= length else found
