"""The one door to lxml: parse XML from anyone, with limits, without network, DTD or entities.

lxml's own limits (256 levels deep, 10 MB a text node, entity amplification) stay on: `huge_tree` is not set.
Nothing here knows a legislative format.
"""

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from corpus.errors import NotWellFormedError

Element = etree._Element

_TWICE = rb"\xc3\xaf\xc2\xbb\xc2\xbf"  # a UTF-8 byte order mark that was encoded as UTF-8 once more
_BYTE_ORDER_MARK = rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|" + _TWICE + rb")?\s*"
_LOOKS_LIKE_XML = re.compile(_BYTE_ORDER_MARK + rb"<(?:\?xml|!DOCTYPE|[A-Za-z_])")
_LOOKS_LIKE_HTML = re.compile(
    _BYTE_ORDER_MARK + rb"(?:<\?xml[^>]*>\s*)?<(?:!DOCTYPE\s+html|html|head|meta)\b", re.I
)


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
    try:
        opening = BytesIO(source[:100_000])
        for _, element in etree.iterparse(
            opening, events=("start",), resolve_entities=False, no_network=True
        ):
            return etree.QName(element).localname
    except etree.XMLSyntaxError:
        return None
    return None


def parse(source: bytes) -> Element:
    """The root element. Raises `NotWellFormedError`, with line and column, also for entities of its own."""
    try:
        root = etree.fromstring(source, _parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise NotWellFormedError(
            "Het XML-bestand is niet welgevormd.",
            value=str(error.msg),
            where=f"regel {line}, kolom {column}",
            remedy="Haal het bestand opnieuw op bij de bron.",
        ) from error
    _refuse_entities(root)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)


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
    """The local name of an element, without its namespace."""
    return etree.QName(element).localname


def elements(parent: Element) -> Iterator[Element]:
    """The child elements, without processing instructions."""
    return (child for child in parent if is_element(child))
