"""`export-table` and `import-table`: a table to a file and back, and what fits nothing said first."""

import base64
import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from corpus.exporters import transposition_columns as columns
from wetgeving.bootstrap import shipped_dossiers

from .conftest import Run

Ask = Callable[..., Any]
ACT = "VOORBEELD-1-vuurverordening"
NAME = f"FICTIEVE-VOORBEELDTEKST-transponeringstabel_{ACT}"
KEYS = {"act", "format", "media_type", "file", "content", "authentic"}


@pytest.fixture(autouse=True)
def _stored(ask: Ask) -> None:
    ask("load", str(next(d for d in shipped_dossiers() if d.name == "VOORBEELD-1")))


def test_a_table_goes_to_a_file_that_says_what_it_is(ask: Ask, run: Run, tmp_path: Path) -> None:
    made = ask("export-table", ACT, "--as", "docx", "--output", str(tmp_path))
    assert set(made) == KEYS
    assert made["file"] == str(tmp_path / f"{NAME}.docx")
    assert (tmp_path / f"{NAME}.docx").read_bytes()[:2] == b"PK"
    assert (made["content"], made["authentic"]) == (None, False)
    refused = run("export-table", ACT, "--as", "csv", "--output", str(tmp_path / "tabel.csv"))
    assert refused.exit_code == 5
    assert "FICTIEVE-VOORBEELDTEKST" in refused.stderr


def test_without_a_file_it_goes_to_standard_output(ask: Ask, run: Run) -> None:
    told = ask("export-table", ACT, "--as", "csv")
    written = run("export-table", ACT, "--as", "csv").stdout_bytes
    assert base64.b64decode(told["content"]) == written
    rows = list(csv.DictReader(StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert list(rows[0])[:4] == list(columns.OFFICIAL)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_went_out_is_known_when_it_comes_back(ask: Ask, tmp_path: Path, form: str) -> None:
    ask("export-table", ACT, "--as", form, "--output", str(tmp_path))
    told = ask("import-table", ACT, str(tmp_path / f"{NAME}.{form}"))
    assert (told["stored"], told["added"], told["left"]) == (False, [], [])
    assert told["known"]


def test_a_table_is_only_kept_when_that_is_confirmed_with_a_reason(
    ask: Ask, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "tabel.csv"
    file.write_text(
        "EU-bepaling;nationale bepaling\nartikel 3, lid 1;artikel 4, eerste lid\nartikel 99;artikel 5\n",
        encoding="utf-8",
    )
    told = ask("import-table", ACT, str(file))
    assert (len(told["added"]), [item["row"] for item in told["left"]]) == (1, [3])
    assert told["left"][0]["why"].startswith("De EU-bepaling staat niet in de tekst van de handeling")
    assert run("import-table", ACT, str(file), "--confirm").exit_code == 5
    stored = ask("import-table", ACT, str(file), "--confirm", "--reason", "tabel van een ander")
    assert (stored["stored"], stored["added"]) == (True, told["added"])
    again = ask("import-table", ACT, str(file))
    assert (again["added"], again["known"]) == ([], stored["added"])
    assert "1 claims opgenomen" not in run("import-table", ACT, str(file)).stdout


def test_what_is_no_table_and_what_is_no_file_are_refused_by_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("naam;bedrag\njan;3\n", encoding="utf-8")
    assert run("import-table", ACT, str(file)).exit_code == 4
    assert run("import-table", ACT, str(tmp_path / "niets.csv")).exit_code == 5
    assert run("export-table", "32099R0001", "--as", "csv").exit_code == 3
