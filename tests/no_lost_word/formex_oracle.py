"""The words of a Formex file, counted without any reader: all text of the file less a written list.

This is the second opinion on `corpus.readers`: it imports nothing from there and knows no structure. An
inline element joins its words to those around it, every other element separates words. Text that a
consolidated file marks as deleted is counted: it stands in the file, and a reading has to say that it left
it out.
"""

import re
import unicodedata
from collections.abc import Iterable
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

NOT_LAW = {
    "BIB.INSTANCE": "publication data about the file",
    "INFO.CONSLEG": "publication data about the consolidation",
    "INFO.PROD": "publication data about the production",
    "FAM.COMP": "the titles of the acts that changed this one",
    "PUBLICATION": "the table of contents of the Official Journal, in a wrapper",
    "LATEX": "a formula written once more by the maker of a wrapper",
    "GR.NOTES": "footnotes of a table; compared apart",
    "NOTE": "a footnote; compared apart",
}
INLINE = {
    "HT": "typography",
    "FT": "a figure",
    "DATE": "a date in running text",
    "QUOT.START": "a quotation mark",
    "QUOT.END": "a quotation mark",
    "REF.DOC": "a reference to another text",
    "REF.DOC.OJ": "a reference to the Official Journal",
    "LINK": "an address",
    "NOTE": "its own words are no law; what stands around it is one run of text",
    "IND": "a superscript or subscript",
    "EXPONENT": "a superscript",
    "FORMULA": "a formula in running text",
    "IE": "an empty cell",
}


def law_words(source: bytes) -> list[str]:
    """The words of the law in the order of the file, or of a package in the order of its list."""
    return _words(_roots(source))


def note_words(source: bytes) -> list[str]:
    """The words of the footnotes, once for every place that shows them, less those in deleted text."""
    words: list[str] = []
    for root in _roots(source):
        gone = _deleted_notes(root)
        kept = [n for n in root.iter("NOTE") if n not in gone and not _is_apart(n)]
        groups = [group for group in root.iter("GR.NOTES") if not _is_apart(group)]
        heap = [n for group in groups for n in group.iter("NOTE") if not list(n.iterancestors("NOTE"))]
        held = {n.get("NOTE.ID"): n for n in heap if n.get("NOTE.ID")}
        shown = [held.get(n.get("NOTE.REF"), n) for n in kept]
        referred = {n.get("NOTE.REF") for n in kept if n.get("NOTE.REF")}
        unreferred = [n for n in heap if n.get("NOTE.ID") not in referred]
        words += _words([*shown, *unreferred], within_notes=True)
    return words


def _is_apart(note: etree._Element) -> bool:
    return any(above.tag in NOT_LAW for above in note.iterancestors())


def _deleted_notes(root: etree._Element) -> set[etree._Element]:
    """The footnotes between the opening of a deletion and its end; without an end beside it, none."""
    gone: set[etree._Element] = set()
    for opening in root.iter(etree.ProcessingInstruction):
        said = _said(opening)
        if opening.target != "CLG.MDFO" or said.get("ACTION") != "DELETED":
            continue
        beside = list(opening.itersiblings())
        at = next((i for i, node in enumerate(beside) if _ends(node, said.get("IDREF", ""))), 0)
        gone.update(note for node in beside[:at] for note in node.iter("NOTE"))
    return gone


def _ends(node: etree._Element, change: str) -> bool:
    is_instruction = isinstance(node, etree._ProcessingInstruction)
    return is_instruction and node.target == "CLG.MDFC" and _said(node).get("ID", "") == change


def _said(instruction: etree._ProcessingInstruction) -> dict[str, str]:
    return dict(re.findall(r'([\w.-]+)="([^"]*)"', str(instruction.text)))


def _roots(source: bytes) -> list[etree._Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    if not source.startswith(b"PK"):
        return [etree.fromstring(source, parser)]
    with ZipFile(BytesIO(source)) as package:
        roots = {name: etree.fromstring(package.read(name), parser) for name in package.namelist()}
    listing = next(root for root in roots.values() if root.tag == "DOC")
    files = [part.get("FILE") or "" for part in listing.iter("REF.PHYS")]
    for including in (roots[file] for file in files):
        for place in list(including.iter("INCL.ELEMENT")):
            if place.get("FILEREF") in roots and place.getparent().tag != "INCLUSIONS":
                place.append(roots[place.get("FILEREF")])
    return [roots[file] for file in files]


def _words(roots: Iterable[etree._Element], *, within_notes: bool = False) -> list[str]:
    pieces: list[str] = []
    for root in roots:
        pieces.append(" ")
        _collect(root, pieces, opened=within_notes, within_notes=within_notes)
    return "".join(pieces).split()


def _sign(code: str) -> str:
    """The character with this code in hexadecimal; nothing where no character has it."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if unicodedata.category(character)[0] in "CZ" else character


def _collect(
    node: etree._Element, pieces: list[str], *, opened: bool = False, within_notes: bool = False
) -> None:
    """Add the words at a node; `opened` is a footnote to be counted, a footnote in it is a part of it."""
    if not isinstance(node.tag, str):
        return
    opened = opened or (within_notes and node.tag == "NOTE")
    gap = "" if node.tag in INLINE and not (opened and node.tag == "NOTE") else " "
    pieces.append(gap)
    if node.tag in ("QUOT.START", "QUOT.END"):
        pieces.append(_sign(node.get("CODE") or ""))
    if node.tag not in NOT_LAW or opened:
        pieces.append(node.text or "")
        for child in node:
            _collect(child, pieces, within_notes=within_notes)
            pieces.append(child.tail or "")
    pieces.append(gap)
