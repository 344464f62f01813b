"""Sentence by sentence: what promises, what only aims, and what does neither."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from corpus.commitments import Rule, Sort, Sureness
from corpus.commitments.sentences import judged

SAID_ON = date(2093, 1, 22)
TABLE = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))


def _rows(name: str) -> list[tuple[str, date | None]]:
    return [(row["said"], row.get("last")) for row in TABLE[name]]


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(TABLE["promises"]) >= 40
    assert len(TABLE["neither"]) >= 40


@pytest.mark.parametrize(("said", "last"), _rows("promises"))
def test_a_promise_is_recognised_with_its_term(said: str, last: date | None) -> None:
    found = judged(said, SAID_ON)
    assert found is not None
    assert found.sort is Sort.PROMISE
    assert (found.due.last if found.due else None) == last


@pytest.mark.parametrize(("said", "last"), _rows("intentions"))
def test_an_intention_is_no_promise_and_is_named_as_what_it_is(said: str, last: date | None) -> None:
    found = judged(said, SAID_ON)
    assert found is not None
    assert found.sort is Sort.INTENTION
    assert (found.due.last if found.due else None) == last


@pytest.mark.parametrize("said", TABLE["neither"])
def test_what_neither_promises_nor_aims_is_left_alone(said: str) -> None:
    found = judged(said, SAID_ON)
    assert found is None


@pytest.mark.parametrize(
    ("said", "rule", "sureness"),
    [
        ("Ik zeg uw Kamer toe dat het brandt.", Rule.PLEDGE, Sureness.CERTAIN),
        ("Ik zal uw Kamer berichten.", Rule.FIRST_PERSON_FUTURE, Sureness.CERTAIN),
        ("Ik zal de wacht verdubbelen.", Rule.FIRST_PERSON_FUTURE, Sureness.LIKELY),
        ("Indien het stormt, zal ik de wacht verdubbelen.", Rule.FIRST_PERSON_FUTURE, Sureness.UNSURE),
        ("Uw Kamer ontvangt het stuk in mei 2093.", Rule.RECEIVES, Sureness.CERTAIN),
        ("De minister zegt toe de wacht te verdubbelen.", Rule.THIRD_PERSON_PLEDGE, Sureness.LIKELY),
    ],
)
def test_each_rule_says_how_sure_it_is(said: str, rule: Rule, sureness: Sureness) -> None:
    found = judged(said, SAID_ON)
    assert found is not None
    assert (found.rule, found.sureness) == (rule, sureness)


def test_a_condition_is_named_so_that_a_person_looks() -> None:
    found = judged("Zo nodig zal ik de regeling aanpassen.", SAID_ON)
    assert found is not None
    assert found.reason == 'Onder een voorwaarde: "Zo nodig".'


def test_a_third_person_who_promises_is_the_one_printed() -> None:
    found = judged("De Minister van Licht zegt de Kamer toe de telling over te doen.", SAID_ON)
    assert found is not None
    assert found.who == "De Minister van Licht"
