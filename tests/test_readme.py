"""The README is true: its commands run, in its order, and its two make targets exist."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from wetgeving.bootstrap import Application
from wetgeving.cli import main
from wetgeving.cli.serving import prepare_shipped
from wetgeving.settings import Settings

REPOSITORY = Path(__file__).parents[1]
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^ +wetgeving (.+)$", README, re.MULTILINE)
TOESTAND = REPOSITORY / "tests" / "corpus" / "readers" / "fixtures" / "bwb_toestand" / "tuinwet.xml"
CONCEPT = "Wet op de lampen (Lampenwet)\n\nArtikel 1\n\n1. Een lamp brandt.\n\n2. Een lamp dooft bij dag.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the README speaks of, and the installation that `make run` makes."""
    monkeypatch.setenv("WETGEVING_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    prepared = Application(Settings.from_environment())
    prepared.database.migrate()
    prepare_shipped(prepared)
    prepared.close()
    shutil.copy(TOESTAND, tmp_path / "BWBR0011823_2019-02-27.xml")
    (tmp_path / "concept.txt").write_text(CONCEPT, encoding="utf-8")
    (tmp_path / "concept-2.txt").write_text(CONCEPT.replace("dag", "mist"), encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_every_command_in_the_readme_runs() -> None:
    assert len(COMMANDS) >= 12
    for command in COMMANDS:
        result = CliRunner().invoke(main, shlex.split(command), catch_exceptions=False)
        assert result.exit_code == 0, f"{command}\n{result.output}"
        assert result.stdout.strip(), command


@pytest.mark.parametrize("target", ["run", "test"])
def test_the_two_make_targets_exist(target: str) -> None:
    assert f"make {target}" in README
    make = shutil.which("make")
    assert make is not None
    result = subprocess.run([make, "-n", target], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_every_file_the_readme_points_at_exists() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (REPOSITORY / target).exists(), target
