"""What the outline of an opinion's page does not show: its number, its marks, and the refusals."""

from pathlib import Path

import pytest

from corpus.errors import NoLawError
from corpus.provision import Mark, walk
from corpus.readers import read
from corpus.reading import Identifier, Reading, WorkKind

FIXTURE = Path(__file__).parent / "fixtures" / "opinion_html" / "advies-tuinwet-synthetisch.html"


@pytest.fixture(scope="module")
def opinion() -> Reading:
    return read(FIXTURE.read_bytes())


def test_the_page_says_which_opinion_it_is(opinion: Reading) -> None:
    assert (opinion.kind, opinion.stage) == (WorkKind.OPINION, "published")
    assert opinion.identifiers == (Identifier("rvs", "W99.31.00001/II"),)
    assert opinion.document_date is None


def test_italics_survive(opinion: Reading) -> None:
    first = opinion.provisions[0]
    assert first.marks == (Mark(232, 239, "italic"),)
    assert first.text[232:239] == "Tuinwet"


def test_a_row_of_a_table_has_tabs(opinion: Reading) -> None:
    texts = [p.text for p in walk(opinion.provisions) if p.heading == "Gevolgen"]
    assert texts[0].split("\n")[-2:] == ["hek\tgevolg", "hoog\tschaduw"]


def test_menus_and_keywords_are_no_part_of_the_opinion(opinion: Reading) -> None:
    printed = " ".join(p.full_text() for p in opinion.provisions)
    assert "Hekken" not in printed.split()
    assert "voorbeeld" not in printed


PAGE = '<!DOCTYPE html><html><body><p class="meta-value-kenmerk">W99.31.00002/I</p>{}</body></html>'


@pytest.mark.parametrize("text", ['<a href="#volledigetekst">Tekst</a>', '<div id="volledigetekst"> </div>'])
def test_a_page_without_the_text_is_refused(text: str) -> None:
    with pytest.raises(NoLawError):
        read(PAGE.format(text).encode())
