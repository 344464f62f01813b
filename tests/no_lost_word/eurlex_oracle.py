"""The words of a EUR-Lex page, counted without any reader: all text of the body less a written list.

This is the second opinion on `corpus.readers`: it imports nothing from there and knows no structure. An
inline element joins its words to those around it, every other element separates words. Text around the act
(headers, marks of changes, footnotes where they are printed) is counted: a reading has to say that it left
it out.
"""

import re

from lxml import etree

NOT_LAW = {
    "script": "program code",
    "style": "typography",
    "head": "what the page says of itself",
    "noscript": "for browsers without scripts",
    "template": "program code",
}
FOOTNOTE_MARK = (
    "a link printed as (1) or * to a block further on, or back from there: the note hangs at its mark"
)
INLINE = {
    "a": "a link, unless it holds paragraphs",
    "abbr": "an abbreviation",
    "b": "typography",
    "big": "typography",
    "cite": "typography",
    "code": "typography",
    "del": "typography",
    "em": "typography",
    "font": "typography",
    "i": "typography",
    "img": "an image",
    "input": "a box to tick",
    "ins": "typography",
    "label": "the text of a box to tick",
    "s": "typography",
    "small": "typography",
    "span": "typography; a number (class num) is a word of its own",
    "strong": "typography",
    "sub": "subscript",
    "sup": "superscript",
    "tt": "typography",
    "u": "typography",
}
_MARK = re.compile(r"\s*\(?\s*(?:\*+|\d{1,4})\s*\)?\s*")


def law_words(source: bytes) -> list[str]:
    """The words of the body in the order of the page."""
    root = _root(source)
    pieces: list[str] = []
    marks, _ = _footnotes(root)
    _collect(_body(root), pieces, skipped=marks)
    return "".join(pieces).split()


def note_words(source: bytes) -> list[str]:
    """The words of the footnotes, once for every mark."""
    root = _root(source)
    _, notes = _footnotes(root)
    words: list[str] = []
    for note, own_marks in notes:
        pieces: list[str] = []
        _collect(note, pieces, skipped=own_marks)
        words += "".join(pieces).split()
    return words


def _root(source: bytes) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(source, parser)


def _body(root: etree._Element) -> etree._Element:
    body = root.find(".//body")
    return root if body is None else body


def _footnotes(
    root: etree._Element,
) -> tuple[set[etree._Element], list[tuple[etree._Element, set[etree._Element]]]]:
    """The marks that are no words, and per mark its note with the marks in it that are no words."""
    everything = list(root.iter())
    place = {element: i for i, element in enumerate(everything)}
    by_id: dict[str, etree._Element] = {}
    for element in everything:
        for key in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if key:
                by_id.setdefault(key, element)
    links = [e for e in everything if (e.get("href") or "").startswith("#") and _looks_like_mark(e)]
    pairs: list[tuple[etree._Element, etree._Element]] = []
    for link in links:
        target = by_id.get((link.get("href") or "")[1:])
        block = _block(target) if target is not None and place[target] > place[link] else None
        if block is not None and block not in link.iterancestors():
            pairs.append((link, block))
    blocks = {block for _, block in pairs}
    back = {link for link in links if any(above in blocks for above in link.iterancestors())}
    opening = {link for link, _ in pairs}
    return opening | back, [(block, back) for _, block in pairs]


def _looks_like_mark(element: etree._Element) -> bool:
    return element.tag == "a" and _MARK.fullmatch("".join(map(str, element.itertext()))) is not None


def _block(target: etree._Element) -> etree._Element | None:
    here = [target, *target.iterancestors()]
    return next((element for element in here if element.tag in ("p", "dd", "li", "td")), None)


def _collect(element: etree._Element, pieces: list[str], *, skipped: set[etree._Element]) -> None:
    if element.tag in NOT_LAW or element in skipped:
        return
    joins = element.tag in INLINE and all(below.tag in INLINE for below in element.iter())
    gap = "" if joins else " "
    pieces.append(gap)
    pieces.append(element.text or "")
    for child in element:
        _collect(child, pieces, skipped=skipped)
        pieces.append(child.tail or "")
    pieces.append(" " if "num" in (element.get("class") or "").split() else gap)
