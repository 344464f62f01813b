"""The words of an Akoma Ntoso file, counted without any reader: all text but metadata, notes and struck text.

A second opinion: it imports no reader and knows no structure. Inline elements join their words to those
around them, every other element separates words. Signs of quotation that stand in attributes are printed.
What is struck is counted with the notes, as a heap; where it stands directly in the body it is left out of
the law by a rule, and so it is counted there.
"""

from lxml import etree


def _names(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


NOTES = frozenset({"authorialNote", "del"})
SOFT = "{urn:eu:europa:ec:leos}softaction"
INLINE = _names(
    """a abbr affectedDocument argument b change concept courtType date decoration def del docAuthority
    docCommittee docDate docIntroducer docJurisdiction docketNumber docNumber docProponent docPurpose
    docStage docStatus docTitle docType embeddedText entity event fillIn i img inline ins judge lawyer
    legislature location marker mmod mod mref narrative neutralCitation noteRef object omissis opinion
    organization outcome party person placeholder process quantity quotedText recordedTime ref
    relatedDocument rmod role rref scene session shortTitle signature span sub summary sup term time u vote
    authorialNote"""
)


def law_words(source: bytes) -> list[str]:
    """The words of the text in the order of the file."""
    pieces: list[str] = []
    _collect(_root(source), pieces)
    return "".join(pieces).split()


def editor_words(source: bytes) -> list[str]:
    """The words of notes and of what was struck, wherever they stand."""
    root = _root(source)
    words = _called(root)
    _apart(root, words)
    return words


def _called(root: etree._Element) -> list[str]:
    """The words of the notes among the metadata that the text calls; a call among the metadata is no text."""
    aside = {call for meta in root.iter("{*}meta") for call in meta.iter("{*}noteRef")}
    text = (call for call in root.iter("{*}noteRef") if call not in aside)
    calls = {(call.get("href") or "").removeprefix("#") for call in text}
    pieces: list[str] = []
    for note in root.iterfind(".//{*}meta//{*}note"):
        if calls & {note.get("eId"), note.get("id")}:
            _collect(note, pieces, everything=True)
    return "".join(pieces).split()


def _root(source: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(source, parser)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _is_whole(element: etree._Element) -> bool:
    """A table of contents, and a cover page beside the preface that it repeats: their notes go with them."""
    parent = element.getparent()
    has_preface = parent is not None and parent.find("{*}preface") is not None
    return _name(element) == "toc" or (_name(element) == "coverPage" and has_preface)


def _is_apart(element: etree._Element) -> bool:
    parent = element.getparent()
    in_body = parent is not None and _name(parent) in ("body", "mainBody")
    return _name(element) in NOTES or (element.get(SOFT) in ("del", "move_to") and not in_body)


def _apart(element: etree._Element, words: list[str]) -> None:
    if _name(element) == "meta" or _is_whole(element):
        return
    if _is_apart(element):
        struck: list[str] = []
        _collect(element, struck, everything=True)
        words += "".join(struck).split()
        return
    if element.get(SOFT) not in ("del", "move_to"):
        for child in element:
            _apart(child, words)


def _collect(element: etree._Element, pieces: list[str], *, everything: bool = False) -> None:
    tag = _name(element)
    if tag == "meta" or (_is_apart(element) and not everything):
        return
    everything = everything or _is_whole(element) or element.get(SOFT) in ("del", "move_to")
    gap = "" if tag in INLINE and not (everything and tag == "authorialNote") else " "
    quotes = (element.get("startQuote"), element.get("endQuote")) if tag == "quotedText" else ("", "")
    pieces += [gap, quotes[0] or "", element.text or ""]
    for child in element:
        _collect(child, pieces, everything=everything)
        pieces.append(child.tail or "")
    pieces += [quotes[1] or "", gap]
