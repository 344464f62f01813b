"""The Word file with tracked changes: accept all is the new text, reject all the old."""

import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from corpus.exporters import tracked_docx
from corpus.provision import Provision
from corpus.provision import words as words_of
from corpus.readers import read
from tests.corpus.diff.trees import amended, article, law

from .compared import exported, lamps
from .word_sides import W, accepted, body, printed, rejected

OLD, NEW = lamps()
REAL = (
    ("bwb-toestand/BWBR0043324_2020-03-31.xml", "bwb-toestand/BWBR0043324_2020-04-17.xml"),
    ("bwb-toestand/BWBR0002458/BWBR0002458_2000-11-01_0.xml",
     "bwb-toestand/BWBR0002458/BWBR0002458_2013-01-01_0.xml"),
    ("bwb-markdown-versions/BWBR0011823/BWBR0011823_2013-01-01.md",
     "bwb-markdown-versions/BWBR0011823/BWBR0011823_2014-01-01.md"),
    ("bwb-toestand/BWBR0005537_2019-11-14.xml", "bwb-toestand/BWBR0005537_2020-04-15.xml"),
    ("bwb-toestand/BWBR0011825_2019-07-01.xml", "bwb-toestand/BWBR0012002_2019-10-01.xml"),
)  # fmt: skip


def check(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> None:
    source = tracked_docx.export(exported(old, new))
    assert accepted(source) == printed(new)
    assert rejected(source) == printed(old)


@pytest.mark.parametrize("turned", [False, True])
def test_accept_all_is_the_new_text_and_reject_all_the_old(turned: bool) -> None:
    check(*((NEW, OLD) if turned else (OLD, NEW)))


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(amended())
def test_of_any_two_laws(pair: tuple[tuple[Provision, ...], tuple[Provision, ...]]) -> None:
    check(*pair)


@pytest.mark.parametrize("names", REAL, ids=lambda names: Path(names[1]).stem)
def test_of_real_laws_in_both_directions(samples: Path, names: tuple[str, str]) -> None:
    old, new = (read((samples / name).read_bytes()).provisions for name in names)
    check(old, new)
    check(new, old)


TABLES = {
    "a cell": ("a\tb\tc\nd\te\tf", "a\tb\tc\nd\tx\tf"),
    "a row in between": ("a\tb\nc\td", "a\tb\nn\tm\nc\td"),
    "the last row": ("a\tb\nc\td", "a\tb"),
    "the first row": ("a\tb\nc\td", "c\td"),
    "a column": ("a\tb\nc\td", "a\tb\tx\nc\td\ty"),
    "text around it": ("Vooraf.\na\tb\nAchteraf.", "Vooraf en nog iets.\na\tb\nc\td\nAchteraf."),
    "text becomes a table": ("Er is geen tabel.", "Er is een tabel.\na\tb"),
    "the table goes": ("Kop.\na\tb\nc\td", "Kop."),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_table_changes_by_cell_and_by_row(case: str) -> None:
    before, after = (law(article("1", text), article("2", "Slot van de wet.")) for text in TABLES[case])
    check(before, after)


def test_a_cell_that_changed_is_tracked_inside_its_cell() -> None:
    old, new = (law(article("1", f"Kop van de tabel.\nlamp\t{price}\tweek")) for price in ("vijf", "zes"))
    (row,) = body(tracked_docx.export(exported(old, new))).iter(f"{W}tr")
    cells = [{etree.QName(e).localname for e in cell.iter()} & {"ins", "del"} for cell in row.iter(f"{W}tc")]
    assert cells == [set(), {"ins", "del"}, set()]
    assert row.find(f"{W}trPr") is None


def test_a_move_leaves_from_one_named_range_and_arrives_in_its_twin() -> None:
    source = tracked_docx.export(exported(OLD, NEW))
    named: dict[str, list[str]] = {}
    for kind in ("moveFrom", "moveTo"):
        starts = list(body(source).iter(f"{W}{kind}RangeStart"))
        ends = [e.get(f"{W}id") for e in body(source).iter(f"{W}{kind}RangeEnd")]
        assert [e.get(f"{W}id") for e in starts] == ends
        named[kind] = [e.get(f"{W}name", "") for e in starts]
    assert named["moveFrom"] == named["moveTo"] == ["verplaatst1"]
    moved = ["".join(e.itertext()) for e in body(source).iter(f"{W}moveTo")]
    assert any("schriftelijk ingediend bij de inspecteur" in text for text in moved)


def test_every_change_names_the_step_and_its_day_and_has_a_number_of_its_own() -> None:
    changes = [
        e for e in body(tracked_docx.export(exported(OLD, NEW))).iter() if e.get(f"{W}author") is not None
    ]
    assert {e.get(f"{W}author") for e in changes} == {'de "nieuwe" tekst & 2092'}
    assert {(e.get(f"{W}date") or "")[:10] for e in changes} == {"2092-01-01"}
    assert max(Counter(e.get(f"{W}id") for e in changes).values()) == 1


def test_articles_and_chapters_are_headings_of_word() -> None:
    found = [
        (e.get(f"{W}val"), "".join(p.itertext()))
        for p in body(tracked_docx.export(exported(OLD, OLD))).iter(f"{W}p")
        if (e := p.find(f"{W}pPr/{W}pStyle")) is not None and "Heading" in (e.get(f"{W}val") or "")
    ]
    assert found[:3] == [
        ("Heading1", "Hoofdstuk 1. Begrippen"),
        ("Heading2", "Artikel 1. Lampen"),
        ("Heading2", "Artikel 2"),
    ]


def test_the_header_says_what_is_compared_and_a_fictional_text_is_stamped_on_every_page() -> None:
    source = tracked_docx.export(exported(OLD, NEW, fictional=True))
    archive = zipfile.ZipFile(BytesIO(source))
    headers = ["".join(etree.fromstring(archive.read(f"word/header{k}.xml")).itertext()) for k in (1, 2)]
    assert all(header.startswith("FICTIEVE VOORBEELDTEKST") for header in headers)
    assert "LAMP@consolidated-2091-01-01 → LAMP@consolidated-2092-01-01" in headers[0]
    assert "tussen deze twee ligt een andere versie" in headers[1]
    footer = "".join(etree.fromstring(archive.read("word/footer1.xml")).itertext())
    assert "niet de officiële tekst" in footer
    assert "bladzijde" in footer


def test_our_own_reader_reads_the_new_text_and_keeps_the_old_words() -> None:
    reading = read(tracked_docx.export(exported(OLD, NEW)))
    assert reading.reader == "docx"
    assert list(words_of(reading.provisions)) == list(words_of(NEW))
    assert [p.num for p in reading.provisions] == [p.num for p in NEW]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert tracked_docx.export(exported(OLD, NEW)) == tracked_docx.export(exported(OLD, NEW))


def test_equal_texts_give_a_file_without_changes() -> None:
    source = tracked_docx.export(exported(OLD, OLD))
    assert not [e for e in body(source).iter() if e.get(f"{W}author") is not None]
    assert accepted(source) == printed(OLD)
