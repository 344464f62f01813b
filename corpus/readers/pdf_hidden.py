"""What a PDF carries besides what is seen: properties, XMP metadata, annotations, attachments, hidden text.

PDF 1.7, 14.3 (properties, metadata) and 12.5 (annotations). XMP is found where it stands in the file as
plain text, as the standard recommends; in a compressed stream it is not found.
"""

from collections.abc import Iterable, Iterator, Sequence

from corpus.errors import WetgevingError
from corpus.hidden_content import HiddenContent, HiddenKind, found
from corpus.pdf_text import Page, Traces
from corpus.secure_xml import Element, elements, name, parse

_PROPERTIES = ("Title", "Subject", "Keywords", "Creator", "Producer")
_OPEN, _CLOSE = b"<x:xmpmeta", b"</x:xmpmeta>"
_MOST_PACKETS, _LONGEST_PACKET = 100, 1_000_000
_NAMES = frozenset({"creator", "Author", "CreatedBy", "contributor"})


def pdf_hidden(source: bytes, traces: Traces, pages: Sequence[Page]) -> tuple[HiddenContent, ...]:
    """All that is found, in a fixed order."""
    author = traces.properties.get("Author", "")
    filled = sum(1 for key in _PROPERTIES if traces.properties.get(key))
    return (
        *found(HiddenKind.AUTHOR, "Info", bool(author), [author]),
        *found(HiddenKind.PROPERTY, "Info", filled),
        *_xmp(source),
        *_on_pages(pages),
        *found(HiddenKind.ATTACHMENT, "EmbeddedFiles", traces.attachments),
    )


def _on_pages(pages: Sequence[Page]) -> Iterator[HiddenContent]:
    for number, page in enumerate(pages, start=1):
        where = f"bladzijde {number}"
        yield from found(HiddenKind.HIDDEN_TEXT, where, bool(page.hidden))
        yield from found(HiddenKind.ANNOTATION, where, len(page.annotations), page.annotations)


def _xmp(source: bytes) -> tuple[HiddenContent, ...]:
    packets = list(_packets(source))
    names = [who for packet in packets for who in _who(packet)]
    return found(HiddenKind.METADATA, "XMP", len(packets), names)


def _packets(source: bytes) -> Iterator[bytes]:
    """The packets that stand in the file as text."""
    at = 0
    for _ in range(_MOST_PACKETS):
        start = source.find(_OPEN, at)
        end = source.find(_CLOSE, start)
        if start < 0 or end < 0:
            return
        at = end + len(_CLOSE)
        yield source[start:at]


def _who(packet: bytes) -> Iterable[str]:
    """The names in a packet; one that is no XML names nobody."""
    if len(packet) > _LONGEST_PACKET:
        return ()
    try:
        root = parse(packet)
    except WetgevingError:
        return ()
    named = (e for e in root.iter() if isinstance(e.tag, str) and name(e) in _NAMES)
    return [word for element in named for word in _words(element)]


def _words(element: Element) -> list[str]:
    """One name per item of a list."""
    items = [e for e in element.iter() if isinstance(e.tag, str) and not list(elements(e))]
    return ["".join(map(str, item.itertext())) for item in items]
