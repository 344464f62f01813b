"""Footnotes of a EUR-Lex page: which link is the mark of a note, and which block further on holds it.

All page shapes link a mark ("(1)") to a place later in the page, by id or by name; the block around that
place is the note (`docs/bronvormen.md`). A mark without such a place stays in the text as it is printed.
"""

import re
from dataclasses import dataclass

from corpus.secure_xml import Element, is_element, name

BLOCKS = frozenset({"p", "dd", "li", "td"})
_MARK = re.compile(r"\s*\(?\s*(?:\*+|\d{1,4})\s*\)?\s*")


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Per mark its note, and per note the mark that is printed before it."""

    notes: dict[Element, Element]
    blocks: frozenset[Element]

    def note_of(self, element: Element) -> Element | None:
        """The block of the note whose mark this link is."""
        return self.notes.get(element)


def footnotes(root: Element) -> Footnotes:
    """All footnotes of a page."""
    order = {element: i for i, element in enumerate(root.iter()) if is_element(element)}
    targets: dict[str, Element] = {}
    for element in order:
        for key in (element.get("id"), element.get("name") if name(element) == "a" else None):
            if key:
                targets.setdefault(key, element)
    notes: dict[Element, Element] = {}
    for element, place in order.items():
        target = targets.get(local_target(element))
        if target is not None and order[target] > place and is_mark(element):
            block = _block_around(target)
            if block is not None and not _holds(block, element):
                notes[element] = block
    return Footnotes(notes, frozenset(notes.values()))


def local_target(element: Element) -> str:
    """The place in the page a link points at, or ""."""
    target = element.get("href") or "" if name(element) == "a" else ""
    return target[1:] if target.startswith("#") else ""


def is_mark(element: Element) -> bool:
    """Whether a link is printed as the mark of a note."""
    return _MARK.fullmatch("".join(str(text) for text in element.itertext())) is not None


def _block_around(target: Element) -> Element | None:
    element: Element | None = target
    while element is not None and name(element) not in BLOCKS:
        element = element.getparent()
    return element


def _holds(block: Element, element: Element) -> bool:
    return any(above is block for above in element.iterancestors())
