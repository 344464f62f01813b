"""Was/wordt and any printed table, as Word and as PDF: every word on paper, marked without colour."""

import re
from collections.abc import Callable

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings

from corpus.exporters import table_docx, table_pdf
from corpus.exporters.change_table import change_table
from corpus.exporters.table_document import Mark, Span, TableDocument, TableRow
from corpus.exporters.table_pages import pages, wrap
from corpus.provision import Provision
from corpus.provision import words as words_of
from tests.corpus.diff.trees import amended

from .compared import exported, lamps
from .word_sides import W, body

OLD, NEW = lamps()
SENTENCE = "Onze Minister beslist binnen vier weken, bedoeld in artikel 3:15, § 2, tot € 5,– „café” geïnd. "
SIGNS = "é ë § € – „ ” ‘ ’ … ° β Σ □ ł ő ж"
Export = Callable[[TableDocument], bytes]


def document(*rows: TableRow, fictional: bool = False) -> TableDocument:
    return TableDocument("Lampenwet", ("Oud: toen.",), ("Was", "Wordt"), rows, fictional=fictional)


def cell(text: str, mark: Mark = Mark.SAME) -> tuple[Span, ...]:
    return (Span(text, mark),)


def read_pages(source: bytes) -> list[str]:
    """The text of each page, as an independent reader finds it."""
    found = pypdfium2.PdfDocument(source)
    try:
        return [page.get_textpage().get_text_bounded() for page in found]
    finally:
        found.close()


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def side(table: TableDocument, column: int) -> list[str]:
    """The words of a column; where a moved text stood is said between brackets, and is no word of it."""
    text = " ".join("".join(s.text for s in row.cells[column]) for row in table.rows)
    return re.sub(r"\[[^\]]*\]", "", text).split()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(amended())
def test_the_columns_of_all_articles_hold_every_word_of_either_side(
    pair: tuple[tuple[Provision, ...], tuple[Provision, ...]],
) -> None:
    table = change_table(exported(*pair), whole=True)
    assert side(table, 1) == list(words_of(pair[1]))
    assert sorted(side(table, 0)) == sorted(words_of(pair[0]))


def test_only_articles_that_changed_are_in_the_table_and_each_lid_is_a_row() -> None:
    table = change_table(exported(OLD, NEW))
    shown = [tuple("".join(s.text for s in c) for c in row.cells) for row in table.rows]
    assert shown[0] == ("Artikel 1. Lampen", "Artikel 1. Lampen en lantaarns")
    assert shown[1][0] == shown[1][1]
    assert shown[2][0] == "2. Onze Minister beslist binnen vier weken op een aanvraag."
    assert shown[3] == ("", "3. De termijn kan eenmaal worden verlengd.")
    assert table.rows[0].is_heading
    assert not any("Hoofdstuk" in old + new for old, new in shown)
    asked = next(old for old, _ in shown if old.startswith("1. De aanvraag bevat:"))
    assert asked.split("\n")[1:] == [
        "a. de naam van de aanvrager;",
        "b. het soort lamp;",
        "c. een tekening van de lamp.",
    ]


def test_a_text_that_was_moved_says_where_it_was_and_there_where_it_is() -> None:
    cells = ["".join(s.text for s in row.cells[0]) for row in change_table(exported(OLD, NEW)).rows]
    assert any(c.startswith("[artikel 2, tweede lid]\n2. De aanvraag wordt schriftelijk") for c in cells)
    at = cells.index("[artikel 2, tweede lid: zie artikel 5, eerste lid]")
    assert cells[at - 1].startswith("1. De aanvraag bevat:")


def test_equal_texts_give_a_table_that_says_so() -> None:
    table = change_table(exported(OLD, OLD))
    assert (table.rows, table.lines[-1]) == ((), "Geen verschil: dezelfde woorden.")
    assert "dezelfde woorden" in read_pages(table_pdf.export(table))[0]
    assert "dezelfde woorden" in "".join(body(table_docx.export(table)).itertext())


