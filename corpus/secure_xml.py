"""The one door to lxml: parse XML from anyone, with limits, without network, DTD or entities; and write it.

lxml's own limits (256 levels deep, 10 MB a text node, entity amplification) stay on: `huge_tree` is not set;
a lower limit on depth (`corpus.limits`) is held to on what was parsed.
Nothing here knows a legislative format.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from typing import Any

from lxml import etree

from corpus.errors import NotExportableError, NotWellFormedError, SourceTooLargeError, WetgevingError
from corpus.limits import DEEPEST, in_force

Element = etree._Element

_TWICE = rb"\xc3\xaf\xc2\xbb\xc2\xbf"  # a UTF-8 byte order mark that was encoded as UTF-8 once more
_BYTE_ORDER_MARK = rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|" + _TWICE + rb")?\s*"
_LOOKS_LIKE_XML = re.compile(_BYTE_ORDER_MARK + rb"<(?:\?xml|!DOCTYPE|[A-Za-z_])")
_LOOKS_LIKE_HTML = re.compile(
    _BYTE_ORDER_MARK + rb"(?:<\?xml[^>]*>\s*)?<(?:!DOCTYPE\s+html|html|head|meta)\b", re.I
)

_LIMITS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
}
_PIECE = 32_768  # larger pieces, and `iterparse`, take lxml up to twice the time
_TOO_DEEP = "Excessive depth"
_FATAL = int(etree.ErrorLevels.FATAL)
_PSEUDO_ATTRIBUTE = re.compile(r"""([\w.-]+)\s*=\s*["']([^"']*)["']""")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def looks_like_xml(source: bytes) -> bool:
    """Do the first bytes open an XML document or element? Says nothing of whether it is well-formed."""
    return _LOOKS_LIKE_XML.match(source[:200].replace(b"\x00", b"")) is not None


def looks_like_html(source: bytes) -> bool:
    """Do the first bytes open an HTML page? Such a page need not be well-formed XML."""
    return _LOOKS_LIKE_HTML.match(source[:400].replace(b"\x00", b"")) is not None


def root_name(source: bytes) -> str | None:
    """The local name of the root element, read without parsing the rest; None when there is none to read."""
    if not looks_like_xml(source):
        return None
    parser = etree.XMLPullParser(events=("start",), **_LIMITS)
    try:
        opened = next(_events(source[:100_000], parser, size=1_000), None)
    except etree.XMLSyntaxError:
        return None
    return None if opened is None else name(opened[1])


def parse(source: bytes) -> Element:
    """The root element. Raises `NotWellFormedError`, with line and column, also for entities of its own.

    A file deeper than the limit in force is a `SourceTooLargeError`.
    """
    try:
        root = etree.fromstring(source, _parser())
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error) from error
    _refuse_entities(root)
    _refuse_depth(root)
    return root


def texts(source: bytes) -> Iterator[str]:
    """The texts between tags in document order, of a file that is read no further than they are asked for.

    Made for a first look: entities of its own go unnoticed, and errors only come up where they stand.
    """
    parser = etree.XMLPullParser(events=("start", "end", "pi"), **_LIMITS)
    try:
        for event, node in _events(source, parser, size=_PIECE):
            if text := _text_before(event, node):
                yield text
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error) from error


def _text_before(event: str, node: Any) -> str:
    """The text between a tag or instruction and the one before it."""
    if event == "end":
        return (node[-1].tail if len(node) else node.text) or ""
    before, above = node.getprevious(), node.getparent()
    if before is not None:
        return before.tail or ""
    return "" if above is None else above.text or ""


def parse_by_part(source: bytes, tag: str, take: Callable[[Element], bool]) -> Element:
    """As `parse`, but each element of this name goes to `take` when it is complete, and is emptied if taken.

    So the tree of a large file is never in memory as a whole. Names of ancestors and attributes are there
    already when `take` is called, what follows is not.
    """
    parser = etree.XMLPullParser(events=("end",), tag=tag, **_LIMITS)
    try:
        for _, element in _events(source, parser, size=_PIECE):
            _refuse_entities(element)
            _refuse_depth(element, above=sum(1 for _ in element.iterancestors()))
            if take(element):
                element.clear(keep_tail=True)
        root: Element = parser.close()
    except etree.XMLSyntaxError as error:
        raise _not_well_formed(error) from error
    _refuse_entities(root)
    _refuse_depth(root)
    return root


def _events(source: bytes, parser: etree.XMLPullParser, *, size: int) -> Iterator[tuple[str, Any]]:
    """What the parser meets, and the element or instruction there, while it is fed pieces of this size."""
    for at in range(0, len(source), size):
        parser.feed(source[at : at + size])
        yield from parser.read_events()


def _not_well_formed(error: etree.XMLSyntaxError) -> WetgevingError:
    line, column = error.position
    if _TOO_DEEP in str(error.msg):
        return _too_deep(f"regel {line}, kolom {column}")
    return NotWellFormedError(
        "Het XML-bestand is niet welgevormd.",
        value=str(error.msg),
        where=f"regel {line}, kolom {column}",
        remedy="Haal het bestand opnieuw op bij de bron.",
    )


def parse_html(source: bytes) -> Element:
    """The root element of a page; what browsers forgive is forgiven, what would cut it short is refused."""
    parser = etree.HTMLParser(
        encoding=_page_encoding(source), no_network=True, remove_comments=True, remove_pis=True
    )
    root: Element | None = etree.fromstring(source, parser)
    fatal = [str(error.message).strip() for error in parser.error_log if error.level == _FATAL]
    if root is None or fatal:
        raise SourceTooLargeError(
            "De HTML-pagina kan niet heel worden gelezen.",
            value=fatal[0] if fatal else "geen inhoud",
            remedy="Bied een pagina aan met minder diepe nesting en kortere teksten.",
        )
    _refuse_depth(root)
    return root


def _page_encoding(source: bytes) -> str:
    """UTF-8 when the bytes are; the encodings that old pages state of themselves are not to be trusted."""
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _parser() -> etree.XMLParser:
    return etree.XMLParser(**_LIMITS)


def _refuse_depth(part: Element, *, above: int = 0) -> None:
    limit = in_force().depth
    if limit < DEEPEST and above + depth(part) > limit:
        raise _too_deep(f"vanaf regel {part.sourceline}")


def _too_deep(where: str) -> SourceTooLargeError:
    limit = in_force().depth
    return SourceTooLargeError(
        "De elementen van dit bestand liggen te diep in elkaar.",
        value=f"meer dan {limit} niveaus",
        where=where,
        remedy=f"De grens is {limit} niveaus.",
    )


def _refuse_entities(root: Element) -> None:
    for entity in root.iter(etree.Entity):
        raise NotWellFormedError(
            "Het XML-bestand gebruikt een zelf gedefinieerde entiteit; die wordt niet opgezocht.",
            value=str(entity.text),
            where=f"regel {entity.sourceline}",
            remedy="Lever het bestand zonder DTD en entiteiten aan.",
        )


def is_element(node: Element) -> bool:
    """True for elements, False for processing instructions and other nodes without a name."""
    return isinstance(node.tag, str)


def name(element: Element) -> str:
    """The local name of an element, without its namespace; "" for other nodes."""
    return _local(element.tag)


@lru_cache(maxsize=4_000)
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def instruction(node: Element) -> tuple[str, dict[str, str]] | None:
    """Target and pseudo-attributes of a processing instruction; None for any other node."""
    if not isinstance(node, etree._ProcessingInstruction):
        return None
    return str(node.target), dict(_PSEUDO_ATTRIBUTE.findall(str(node.text or "")))


def depth(root: Element) -> int:
    """How many levels of elements a tree has."""
    deepest = level = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def with_loose_text(parent: Element) -> Iterator[tuple[str, Element | None]]:
    """Each child element with the text that stands before it, white space folded; last the text after all.

    Text on either side of a processing instruction is one text: such an instruction may stand inside a word.
    """
    loose = parent.text or ""
    for node in parent:
        if name(node):
            yield folded(loose) if loose else "", node
            loose = node.tail or ""
        else:
            loose += node.tail or ""
    yield folded(loose), None


def folded(text: str | None) -> str:
    """Text with its white space folded to single spaces, none at the ends."""
    return " ".join(text.split()) if text else ""


def elements(parent: Element) -> Iterator[Element]:
    """The child elements, without processing instructions."""
    return (child for child in parent if isinstance(child.tag, str))


def first_child(parent: Element | None, tag: str) -> Element | None:
    """The first child with exactly this name, as `find` gives it in three times the time."""
    return None if parent is None else next(parent.iterchildren(tag), None)


def namespace(element: Element) -> str:
    """The namespace of an element, "" when it has none."""
    return etree.QName(element).namespace or ""


def new_root(tag: str, own: str, prefixes: Mapping[str, str]) -> Element:
    """A root element to write below; `own` is the namespace of every element, and has no prefix."""
    nsmap: dict[Any, str] = {None: own, **prefixes}
    return etree.Element(f"{{{own}}}{tag}", nsmap=nsmap)


def add(parent: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """A new last child, in the namespace of its parent; an attribute of another one is named `{...}name`."""
    child = etree.SubElement(parent, f"{{{namespace(parent)}}}{tag}")
    for key, value in (attributes or {}).items():
        child.set(key, _writable(value))
    return child


def add_text(element: Element, text: str) -> None:
    """Text behind all that stands in the element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + _writable(text)
    else:
        element.text = (element.text or "") + _writable(text)


def escaped(text: str) -> str:
    """Text as it stands between tags, for who writes XML without a tree."""
    return _writable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def serialised(root: Element, holders: Collection[str]) -> bytes:
    """The document as UTF-8; every child of an element named in `holders`, which hold no text, on a line."""
    for element in root.iter(etree.Element):
        if name(element) in holders and len(element):
            element.text = "\n"
            for child in element:
                child.tail = "\n"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _writable(text: str) -> str:
    sign = _NOT_XML.search(text)
    if sign is not None:
        raise NotExportableError(
            "Deze tekst bevat een teken dat in XML niet bestaat.",
            value=f"U+{ord(sign.group()):04X}",
            where=repr(text[max(0, sign.start() - 20) : sign.end() + 20]),
            remedy="Verbeter het bronbestand en neem het opnieuw op.",
        )
    return text
