"""The parts of a DOCX file that hold text, each parsed by our own door, and the refusals of such a file.

ECMA-376 part 2: `word/document.xml` with beside it numbering, styles, notes, comments, headers and links. A
file with macros is refused, and so is one with a password: that is an OLE container with `EncryptedPackage`.
"""

from collections.abc import Iterator

from corpus.errors import EncryptedError, MacroError, SourceTooLargeError
from corpus.limits import in_force
from corpus.readers.docx_xml import attribute
from corpus.secure_xml import Element, elements, name, parse
from corpus.zip_limits import Archive, is_zip

DOCUMENT = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_NOT_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def is_protected(source: bytes) -> bool:
    """Is this an Office file behind a password?"""
    return source.startswith(_OLE) and _ENCRYPTED_STREAM in source


def is_docx(source: bytes) -> bool:
    """Does the archive name a Word document? Looks at names only, so that refusals can say what is wrong."""
    return is_zip(source) and DOCUMENT.encode() in source


class Package:
    """One opened file."""

    def __init__(self, source: bytes) -> None:
        if is_protected(source):
            raise EncryptedError.of("Word-bestand")
        self._archive = Archive(source)
        macros = [part for part in self._archive.names if part.lower().endswith("vbaproject.bin")]
        if macros:
            raise MacroError(
                "Het Word-bestand bevat macro's; die worden niet geopend.",
                value=macros[0],
                remedy="Bewaar het als .docx zonder macro's en bied het opnieuw aan.",
            )

    def document(self) -> Element:
        """The root of the document itself."""
        return parse(self._bytes(DOCUMENT))

    def part(self, local: str) -> Element | None:
        """The root of `word/<local>.xml`, when the file has it."""
        path = f"word/{local}.xml"
        return parse(self._bytes(path)) if path in self._archive else None

    def other(self, path: str) -> Element | None:
        """The root of any part by its path, when the file has it."""
        return parse(self._bytes(path)) if path in self._archive else None

    @property
    def names(self) -> frozenset[str]:
        """The paths of all parts."""
        return self._archive.names

    def notes(self, local: str) -> dict[str, Element]:
        """Footnotes, endnotes or comments by their id, without the lines that separate them on a page."""
        root = self.part(local)
        found = () if root is None else elements(root)
        return {attribute(e, "id"): e for e in found if attribute(e, "type") not in _NOT_NOTES}

    def furniture(self) -> Iterator[tuple[str, Element]]:
        """Headers and footers of pages, in the order of their names."""
        for path in sorted(self._archive.names):
            local = path.removeprefix("word/").removesuffix(".xml")
            if path.endswith(".xml") and local.rstrip("0123456789") in ("header", "footer"):
                yield local.rstrip("0123456789"), parse(self._bytes(path))

    def links(self) -> dict[str, str]:
        """Targets outside the document, by the id of their relation."""
        path = "word/_rels/document.xml.rels"
        if path not in self._archive:
            return {}
        found = (e for e in elements(parse(self._bytes(path))) if name(e) == "Relationship")
        return {e.get("Id", ""): e.get("Target", "") for e in found if e.get("TargetMode") == "External"}

    def _bytes(self, path: str) -> bytes:
        content = self._archive.read(path)
        if len(content) > (most := in_force().file_bytes):
            raise SourceTooLargeError(
                "Een onderdeel van het Word-bestand is te groot.",
                value=f"{len(content)} bytes",
                where=path,
                remedy=f"De grens is {most} bytes.",
            )
        return content
