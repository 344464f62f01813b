"""What a reader sees on the pages of a PDF and what not; what is joined, what is left, what is refused."""

from pathlib import Path

import pytest

from corpus.errors import EncryptedError, NoTextError, NotWellFormedError, WetgevingError
from corpus.pdf_text import pages
from corpus.provision import walk
from corpus.readers import read
from corpus.readers.pdf_layout import rows
from corpus.readers.pdf_lines import paragraphs

from .made_files import at, pdf

REFUSED_FILES = Path(__file__).parent / "refused"
FIXTURES = Path(__file__).parent / "fixtures" / "pdf"
COVER = "0 g 60 690 400 30 re f\n"
WHITE_SHEET = "1 g 0 0 595 842 re f\n"
HIDDEN = {
    "invisible letters": at("geheim", 700, manner="3 Tr 0 g"),
    "white letters on white paper": at("geheim", 700, manner="0 Tr 1 g"),
    "white letters on a white sheet": WHITE_SHEET + at("geheim", 700, manner="0 Tr 1 g"),
    "letters below a black bar": at("geheim", 700) + COVER,
    "letters outside the page": at("geheim", 700, x=700),
    "letters above the page": at("geheim", 900),
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=HIDDEN.keys())
def test_what_nobody_sees_is_left_out_by_rule(hidden: str) -> None:
    reading = read(pdf(hidden + at("Artikel 1", 800) + at("Er is een hek.", 650)))
    assert [p.text for p in reading.provisions] == ["Er is een hek."]
    assert [(d.rule, d.text) for d in reading.dropped] == [("hidden-text", "geheim")]


def test_white_letters_on_a_dark_bar_are_seen() -> None:
    bar = COVER + at("Er is een hek.", 700, manner="0 Tr 1 g")
    reading = read(pdf(at("Artikel 1", 800) + bar))
    assert [p.text for p in reading.provisions] == ["Er is een hek."]


def _lines(*printed: str) -> list[str]:
    page = "".join(at(line, 800 - 14 * number) for number, line in enumerate(printed))
    return [line.text for line in paragraphs(rows(list(pages(pdf(page))))).lines]


LONG = "Een hek langs een weg die door een dorp loopt is nooit hoger dan een"
JOINING = {
    "a full line goes on": ([LONG, "meter en een half."], [f"{LONG} meter en een half."]),
    "a new lid does not": ([LONG, "2. Een haag ook."], [LONG, "2. Een haag ook."]),
    "a heading does not": ([LONG, "Artikel 2"], [LONG, "Artikel 2"]),
    "a short line does not go on": ([LONG, "meter.", "Een haag."], [f"{LONG} meter.", "Een haag."]),
    "a broken word that stands whole elsewhere": (
        ["De waterschouw is in mei.", f"{LONG} water-", "schouw."],
        ["De waterschouw is in mei.", f"{LONG} waterschouw."],
    ),
    "a word that elsewhere keeps its hyphen": (
        ["De water-schouw is in mei.", f"{LONG} water-", "schouw."],
        ["De water-schouw is in mei.", f"{LONG} water-schouw."],
    ),
    "a broken word met nowhere else is left": ([f"{LONG} land-", "meter."], [f"{LONG} land- meter."]),
}


@pytest.mark.parametrize(("printed", "joined"), JOINING.values(), ids=JOINING.keys())
def test_lines_are_joined_only_when_they_go_on(printed: list[str], joined: list[str]) -> None:
    assert _lines(*printed) == joined


def test_columns_are_read_one_after_the_other() -> None:
    def column(x: int, word: str) -> list[str]:
        return [at(f"{word} regel {n} van de kolom vol met tekst", 700 - 14 * n, x=x) for n in range(8)]

    left, right = column(60, "linker"), column(310, "rechter")
    mixed = "".join(a + b for a, b in zip(left, right, strict=True))
    title = at("Een titel die over de hele breedte van de bladzijde loopt en dus over beide kolommen", 740)
    found = [row.text.split()[0] for row in rows(list(pages(pdf(title + mixed))))]
    assert found == ["Een", *["linker"] * 8, *["rechter"] * 8]


def test_what_comes_back_at_the_edge_of_each_page_is_left_out_and_what_comes_back_inside_is_not() -> None:
    def page(number: int) -> str:
        body = at(f"Artikel {number}", 700) + at("Er is een hek.", 686)
        return at("Hekwet, ontwerp", 810) + body + at(str(number), 30, x=300)

    reading = read(pdf(page(1), page(2), page(3)))
    assert [(p.num, p.text) for p in reading.provisions] == [
        (f"Artikel {number}", "Er is een hek.") for number in (1, 2, 3)
    ]
    assert [d.rule for d in reading.dropped] == ["running-head", "page-number"] * 3


def test_the_account_says_once_that_the_structure_is_a_guess() -> None:
    reading = read((FIXTURES / "slotenwet-reportlab-synthetisch.pdf").read_bytes())
    assert [g.rule for g in reading.guessed if g.rule.startswith("structure")] == ["structure-from-pdf"]
    assert any(
        "waterschouw en na een aanzegging van de land- meter." in p.text for p in walk(reading.provisions)
    )


SCAN = pdf("0.9 g 10 10 500 800 re f\n")
LAYER = pdf(at("Artikel 1", 800, manner="3 Tr 0 g"))
REFUSED: dict[str, tuple[bytes, type[WetgevingError]]] = {
    "a scan": (SCAN, NoTextError),
    "a scan with an invisible layer": (LAYER, NoTextError),
    "no pages": (pdf(), NotWellFormedError),
    "half a file": (b"%PDF-1.4\n1 0 obj\n<<", NotWellFormedError),
    "a password": ((REFUSED_FILES / "versleuteld-reportlab-synthetisch.pdf").read_bytes(), EncryptedError),
}


@pytest.mark.parametrize(("source", "error"), REFUSED.values(), ids=REFUSED.keys())
def test_a_pdf_that_cannot_be_read_is_refused_by_name(source: bytes, error: type[WetgevingError]) -> None:
    with pytest.raises(error):
        read(source)
