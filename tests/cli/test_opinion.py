"""`wetgeving opinion`: the keys of its answer, the text for people, and the refusal."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import corpus.dossiers

PAPER = (
    Path(next(iter(corpus.dossiers.__path__)))
    / "VOORBEELD-1"
    / "FICTIEVE-VOORBEELDTEKST-advies-en-nader-rapport.xml"
)
POINT = ["number", "heading", "text", "points", "response", "outcome", "certainty"]


@pytest.fixture
def answer(ask: Callable[..., Any]) -> Any:
    return ask("opinion", str(PAPER))


def test_the_answer_has_these_keys_and_no_other(answer: Any) -> None:
    assert list(answer) == ["number", "missive", "dates", "dictum", "points", "further_changes"]
    assert list(answer["dates"]) == ["pending", "adopted", "published", "nader_rapport"]
    assert list(answer["dictum"]) == ["letter", "rank", "system", "wording", "where"]
    assert all(list(point) == POINT for point in (*answer["points"], *answer["points"][1]["points"]))


def test_what_is_not_printed_is_null(answer: Any) -> None:
    assert answer["dates"]["published"] is None
    assert answer["dictum"]["rank"] is None
    assert answer["points"][6]["points"][1]["response"] is None


def test_a_person_reads_the_dictum_first_and_the_letter_second(run: Callable[..., Result]) -> None:
    printed = run("opinion", str(PAPER)).stdout.splitlines()
    [dictum] = [line for line in printed if line.startswith("dictum: ")]
    assert dictum.startswith("dictum: De Afdeling advisering")
    assert dictum.endswith("(A-D: B; dvs_n3)")
    assert "  reactie: niet gevonden (geen reactie aangetroffen)" in printed


def test_a_law_is_no_opinion(run: Callable[..., Result], lamp: Path) -> None:
    result = run("opinion", str(lamp), "--format", "json")
    assert result.exit_code == 4
    assert json.loads(result.stderr)["error"]["code"] == "no-opinion"
