"""Plain Dutch text with the structure of law: articles, leden, lists, instructions of amending acts.

Recognised only when at least one line is the heading of an article. Structure comes from the form of lines
and the sequence of their numbers (`corpus.readers.act_sheet`); what the text does not state is recorded as a
guess. No layout is read: no columns, indentation, page numbers.
"""

from corpus.encoding import Decoded, decode, has_control_characters
from corpus.errors import NoLawError, UndecodableError
from corpus.provision import ProvisionKind
from corpus.readers.act_sheet import ActSheet
from corpus.readers.article_lines import heading_line
from corpus.readers.reader import Reader
from corpus.readers.sheet_reading import reading_of
from corpus.readers.text_line import Line
from corpus.readers.wrapped_lines import unwrap
from corpus.reading import Reading

MEDIA_TYPE = "text/plain"
JOINED = "joined-wrapped-lines"


def _recognises(source: bytes) -> bool:
    try:
        text = decode(source).text
    except UndecodableError:
        return False
    if text.lstrip()[:1] in ("<", "{", "[") or has_control_characters(text):
        return False
    return any(_is_article(" ".join(line.split())) for line in text.split("\n") if len(line) < 1000)


def _is_article(line: str) -> bool:
    heading = heading_line(line)
    return heading is not None and heading.kind is ProvisionKind.ARTICLE


def _read(source: bytes) -> Reading:
    decoded = decode(source)
    lines = list(unwrap(decoded.text))
    sheet = ActSheet()
    for line in lines:
        sheet.line(line)
    sheet.finish()
    if not sheet.tree.content:
        raise NoLawError("Deze tekst bevat geen woorden.", value=f"{len(lines)} regels")
    return reading_of(sheet, READER, media_type=MEDIA_TYPE, guesses=_file_guesses(decoded, lines))


READER = Reader("plain-text", 1, _recognises, _read)


def _file_guesses(decoded: Decoded, lines: list[Line]) -> list[tuple[str, str]]:
    guesses = [(decoded.rule, "")] if decoded.rule else []
    breaks = sum(line.breaks for line in lines)
    if breaks:
        guesses.append((JOINED, f"{breaks} regels aan de vorige regel gevoegd"))
    return guesses
