"""DOCX, PDF, opinions and decision notes: no word of the file is lost, and none is made up but by a rule."""

from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from corpus.readers import read
from corpus.tracked_changes import text_before
from tests.no_lost_word import office_oracle
from tests.no_lost_word.account import accounted_words, first_difference

FIXTURES = Path(__file__).parents[1] / "corpus" / "readers" / "fixtures"
DOCX = sorted((FIXTURES / "docx").glob("*.docx"))
PDF = sorted((FIXTURES / "pdf").glob("*.pdf"))


def _name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", DOCX, ids=_name)
def test_no_word_of_a_word_file_is_lost_in_order(path: Path) -> None:
    source = path.read_bytes()
    expected = office_oracle.docx_words(source)
    kept, unexplained = office_oracle.without_numbers(accounted_words(read(source)), expected)
    assert (first_difference(expected, kept), unexplained) == ("", [])


@pytest.mark.parametrize("path", DOCX, ids=_name)
def test_the_text_before_tracked_changes_can_be_rebuilt(path: Path) -> None:
    source = path.read_bytes()
    expected = office_oracle.docx_words(source, before=True)
    found = text_before(read(source).provisions).split()
    kept, unexplained = office_oracle.without_numbers(found, expected)
    assert (first_difference(expected, kept), unexplained) == ("", [])


@pytest.mark.parametrize("path", PDF, ids=_name)
def test_no_letter_of_a_pdf_is_lost(path: Path) -> None:
    """Letters, not words: a word broken at the end of a line may be whole again, its hyphen gone."""
    document = pdfium.PdfDocument(path.read_bytes())
    printed = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    found = " ".join(accounted_words(read(path.read_bytes())))
    assert _letters(found) == _letters(printed)


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign.isalnum())


def test_no_word_of_an_opinion_is_lost_in_order() -> None:
    source = (FIXTURES / "opinion_html" / "advies-tuinwet-synthetisch.html").read_bytes()
    expected = office_oracle.opinion_words(source)
    kept, unexplained = office_oracle.without_numbers(accounted_words(read(source)), expected)
    assert (first_difference(expected, kept), unexplained) == ("", [])


def test_no_public_word_of_a_decision_note_is_lost_in_order() -> None:
    source = (FIXTURES / "decision_note" / "beslisnota-hekken-synthetisch.txt").read_bytes()
    assert first_difference(office_oracle.note_words(source), accounted_words(read(source))) == ""
