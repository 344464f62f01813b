"""The words of a Formex file, counted without any reader: all text of the file less a written list.

This is the second opinion on `corpus.readers`: it imports nothing from there and knows no structure. An
inline element joins its words to those around it, every other element separates words. Text that a
consolidated file marks as deleted is counted: it stands in the file, and a reading has to say that it left
it out.
"""

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
        held = {n.get("NOTE.ID"): n for group in root.iter("GR.NOTES") for n in group.iter("NOTE")}
        shown = [held.get(n.get("NOTE.REF"), n) for n in kept]
        unreferred = [n for key, n in held.items() if key not in {note.get("NOTE.REF") for note in kept}]
        words += _words([*shown, *unreferred], within_notes=True)
    return words


def _is_apart(note: etree._Element) -> bool:
    return any(above.tag in NOT_LAW for above in note.iterancestors())


def _deleted_notes(root: etree._Element) -> set[etree._Element]:
    gone: set[etree._Element] = set()
    closing = ""
    for node in root.iter():
        if isinstance(node, etree._ProcessingInstruction):
            text = str(node.text)
            if node.target == "CLG.MDFO" and 'ACTION="DELETED"' in text and not closing:
                closing = text.partition('IDREF="')[2].partition('"')[0]
            elif node.target == "CLG.MDFC" and f'ID="{closing}"' in text:
                closing = ""
        elif closing and node.tag == "NOTE":
            gone.add(node)
    return gone


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
        _collect(root, pieces, opened=within_notes)
    return "".join(pieces).split()


def _collect(node: etree._Element, pieces: list[str], *, opened: bool = False) -> None:
    if not isinstance(node.tag, str):
        return
    gap = "" if node.tag in INLINE else " "
    pieces.append(gap)
    if node.tag in ("QUOT.START", "QUOT.END"):
        pieces.append(chr(int(node.get("CODE") or "20", 16)))
    if node.tag not in NOT_LAW or opened:
        pieces.append(node.text or "")
        for child in node:
            _collect(child, pieces)
            pieces.append(child.tail or "")
    pieces.append(gap)
