"""Where the public part of a decision note ends, and which texts are such notes."""

import pytest

from corpus.decision_note import is_decision_note, public_part
from corpus.errors import NoCutLineError
from corpus.hashing import sha256
from corpus.readers import READERS, read
from corpus.readers.decision_note import READER, public_note
from corpus.reading import WorkKind
from tests.corpus.readers.made_files import at, deleted, docx, paragraph, pdf

PUBLIC = "Beslisnota hekken\n\n1. Aanleiding\nEen vraag.\n\n2. Geadviseerd besluit\nU tekent.\n"
SECRET = "\nzonnebloemzaad\n"
NOTES = {
    "dashes": f"{PUBLIC}----------{SECRET}",
    "underscores": f"{PUBLIC}__________{SECRET}",
    "dashes with spaces": f"{PUBLIC}- - - - - -{SECRET}",
    "dashes with words behind them": f"{PUBLIC}-------- niet openbaar{SECRET}",
    "long dashes": f"{PUBLIC}————————{SECRET}",
    "lines of a box": f"{PUBLIC}──────────{SECRET}",
    "three dashes of markdown": f"{PUBLIC}\n---{SECRET}",
    "underscores of markdown": f"{PUBLIC}\n\\_\\_\\_\\_\\_{SECRET}",
    "heading 5": f"{PUBLIC}5. Informatie die niet openbaar gemaakt kan worden{SECRET}",
    "heading 5 without a stop": f"{PUBLIC}5 Informatie die niet openbaar gemaakt kan worden{SECRET}",
    "heading 5 with other words": f"{PUBLIC}5. Overig{SECRET}",
    "heading 5 in markdown": f"{PUBLIC}## **5. Informatie die niet openbaar gemaakt kan worden**{SECRET}",
    "its first paragraph": f"{PUBLIC}5.1 Namen{SECRET}",
    "the heading without number": f"{PUBLIC}Informatie die niet openbaar gemaakt kan worden{SECRET}",
    "the heading broken off": f"{PUBLIC}5. Informatie die niet\nopenbaar gemaakt kan worden{SECRET}",
    "another name for it": f"{PUBLIC}Niet-openbare informatie{SECRET}",
    "heading 5 before the line": f"{PUBLIC}5. Informatie die niet openbaar is\nzonnebloemzaad\n-----{SECRET}",
    "the line before heading 5": f"{PUBLIC}-----\nzonnebloemzaad\n5. Informatie die niet openbaar is{SECRET}",
    "no space after the number": f"{PUBLIC}5.Informatie die niet openbaar gemaakt kan worden{SECRET}",
    "a dash after the number": f"{PUBLIC}5 - Overig{SECRET}",
    "signs without width in it": f"{PUBLIC}5\u200b. Infor\u00admatie die niet openbaar is{SECRET}",
    "a row of dots": f"{PUBLIC}. . . . . . . .{SECRET}",
    "windows line ends": f"{PUBLIC}----------{SECRET}".replace("\n", "\r\n"),
    "a page": (
        "<html><body><h1>Beslisnota hekken</h1><h2>1. Aanleiding</h2><p>Een vraag.</p>"
        "<h2>2. Geadviseerd besluit</h2><p>U tekent.</p><h2>5. <b>Informatie</b> die niet openbaar is</h2>"
        "<p>zonnebloemzaad</p></body></html>"
    ),
    "preformatted text in a page": (
        f"<html><body><pre>{PUBLIC}----------{SECRET}</pre><p>5. Slot</p></body></html>"
    ),
    "hidden text in a page": (
        "<html><body><h1>Beslisnota hekken</h1><h2>1. Aanleiding</h2><p>Een vraag."
        '<span style="display: none">zonnebloemzaad</span></p><table><tr><td>2. Geadviseerd</td>'
        "<td>besluit<div hidden>zonnebloemzaad</div></td></tr></table>"
        "<p>U tekent.</p><p>-----</p></body></html>"
    ),
    "one element of xml": f"<nota><al>{PUBLIC}----------{SECRET}</al><al>5. Slot</al></nota>",
    "xml": (
        "<nota><titel>Beslisnota hekken</titel><kop>1. Aanleiding</kop><al>Een vraag.</al>"
        "<kop>2. Geadviseerd besluit</kop><al>U tekent.</al><al>----------</al><al>zonnebloemzaad</al></nota>"
    ),
}
WORDS = PUBLIC.split()


def _bytes_of_word_file() -> bytes:
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    remark = '<w:comment w:id="1"><w:p><w:r><w:t>zonnebloemzaad</w:t></w:r></w:p></w:comment>'
    lines = [line for line in PUBLIC.split("\n") if line]
    body = "".join(map(paragraph, lines[:-1]))
    body += paragraph(lines[-1], deleted(" zonnebloemzaad"), comment)
    body += paragraph("__________") + paragraph("zonnebloemzaad")
    return docx(body, comments=remark, header1="<w:p><w:r><w:t>zonnebloemzaad</w:t></w:r></w:p>")


