"""Why no reader took a file: the clearest sentence that its content allows.

Services answer errors as well-formed documents with status 200, so the root element is looked at before
anything else. Nothing is read here; this only chooses which error to raise.
"""

from corpus.errors import (
    EmptyError,
    ErrorDocumentError,
    MetadataOnlyError,
    UnknownFormatError,
    WetgevingError,
)
from corpus.readers.history import history_only
from corpus.secure_xml import Element, is_element, looks_like_html, looks_like_xml, name, parse
from corpus.zip_limits import Archive, is_zip

_ERROR_ROOTS = frozenset({"error", "diagnostics"})
_METADATA_ROOTS = frozenset({"metadata_gegevens", "owms-metadata"})
_SIGNATURES = {
    b"\xff\xd8\xff": "een afbeelding (JPEG)",
    b"\x89PNG": "een afbeelding (PNG)",
    b"GIF8": "een afbeelding (GIF)",
    b"PK\x03\x04": "een zip-bestand",
    b"\xd0\xcf\x11\xe0": "een oud of versleuteld Office-bestand",
    b"%PDF": "een PDF-bestand",
    b"\x1f\x8b": "een gzip-bestand",
}


def refusal(source: bytes, known: tuple[str, ...]) -> WetgevingError:
    """The error to raise for bytes that no reader recognises; `known` are the formats that are read."""
    if not source.strip():
        size = f"{len(source)} bytes"
        return EmptyError("Het bestand is leeg.", value=size, remedy="Haal het opnieuw op bij de bron.")
    if looks_like_html(source):
        return _unknown("een HTML-pagina", known)
    if looks_like_xml(source):
        return _xml_refusal(source, known)
    return _zip_refusal(source) or _unknown(_signature(source) or repr(source[:60]), known)


def _zip_refusal(source: bytes) -> WetgevingError | None:
    """What is wrong with an archive as such: damaged, too large, protected."""
    try:
        if is_zip(source):
            Archive(source)
    except WetgevingError as error:
        return error
    return None


def _signature(source: bytes) -> str:
    """What kind of file the first bytes betray, whatever its name says; "" when they betray nothing."""
    return next((kind for start, kind in _SIGNATURES.items() if source.startswith(start)), "")


def _xml_refusal(source: bytes, known: tuple[str, ...]) -> WetgevingError:
    try:
        root = parse(source)
    except WetgevingError as error:
        return error
    if name(root) in _ERROR_ROOTS:
        message = " ".join("".join(str(t) for t in root.itertext()).split())
        return ErrorDocumentError(
            "Dit is geen tekst maar een foutmelding van de bron.",
            value=message or name(root),
            remedy="Haal het bestand opnieuw op, met een bestaand kenmerk.",
        )
    if history := history_only(source):
        return history
    if name(root) in _METADATA_ROOTS:
        return MetadataOnlyError(
            "Dit bestand beschrijft een officiële publicatie maar bevat haar tekst niet.",
            value=_described(root) or name(root),
            remedy="Haal de XML van de publicatie zelf op.",
        )
    return _unknown(f"XML met hoofdelement <{name(root)}>", known)


def _described(metadata: Element) -> str:
    """Which publication a metadata file is about, as it says itself."""
    for element in filter(is_element, metadata.iter()):
        if element.get("name") == "DC.identifier":
            return element.get("content") or ""
        if name(element) == "identifier":
            return (element.text or "").strip()
    return ""


def _unknown(value: str, known: tuple[str, ...]) -> UnknownFormatError:
    return UnknownFormatError(
        "Geen enkele lezer herkent dit bestand.",
        value=value,
        remedy=f"Wel gelezen worden: {', '.join(known)}.",
    )
