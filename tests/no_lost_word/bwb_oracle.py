"""The words of a BWB file, counted without any reader: all text of `wetgeving` less a written list.

In a toestand file `wetgeving` stands below the root; in a file of 2012 it is the root.

This is the second opinion on `corpus.readers`: it imports nothing from there and knows no structure. An
inline element joins its words to those around it, every other element separates words.
"""

from lxml import etree

NOT_LAW = {
    "meta-data": "publication data about the element: dates, dossier numbers, addresses",
    "citeertitel": "kept as the short title of the version; the law itself has it in its last article",
    "redactie": "the editor speaking; compared apart, with the notes",
}
INLINE = {
    "nadruk": "typography",
    "intref": "a reference inside this text",
    "extref": "a reference to another text",
    "dossierref": "a reference to a parliamentary dossier",
    "sup": "superscript",
    "inf": "subscript",
    "redactie": "its own words are no law; what stands around it is one run of text",
    "meta-data": "as redactie: it stands between letters of running text",
}


def law_words(source: bytes) -> list[str]:
    """The words of the law in the order of the file."""
    pieces: list[str] = []
    _collect(_law(source), pieces)
    return "".join(pieces).split()


def editor_words(source: bytes) -> list[str]:
    """The words of the editor, in the order of the file."""
    notes = _law(source).iter("redactie")
    return [word for note in notes for word in "".join(map(str, note.itertext())).split()]


def _law(source: bytes) -> etree._Element:
    root = _root(source)
    law = root if root.tag == "wetgeving" else root.find("wetgeving")
    assert law is not None, "een bestand zonder wetgeving heeft geen woorden om te tellen"
    return law


def _root(source: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(source, parser)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    gap = "" if element.tag in INLINE else " "
    pieces.append(gap)
    if element.tag not in NOT_LAW:
        pieces.append(element.text or "")
        for child in element:
            _collect(child, pieces)
            pieces.append(child.tail or "")
    pieces.append(gap)
