"""`search --as`: all hits as CSV or XLSX, on standard output or in a file, with what goes wrong in words."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

Ask = Callable[..., Any]
KEY = "LAMP@unspecified-2091-01-01"


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.fixture(autouse=True)
def _stored(ask: Ask, lamp: Path) -> None:
    ask("ingest", str(lamp), "--work", "LAMP", "--in-force", "2091-01-01")


def test_the_hits_go_to_standard_output_as_they_are(run: Run) -> None:
    written = run("search", "lamp", "--as", "csv")
    assert written.exit_code == 0
    rows = _rows(written.stdout_bytes)
    assert {row["Versie"] for row in rows} == {KEY}
    assert rows[0]["Adres"] == f"/regelingen/LAMP/unspecified-2091-01-01/{rows[0]['eId']}"


def test_the_hits_go_to_a_file_with_a_name_of_their_own(ask: Ask, tmp_path: Path) -> None:
    made: dict[str, Any] = ask("search", "lamp", "--as", "xlsx", "--output", str(tmp_path))
    assert made["file"] == str(tmp_path / "treffers.xlsx")
    assert (tmp_path / "treffers.xlsx").read_bytes()[:2] == b"PK"
    assert (made["format"], made["content"], made["authentic"]) == ("xlsx", None, True)


def test_a_file_with_fiction_must_say_so_in_its_name(ask: Ask, run: Run, lamp: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "lamp.txt").write_bytes(lamp.read_bytes())
    (dossier / "manifest.toml").write_text(
        'number = "F-1"\nfictional = true\n[[work]]\nkey = "FICTIE"\n[[work.version]]\nfile = "lamp.txt"\n'
        'stage = "consolidated"\nin_force_on = 2091-01-01\n',
        encoding="utf-8",
    )
    ask("load", str(dossier))
    refused = run("search", "lamp", "--examples", "--as", "csv", "--output", str(tmp_path / "lijst.csv"))
    assert (refused.exit_code, "FICTIEVE-VOORBEELDTEKST" in refused.stderr) == (5, True)
    assert not (tmp_path / "lijst.csv").exists()
    made = ask("search", "lamp", "--examples", "--as", "csv", "--output", str(tmp_path))
    assert made["file_name"] == "FICTIEVE-VOORBEELDTEKST-treffers.csv"


def test_an_output_belongs_to_a_form(run: Run) -> None:
    assert run("search", "lamp", "--output", "x").exit_code == 2
