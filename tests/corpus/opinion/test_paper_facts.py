"""Tables of masthead and opening lines: which number, day, minister and kind they print."""

from datetime import date

import pytest

from corpus.opinion import OpinionKind, opinion_of
from corpus.opinion.lines import Line
from corpus.opinion.paper_facts import (
    dates_of,
    kind_of,
    ministry_code,
    ministry_of,
    missive_of,
    number_of,
    section_of,
)
from corpus.reading import Reading, WorkKind

NUMBERS = [
    ("No.W99.25.00165/II", "W99.25.00165/II", "W99", "II"),
    ("No. W99.01.0456/1", "W99.01.0456/1", "W99", "I"),
    ("W 99.91.00011/III", "W99.91.00011/III", "W99", "III"),
    ("No.W99.91.00015/II/K", "W99.91.00015/II/K", "W99", "II"),
    ("No.W99.91.00017/IV/Vo", "W99.91.00017/IV/Vo", "W99", "IV"),
    ("Kenmerk: W99.91.00017", "", "", ""),
    ("Kamerstukken 99", "", "", ""),
]
MISSIVES = [
    ("Bij Kabinetsmissive van 4 juli 2091, no.2091001527, heeft", "2091001527", date(2091, 7, 4)),
    ("Bij missive van 1 juni 2092, nr. VOORBEELD/missive-1, heeft", "VOORBEELD/missive-1", date(2092, 6, 1)),
    ("Blijkens de mededeling van de Directeur van Uw kabinet van 4 juli 2091, nr. 2091001528, machtigde",
     "2091001528", date(2091, 7, 4)),
    ("Bij brief van 3 maart 2091 heeft de Voorzitter", "", date(2091, 3, 3)),
    ("Bij brief van 31 februari 2091 heeft de Voorzitter", "", None),
]  # fmt: skip
ADOPTED = [
    ("het advies van de Afdeling advisering van de Raad van State d.d. 4 maart 2091", True, date(2091, 3, 4)),
    ("Dit advies, gedateerd 22 oktober 2091, nr. W99.91.00165/II, bied ik U hierbij aan.", True,
     date(2091, 10, 22)),
    ("'s-Gravenhage, 6 februari 2091", False, date(2091, 2, 6)),
    ("'s-Gravenhage, 6 februari 2091", True, None),
    ("Datum advies: 7 februari 2091", True, date(2091, 2, 7)),
    ("De wet treedt in werking op 1 mei 2091.", False, None),
]  # fmt: skip
MINISTRIES = [
    ("heeft Uwe Majesteit, op voordracht van de Minister van Water, bij de Afdeling", "Minister van Water"),
    (
        "is op voordracht van de Minister van Bijen en Bloemen bij de Afdeling",
        "Minister van Bijen en Bloemen",
    ),
    ("op voordracht van Onze Minister van Licht, bij", "Minister van Licht"),
    ("heeft Uwe Majesteit bij de Afdeling aanhangig gemaakt", ""),
]
KINDS = [
    ("Advies Afdeling advisering Raad van State", OpinionKind.OPINION),
    ("Advies Afdeling advisering Raad van State en nader rapport", OpinionKind.WITH_REPORT),
    (
        "De tekst van het advies treft u hieronder cursief aan, voorzien van mijn reactie.",
        OpinionKind.WITH_REPORT,
    ),
    ("Advies en reactie van de initiatiefnemer", OpinionKind.WITH_REACTION),
    ("Voorlichting van de Afdeling advisering", OpinionKind.GUIDANCE),
    ("Ongevraagd advies van de Afdeling advisering", OpinionKind.UNASKED),
    ("De adviesaanvraag is bij brief ingetrokken.", OpinionKind.WITHDRAWN),
    ("De Afdeling wacht op het nader rapport.", OpinionKind.OPINION),
]


def _lines(text: str) -> tuple[Line, ...]:
    return (Line(text, eid="dvs_n1"),)


def _reading(title: str = "") -> Reading:
    return Reading("test", 1, "text/plain", WorkKind.OPINION, (), title=title)


@pytest.mark.parametrize(("text", "number", "code", "section"), NUMBERS)
def test_the_number_says_section_and_code(text: str, number: str, code: str, section: str) -> None:
    found = number_of(_reading(), _lines(text))
    assert (found, ministry_code(found), section_of(found)) == (number, code, section)


@pytest.mark.parametrize(("text", "missive", "pending"), MISSIVES)
def test_the_missive_has_a_number_and_a_day(text: str, missive: str, pending: date | None) -> None:
    assert missive_of(_lines(text)) == missive
    assert dates_of(_lines(text), is_answered=False).pending == pending


@pytest.mark.parametrize(("text", "is_answered", "adopted"), ADOPTED)
def test_a_day_of_adoption_is_one_that_the_words_say(
    text: str, is_answered: bool, adopted: date | None
) -> None:
    assert dates_of(_lines(text), is_answered=is_answered).adopted == adopted


@pytest.mark.parametrize(("text", "ministry"), MINISTRIES)
def test_a_ministry_is_one_that_is_named(text: str, ministry: str) -> None:
    assert ministry_of(_lines(text)) == ministry


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_paper_says_of_which_kind_it_is(text: str, kind: OpinionKind) -> None:
    assert kind_of(_reading(), _lines(text)) is kind


def test_a_paper_without_text_has_no_points_and_no_dictum() -> None:
    opinion = opinion_of(_reading("Advies Afdeling advisering"))
    assert (opinion.points, opinion.dictum.wording, opinion.number) == ((), "", "")
