"""The register of opinions on the command line, and an editor's word on a point."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from wetgeving.bootstrap import shipped_dossiers

from .conftest import Run
from .test_documented import ROWS

KEY = "VOORBEELD-1-advies@with-response-2092-10-20"
Ask = Callable[..., Any]


def _folder(number: str) -> str:
    return str(next(Path(f) for f in shipped_dossiers() if f.name == number))


def test_the_register_lists_what_is_known_and_invents_no_points(ask: Ask, run: Run) -> None:
    ask("load", _folder("36871"))
    (entry,) = ask("opinions", "--dossier", "36871", "--dictum", "B", "--year", "2025")
    assert entry["number"] == "W03.25.00165/II"
    assert entry["dates"]["adopted"]["day"] == "2025-10-22"
    assert (entry["dictum"]["letter"], entry["dictum"]["wording"]) == ("B", None)
    assert (entry["text_available"], entry["opvolging"]["points"]) == (False, 0)
    assert ask("opinions", "--dictum", "3") == []
    assert ask("opinions", "--outcome", "adopted") == []
    assert [key for key in entry if key not in ROWS["opinions"]] == []
    line = run("opinions").stdout
    assert "W03.25.00165/II  2025-10-22  tekst niet opgenomen  formule niet gezien (dictum B)" in line


def test_a_judgement_stands_and_the_proposal_stays_beside_it(ask: Ask, run: Run) -> None:
    ask("load", _folder("VOORBEELD-1"))
    said = ask("judge-opinion", KEY, "3", "adopted", "--reason", "blz. 4")
    assert (said["outcome"], said["proposed"]["outcome"]) == ("adopted", "partly")
    assert said["judged"]["reason"] == "blz. 4"
    assert [key for key in said if key not in ROWS["judge-opinion"]] == []
    (entry,) = ask("opinions", "--ministry", "Minister van Licht")
    assert entry["opvolging"]["confirmed"] == {"adopted": 1}
    assert entry["authentic"] is False
    assert "[fictief, telt niet mee]" in run("opinions").stdout


def test_a_point_that_is_not_there_is_refused(ask: Ask, run: Run) -> None:
    ask("load", _folder("VOORBEELD-1"))
    assert run("judge-opinion", KEY, "99", "adopted", "--reason", "r").exit_code == 3
    assert run("judge-opinion", KEY, "3", "undecided", "--reason", "r").exit_code == 2
    assert run("judge-opinion", KEY, "3", "adopted", "--reason", " ").exit_code == 5
