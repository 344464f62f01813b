"""Readers of source formats: bytes in, a `Reading` out. One file per format, one line in `READERS`.

Detection is by content, never by file name; the first reader that recognises the bytes reads them, so the
order runs from the most to the least particular. The same bytes always give the same Reading.
"""

from corpus.errors import SourceTooLargeError
from corpus.limits import in_force
from corpus.readers import (
    akoma_ntoso,
    bwb_2012,
    bwb_toestand,
    decision_note,
    docx,
    eurlex_html,
    formex,
    markdown_flat,
    markdown_front_matter,
    officiele_publicatie,
    opinion_html,
    opinion_text,
    pdf,
    plain_text,
)
from corpus.readers.reader import Reader
from corpus.readers.refusal import refusal
from corpus.reading import Reading

READERS: tuple[Reader, ...] = (
    decision_note.READER,  # first: no other reader may see what is not public
    docx.READER,
    pdf.READER,
    akoma_ntoso.READER,
    bwb_toestand.READER,
    bwb_2012.READER,
    officiele_publicatie.READER,
    formex.READER,
    opinion_html.READER,
    eurlex_html.READER,
    markdown_front_matter.READER,
    markdown_flat.READER,
    opinion_text.READER,
    plain_text.READER,
)


def recognise(source: bytes) -> Reader:
    """The reader for these bytes; `UnknownFormatError` names the formats that are known."""
    if len(source) > (most := in_force().file_bytes):
        raise SourceTooLargeError(
            "Het bestand is te groot om te lezen.",
            value=f"{len(source)} bytes",
            remedy=f"De grens is {most} bytes.",
        )
    for reader in READERS:
        if reader.recognises(source):
            return reader
    raise refusal(source, tuple(reader.name for reader in READERS))


def read(source: bytes) -> Reading:
    """Read one file, within the limits in force (`corpus.limits`); the defaults unless others were applied.

    Raises a `WetgevingError` that says what is wrong; never returns half a text.
    """
    return recognise(source).read(source)
