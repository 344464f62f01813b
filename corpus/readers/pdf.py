"""PDF files with text: the words on the pages, read with the grammar of Dutch law as plain text is.

A PDF holds letters at places, no structure: columns (`pdf_layout`), paragraphs (`pdf_lines`), headings and
lists are decided by us, and the account says so once. What nobody sees is left out; a PDF in which
nothing can be seen (a scan, with or without an invisible layer of text) is refused. Typography is not read.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.errors import NoTextError
from corpus.pdf_text import Page, is_pdf, pages, traces
from corpus.readers.act_sheet import ActSheet
from corpus.readers.draft import Omission
from corpus.readers.pdf_hidden import pdf_hidden
from corpus.readers.pdf_layout import rows
from corpus.readers.pdf_lines import Paragraphs, paragraphs
from corpus.readers.reader import Reader
from corpus.readers.sheet_reading import reading_of
from corpus.reading import Reading

MEDIA_TYPE = "application/pdf"
STRUCTURE = "structure-from-pdf"
HIDDEN = "hidden-text"
HYPHENATION = "hyphenation-joined"
HYPHENATION_LEFT = "hyphenation-left"


def _read(source: bytes) -> Reading:
    found = list(pages(source))
    made = paragraphs(rows(found))
    if not any(line.text for line in made.lines):
        raise NoTextError(
            "Dit PDF-bestand bevat geen leesbare tekst; het is waarschijnlijk een scan.",
            value=f"{len(found)} bladzijden",
            remedy="Bied een PDF aan die uit de tekst zelf is gemaakt, of de tekst.",
        )
    sheet = ActSheet()
    for line in made.lines:
        sheet.line(line)
    sheet.finish()
    sheet.tree.content += _hidden(found)
    reading = reading_of(sheet, READER, media_type=MEDIA_TYPE, guesses=_guesses(made))
    return replace(reading, hidden=pdf_hidden(source, traces(source), found))


READER = Reader("pdf", 1, is_pdf, _read)


def _hidden(found: Sequence[Page]) -> list[Omission]:
    return [Omission(HIDDEN, page.hidden) for page in found if page.hidden]


def _guesses(made: Paragraphs) -> list[tuple[str, str]]:
    guesses = [(STRUCTURE, f"{made.joined} regels aan de vorige regel gevoegd")]
    if made.hyphens_joined:
        guesses.append((HYPHENATION, f"{made.hyphens_joined} afgebroken woorden heel gemaakt"))
    if made.hyphens_left:
        guesses.append((HYPHENATION_LEFT, f"{made.hyphens_left} streepjes aan het regeleinde gelaten"))
    return guesses
