"""What the outline of a Word file does not show: notes, tracked changes, numbers, and the refusals."""

from pathlib import Path

import pytest

from corpus.errors import (
    EncryptedError,
    MacroError,
    NoLawError,
    NotWellFormedError,
    SourceTooLargeError,
    WetgevingError,
)
from corpus.provision import Mark, Note, Provision, walk
from corpus.readers import read
from corpus.readers.docx_numbering import numeral
from corpus.reading import Reading
from corpus.tracked_changes import text_before

from .made_files import deleted, docx, inserted, paragraph, text, with_member

FIXTURES = Path(__file__).parent / "fixtures" / "docx"
ARTICLE = paragraph("Artikel 1")


def at(reading: Reading, eid: str) -> Provision:
    return next(p for p in walk(reading.provisions) if p.eid == eid)


@pytest.fixture(scope="module")
def tuinwet() -> Reading:
    return read((FIXTURES / "tuinwet-libreoffice-synthetisch.docx").read_bytes())


@pytest.fixture(scope="module")
def hekwet() -> Reading:
    return read((FIXTURES / "hekwet-python-docx-synthetisch.docx").read_bytes())


def test_a_tracked_change_leaves_the_text_after_and_the_deletion_as_a_note(tuinwet: Reading) -> None:
    lid = at(tuinwet, "art_1__para_1")
    assert lid.text == "Een hortus is een tuin met een hek om haar heen."
    assert lid.marks == (Mark(4, 10, "italic"), Mark(22, 34, "inserted"))
    assert lid.notes == (
        Note(22, "geschrapt", " zonder heg"),
        Note(48, "noot", "Zie de toelichting op tuinen."),
    )


def test_a_deleted_lid_hangs_on_the_one_before_it_and_an_inserted_one_says_that_it_is_new(
    hekwet: Reading,
) -> None:
    assert at(hekwet, "art_3__para_1").notes == (Note(26, "geschrapt", "\n2. De burgemeester ziet toe."),)
    assert at(hekwet, "art_2__para_2").notes == (
        Note(0, "nummer voor wijziging", ""),
        Note(54, "alinea-einde ingevoegd", ""),
    )
    assert at(hekwet, "art_2__para_3").notes == (Note(0, "nummer voor wijziging", "2."),)


def test_a_changed_heading_keeps_its_words_before(hekwet: Reading) -> None:
    article = at(hekwet, "art_2")
    assert (article.heading, article.notes) == (
        "Hoogte van hekken",
        (Note(0, "opschrift voor wijziging", "Hoogte"),),
    )


def test_a_table_row_has_tabs(hekwet: Reading) -> None:
    assert at(hekwet, "art_4").text.split("\n")[1:] == ["hout\t€ 3", "staal\t€ 9"]


TRACKED = {
    "a word replaced": (paragraph("Een ", deleted("hoog "), inserted("laag "), "hek."), "Een hoog hek."),
    "letters inside a word": (paragraph("tui", deleted("nma"), "n"), "tuinman"),
    "a deletion at the end": (paragraph("Een hek ", deleted("van hout")), "Een hek van hout"),
    "a deletion at the start": (paragraph(deleted("Ooit"), " was er een hek."), "Ooit was er een hek."),
    "a paragraph split in two": (
        paragraph("Een hek. ", properties='<w:rPr><w:ins w:id="3"/></w:rPr>') + paragraph("Een haag."),
        "Een hek. Een haag.",
    ),
    "two paragraphs joined": (
        paragraph("Een hek.", properties='<w:rPr><w:del w:id="3"/></w:rPr>') + paragraph(" Een haag."),
        "Een hek.\nEen haag.",
    ),
    "nothing": (paragraph("Een hek."), "Een hek."),
}


@pytest.mark.parametrize(("body", "before"), TRACKED.values(), ids=TRACKED.keys())
def test_the_text_before_is_rebuilt(body: str, before: str) -> None:
    reading = read(docx(ARTICLE + body))
    assert text_before(reading.provisions).replace("\n", " ") == f"Artikel 1 {before}".replace("\n", " ")


def test_words_that_came_in_and_went_out_again_are_accounted_for() -> None:
    twice = f'<w:ins w:id="4">{deleted("kort ")}</w:ins>'
    reading = read(docx(ARTICLE + paragraph("Een ", twice, "hek.")))
    assert at(reading, "art_1").text == "Een hek."
    assert [(d.rule, d.text) for d in reading.dropped] == [("inserted-and-deleted", "kort")]


def test_an_outline_level_makes_a_heading_where_no_label_does() -> None:
    level = '<w:outlineLvl w:val="0"/>'
    body = paragraph("Toelichting bij de Hekwet") + paragraph("1. Algemeen", properties=level)
    reading = read(docx(body + paragraph("Hekken zijn er al lang.")))
    assert [(p.eid, p.num, p.heading) for p in reading.provisions[1:]] == [("dvs_1", "1.", "Algemeen")]


def test_emphasis_of_a_style_counts_and_can_be_switched_off() -> None:
    styles = '<w:style w:styleId="N"><w:rPr><w:i/></w:rPr></w:style>'
    styles += '<w:style w:styleId="M"><w:basedOn w:val="N"/></w:style>'
    off = text("recht", properties='<w:i w:val="0"/>')
    reading = read(
        docx(ARTICLE + paragraph("schuin ", off, properties='<w:pStyle w:val="M"/>'), styles=styles)
    )
    assert at(reading, "art_1").marks == (Mark(0, 7, "italic"),)


def test_an_unknown_element_is_kept_as_text_and_reported() -> None:
    reading = read(docx(ARTICLE + paragraph("Een ", "<w:nieuw>hek</w:nieuw>")))
    assert at(reading, "art_1").text == "Een hek"
    assert ("unknown-element", "nieuw") in [(g.rule, g.detail) for g in reading.guessed]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (3, "decimal", "3"),
        (1, "lowerLetter", "a"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (4, "lowerRoman", "iv"),
        (19, "upperRoman", "XIX"),
        (7, "decimalZero", "07"),
        (2, "ordinal", "2e"),
        (5, "chineseCounting", "5"),
    ],
)
def test_a_number_is_printed_as_word_prints_it(number: int, form: str, printed: str) -> None:
    assert numeral(number, form) == printed


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64 + "EncryptedPackage".encode("utf-16-le")
GOOD = docx(ARTICLE + paragraph("Een hek."))
REFUSED: dict[str, tuple[bytes, type[WetgevingError]]] = {
    "a password": (OLE, EncryptedError),
    "macros": (with_member(GOOD, "word/vbaProject.bin", b"x"), MacroError),
    "a member that swells": (
        with_member(GOOD, "word/media/image1.bin", b"\0" * 5_000_000),
        SourceTooLargeError,
    ),
    "half a file": (GOOD[: len(GOOD) // 2], NotWellFormedError),
    "no words": (docx(""), NoLawError),
    "xml that ends early": (docx("<w:p>"), NotWellFormedError),
    "too deep": (docx("<w:p>" * 400 + "</w:p>" * 400), SourceTooLargeError),
}


@pytest.mark.parametrize(("source", "error"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_cannot_be_read_is_refused_by_name(source: bytes, error: type[WetgevingError]) -> None:
    with pytest.raises(error):
        read(source)
