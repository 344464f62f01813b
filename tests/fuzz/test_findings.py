"""Every input that once broke a reader, and new ones: read or refused by name, never a crash."""

from pathlib import Path

import pytest

from fuzz.campaign import fuzz, fuzz_in_parallel
from fuzz.verdict import deadline, outcome

FINDINGS = sorted((Path(__file__).parent / "findings").glob("*"))


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_what_broke_a_reader_once_is_now_read_or_refused(path: Path) -> None:
    with deadline():
        assert outcome(path.read_bytes())


def test_two_thousand_broken_files_give_a_reading_or_a_named_error() -> None:
    found = fuzz("2026", inputs=2000, seconds=120)
    assert found.findings == []
    assert found.inputs == 2000


def test_every_process_has_inputs_of_its_own_and_the_same_seed_makes_the_same() -> None:
    once, again = (fuzz_in_parallel(7, inputs=201, seconds=60, processes=2) for _ in range(2))
    halves = [fuzz(f"7/{number}", inputs=100 + number, seconds=60) for number in range(2)]
    assert once == again
    assert once.inputs == 201
    assert once.outcomes == halves[0].outcomes + halves[1].outcomes
    assert halves[0].outcomes != halves[1].outcomes
