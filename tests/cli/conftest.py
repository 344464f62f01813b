"""Running the real command in an installation of its own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from wetgeving.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `wetgeving` with arguments, in a fresh `WETGEVING_HOME`."""
    monkeypatch.setenv("WETGEVING_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("INDEX_URL", raising=False)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, list(arguments), catch_exceptions=False)

    return call


@pytest.fixture
def ask(run: Run) -> Callable[..., Any]:
    """Call `wetgeving` with `--format json` and give the parsed answer."""

    def call(*arguments: str) -> Any:
        result = run(*arguments, "--format", "json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return call


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    """A small fictional law in a file."""
    file = tmp_path / "lamp.txt"
    file.write_text(
        "Wet op de lampen (Lampenwet)\n\nArtikel 1. Lampen\n\n1. Een lamp brandt bij nacht.\n\n"
        "2. Een lamp dooft bij dag.\n",
        encoding="utf-8",
    )
    return file


@pytest.fixture
def changed(tmp_path: Path, lamp: Path) -> Path:
    """The same law with one word changed."""
    file = tmp_path / "lamp-2.txt"
    file.write_text(lamp.read_text(encoding="utf-8").replace("bij nacht", "bij mist"), encoding="utf-8")
    return file
