"""Every input that once broke a reader, and new ones: read or refused by name, never a crash."""

import random
from pathlib import Path

import pytest

from fuzz.__main__ import fuzz, outcome

FINDINGS = sorted((Path(__file__).parent / "findings").glob("*"))


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_what_broke_a_reader_once_is_now_read_or_refused(path: Path) -> None:
    assert outcome(path.read_bytes())


def test_two_thousand_broken_files_give_a_reading_or_a_named_error() -> None:
    outcomes, findings = fuzz(random.Random(2026), inputs=2000, seconds=120)
    assert findings == []
    assert sum(outcomes.values()) == 2000
