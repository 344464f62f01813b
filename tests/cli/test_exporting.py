"""`wetgeving export`: a version as Akoma Ntoso, on standard output, in a file or in a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.readers import read

from .conftest import Run

Ask = Callable[..., Any]
KEY = "LAMP@consolidated-2091-01-01"


@pytest.fixture
def stored(ask: Ask, lamp: Path) -> None:
    ask("ingest", str(lamp), "--work", "LAMP", "--stage", "consolidated", "--in-force", "2091-01-01")


@pytest.fixture
def fictional(ask: Ask, lamp: Path, tmp_path: Path) -> str:
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "lamp.txt").write_bytes(lamp.read_bytes())
    (dossier / "manifest.toml").write_text(
        'number = "F-1"\nfictional = true\n[[work]]\nkey = "FICTIE"\n[[work.version]]\nfile = "lamp.txt"\n'
        'stage = "consolidated"\nin_force_on = 2091-01-01\n',
        encoding="utf-8",
    )
    ask("load", str(dossier))
    return "FICTIE@consolidated-2091-01-01"


@pytest.mark.usefixtures("stored")
def test_what_is_exported_reads_as_what_is_stored(ask: Ask, run: Run, lamp: Path) -> None:
    result = run("export", KEY, "--as", "akoma-ntoso")
    assert result.exit_code == 0
    assert read(result.stdout.encode()).provisions == read(lamp.read_bytes()).provisions
    answer = ask("export", KEY, "--as", "akoma-ntoso")
    assert (answer["file"], answer["content"].strip()) == (None, result.stdout.strip())


@pytest.mark.usefixtures("stored")
def test_a_folder_gets_a_file_named_after_the_version(ask: Ask, tmp_path: Path) -> None:
    answer = ask("export", KEY, "--as", "akoma-ntoso", "--output", str(tmp_path))
    assert answer["file"] == str(tmp_path / f"{KEY}.akn.xml")
    assert (answer["content"], answer["byte_count"]) == (None, Path(answer["file"]).stat().st_size)
    named = tmp_path / "eigen-naam.xml"
    ask("export", KEY, "--as", "akoma-ntoso", "--output", str(named))
    assert named.read_bytes() == Path(answer["file"]).read_bytes()


def test_a_fictional_text_says_so_in_its_name_and_in_itself(
    ask: Ask, run: Run, fictional: str, tmp_path: Path
) -> None:
    refused = run("export", fictional, "--as", "akoma-ntoso", "--output", str(tmp_path / "wet.xml"))
    assert (refused.exit_code, "fictieve" in refused.stderr) == (5, True)
    assert not (tmp_path / "wet.xml").exists()
    file = Path(ask("export", fictional, "--as", "akoma-ntoso", "--output", str(tmp_path))["file"])
    assert file.name.startswith("FICTIEVE-VOORBEELDTEKST-")
    preface, _, _ = file.read_text(encoding="utf-8").partition("<body")
    assert preface.count("FICTIEVE VOORBEELDTEKST") == 2
    assert [(d.rule, d.text) for d in read(file.read_bytes()).dropped] == [
        ("fictional-label", "FICTIEVE VOORBEELDTEKST")
    ]


@pytest.mark.usefixtures("stored")
def test_what_cannot_be_exported_has_its_exit_code(run: Run, tmp_path: Path) -> None:
    assert run("export", "WEG@draft-unknown", "--as", "akoma-ntoso").exit_code == 3
    assert run("export", KEY, "--as", "docx").exit_code == 2
    nowhere = run("export", KEY, "--as", "akoma-ntoso", "--output", str(tmp_path / "geen" / "map.xml"))
    assert (nowhere.exit_code, "worden geschreven" in nowhere.stderr) == (5, True)
