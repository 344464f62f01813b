"""The door between bytes and text: UTF-8, with or without a byte order mark, and UTF-16 with one.

Text that was encoded as UTF-8 twice is repaired only when the whole of it comes back clean; a text in
which only parts were encoded twice is left as it stands and named. Rules: `docs/bronvormen.md`. No
language or format is known here.
"""

import codecs
import re
from dataclasses import dataclass

from corpus.errors import UndecodableError

ENCODED_TWICE = "encoded-twice"
ENCODED_TWICE_IN_PART = "encoded-twice-in-part"

# A lead byte and a continuation byte, both read as letters; after other leads only C1 controls are proof.
_LEADS = (
    "[\u00c2\u00c3][\u0080-\u00bf]|[\u00c4-\u00df\u00e0-\u00ef][\u0080-\u009f]"
    "|\u00e2\u20ac|\u00c3[\u201a\u0192\u2026\u00a0]"
)
_TWICE = re.compile(_LEADS)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with line ends as "\\n" and no byte order mark; `rule` says what was decided, or is ""."""

    text: str
    rule: str = ""


def decode(source: bytes) -> Decoded:
    """Bytes to text. Raises `UndecodableError` for anything that is not UTF-8 or marked UTF-16."""
    text = _characters(source)
    repaired = _undo_double_encoding(text)
    if repaired is not None:
        return Decoded(_plain_lines(repaired), ENCODED_TWICE)
    rule = ENCODED_TWICE_IN_PART if _TWICE.search(text) else ""
    return Decoded(_plain_lines(text), rule)


def has_control_characters(text: str) -> bool:
    """Whether the text holds characters that no typed text has (binary files decode by accident)."""
    return _CONTROL.search(text) is not None


def _characters(source: bytes) -> str:
    marked = source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return source.decode("utf-16" if marked else "utf-8")
    except UnicodeDecodeError as error:
        raise UndecodableError(
            "Het bestand is geen leesbare tekst in UTF-8 of UTF-16.",
            value=repr(source[error.start : error.start + 8]),
            where=f"byte {error.start}",
            remedy="Bewaar het bestand als UTF-8 en bied het opnieuw aan.",
        ) from error


def _undo_double_encoding(text: str) -> str | None:
    """The text as it was before the second encoding, or None when it does not come back whole."""
    if not _TWICE.search(text) and not text.startswith("\u00ef\u00bb\u00bf"):
        return None
    for encoding in ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None


def _plain_lines(text: str) -> str:
    return text.lstrip(_BOM).replace("\r\n", "\n").replace("\r", "\n")
