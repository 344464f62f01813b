"""The dictum: every wording of the table found in running text, and none in sentences that look like one."""

import tomllib
from pathlib import Path

import pytest

from corpus.opinion.dictum import instrument_of, verdict_in, verdicts_in
from corpus.opinion.dictum_wordings import WORDINGS
from corpus.opinion.lines import Line
from corpus.opinion.values import System

CASES = tomllib.loads(Path(__file__).with_name("dictum_cases.toml").read_text(encoding="utf-8"))
FOUND = [(case["grade"], case["instrument"], case["sentence"]) for case in CASES["found"]]
LOOK_ALIKES = [(case["why"], case["sentence"]) for case in CASES["look_alike"]]
BEFORE = "De Afdeling verwijst naar de bijlage."
AFTER = "De vice-president van de Raad van State,"


def _line(text: str) -> Line:
    return Line(text, eid="dvs_n1")


@pytest.mark.parametrize(("grade", "instrument", "sentence"), FOUND, ids=range(len(FOUND)))
def test_a_printed_dictum_is_read_as_what_it_says(grade: str, instrument: str, sentence: str) -> None:
    row = verdict_in(sentence)
    assert row is not None
    assert (row.grade, instrument_of(sentence, row)) == (grade, instrument)
    assert (row.system is System.LETTERS) == grade.isalpha()


@pytest.mark.parametrize("sentence", [s for _, _, s in FOUND], ids=range(len(FOUND)))
def test_it_is_found_in_running_text_with_its_printed_sentence(sentence: str) -> None:
    stopped = sentence if sentence.endswith(".") else f"{sentence}."
    found = list(verdicts_in([_line(f"{BEFORE} {stopped} {AFTER}")]))
    assert [verdict.wording for _, verdict in found] == [stopped]
    assert found[0][1].where == "dvs_n1"


@pytest.mark.parametrize(("why", "sentence"), LOOK_ALIKES, ids=[why for why, _ in LOOK_ALIKES])
def test_a_sentence_that_looks_like_a_dictum_is_none(why: str, sentence: str) -> None:
    assert list(verdicts_in([_line(f"{BEFORE} {sentence} {AFTER}")])) == []


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(FOUND) >= 40
    assert len(LOOK_ALIKES) >= 40
    assert {grade for grade, _, _ in FOUND} == {row.grade for row in WORDINGS}


def test_a_sentence_broken_over_lines_is_one_sentence() -> None:
    words = FOUND[3][2]
    cut = words.index("rekening")
    lines = [_line(words[:cut].rstrip()), _line(words[cut:])]
    found = list(verdicts_in(lines))
    assert [(at, verdict.letter) for at, verdict in found] == [(0, "B")]


def test_a_line_that_ends_with_a_stop_is_not_joined_to_the_next() -> None:
    lines = [_line("De Afdeling heeft een aantal opmerkingen bij het voorstel."), _line(FOUND[3][2][60:])]
    assert list(verdicts_in(lines)) == []


def test_the_six_older_wordings_have_a_rank_and_no_letter() -> None:
    older = next(s for grade, _, s in FOUND if grade == "4")
    [(_, verdict)] = verdicts_in([_line(older)])
    assert (verdict.rank, verdict.letter, verdict.system) == (4, "", System.SIX)


def test_a_sentence_of_ten_thousand_words_is_judged_quickly() -> None:
    long = "De Afdeling heeft een aantal opmerkingen bij het voorstel en adviseert " + "om het " * 10_000
    assert verdict_in(long) is None
