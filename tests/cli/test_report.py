"""The read report of a folder: what each reader made of its files, and what was refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

LAW = "Wet op de lampen\n\nArtikel 1\n\n1. Een lamp brandt.\n\n2. Een lamp dooft.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two laws, one of them deeper down, an empty file and a picture."""
    files = tmp_path / "bestanden"
    (files / "onder").mkdir(parents=True)
    (files / "a.txt").write_text(LAW, encoding="utf-8")
    (files / "onder" / "b.txt").write_text(LAW, encoding="utf-8")
    (files / "leeg.xml").write_bytes(b"")
    (files / "foto.xml").write_bytes(b"\xff\xd8\xff\xe0JFIF")
    return files


def test_a_report_counts_per_reader_and_per_refusal(ask: Callable[..., Any], folder: Path) -> None:
    report = ask("read", "--report", str(folder))
    (plain,) = report["formats"]
    assert (report["files"], plain["reader"], plain["files"], plain["provisions"]) == (4, "plain-text", 2, 8)
    assert plain["guessed"] == {"kind-from-title": 2}
    assert report["refused"] == {"empty": 1, "unknown-format": 1}


def test_the_report_is_a_page_that_can_be_committed(run: Run, folder: Path) -> None:
    page = run("read", "--report", str(folder)).stdout
    assert "| plain-text | 2 | 8 | 28 | - | kind-from-title 2 |" in page
    assert "| empty | 1 |" in page
