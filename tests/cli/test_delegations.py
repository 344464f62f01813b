"""Delegation on the command line: the ledger, the grounds of a rule, and a word on a candidate."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wetgeving.bootstrap import shipped_dossiers

from .conftest import Run
from .test_documented import ROWS

ACT = "VOORBEELD-1-lantaarnwet@consolidated-2094-01-01"
RULE = "VOORBEELD-1-regeling@consolidated-2094-02-01"
Ask = Callable[..., Any]


@pytest.fixture(autouse=True)
def _the_example(ask: Ask) -> None:
    ask("load", str(next(Path(f) for f in shipped_dossiers() if f.name == "VOORBEELD-1")))


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


def _undocumented(command: str, value: object) -> list[str]:
    return sorted({key for key in _keys(value) if not re.search(rf"\b{key}\b", ROWS[command])})


def test_the_ledger_tells_duty_level_and_what_uses_it(ask: Ask) -> None:
    found = ask("delegations", ACT)
    assert found["authentic"] is False
    rows = {row["label"]: row for row in found["delegations"]}
    met, unmet = rows["artikel 18, derde lid"], rows["artikel 29, derde lid"]
    assert (met["force"], met["level"], met["subdelegation"]) == ("duty", "ministerial-regulation", False)
    assert RULE in [use["rule"]["version"] for use in met["used_by"]]
    assert (unmet["state"], unmet["used_by"]) == ("unmet", [])
    assert _undocumented("delegations", found) == []


def test_the_grounds_of_a_rule_lead_to_the_delegations_there(ask: Ask) -> None:
    found = ask("delegations", RULE, "--grounds")
    assert [g["ground"]["place"] for g in found["grounds"]] == [
        "artikel 18, derde lid",
        "artikel 59, tweede lid",
    ]
    assert [g["delegations"][0]["force"] for g in found["grounds"]] == ["duty", "power"]
    assert _undocumented("delegations", found) == []


def test_a_word_on_a_candidate_is_kept(ask: Ask) -> None:
    subject = ask("delegations", ACT)["candidates"][0]["subject"]
    said = ask("judge-delegation", ACT, subject, "right", "--reason", "nagegaan bij het ministerie")
    assert said["judged"]["verdict"] == "right"
    assert _undocumented("judge-delegation", dict.fromkeys(said)) == []
    assert ask("delegations", ACT)["candidates"][0]["judged"]["reason"] == "nagegaan bij het ministerie"


def test_people_read_lines_with_a_count_at_the_end(run: Run) -> None:
    lines = run("delegations", ACT).stdout.splitlines()
    assert "artikel 29, derde lid  moet  ministerial-regulation  plicht zonder regeling" in lines
    assert lines[-1] == "11 delegaties: 9 gebruikt, 1 plicht zonder regeling, 1 niet gebruikt"


def test_looking_ahead_to_another_work_is_refused(run: Run) -> None:
    refused = run("delegations", ACT, "--against", RULE, "--format", "json")
    assert refused.exit_code == 3
    assert json.loads(refused.stderr)["error"]["code"] == "not-found"
