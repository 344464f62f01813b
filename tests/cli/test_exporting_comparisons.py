"""`wetgeving export-comparison`: a comparison in every form, on standard output, in a file or in a folder."""

import base64
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.exporters.comparison_forms import FORMS

from .conftest import Run
from .test_documented import ROWS

Ask = Callable[..., Any]
OLD, NEW = "LAMP@consolidated-2091-01-01", "LAMP@consolidated-2092-01-01"


@pytest.fixture
def stored(ask: Ask, lamp: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text(lamp.read_text(encoding="utf-8") + "\nArtikel 9\n\nNieuw.\n", encoding="utf-8")
    for file, day in ((lamp, "2091-01-01"), (later, "2092-01-01")):
        ask("ingest", str(file), "--work", "LAMP", "--stage", "consolidated", "--in-force", day)


@pytest.mark.usefixtures("stored")
def test_a_folder_gets_a_file_of_each_form_under_its_own_name(ask: Ask, run: Run, tmp_path: Path) -> None:
    for form in FORMS.values():
        answer = ask("export-comparison", OLD, NEW, "--as", form.name, "--output", str(tmp_path))
        file = Path(answer["file"])
        assert file.name == f"{OLD}_{NEW}.{form.ending}"
        assert (answer["content"], answer["byte_count"]) == (None, file.stat().st_size)
        printed = run("export-comparison", OLD, NEW, "--as", form.name)
        assert (printed.exit_code, printed.stdout_bytes) == (0, file.read_bytes())
        inline = ask("export-comparison", OLD, NEW, "--as", form.name)
        assert base64.b64decode(inline["content"]) == file.read_bytes()
        assert not [key for key in inline if not re.search(rf"\b{key}\b", ROWS["export-comparison"])]


@pytest.mark.usefixtures("stored")
def test_what_was_given_is_not_swapped_and_the_answer_says_so(run: Run) -> None:
    result = run("export-comparison", NEW, OLD, "--as", "html")
    assert "niets omgewisseld" in result.stderr
    assert "de tekst die hier oud heet is de nieuwere" in result.stdout
    assert re.search(r"<del>[^<]*Nieuw\.", result.stdout)


@pytest.mark.usefixtures("stored")
def test_json_is_what_compare_prints(run: Run) -> None:
    exported = run("export-comparison", OLD, NEW, "--as", "json")
    assert exported.stdout == run("compare", OLD, NEW, "--format", "json").stdout


@pytest.mark.usefixtures("stored")
def test_what_cannot_be_exported_has_its_exit_code(run: Run) -> None:
    assert run("export-comparison", OLD, "WEG@draft-unknown", "--as", "html").exit_code == 3
    assert run("export-comparison", OLD, NEW, "--as", "doc").exit_code == 2
