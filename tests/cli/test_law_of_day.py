"""`versions --in-force-on --known-on`: the question with two dates on the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run
from tests.services.lamp_rules import VERSIONS


def _taken_in(ask: Callable[..., Any], tmp_path: Path) -> None:
    files = []
    for day, content in VERSIONS.items():
        file = tmp_path / f"lampen-{day}.xml"
        file.write_bytes(content)
        files.append(str(file))
    ask("ingest", *files)


def test_the_answer_has_its_ground_and_what_became_known_later(
    ask: Callable[..., Any], tmp_path: Path
) -> None:
    _taken_in(ask, tmp_path)
    dates = ("--in-force-on", "2090-04-21", "--known-on", "2012-01-01")
    nothing = ask("versions", "BWBR9999001", *dates)
    assert (nothing["outcome"], nothing["found"]) == ("nothing-known-yet", None)
    assert nothing["known_later"]["version"]["version"] == "BWBR9999001@consolidated-2090-03-05"
    found = ask("versions", "BWBR9999001", "--in-force-on", "2090-03-08", "--known-on", "2090-03-11")["found"]
    assert (found["law_from"], found["entered_on"]) == ("2090-03-05", "2090-03-12")
    assert (found["known_from"], found["known_by"]) == ("2090-03-10", "derived-from-publication")


def test_the_text_for_people_names_the_version_and_both_days(
    run: Run, ask: Callable[..., Any], tmp_path: Path
) -> None:
    _taken_in(ask, tmp_path)
    said = run("versions", "BWBR9999001", "--in-force-on", "2090-03-08", "--known-on", "2090-03-11").stdout
    assert said.splitlines() == [
        "BWBR9999001@consolidated-2090-03-05  geldig op 2090-03-08, zoals bekend op 2090-03-11: "
        "gold op deze dag, zoals toen bekend",
        "  geldig vanaf 2090-03-05, in werking per 2090-03-12, "
        "bekend sinds 2090-03-10 (derived-from-publication)",
    ]


def test_a_provision_gives_its_commencement(ask: Callable[..., Any], tmp_path: Path) -> None:
    _taken_in(ask, tmp_path)
    shown = ask("show", "BWBR9999001@consolidated-2090-03-05", "art_1")
    assert shown["in_force_on"] == "2090-03-12"
    assert shown["commencement"]["source"] == "Stcrt.2090-1"
    assert shown["commencement"]["retroactive_to"] == "2090-03-05"


def test_what_is_no_date_is_a_wrong_call(run: Run) -> None:
    assert run("versions", "X", "--in-force-on", "gisteren").exit_code == 2
