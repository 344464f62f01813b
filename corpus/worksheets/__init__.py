"""Sheets of text from anyone: the rows of an XLSX or CSV file, before anyone knows what they mean.

A cell is the text that stands in it. A formula is never worked out and its last outcome is not believed; it
is named as a doubt, with its cell. Nothing is written to disk, and no other file or address is opened.
"""

from corpus.errors import EmptyError, SourceTooLargeError
from corpus.worksheets import delimited, xlsx
from corpus.worksheets.worksheet import Doubt as Doubt
from corpus.worksheets.worksheet import SheetRow as SheetRow
from corpus.worksheets.worksheet import Worksheet as Worksheet
from corpus.zip_limits import is_zip

MOST_BYTES = 10_000_000


def read(source: bytes) -> tuple[Worksheet, ...]:
    """Every sheet of the file that has rows."""
    if len(source) > MOST_BYTES:
        raise SourceTooLargeError(
            "Dit werkblad is te groot om te lezen.",
            value=f"{len(source)} bytes",
            remedy=f"De grens is {MOST_BYTES} bytes.",
        )
    sheets = xlsx.read(source) if is_zip(source) else delimited.read(source)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise EmptyError("Dit werkblad is leeg.", remedy="Kies een bestand met een tabel.")
    return filled
