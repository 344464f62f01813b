"""`wetgeving report`: the progress report on the screen, as JSON and as a file."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wetgeving.bootstrap import shipped_dossiers

from .conftest import Run

STAMP = "FICTIEVE-VOORBEELDTEKST"


@pytest.fixture
def loaded(run: Run) -> Run:
    """An installation with the example dossier."""
    folder = next(f for f in shipped_dossiers() if f.name == "VOORBEELD-1")
    assert run("load", str(folder)).exit_code == 0
    return run


def test_the_report_is_told_in_words(loaded: Run) -> None:
    told = loaded("report", "VOORBEELD-1", "--since", "2093-01-01", "--on", "2093-09-15")
    assert told.exit_code == 0
    assert "[FICTIEVE VOORBEELDTEKST]" in told.stdout
    assert "[datum verstreken]" in told.stdout
    assert "voorgesteld, door niemand bevestigd" in told.stdout


def test_the_report_as_json_has_the_documented_keys(loaded: Run, ask: Callable[..., Any]) -> None:
    told = ask("report", "VOORBEELD-1", "--since", "2093-01-01", "--on", "2093-09-15")
    document = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    row = next(line for line in document.splitlines() if line.startswith("| `report "))
    keys = {*told, *told["actors"][0], *told["actors"][0]["commitments"][0], *told["happened"][0]}
    assert [key for key in keys if key not in row] == []
    printed = loaded("report", "VOORBEELD-1", "--since", "2093-01-01", "--on", "2093-09-15", "--as", "json")
    assert json.loads(printed.stdout) == told


def test_a_file_in_a_folder_gets_its_own_name_and_is_the_same_every_time(loaded: Run, tmp_path: Path) -> None:
    arguments = ("report", "VOORBEELD-1", "--since", "2093-01-01", "--on", "2093-09-15", "--as", "docx")
    assert loaded(*arguments, "--output", str(tmp_path)).exit_code == 0
    file = tmp_path / f"{STAMP}-voortgang_VOORBEELD-1_sinds-2093-01-01.docx"
    first = file.read_bytes()
    assert zipfile.ZipFile(file).testzip() is None
    assert loaded(*arguments, "--output", str(tmp_path)).exit_code == 0
    assert file.read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("BESTAATNIET", "--since", "2093-01-01"), 3),
        (("VOORBEELD-1", "--since", "2093-01-01", "--output", "verslag.docx"), 5),
        (("VOORBEELD-1", "--since", "gisteren"), 2),
        (("VOORBEELD-1",), 2),
    ],
)
def test_what_cannot_be_is_refused_with_an_exit_code(
    loaded: Run, arguments: tuple[str, ...], code: int
) -> None:
    assert loaded("report", *arguments).exit_code == code
