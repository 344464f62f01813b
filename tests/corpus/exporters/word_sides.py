"""A Word file with its tracked changes accepted or rejected: after the standard, not after the exporter.

ECMA-376 part 1, 17.13.5. What is gone takes its words; a paragraph of which the end is gone goes on in the
next one; a row of a table that is gone must hold no words any more. Cells are apart by tabs.
"""

import zipfile
from collections.abc import Iterable
from io import BytesIO

from lxml import etree

from corpus.provision import Provision, walk

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NEW_ONLY, OLD_ONLY = frozenset({"ins", "moveTo"}), frozenset({"del", "moveFrom"})


def body(source: bytes) -> etree._Element:
    """The body of the document."""
    root = etree.fromstring(zipfile.ZipFile(BytesIO(source)).read("word/document.xml"))
    found = root.find(f"{W}body")
    assert found is not None
    return found


def accepted(source: bytes) -> list[str]:
    """The paragraphs and rows with words after accepting all changes."""
    return _paragraphs(body(source), OLD_ONLY)


def rejected(source: bytes) -> list[str]:
    """The paragraphs and rows with words after rejecting all changes."""
    return _paragraphs(body(source), NEW_ONLY)


def printed(provisions: Iterable[Provision]) -> list[str]:
    """The lines with words that a text prints, in document order."""
    lines = (line for p in walk(provisions) for line in p.printed().split("\n"))
    return [line for line in lines if line.strip()]


def _paragraphs(root: etree._Element, gone: frozenset[str]) -> list[str]:
    found: list[str] = []
    held = ""
    for element in root:
        if element.tag == f"{W}p":
            held += _words(element, gone)
            if not _bears(element.find(f"{W}pPr/{W}rPr"), gone):
                found.append(held)
                held = ""
        elif element.tag == f"{W}tbl":
            assert not held, "a paragraph would be joined to a table"
            found += _rows(element, gone)
    assert not held
    return [line for line in found if line.strip()]


def _rows(table: etree._Element, gone: frozenset[str]) -> list[str]:
    found = []
    for row in table.iter(f"{W}tr"):
        cells = ["".join(_words(p, gone) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
        if _bears(row.find(f"{W}trPr"), gone):
            assert not "".join(cells), "a row that is gone has words"
        else:
            found.append("\t".join(cells))
    return found


def _bears(properties: etree._Element | None, marks: frozenset[str]) -> bool:
    return properties is not None and any(etree.QName(e).localname in marks for e in properties)


def _words(paragraph: etree._Element, gone: frozenset[str]) -> str:
    words = []
    for element in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab"):
        above = {etree.QName(a).localname for a in element.iterancestors()}
        if not above & gone and "tabs" not in above:
            words.append("\t" if element.tag == f"{W}tab" else element.text or "")
    return "".join(words)
