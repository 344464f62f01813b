"""`wetgeving citations`: what is found in a file or a version, where, and where it leads."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def beacon(tmp_path: Path) -> Path:
    """A fictional law that refers to itself and to another."""
    file = tmp_path / "baken.txt"
    file.write_text(
        "Wet op de bakens (Bakenwet)\n\nArtikel 1. Bakens\n\n1. Een baken brandt als een lamp, bedoeld in "
        "artikel 1 van de Lampenwet.\n\n2. Het eerste lid en artikel 9 gelden niet bij mist.\n",
        encoding="utf-8",
    )
    return file


def _told(answer: Any) -> list[tuple[str, str, str, list[tuple[str, str | None]]]]:
    return [
        (a["eid"], a["text"], a["status"], [(t["id"], t["provision"]) for t in a["targets"]]) for a in answer
    ]


def test_a_file_is_read_against_what_is_stored(ask: Callable[..., Any], lamp: Path, beacon: Path) -> None:
    ask("ingest", str(lamp), "--work", "LAMP", "--in-force", "2091-01-01")
    answer = [a for a in ask("citations", str(beacon)) if a["eid"].startswith("art")]
    lid, own, missing = _told(answer)
    assert lid == ("art_1__para_1", "artikel 1 van de Lampenwet", "found", [("LAMP", "art_1")])
    assert own[:3] == ("art_1__para_2", "eerste lid", "found")
    assert own[3][0][1] == "art_1__para_1"
    assert missing[1:] == ("artikel 9", "not found", [])
    assert answer[2]["reason"] == "no-such-provision"
    assert set(answer[0]) == {"eid", "start", "end", "text", "status", "targets", "reason", "rule"}


def test_an_act_that_is_not_stored_is_not_found(ask: Callable[..., Any], beacon: Path) -> None:
    first = next(a for a in ask("citations", str(beacon)) if a["eid"] == "art_1__para_1")
    assert (first["text"], first["status"], first["reason"]) == (
        "artikel 1 van de Lampenwet",
        "not found",
        "unknown-act",
    )


def test_a_stored_version_is_read_too(ask: Callable[..., Any], beacon: Path) -> None:
    ask("ingest", str(beacon), "--work", "BAKEN", "--in-force", "2091-01-01")
    found = _told(ask("citations", "BAKEN@unspecified-2091-01-01"))
    assert found[-2] == ("art_1__para_2", "eerste lid", "found", [("BAKEN", "art_1__para_1")])
