"""Decision notes in any form (text, Word, PDF, HTML, XML): only the public part is ever read.

`public_note` is the one way from the bytes of such a file to anything that may be kept or shown. What a
format hides (comments, deleted and hidden text, page headers, what lies outside a page) is not public. The
rule for the line is `corpus.decision_note`. The rendition made here reads the same as its original.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from corpus import decision_note
from corpus.decision_note import PublicNote, ends_public_part, fixed_heading, is_decision_note, public_part
from corpus.encoding import decode
from corpus.errors import UnknownFormatError, WetgevingError
from corpus.hashing import sha256
from corpus.pdf_text import is_pdf, pages
from corpus.provision import ProvisionKind
from corpus.readers.act_sheet import lay_line
from corpus.readers.act_tree import ActTree
from corpus.readers.article_lines import numbered_heading
from corpus.readers.docx_body import read_body
from corpus.readers.docx_package import Package, is_docx
from corpus.readers.draft import Block, finish
from corpus.readers.html_lines import html_lines
from corpus.readers.pdf_layout import page_rows
from corpus.readers.reader import Reader
from corpus.readers.text_line import Line
from corpus.readers.wrapped_lines import unwrap
from corpus.reading import Reading, WorkKind
from corpus.secure_xml import looks_like_html, looks_like_xml, parse, parse_html, texts
from corpus.tracked_changes import DELETED

MEDIA_TYPE = "text/plain"
_SIGNS = (b"beslis", b"geadviseerd", b"niet openba", b"niet-openba", b"openbaar gemaakt")
_STRETCH, _LONGEST_SIGN = 65_536, 100  # bytes, also where a sign takes four
_LINES_LOOKED_AT = 600


def public_note(source: bytes) -> PublicNote | None:
    """The public part of a decision note; None when the file is no decision note.

    Raises `NoCutLineError` when it is one and does not show where its public part ends.
    """
    if not _recognises(source):
        return None
    return public_part(list(_printed_lines(source, _all_texts)), sha256(source))


def storable(source: bytes, reading: Reading) -> bytes:
    """The bytes that may be kept of a file that was read: of a decision note only the public rendition."""
    note = public_note(source) if reading.reader == READER.name else None
    return source if note is None else note.rendition()


def _recognises(source: bytes) -> bool:
    try:
        return is_decision_note(islice(_printed_lines(source, texts), _LINES_LOOKED_AT))
    except WetgevingError:
        return False


def _all_texts(source: bytes) -> Iterator[str]:
    return map(str, parse(source).itertext())


def _printed_lines(source: bytes, texts_of: Callable[[bytes], Iterator[str]]) -> Iterator[str]:
    """The lines a reader of this file sees, in XML by `texts_of`; none when it cannot be a decision note."""
    if is_docx(source):
        yield from _with_hidden_ends(read_body(Package(source)).lines)
    elif is_pdf(source):
        for number, page in enumerate(pages(source)):
            yield from (row.text for row in page_rows(page, number))
    elif _bears_a_sign(source):
        yield from _lines_of_text(source, texts_of)


def _bears_a_sign(source: bytes) -> bool:
    """Whether any word of a decision note is in it; looked for bit by bit, as most laws bear one early."""
    for at in range(0, len(source), _STRETCH):
        stretch = source[at : at + _STRETCH + _LONGEST_SIGN].lower().replace(b"\x00", b"")
        if any(sign in stretch for sign in _SIGNS):
            return True
    return False


def _with_hidden_ends(lines: Iterable[Line]) -> Iterator[str]:
    """Lines with a blank one after each; where the line of dashes was deleted or hidden, it still cuts."""
    for line in lines:
        notes = () if line.spans is None else line.spans.notes
        gone = [(n.offset, piece) for n in notes if n.kind == DELETED for piece in n.text.split("\n")]
        ends = [(offset, piece) for offset, piece in gone if ends_public_part(piece)]
        yield from (piece for offset, piece in ends if offset < len(line.text))
        yield from (line.text, "")
        yield from (piece for _, piece in ends)
        yield from (omission.text for omission in line.omitted if ends_public_part(omission.text))


def _lines_of_text(source: bytes, texts_of: Callable[[bytes], Iterator[str]]) -> Iterator[str]:
    if looks_like_html(source):
        return _with_hidden_ends(html_lines(parse_html(source)))
    if looks_like_xml(source):
        return (line for text in texts_of(source) for line in text.split("\n"))
    return iter(decode(source).text.replace("\f", "\n").split("\n"))


def _read(source: bytes) -> Reading:
    note = public_note(source)
    if note is None:
        raise UnknownFormatError("Dit is geen beslisnota.", value=f"{len(source)} bytes")
    tree = ActTree()
    title = _fill(tree, "\n".join(_spaced(note.lines)))
    cut = (decision_note.CUT, f"ingekort vóór opslag; SHA-256 van het origineel: {note.original_sha256}")
    finished = finish(tree.content, [cut])
    return Reading(
        reader=READER.name,
        logic_version=READER.logic_version,
        media_type=MEDIA_TYPE,
        kind=WorkKind.DECISION_NOTE,
        provisions=finished.provisions,
        title=title,
        dropped=finished.dropped,
        guessed=finished.guessed,
    )


READER = Reader("decision-note", 1, _recognises, _read)


def _spaced(lines: Sequence[str]) -> Iterator[str]:
    """A fixed heading is a line of its own, also where the text does not set it apart."""
    for line in lines:
        yield from ("", line, "") if fixed_heading(line) else (line,)


def _fill(tree: ActTree, text: str) -> str:
    """Lay the public part out: a title, divisions under the fixed headings, text; the title."""
    title = ""
    for number, line in enumerate(unwrap(text)):
        if fixed_heading(line.text):
            tree.heading(numbered_heading(line.text))
        elif number == 0:
            title = decision_note.bare(line.text)
            tree.root(ProvisionKind.LONG_TITLE).content.append(Block(line.text))
            tree.close()
        else:
            lay_line(tree, line)
    tree.close()
    return title
