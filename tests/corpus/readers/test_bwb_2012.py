"""Files of 2012: what the outline does not show, and the two generations of BWB XML giving one text."""

import re
from pathlib import Path

import pytest

from corpus.errors import ErrorDocumentError, NoLawError, NotWellFormedError
from corpus.numbering import bare_number
from corpus.provision import Note, Provision, ProvisionKind, articles, walk
from corpus.readers import read
from corpus.reading import Identifier, Reading, WorkKind

FIXTURE = Path(__file__).parent / "fixtures" / "bwb_2012" / "tuinwet.xml"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(FIXTURE.read_bytes())


def at(reading: Reading, eid: str) -> Provision:
    return next(p for p in walk(reading.provisions) if p.eid == eid)


def test_the_file_says_what_it_is_and_states_no_date(reading: Reading) -> None:
    assert (reading.reader, reading.kind, reading.stage) == ("bwb-2012", WorkKind.ACT, "consolidated")
    assert reading.identifiers == (Identifier("bwb", "BWBR9999902"),)
    assert (reading.in_force_on, reading.as_known_on, reading.document_date) == (None, None, None)


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Wet van 2 februari 2081 tot herziening (Tuinwet 2081)", "Tuinwet 2081"),
        ("Wet van 2 februari 2081 tot wijziging van de Tuinwet (hoogte van hekken)", ""),
        ("Tuinbesluit", ""),
    ],
)
def test_a_title_ends_in_the_citation_title_or_in_what_it_is_about(title: str, short: str) -> None:
    law = f"<wetgeving><intitule>{title}</intitule><artikel><al>Tuin.</al></artikel></wetgeving>"
    assert read(law.encode()).short_title == short


def test_a_wrapped_line_is_one_line(reading: Reading) -> None:
    assert at(reading, "art_1__para_1").text == (
        "In deze wet wordt verstaan onder:\n– tuin: grond met planten, bedoeld in artikel 2;"
    )


def test_new_law_stands_below_its_instruction_and_not_among_the_articles(reading: Reading) -> None:
    point = at(reading, "art_III__point_C")
    assert point.text == "Artikel 4 van de Hagenwet komt te luiden:"
    assert [child.kind for child in point.children] == [ProvisionKind.MOD]
    assert [a.num for a in articles(reading.provisions)] == ["Artikel 1", "Artikel 2", "Artikel III"]


def test_an_amendment_without_instruction_is_the_law_of_the_act_itself(reading: Reading) -> None:
    assert at(reading, "art_III__point_A__para_1").text == "Een hek van voor 2080 mag blijven."
    assert at(reading, "art_III__point_B").heading == "Verval"
    assert {g.rule for g in reading.guessed} == {"amendment-without-instruction"}


def test_the_editor_and_images_are_notes(reading: Reading) -> None:
    assert at(reading, "art_2").notes == (Note(7, "extra", "Red.: of een haag"),)
    assert at(reading, "att_n1__dvs_1__slot").notes == (Note(5, "image", "http://voorbeeld.invalid/3"),)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (b"<wetgeving bwb-id='B'><intitule>Wet</intitule></wetgeving>", NoLawError),
        (b"<wetgeving><intitule>Wet</intitule><artikel>", NotWellFormedError),
        (b"<?xml version='1.0'?>\n<error><msg>Geen elementen gevonden</msg></error>", ErrorDocumentError),
    ],
)
def test_what_holds_no_law_is_refused(source: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(source)


AGREEMENT = [
    ("BWBR0002458", "BWBR0002458/BWBR0002458_2012-01-01_0.xml", 50, set[str]()),
    ("BWBR0002629", "BWBR0002629/BWBR0002629_2012-10-01_1.xml", 146, {"8a"}),
]


@pytest.mark.parametrize(("act", "toestand", "equal", "differ"), AGREEMENT, ids=[row[0] for row in AGREEMENT])
def test_two_generations_of_files_give_one_text(
    samples: Path, act: str, toestand: str, equal: int, differ: set[str]
) -> None:
    old = _letters(read((samples / "bwb-legacy-2012" / f"{act}.xml").read_bytes()))
    new = _letters(read((samples / "bwb-toestand" / toestand).read_bytes()))
    common = set(old) & set(new)
    assert {number for number in common if old[number] != new[number]} == differ
    assert len(common - differ) == equal


def _letters(reading: Reading) -> dict[str, str]:
    """Per article number its whole text without punctuation, case and spaces."""
    return {
        bare_number(article.num): re.sub(r"[\W_]", "", article.full_text()).lower()
        for article in articles(reading.provisions)
    }