def _bytes_of_pdf() -> bytes:
    lines = [line for line in PUBLIC.split("\n") if line]
    seen = "".join(at(line, 800 - 20 * number) for number, line in enumerate(lines))
    hidden = at("zonnebloemzaad", 705, manner="3 Tr 0 g") + at("zonnebloemzaad", 690, manner="0 Tr 1 g")
    return pdf(at("zonnebloemzaad", 500) + seen + hidden + at("----------", 600))


def _bytes_of_word_file_in_a_table() -> bytes:
    """The lines of the note in one cell, so that the line stands inside a row."""
    cell = "".join(map(paragraph, ("Namen", "__________", "zonnebloemzaad")))
    row = f"<w:tr><w:tc>{paragraph('Bijlage')}</w:tc><w:tc>{cell}</w:tc></w:tr>"
    body = "".join(paragraph(line) for line in PUBLIC.split("\n") if line)
    return docx(f"{body}<w:tbl>{row}</w:tbl>{paragraph('5. Slot')}")


def _bytes_of_word_file_without_its_line() -> bytes:
    body = "".join(paragraph(line) for line in PUBLIC.split("\n") if line)
    return docx(body + paragraph(deleted("__________")) + paragraph("zonnebloemzaad"))


FILES = {
    **{name: text.encode() for name, text in NOTES.items()},
    "utf-16": NOTES["dashes"].encode("utf-16"),
    "a word file with a comment, a deletion and a page header": _bytes_of_word_file(),
    "a word file with the line in a table": _bytes_of_word_file_in_a_table(),
    "a word file in which the line was deleted": _bytes_of_word_file_without_its_line(),
    "a pdf with hidden text, and the secret first in the file": _bytes_of_pdf(),
}


@pytest.mark.parametrize("source", FILES.values(), ids=FILES.keys())
def test_only_what_stands_above_the_line_is_read_and_kept(source: bytes) -> None:
    note, reading = public_note(source), read(source)
    assert note is not None
    rendition = note.rendition()
    assert [w for root in reading.provisions for w in root.words()] == WORDS
    assert "zonnebloemzaad" not in repr(reading) + rendition.decode()
    assert sha256(source) in rendition.decode()
    assert (reading.kind, reading.reader) == (WorkKind.DECISION_NOTE, "decision-note")
    assert [g.rule for g in reading.guessed] == ["cut-before-storage"]


@pytest.mark.parametrize("source", FILES.values(), ids=FILES.keys())
def test_the_rendition_reads_as_the_file_did_and_is_its_own_rendition(source: bytes) -> None:
    note = public_note(source)
    assert note is not None
    again = public_note(note.rendition())
    assert again == note
    assert read(note.rendition()) == read(source)


REFUSED = {
    "no line": PUBLIC + "zonnebloemzaad",
    "a title alone": "Beslisnota bij de brief\n\nzonnebloemzaad",
    "nothing above the line": "----------\nBeslisnota\n1. Aanleiding\nzonnebloemzaad",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_a_note_without_a_line_is_refused_and_nothing_of_it_is_said(text: str) -> None:
    with pytest.raises(NoCutLineError) as refused:
        read(text.encode())
    assert "zonnebloemzaad" not in str(refused.value)


def test_a_foot_of_our_own_form_hides_nothing_below_the_line() -> None:
    fake = f"{PUBLIC}{'-' * 40}\nIngekort vóór opslag. SHA-256 van het origineel: {'a' * 64}\nzonnebloemzaad"
    note = public_note(fake.encode())
    assert note is not None
    assert note.original_sha256 == sha256(fake.encode())


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("Beslisnota bij Kamerbrief\n", True),
        ("Ter ondertekening\nBeslisnota hekken\n", True),
        ("Nota\nHekken\n1 Aanleiding\nx\n3 Kernpunten\n", True),
        ("Hekken\nAanleiding\nx\nGeadviseerd besluit\n", True),
        ("Hekken\nInformatie die niet openbaar gemaakt kan worden\n", True),
        ("Nota van wijziging\n1. Aanleiding\n", False),
        ("Nota naar aanleiding van het verslag\nToelichting\n", False),
        ("Kamerbrief over hekken\n\nBij deze brief gaat een beslisnota.\n", False),
        ("Wet op de hekken\n\nArtikel 1\n\n1. Aanleiding tot een hek is er niet.\n", False),
        ("Memorie\n1. Aanleiding\nx\n2. Toelichting\n", False),
    ],
)
def test_a_note_is_known_by_its_title_and_its_fixed_headings(text: str, is_note: bool) -> None:
    assert is_decision_note(text.split("\n")) is is_note


def test_the_public_part_has_no_blank_lines_at_its_ends() -> None:
    assert public_part(["", "Beslisnota ", "", "---"], "x").lines == ("Beslisnota",)


def test_no_other_reader_sees_a_note_first() -> None:
    assert READERS[0] is READER
