"""What the outline of a toestand does not show: links, marks, notes, dates, and the refusals."""

from datetime import date
from pathlib import Path

import pytest

from corpus.errors import ErrorDocumentError, NoLawError, NotWellFormedError
from corpus.provision import Link, Mark, Note, Provision, walk
from corpus.readers import read
from corpus.reading import Identifier, Reading, WorkKind

FIXTURE = Path(__file__).parent / "fixtures" / "bwb_toestand" / "tuinwet.xml"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(FIXTURE.read_bytes())


def at(reading: Reading, eid: str) -> Provision:
    return next(p for p in walk(reading.provisions) if p.eid == eid)


def test_the_file_says_what_it_is(reading: Reading) -> None:
    assert reading.kind is WorkKind.ACT
    assert reading.identifiers == (Identifier("bwb", "BWBR9999901"),)
    assert (reading.short_title, reading.in_force_on, reading.stage) == (
        "Tuinwet",
        date(2091, 3, 1),
        "consolidated",
    )


def test_references_are_kept_as_found(reading: Reading) -> None:
    second = at(reading, "art_1-1__point_n2")
    assert [(x.scheme, x.target, second.text[x.start : x.end]) for x in second.links] == [
        ("jci", "jci1.3:c:BWBR9999901&artikel=2", "artikel 2"),
        ("celex", "32099R0001", "verordening (EU) 2099/1"),
    ]


def test_italics_and_subscript_are_marks_over_the_text(reading: Reading) -> None:
    assert at(reading, "art_1-1__point_n1").marks == (Mark(0, 4, "italic"),)
    assert at(reading, "art_2__para_1__point_b").marks == (Mark(10, 11, "subscript"),)


def test_the_editor_is_a_note_at_the_place_where_he_spoke(reading: Reading) -> None:
    lid = at(reading, "art_2__para_1")
    assert lid.text == "De tuinman betaalt € 6 per tuin."
    assert lid.notes == (Note(22, "extra", "Per 1 januari 2092: € 7"),)


def test_an_image_that_is_not_in_the_file_is_a_note(reading: Reading) -> None:
    assert [n.text for n in at(reading, "att_1").notes] == ["model-1.png"]


def test_the_source_id_status_and_date_of_a_provision_are_kept(reading: Reading) -> None:
    article = at(reading, "art_1-1")
    assert (article.source_id, article.status, article.in_force_on) == ("5", "", date(2091, 3, 1))
    assert at(reading, "art_2").status == "nogniet"


def test_an_unknown_element_is_kept_as_text_and_reported(reading: Reading) -> None:
    assert at(reading, "art_4").text == "1 tuin = 2 bedden"
    assert [(g.rule, g.eid, g.detail) for g in reading.guessed] == [
        ("unknown-element", "art_4", "formuleblok")
    ]


def in_a_cell(content: str) -> Reading:
    row = f"<row><entry><al>Haag</al></entry><entry>{content}</entry></row>"
    article = f"<artikel><table><tgroup><tbody>{row}</tbody></tgroup></table></artikel>"
    law = f"<wetgeving><wet-besluit><wettekst>{article}</wettekst></wet-besluit></wetgeving>"
    return read(f"<toestand>{law}</toestand>".encode())


def test_references_marks_and_notes_in_a_cell_stand_at_their_place_in_the_row() -> None:
    words = (
        "Zie <intref doc='jci1.3:c:B'>artikel 2</intref>, <sup>1</sup><redactie type='x'>nog niet</redactie>"
    )
    item = "<lijst><li><li.nr>a.</li.nr><al>een <nadruk type='cur'>heg</nadruk></al></li></lijst>"
    row = in_a_cell(f"<al>{words}</al>{item}").provisions[0]
    assert row.text == "Haag\tZie artikel 2, 1 a. een heg"
    assert row.links == (Link(9, 18, "jci", "jci1.3:c:B"),)
    assert row.marks == (Mark(20, 21, "superscript"), Mark(29, 32, "italic"))
    assert row.notes == (Note(21, "x", "nog niet"),)


def test_an_unknown_element_in_a_cell_is_reported() -> None:
    found = in_a_cell("<raadsel>een</raadsel>")
    assert found.provisions[0].text == "Haag\teen"
    assert [(g.rule, g.eid, g.detail) for g in found.guessed] == [("unknown-element", "art_n1", "raadsel")]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        (b'<toestand bwb-id="B"><wetgeving>', NotWellFormedError),
        (b'<toestand bwb-id="B"/>', ErrorDocumentError),
        (b'<toestand bwb-id="B"><wetgeving><intitule>Wet</intitule></wetgeving></toestand>', NoLawError),
        (b"<error><msg>Geen elementen gevonden</msg></error>", ErrorDocumentError),
    ],
)
def test_what_holds_no_law_is_refused_by_name(source: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(source)
