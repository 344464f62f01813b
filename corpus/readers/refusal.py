"""Why no reader took a file: the clearest sentence that its content allows.

Services answer errors as well-formed documents with status 200, so the root element is looked at before
anything else. Nothing is read here; this only chooses which error to raise.
"""

from corpus.errors import ErrorDocumentError, UnknownFormatError, WetgevingError
from corpus.secure_xml import looks_like_html, looks_like_xml, name, parse

_ERROR_ROOTS = frozenset({"error", "diagnostics"})


def refusal(source: bytes, known: tuple[str, ...]) -> WetgevingError:
    """The error to raise for bytes that no reader recognises; `known` are the formats that are read."""
    if looks_like_html(source):
        return _unknown("een HTML-pagina", known)
    if looks_like_xml(source):
        return _xml_refusal(source, known)
    return _unknown(repr(source[:60]), known)


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
    return _unknown(f"XML met hoofdelement <{name(root)}>", known)


def _unknown(value: str, known: tuple[str, ...]) -> UnknownFormatError:
    return UnknownFormatError(
        "Geen enkele lezer herkent dit bestand.",
        value=value,
        remedy=f"Wel gelezen worden: {', '.join(known)}.",
    )
