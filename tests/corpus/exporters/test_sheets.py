"""The list of changes and the concordance as CSV and XLSX: text, all of it, and never a formula."""

import csv
import zipfile
from io import BytesIO, StringIO

import pytest
from lxml import etree

from corpus.exporters import sheet_csv, sheet_xlsx
from corpus.exporters.sheets import Sheet, change_sheet, concordance_sheet

from .compared import exported, lamps

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OLD, NEW = lamps()
COMPARED = exported(OLD, NEW, fictional=True)


def rows(source: bytes) -> list[list[str]]:
    """A CSV file as a Dutch Excel reads it."""
    assert source.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(source.decode("utf-8-sig"), newline=""), delimiter=";"))


def cells(source: bytes) -> tuple[list[list[str]], set[str | None]]:
    """The cells of an XLSX file row by row, and the types of all of them."""
    archive = zipfile.ZipFile(BytesIO(source))
    strings = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    shared = ["".join(t.text or "" for t in item.iter(f"{S}t")) for item in strings]
    page = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not list(page.iter(f"{S}f", f"{S}hyperlink"))
    found = [[shared[int(c.findtext(f"{S}v") or 0)] for c in row] for row in page.iter(f"{S}row")]
    return found, {c.get("t") for c in page.iter(f"{S}c")}


def test_every_change_is_a_row_with_its_kind_its_places_and_its_words() -> None:
    found = rows(sheet_csv.export(change_sheet(COMPARED)))
    assert len(found) == len(COMPARED.comparison.changes) + 1
    assert found[0][:5] == ["Nr.", "Kenmerk", "Soort", "Was", "Wordt"]
    (lid,) = [row for row in found if row[3] == "artikel 1, tweede lid"]
    assert lid[2] == "gewijzigd"
    assert (lid[7].split("\n")[0], lid[8].split("\n")[0]) == ("vier", "zes")
    (new,) = [row for row in found if row[4] == "artikel 1, derde lid"]
    assert (new[2], new[5]) == ("ingevoegd", "")
    assert new[6] == "3. De termijn kan eenmaal worden verlengd."


def test_both_sheets_name_the_versions_and_say_that_a_text_is_fictional() -> None:
    for sheet in (change_sheet(COMPARED), concordance_sheet(COMPARED)):
        heads, first = rows(sheet_csv.export(sheet))[:2]
        named = dict(zip(heads, first, strict=True))
        assert named["Oude versie"] == "LAMP@consolidated-2091-01-01"
        assert named["Nieuwe versie"] == "LAMP@consolidated-2092-01-01"
        assert named["Status"] == "FICTIEVE VOORBEELDTEKST"


def test_the_concordance_has_a_row_for_each_article_with_all_it_became() -> None:
    found = rows(sheet_csv.export(concordance_sheet(COMPARED)))
    assert [row[1:3] for row in found[1:]] == [
        ["artikel 1", "artikel 1"],
        ["artikel 2", "artikel 2; artikel 5"],
        ["artikel 3", "artikel 3"],
        ["artikel 4", "artikel 4"],
    ]


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=SOM(A1)", "'=SOM(A1)"),
        ("+31", "'+31"),
        ("-1", "'-1"),
        ("@ING", "'@ING"),
        ("\tx", "'\tx"),
        ("\nx", "'\nx"),
        ("'=x", "''=x"),
        ("’s Lands", "’s Lands"),
        ("'s Lands", "'s Lands"),
        ("– streepje", "– streepje"),
        ("artikel 1", "artikel 1"),
        ("", ""),
    ],
)
def test_no_cell_of_csv_can_be_taken_for_a_formula(cell: str, guarded: str) -> None:
    sheet = Sheet("Proef", ("Kop",), ((cell,),), (10,))
    assert rows(sheet_csv.export(sheet))[1:] == ([[guarded]] if guarded else [[""]])


def test_every_cell_of_xlsx_is_text() -> None:
    formulas = ("=1+1", "https://example.org", "{=A1}", "12", "@x")
    found, types = cells(sheet_xlsx.export(Sheet("Proef", ("a", "b", "c", "d", "e"), (formulas,), (9,) * 5)))
    assert found[1] == list(formulas)
    assert types == {"s"}


def test_xlsx_says_what_csv_says() -> None:
    for sheet in (change_sheet(COMPARED), concordance_sheet(COMPARED)):
        found, _ = cells(sheet_xlsx.export(sheet))
        filled = [[cell for cell in row if cell] for row in (sheet.headings, *sheet.rows)]
        assert [[cell for cell in row if cell] for row in found] == filled


def test_a_text_longer_than_a_cell_goes_on_in_the_row_below() -> None:
    long = "lamp " * 20_000
    found, _ = cells(sheet_xlsx.export(Sheet("Proef", ("Nr.", "Tekst"), (("7", long),), (6, 60))))
    assert [row[0] for row in found[1:]] == ["7"] * 4
    assert "".join(row[1] for row in found[1:]) == long
    assert max(len(row[1]) for row in found) <= 32_767


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet = change_sheet(COMPARED)
    assert sheet_xlsx.export(sheet) == sheet_xlsx.export(sheet)
    assert sheet_csv.export(sheet) == sheet_csv.export(sheet)
