"""The limits as settings: read from the environment, documented, and in force wherever a file is read."""

import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.errors import WetgevingError
from corpus.limits import Limits, in_force
from wetgeving.bootstrap import Application
from wetgeving.cli import main
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings

DOCUMENT = (Path(__file__).parents[1] / "docs" / "cli.md").read_text(encoding="utf-8")
NAMES = {
    "WETGEVING_MAX_FILE_MB": Limits(file_bytes=7_000_000),
    "WETGEVING_MAX_UNPACKED_MB": Limits(unpacked_bytes=7_000_000),
    "WETGEVING_MAX_DEPTH": Limits(depth=7),
    "WETGEVING_MAX_SECONDS": Limits(seconds=7),
}
LAW = "Wet op de tuinen (Tuinwet)\n\nArtikel 1\n\n"
DEEP = f"<ANNEX><CONTENTS>{'<GR.SEQ>' * 50}<P>Diep.</P>{'</GR.SEQ>' * 50}</CONTENTS></ANNEX>".encode()


def limits(**environment: str) -> Limits:
    return Settings.from_environment({"WETGEVING_HOME": "/huis", **environment}).limits


def test_without_settings_the_limits_are_the_defaults() -> None:
    assert limits() == limits(WETGEVING_MAX_DEPTH="") == Limits()


@pytest.mark.parametrize(("name", "expected"), NAMES.items(), ids=NAMES)
def test_each_limit_has_a_setting_of_its_own(name: str, expected: Limits) -> None:
    assert limits(**{name: "7"}) == expected


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", ["0", "-1", "veel", "1.5", "٣", "1e3", "9" * 5_000])
def test_a_value_that_is_no_limit_is_refused_by_the_name_of_its_setting(name: str, value: str) -> None:
    with pytest.raises(InvalidValueError, match=rf"Plaats: {name}\. Schrijf een heel getal van 1") as caught:
        limits(**{name: value})
    assert len(str(caught.value)) < 200


def test_no_depth_is_promised_that_the_parser_does_not_read() -> None:
    assert limits(WETGEVING_MAX_DEPTH="256").depth == 256
    with pytest.raises(InvalidValueError, match="van 1 tot en met 256"):
        limits(WETGEVING_MAX_DEPTH="257")


def test_the_defaults_are_documented() -> None:
    rows = dict(re.findall(r"^\| `(WETGEVING_MAX_\w+)` \|.*\| (\d+) \|$", DOCUMENT, re.MULTILINE))
    assert limits(**rows) == Limits()
    assert rows.keys() == NAMES.keys()


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    environment = {"WETGEVING_HOME": str(tmp_path / "huis"), "WETGEVING_MAX_DEPTH": "40"}
    running = Application(Settings.from_environment(environment))
    running.database.migrate()
    yield running
    running.close()


def test_an_installation_holds_to_its_limits_in_every_thread(application: Application) -> None:
    refused: list[str] = []

    def take_in() -> None:
        with application.unit_of_work() as services, pytest.raises(WetgevingError) as caught:
            services.ingesting.ingest(DEEP, "diep.xml", "test", Statement(work="DIEP"))
        refused.append(caught.value.remedy)

    take_in()
    thread = threading.Thread(target=take_in)
    thread.start()
    thread.join()
    assert refused == ["De grens is 40 niveaus."] * 2
    with application.reading() as services, pytest.raises(WetgevingError, match="40 niveaus"):
        services.proposing.propose(DEEP, "diep.xml")
    assert in_force() == Limits()


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Call `wetgeving` in an installation that takes one megabyte a file."""
    monkeypatch.setenv("WETGEVING_HOME", str(tmp_path / "huis"))
    monkeypatch.setenv("WETGEVING_MAX_FILE_MB", "1")
    return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "map"
    made.mkdir()
    (made / "groot.txt").write_text(LAW + "haag " * 200_001, encoding="utf-8")
    (made / "klein.txt").write_text(LAW + "Er is een haag.", encoding="utf-8")
    return made


COMMANDS = [
    ("read", "groot.txt"),
    ("read", "--report", "."),
    ("compare", "klein.txt", "groot.txt"),
    ("ingest", "groot.txt", "--work", "TUIN"),
    ("ingest", "--bulk", "."),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_that_reads_a_file_holds_to_the_limit(
    run: Run, folder: Path, command: tuple[str, ...]
) -> None:
    found = run(*(folder / part if part == "." or "." in part else part for part in command))
    assert "too-large" in found.output or "De grens is 1000000 bytes." in found.output
    assert found.exit_code == (0 if "--report" in command else 4)


def test_a_command_with_a_limit_that_is_none_says_so(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WETGEVING_MAX_FILE_MB", "honderd")
    found = run("read", folder / "klein.txt")
    assert (found.exit_code, found.stdout) == (5, "")
    assert "honderd" in found.stderr
    assert "WETGEVING_MAX_FILE_MB" in found.stderr
