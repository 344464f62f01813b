"""Every fixture file, read and set next to its expected outline (`<name>.expected.txt`), reviewed by hand."""

from pathlib import Path

import pytest

from corpus.readers import READERS, recognise
from tests.corpus.readers.outline import outline

_FIXTURES = Path(__file__).parent / "fixtures"
_FOLDERS = {reader.name.replace("-", "_"): _FIXTURES / reader.name.replace("-", "_") for reader in READERS}
_FILES = sorted(
    path
    for folder in _FOLDERS.values()
    for path in folder.glob("*")
    if not path.name.endswith(".expected.txt") and path.name != "README.md"
)


def _expected(path: Path) -> Path:
    return path.with_name(f"{path.stem}.expected.txt")


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_reads_as_its_outline_says(path: Path) -> None:
    reader = recognise(path.read_bytes())
    assert reader.name == path.parent.name.replace("_", "-")
    assert outline(reader.read(path.read_bytes())) == _expected(path).read_text(encoding="utf-8")


def test_there_are_fixtures_for_every_reader() -> None:
    assert {path.parent.name for path in _FILES} == set(_FOLDERS)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_equal_bytes_give_equal_readings(path: Path) -> None:
    source = path.read_bytes()
    assert recognise(source).read(source) == recognise(source).read(source)
