"""The opinion of the example dossier: its points and answers, with its italics and without them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import corpus.dossiers
from corpus.opinion import Asked, Certainty, NoOpinionError, Opinion, Outcome, Point, Sign, opinion_of
from corpus.provision import Provision, walk
from corpus.readers import read
from corpus.reading import Reading

FOLDER = Path(next(iter(corpus.dossiers.__path__))) / "VOORBEELD-1"
NAME = "FICTIEVE-VOORBEELDTEKST-advies-en-nader-rapport.xml"
OUTCOMES = {
    "1": Outcome.PARTLY,
    "2": Outcome.UNKNOWN,
    "2a": Outcome.FOLLOWED,
    "2b": Outcome.FOLLOWED,
    "3": Outcome.PARTLY,
    "4": Outcome.FOLLOWED,
    "5": Outcome.NOT_FOLLOWED,
    "6": Outcome.FOLLOWED,
    "7": Outcome.UNKNOWN,
    "7a": Outcome.UNKNOWN,
    "7b": Outcome.NO_RESPONSE,
}
ASKED = {
    "1": {Asked.MEMORANDUM, Asked.RECONSIDER},
    "2a": {Asked.TEXT},
    "2b": {Asked.MEMORANDUM},
    "3": {Asked.MEMORANDUM, Asked.TEXT},
    "4": {Asked.TEXT},
    "5": {Asked.TEXT},
    "6": {Asked.MEMORANDUM},
    "7a": {Asked.MEMORANDUM},
    "7b": {Asked.MEMORANDUM, Asked.TEXT},
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read((FOLDER / NAME).read_bytes())


@pytest.fixture(scope="module")
def opinion(reading: Reading) -> Opinion:
    return opinion_of(reading)


def _points(opinion: Opinion) -> dict[str, Point]:
    return {point.label: point for point in opinion.all_points()}


def _without_typography(provision: Provision) -> Provision:
    children = tuple(map(_without_typography, provision.children))
    return replace(provision, marks=(), heading_marks=(), children=children)


def test_the_facts_are_those_the_paper_prints(opinion: Opinion) -> None:
    assert (opinion.number, opinion.missive) == ("VOORBEELD/advies-1", "VOORBEELD/missive-1")
    assert (opinion.dates.pending, opinion.dates.adopted) == (date(2092, 6, 1), date(2092, 9, 3))
    assert (opinion.dates.further_report, opinion.dates.published) == (date(2092, 10, 20), None)
    assert (opinion.ministry, opinion.ministry_code) == ("Minister van Licht", "")


def test_the_dictum_is_b_with_its_sentence_and_its_place(opinion: Opinion, reading: Reading) -> None:
    where = next(p for p in walk(reading.provisions) if p.eid == opinion.dictum.where)
    assert opinion.dictum.letter == "B"
    assert opinion.dictum.wording in where.text
    assert opinion.conflicts == ()


def test_each_answer_says_what_it_says(opinion: Opinion) -> None:
    assert {label: point.outcome for label, point in _points(opinion).items()} == OUTCOMES


def test_each_point_asks_what_it_asks(opinion: Opinion) -> None:
    asked = {label: set(p.asks) for label, p in _points(opinion).items() if p.asks != (Asked.NOTHING,)}
    assert asked == ASKED


def test_only_the_last_point_has_no_answer(opinion: Opinion) -> None:
    silent = [p.label for p in opinion.all_points() if p.response is None and not p.points]
    assert silent == ["7b"]
    assert _points(opinion)["7b"].reason == "geen reactie aangetroffen"


def test_advice_and_answer_stand_in_the_provision_they_name(opinion: Opinion, reading: Reading) -> None:
    by_eid = {p.eid: p for p in walk(reading.provisions)}
    for point in opinion.all_points():
        for words, eids in ((point.text, point.eids), (point.response or "", point.response_eids)):
            printed = "\n".join(by_eid[eid].text for eid in eids)
            assert all(line in printed for line in words.split("\n"))


def test_italics_tell_who_speaks_and_a_note_is_no_speech(opinion: Opinion) -> None:
    first = _points(opinion)["1"]
    assert (first.sign, first.certainty) == (Sign.ITALICS, Certainty.CERTAIN)
    assert len(first.notes) == 1
    assert "Vergelijk overweging" not in first.text


def test_three_editorial_remarks_and_their_answer(opinion: Opinion) -> None:
    assert len(opinion.editorial.remarks) == 3
    assert opinion.editorial.response == "De drie redactionele kanttekeningen zijn verwerkt."


def test_the_further_changes_are_those_reported(opinion: Opinion) -> None:
    [passage] = opinion.further_changes
    assert "onderdeel R" in passage
    assert "artikel IV, tweede lid" in passage.replace("In artikel", "artikel")


def test_without_italics_the_split_is_the_same_and_less_sure(opinion: Opinion, reading: Reading) -> None:
    bare = opinion_of(replace(reading, provisions=tuple(map(_without_typography, reading.provisions))))
    for point, same in zip(opinion.all_points(), bare.all_points(), strict=True):
        assert (point.text, point.response) == (same.text, same.response)
        assert (same.sign, same.certainty) == (Sign.WORDING, Certainty.LIKELY)
    assert len(bare.abstentions) == 1


def test_no_other_paper_of_the_dossier_is_an_opinion() -> None:
    others = [p for p in sorted(FOLDER.iterdir()) if p.suffix in (".xml", ".html", ".txt") and p.name != NAME]
    assert len(others) > 15
    for path in others:
        with pytest.raises(NoOpinionError):
            opinion_of(read(path.read_bytes()))