def test_a_row_longer_than_a_page_flows_on_without_loss() -> None:
    numbered = " ".join(f"{SENTENCE}{number}" for number in range(200))
    table = document(TableRow((cell(numbered), cell("Kort."))), TableRow((cell("Daarna."), cell("Slot."))))
    found = read_pages(table_pdf.export(table))
    assert len(found) > 3
    frame = re.compile(r"bladzijde \d+ van \d+|Gegenereerd[^.]*authentiek\.|Was\s+Wordt|Lampenwet|Kort\.")
    assert letters(numbered) in letters(frame.sub("", "".join(found)))
    assert all(f"bladzijde {k} van {len(found)}" in text for k, text in enumerate(found, start=1))
    assert all(letters("Was Wordt") in letters(text) for text in found)


def test_the_signs_of_statutes_are_embedded_and_one_without_a_form_is_named() -> None:
    source = table_pdf.export(document(TableRow((cell(f"{SIGNS} \u2072"), cell("")))))
    (found,) = read_pages(source)
    assert all(sign in found for sign in SIGNS.split())
    assert "[U+2072]" in found
    assert b"/FontFile2" in source
    assert len(source) < 200_000


def test_a_word_wider_than_its_column_is_broken_and_kept() -> None:
    long = "Vreemdelingencirculaire" * 30
    (found,) = read_pages(table_pdf.export(document(TableRow((cell(long), cell("x"))))))
    assert long in letters(found)


def test_marks_are_lines_under_and_through_the_words_in_both_formats() -> None:
    row = TableRow((cell("vier", Mark.DELETED), cell("zes", Mark.INSERTED)))
    runs = {
        "".join(r.itertext()): {e.tag.removeprefix(W) for p in r.iter(f"{W}rPr") for e in p}
        for r in body(table_docx.export(document(row))).iter(f"{W}r")
    }
    assert (runs["vier"], runs["zes"]) == ({"strike"}, {"u"})
    for source in (read_pages(table_pdf.export(document(row)))[0],):
        assert "Onderstreept: ingevoegd. Doorgehaald: vervallen." in source


def test_a_heading_row_is_not_left_behind_at_the_foot_of_a_page() -> None:
    def measure(text: str, strong: bool) -> float:
        return float(len(text))

    rows = [TableRow((cell("a"),)) for _ in range(6)]
    rows += [TableRow((cell("Artikel 2"),), is_heading=True), TableRow((cell("b"),))]
    laid = pages(rows, [40.0], measure, first=11.0, others=11.0)
    assert [len(page) for page in laid] == [6, 2]


def test_words_wrap_where_they_must_and_a_word_of_two_marks_stays_whole() -> None:
    def measure(text: str, strong: bool) -> float:
        return float(len(text))

    given = (Span("de lamp", Mark.SAME), Span("en", Mark.INSERTED), Span(" brandt\nnacht"))
    lines = [["".join(s.text for s in line)] for line in wrap(given, 8.0, measure)]
    assert lines == [["de"], ["lampen"], ["brandt"], ["nacht"]]


@pytest.mark.parametrize("export", [table_docx.export, table_pdf.export])
def test_the_same_table_gives_the_same_bytes(export: Export) -> None:
    table = change_table(exported(OLD, NEW))
    assert export(table) == export(table)


def test_the_headings_are_repeated_on_every_page_of_a_word_table() -> None:
    found = body(table_docx.export(change_table(exported(OLD, NEW))))
    (row,) = [r for r in found.iter(f"{W}tr") if r.find(f"{W}trPr/{W}tblHeader") is not None]
    assert "".join(row.itertext()) == "WasWordt"
    size = found.find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}orient"), size.get(f"{W}w"), size.get(f"{W}h")) == ("landscape", "16838", "11906")


def test_a_fictional_table_is_stamped_on_every_page() -> None:
    row = TableRow((cell(SENTENCE * 100), cell("")))
    found = read_pages(table_pdf.export(document(row, fictional=True)))
    assert len(found) > 1
    assert all("FICTIEVE VOORBEELDTEKST" in text for text in found)
    words = "".join(body(table_docx.export(document(row, fictional=True))).itertext())
    assert words.startswith("FICTIEVE VOORBEELDTEKST")
