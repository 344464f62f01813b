"""The words of a publication of officielebekendmakingen.nl, counted without any reader: all text less a list.

This is the second opinion on `corpus.readers`: it imports nothing from there and knows no structure. An
inline element joins its words to those around it, a name or date begins a new word, every other element
separates words.
"""

from lxml import etree

NOT_TEXT = {
    "metadata": "the record about the publication; attributes only",
    "colspec": "the width of a column",
    "noot": "a footnote; compared apart, with the notes",
    "histnoot": "the papers behind the act; compared apart",
    "redactie": "the editor speaking; compared apart",
}
NOTES = ("noot", "histnoot", "redactie")
INLINE = {
    "nadruk": "typography",
    "sup": "superscript",
    "inf": "subscript",
    "extref": "a reference to another text",
    "intref": "a reference inside this text",
    "dossierref": "a reference to a parliamentary dossier",
    "nootref": "the number of a footnote that stands elsewhere",
    "noot": "its own words are no text; what stands around it is one run of text",
    "histnoot": "as noot",
    "redactie": "as noot",
    "politiek": "the party between brackets after a speaker",
    "dossiernr": "the first part of a number such as 21 501-02",
    "raadnr": "the second part of it",
    "unl": "typography",
}
OPENING = {
    "voorvoegsels": "De heer",
    "voornaam": "the first name in a signature",
    "achternaam": "the last name",
    "naam": "both",
    "plaats": "'s-Gravenhage,",
    "datum": "8 juli 2026",
    "begrotingshoofdstuk": "36 600 XX",
    "rijkswetnr": "33 992 (R2034)",
    "ondernummer": "Nr. 2",
}


def text_words(source: bytes) -> list[str]:
    """The words of the publication in the order of the file, mastheads included."""
    pieces: list[str] = []
    _collect(_root(source), pieces)
    return "".join(pieces).split()


def note_words(source: bytes) -> list[str]:
    """The words of the notes, in the order of the file."""
    words: list[str] = []
    for note in _root(source).iter(*NOTES):
        if not any(above.tag in NOTES for above in note.iterancestors()):
            pieces: list[str] = []
            _collect_note(note, pieces)
            words += "".join(pieces).split()
    return words


def _root(source: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(source, parser)


def _collect(element: etree._Element, pieces: list[str]) -> None:
    pieces.append("" if element.tag in INLINE else " ")
    if element.tag not in NOT_TEXT:
        pieces.append(element.text or "")
        for child in element:
            _collect(child, pieces)
            pieces.append(child.tail or "")
    pieces.append("" if element.tag in INLINE or element.tag in OPENING else " ")


def _collect_note(element: etree._Element, pieces: list[str]) -> None:
    gap = "" if element.tag in INLINE or element.tag in OPENING else " "
    pieces += [gap, element.text or ""]
    for child in element:
        _collect_note(child, pieces)
        pieces.append(child.tail or "")
    pieces.append(gap)
