"""Sheets from anyone: what stands in a cell is read, formulas are not believed, hostile files are refused."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import WetgevingError
from corpus.exporters import sheet_csv, sheet_xlsx
from corpus.exporters.sheets import Sheet
from corpus.worksheets import SheetRow, Worksheet, read
from corpus.worksheets.worksheet import plain

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Type="x" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
)
WORKBOOK = f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets>%s</sheets></workbook>'
SHOWN = '<sheet name="Tabel" sheetId="1" r:id="rId1"/>'
HIDDEN = '<sheet name="Geheim" sheetId="2" state="hidden" r:id="rId2"/>'


def xlsx(
    rows: str, *, strings: str = "", after: str = "", sheets: str = SHOWN, more: Mapping[str, str] = {}
) -> bytes:
    """A workbook of one sheet, as small as it can be."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", WORKBOOK % sheets)
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        if strings:
            archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{S}">{strings}</sst>')
        sheet = f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData>{after}</worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for name, content in more.items():
            archive.writestr(name, content)
    return held.getvalue()


def said(text: str, place: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def only(source: bytes) -> Worksheet:
    (sheet,) = read(source)
    return sheet


def cells(source: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in only(source).rows]


def test_cells_are_read_by_their_place_and_rows_keep_their_number() -> None:
    rows = f'<row r="3">{said("a", "A3")}{said("c", "C3")}</row><row r="7"><c r="B7"><v>12.5</v></c></row>'
    assert only(xlsx(rows)).rows == (SheetRow(3, ("a", "", "c")), SheetRow(7, ("", "12.5")))


def test_rows_and_cells_without_a_place_follow_each_other() -> None:
    first = '<row><c t="inlineStr"><is><t>a</t></is></c><c t="b"><v>1</v></c></row>'
    rows = f"{first}<row/><row><c><v>3</v></c></row>"
    assert only(xlsx(rows)).rows == (SheetRow(1, ("a", "waar")), SheetRow(3, ("3",)))


def test_shared_strings_join_their_runs_and_leave_out_how_they_sound() -> None:
    strings = "<si><r><t>arti</t></r><r><t>kel 1</t></r><rPh><t>AA</t></rPh></si><si><t>_x0041_b</t></si>"
    rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    assert cells(xlsx(rows, strings=strings)) == [("artikel 1", "Ab")]


def test_a_merged_cell_stands_in_every_row_it_spans() -> None:
    rows = "".join(f'<row r="{k}">{said(t, f"B{k}")}</row>' for k, t in ((2, "x"), (3, "y"), (4, "z")))
    rows = rows.replace("</row>", f"{said('artikel 1', 'A2')}</row>", 1)
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="onzin"/></mergeCells>'
    assert cells(xlsx(rows, after=merged)) == [("artikel 1", "x"), ("artikel 1", "y"), ("", "z")]


def test_a_formula_and_an_error_are_no_text_and_are_named() -> None:
    rows = (
        f'<row r="2">{said("a", "A2")}<c r="B2" t="str"><f>WEBSERVICE("x")</f><v>gelezen</v></c>'
        '<c r="C2" t="e"><v>#REF!</v></c></row>'
    )
    sheet = only(xlsx(rows))
    assert sheet.rows == (SheetRow(2, ("a",)),)
    assert [(d.row, d.column, d.why) for d in sheet.doubts] == [
        (2, 2, "een formule"),
        (2, 3, "een foutwaarde"),
    ]


def test_a_hidden_sheet_is_not_read() -> None:
    more = {"xl/worksheets/sheet2.xml": f'<worksheet xmlns="{S}"><sheetData/></worksheet>'}
    assert [
        s.name for s in read(xlsx(f"<row>{said('a', 'A1')}</row>", sheets=SHOWN + HIDDEN, more=more))
    ] == ["Tabel"]


def test_csv_is_read_with_the_separator_of_its_first_line() -> None:
    for separator in ";\t,":
        line = separator.join(["EU-bepaling", '"a;b,c\td"', "'=x", "'s Lands"])
        assert cells(f"{line}\r\n\r\n".encode("utf-8-sig")) == [("EU-bepaling", "a;b,c\td", "=x", "'s Lands")]
    assert cells("a;b\né;ë\n".encode("utf-16")) == [("a", "b"), ("é", "ë")]


ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an entity that names a file": (
        lambda: _with_sheet(f'{ENTITY}<worksheet xmlns="{S}">&x;</worksheet>'),
        "not-well-formed",
    ),
    "an archive that swells": (lambda: xlsx(f"<row>{said('a' * 20_000_000, 'A1')}</row>"), "too-large"),
    "unpacked beyond the limit": (lambda: _with_sheet("<a/>" + " " * 41_000_000), "too-large"),
    "more rows than a table has": (lambda: xlsx("<row/>" * 5_001), "too-large"),
    "a column that no table has": (lambda: xlsx(f"<row>{said('a', 'XFD1')}</row>"), "too-large"),
    "a cell without end": (lambda: xlsx(f"<row>{said(_noise(50_000), 'A1')}</row>"), "too-large"),
    "a text that is not there": (lambda: xlsx('<row><c t="s"><v>9</v></c></row>'), "not-well-formed"),
    "a text by a negative number": (lambda: xlsx('<row><c t="s"><v>-1</v></c></row>'), "not-well-formed"),
    "macros": (lambda: xlsx("<row/>", more={"xl/vbaProject.bin": "x"}), "macro"),
    "another archive": (lambda: _zipped({"inhoud.txt": "x"}), "unknown-format"),
    "half an archive": (lambda: xlsx("<row/>")[:200], "not-well-formed"),
    "no sheet": (lambda: xlsx("<row/>", sheets=""), "empty"),
    "an empty sheet": (lambda: xlsx("<row/>"), "empty"),
    "an empty file": (lambda: b"", "empty"),
    "more sheets than anyone makes": (lambda: xlsx("<row/>", sheets=SHOWN * 21), "too-large"),
    "more than ten megabytes": (lambda: b"a;b\n" * 2_600_000, "too-large"),
    "CSV of too many lines": (lambda: b"a;b\n" * 5_001, "too-large"),
    "CSV with a quote that never closes": (lambda: b'a;"b\n', "not-well-formed"),
    "CSV with a cell without end": (lambda: b"a;" + b"x" * 200_000, "not-well-formed"),
    "bytes of no encoding": (lambda: b"a;\xff\xfe\xfa", "undecodable"),
}


def _noise(length: int) -> str:
    return "".join(chr(97 + (k * k + k // 7) % 26) for k in range(length))


def _zipped(parts: dict[str, str]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def _with_sheet(sheet: str) -> bytes:
    return _zipped(
        {
            "xl/workbook.xml": WORKBOOK % SHOWN,
            "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_sheet_is_refused_by_name(name: str) -> None:
    make, code = HOSTILE[name]
    with pytest.raises(WetgevingError) as refused:
        read(make())
    assert refused.value.code == code
    assert refused.value.remedy


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n=+-@';,\""),
    max_size=30,
)
ROWS = st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=1, max_size=4)


@given(ROWS)
def test_what_we_write_reads_back(rows: list[list[str]]) -> None:
    headings = ("Een", "Twee", "Drie")
    sheet = Sheet("Proef", headings, tuple(map(tuple, rows)), (9, 9, 9))
    wanted = [[plain(c) for c in row] for row in rows]
    for source in (sheet_xlsx.export(sheet), sheet_csv.export(sheet)):
        found = [[*c, "", "", ""][:3] for c in cells(source)]
        assert found == [[*headings], *(row for row in wanted if any(row))]
