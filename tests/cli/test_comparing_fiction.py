"""An example is never compared with a real text: not as a version, not as a file, in neither order."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

REAL, FICTION = "LAMP@consolidated-2091-01-01", "FICTIE@consolidated-2091-01-01"


@pytest.fixture
def sides(ask: Callable[..., Any], lamp: Path, tmp_path: Path) -> dict[str, str]:
    """A real and a fictional text, each as a version and as a file."""
    ask("ingest", str(lamp), "--work", "LAMP", "--stage", "consolidated", "--in-force", "2091-01-01")
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    named = dossier / "FICTIEVE-VOORBEELDTEKST-lamp.txt"
    named.write_bytes(lamp.read_bytes())
    (dossier / "manifest.toml").write_text(
        'number = "F-1"\nfictional = true\n[[work]]\nkey = "FICTIE"\nkind = "act"\n[[work.version]]\n'
        f'file = "{named.name}"\nstage = "consolidated"\nin_force_on = 2091-01-01\n',
        encoding="utf-8",
    )
    ask("load", str(dossier))
    says_so = tmp_path / "lamp-2.txt"
    says_so.write_text("FICTIEVE VOORBEELDTEKST. " + lamp.read_text(encoding="utf-8"), encoding="utf-8")
    return {
        "real version": REAL,
        "real file": str(lamp),
        "fiction version": FICTION,
        "fiction by name": str(named),
        "fiction by text": str(says_so),
    }


@pytest.mark.parametrize("real", ["real version", "real file"])
@pytest.mark.parametrize("fiction", ["fiction version", "fiction by name", "fiction by text"])
def test_fiction_beside_a_real_text_is_refused(
    run: Run, sides: dict[str, str], real: str, fiction: str
) -> None:
    for pair in ((sides[real], sides[fiction]), (sides[fiction], sides[real])):
        result = run("compare", *pair, "--format", "json")
        assert result.exit_code == 5
        assert '"code": "fictional-comparison"' in result.stderr


@pytest.mark.parametrize(
    "pair",
    [
        ("real version", "real file"),
        ("fiction version", "fiction by name"),
        ("fiction by name", "fiction by text"),
    ],
)
def test_two_of_a_kind_are_compared(run: Run, sides: dict[str, str], pair: tuple[str, str]) -> None:
    assert run("compare", *(sides[name] for name in pair)).exit_code == 0
