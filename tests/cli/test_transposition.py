"""`table`, `gaps`, `claim` and `review-claim`: what they answer in words and as JSON, what they refuse."""

from collections.abc import Callable
from typing import Any

import pytest
from click.testing import Result

from wetgeving.bootstrap import shipped_dossiers

FIRE = "VOORBEELD-1-vuurverordening"


@pytest.fixture(autouse=True)
def _the_dossiers(run: Callable[..., Result]) -> None:
    for folder in shipped_dossiers():
        assert run("load", str(folder)).exit_code == 0


def test_the_gap_of_the_example_is_named_and_closed_by_a_claim(
    ask: Callable[..., Any], run: Callable[..., Result]
) -> None:
    assert [row["label"] for row in ask("gaps", "VOORBEELD-1")["rows"]] == ["artikel 10, derde lid"]
    assert "Hiaat: VOORBEELD-1-vuurverordening, artikel 10, derde lid" in run("gaps", "VOORBEELD-1").stdout
    said = ("--national", "artikel 6a, derde lid", "--reason", "amendement nr. 8")
    claim = ask("claim", FIRE, "artikel 10, lid 3", *said)
    assert (claim["claimant"], claim["verdict"], claim["relation"]) == ("editor", "proposed", "executes")
    reviewed = run("review-claim", FIRE, claim["id"], "confirmed", "--reason", "gelezen")
    assert reviewed.stdout == "artikel 10, derde lid: bevestigd\n"
    assert ask("gaps", "VOORBEELD-1")["rows"] == []


def test_the_real_dossier_says_how_many_articles_nobody_looked_at(
    ask: Callable[..., Any], run: Callable[..., Result]
) -> None:
    table = ask("table", "32024R1356")
    assert table["counts"]["articles"]["not_examined"] == 24
    (row,) = (row for row in table["rows"] if row["eu"]["eid"] == "art_10")
    assert [(c["claimant"], c["certainty"]) for c in row["claims"]] == [("dossier-fact", "C1")]
    printed = run("table", "32024R1356").stdout
    assert "artikel 10: voorgesteld  het toezichtmechanisme" in printed
    assert "artikel 11: open, nog niet onderzocht" in printed
    assert "0 opnieuw te beoordelen, 24 open (waarvan 24 nog niet onderzocht)." in printed


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (("table", "32099R0001"), 3),
        (("table", "VOORBEELD-1-lantaarnwet"), 3),
        (("gaps", "99999"), 3),
        (("claim", FIRE, "artikel 99", "--national", "artikel 5", "--reason", "x"), 5),
        (("claim", FIRE, "artikel 3", "--national", "artikel 5", "--reason", " "), 5),
        (("review-claim", FIRE, "t-onbekend", "confirmed", "--reason", "x"), 3),
    ],
)
def test_what_is_not_there_or_does_not_fit_is_refused(
    run: Callable[..., Result], arguments: tuple[str, ...], exit_code: int
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (exit_code, "")
    assert result.stderr.startswith("Fout: ")


@pytest.mark.parametrize(
    ("celex", "key"), [("32090R9001", FIRE), ("32090L9002", "VOORBEELD-1-seinrichtlijn")]
)
def test_a_table_is_asked_by_celex_number_or_by_key(ask: Callable[..., Any], celex: str, key: str) -> None:
    assert ask("table", celex) == ask("table", key)
