"""Word files (DOCX): the words after tracked changes, read with the grammar of Dutch law.

The body comes from `corpus.readers.docx_body`, the structure from the form of lines and their numbers, as in
plain text (`corpus.readers.act_sheet`); outline levels make headings where no label does. Automatic numbers
are not in the file as text: they are counted as Word counts them, and reported. No layout is read.
"""

from dataclasses import replace

from corpus.errors import NoLawError
from corpus.readers.act_sheet import ActSheet
from corpus.readers.docx_body import Body, read_body
from corpus.readers.docx_hidden import docx_hidden
from corpus.readers.docx_package import Package, is_docx, is_protected
from corpus.readers.draft import Draft
from corpus.readers.reader import Reader
from corpus.readers.sheet_reading import reading_of
from corpus.reading import Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AUTOMATIC = "automatic-number"
TRACKED = "tracked-changes-accepted"


def _recognises(source: bytes) -> bool:
    return is_docx(source) or is_protected(source)


def _read(source: bytes) -> Reading:
    package = Package(source)
    body = read_body(package)
    sheet = ActSheet()
    for line in body.lines:
        if line.text:
            sheet.line(line)
        else:
            sheet.tree.content += line.omitted
    sheet.finish()
    if not any(isinstance(item, Draft) for item in sheet.tree.content):
        raise NoLawError("Dit Word-bestand bevat geen woorden.", value=f"{len(source)} bytes")
    reading = reading_of(sheet, READER, media_type=MEDIA_TYPE, guesses=_guesses(body))
    return replace(reading, hidden=docx_hidden(package, reading.dropped))


READER = Reader("docx", 2, _recognises, _read)


def _guesses(body: Body) -> list[tuple[str, str]]:
    guesses = [("unknown-element", element) for element in body.unknown]
    if body.numbers:
        guesses.append((AUTOMATIC, f"{body.numbers} nummers geteld zoals Word ze afdrukt"))
    if body.tracked:
        guesses.append((TRACKED, f"{body.tracked} wijzigingen: de tekst is die na de wijzigingen"))
    return guesses
