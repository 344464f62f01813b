"""The table of proposals: what the answer says against what text and memorandum show."""

from dataclasses import replace

import pytest

from corpus.follow_up.proposing import Evidence, propose
from corpus.follow_up.values import About, Opvolging, Unkept
from corpus.opinion import Asked, Certainty, Outcome

from .written import POINT

MEMO, TEXT, AGAIN = Asked.MEMORANDUM, Asked.TEXT, Asked.RECONSIDER
YES, NO, UNKNOWN = True, False, None
ADOPTED, PARTLY, NOT, OPEN = Opvolging.ADOPTED, Opvolging.PARTLY, Opvolging.NOT_ADOPTED, Opvolging.UNDECIDED

TABLE = (
    # said, asked, text changed, memorandum changed, proposed
    (Outcome.FOLLOWED, (TEXT,), YES, NO, ADOPTED),
    (Outcome.FOLLOWED, (TEXT,), NO, YES, OPEN),
    (Outcome.FOLLOWED, (TEXT,), NO, NO, OPEN),
    (Outcome.FOLLOWED, (MEMO,), NO, YES, ADOPTED),
    (Outcome.FOLLOWED, (MEMO,), YES, NO, OPEN),
    (Outcome.FOLLOWED, (MEMO,), YES, UNKNOWN, OPEN),
    (Outcome.FOLLOWED, (MEMO, TEXT), YES, YES, ADOPTED),
    (Outcome.FOLLOWED, (MEMO, TEXT), YES, NO, OPEN),
    (Outcome.FOLLOWED, (AGAIN,), YES, NO, ADOPTED),
    (Outcome.FOLLOWED, (AGAIN,), NO, NO, OPEN),
    (Outcome.FOLLOWED, (Asked.UNKNOWN,), NO, YES, ADOPTED),
    (Outcome.FOLLOWED, (TEXT,), UNKNOWN, UNKNOWN, ADOPTED),
    (Outcome.PARTLY, (TEXT,), YES, NO, PARTLY),
    (Outcome.PARTLY, (MEMO, AGAIN), NO, YES, PARTLY),
    (Outcome.PARTLY, (TEXT,), NO, NO, OPEN),
    (Outcome.PARTLY, (TEXT,), UNKNOWN, UNKNOWN, PARTLY),
    (Outcome.NOT_FOLLOWED, (TEXT,), NO, NO, NOT),
    (Outcome.NOT_FOLLOWED, (TEXT,), NO, YES, NOT),
    (Outcome.NOT_FOLLOWED, (TEXT,), YES, NO, OPEN),
    (Outcome.NOT_FOLLOWED, (TEXT,), UNKNOWN, UNKNOWN, NOT),
    (Outcome.UNKNOWN, (TEXT,), YES, YES, OPEN),
    (Outcome.UNKNOWN, (MEMO,), NO, NO, OPEN),
)


@pytest.mark.parametrize(("said", "asked", "text", "memorandum", "expected"), TABLE)
def test_what_is_said_and_what_is_shown_together_decide(
    said: Outcome, asked: tuple[Asked, ...], text: bool | None, memorandum: bool | None, expected: Opvolging
) -> None:
    point = replace(POINT, outcome=said, asks=asked, response="Zo is besloten. Daarvoor is een goede reden.")
    proposed = propose(point, Evidence(text, memorandum))
    assert proposed.outcome is expected
    assert proposed.reason.endswith((".", "»"))


def test_either_of_two_requests_is_enough_when_the_advice_says_or() -> None:
    text = "De Afdeling adviseert artikel 1 aan te vullen of in de toelichting te zeggen waarom niet."
    point = replace(POINT, text=text, asks=(MEMO, TEXT))
    assert propose(point, Evidence(text=False, memorandum=True)).outcome is ADOPTED


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [(Outcome.NO_RESPONSE, Opvolging.NO_RESPONSE), (Outcome.NO_REPORT, Opvolging.NO_REPORT)],
)
def test_no_answer_and_no_report_are_different_things(outcome: Outcome, expected: Opvolging) -> None:
    point = replace(POINT, response=None, outcome=outcome)
    assert propose(point, Evidence(text=False, memorandum=False)).outcome is expected


def test_words_of_nobody_are_no_absence_of_an_answer() -> None:
    point = replace(POINT, response=None, outcome=Outcome.NO_RESPONSE, undecided="Dat is anders.")
    assert propose(point, Evidence(text=True, memorandum=True)).outcome is OPEN


def test_a_refusal_without_a_reason_is_not_reasoned() -> None:
    point = replace(POINT, outcome=Outcome.NOT_FOLLOWED, response="Het advies is niet gevolgd.")
    assert propose(point, Evidence(text=False, memorandum=False)).outcome is OPEN


def test_an_unsure_split_proposes_nothing() -> None:
    point = replace(POINT, certainty=Certainty.UNSURE, reason="een zin is voor een deel cursief")
    assert propose(point, Evidence(text=True, memorandum=True)).outcome is OPEN


def test_a_provision_that_went_away_overtakes_the_point_when_the_answer_says_so() -> None:
    point = replace(POINT, response="Het advies is gevolgd. Artikel 1 is vervallen. Daarmee is het opgelost.")
    gone = Evidence(text=True, memorandum=False, gone=True)
    assert propose(point, gone).outcome is Opvolging.OVERTAKEN
    assert propose(replace(point, asks=(Asked.REFRAIN,)), gone).outcome is ADOPTED


def test_a_promise_of_which_nothing_is_found_keeps_the_machine_from_saying_adopted() -> None:
    missing = Unkept("1", "Artikel 9 is aangevuld.", About.TEXT, "het voorstel: artikel 9")
    proposed = propose(POINT, Evidence(text=True, memorandum=True, unkept=(missing,)))
    assert proposed.outcome is OPEN
    assert "Artikel 9 is aangevuld." in proposed.reason
