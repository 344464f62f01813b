"""Every command as a user calls it, and the shape of what it answers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

Ask = Callable[..., Any]
FIRST = "LAMP@consolidated-2091-01-01"
SECOND = "LAMP@consolidated-2092-01-01"


@pytest.fixture
def two_versions(ask: Ask, lamp: Path, changed: Path) -> None:
    for file, day in ((lamp, "2091-01-01"), (changed, "2092-01-01")):
        ask("ingest", str(file), "--work", "LAMP", "--stage", "consolidated", "--in-force", day)


def test_init_makes_an_installation_and_may_be_repeated(ask: Ask, tmp_path: Path) -> None:
    assert ask("init")["home"] == str(tmp_path / "home")
    assert ask("init")["indexed"] == 0


def test_ingest_tells_what_became_of_each_file(ask: Ask, lamp: Path) -> None:
    (result,) = ask("ingest", str(lamp), "--work", "LAMP", "--in-force", "unknown")["results"]
    assert result["version"] == "LAMP@unspecified-unknown"
    assert (result["outcome"], result["reader"], result["provisions"]) == ("added", "plain-text", 4)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(run: Run, lamp: Path, tmp_path: Path) -> None:
    broken = tmp_path / "kapot.xml"
    broken.write_text("<toestand><wetgeving>", encoding="utf-8")
    result = run("ingest", str(broken), str(lamp), "--work", "LAMP", "--format", "json")
    answer = json.loads(result.stdout)
    error = json.loads(next(line for line in result.stderr.splitlines() if line.startswith("{")))
    assert (result.exit_code, len(answer["results"]), answer["failed"]) == (4, 1, 1)
    assert error["error"]["code"] == "not-well-formed"
    assert error["error"]["file"] == str(broken)


def test_a_folder_is_taken_in_with_counts_refusals_and_the_index_apart(
    ask: Ask, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    act = "---\ntitel: Wet {0}\nidentificatie: BWBR999990{0}\n---\n\n# Wet {0}\n\n## Artikel 1\nTuin.\n"
    for n in (1, 2):
        (folder / f"{n}.md").write_text(act.format(n), encoding="utf-8")
    found = ask("ingest", str(folder), "--bulk")
    assert found["results"] == {"added": 2, "further-source": 0, "already-stored": 0}
    assert (found["files"], found["refused"], found["indexed"]) == (2, [], 4)
    assert set(found["seconds"]) == {"store", "index"}
    (folder / "kapot.xml").write_text("<toestand>", encoding="utf-8")
    again = run("ingest", str(folder), "--bulk")
    assert (again.exit_code, "3 bestanden: 2 already-stored; 1 geweigerd" in again.stdout) == (4, True)
    assert "kapot.xml" in again.stdout
    as_json = json.loads(run("ingest", str(folder), "--bulk", "--format", "json").stdout)
    assert [(r["file"], r["code"]) for r in as_json["refused"]] == [
        (str(folder / "kapot.xml"), "not-well-formed")
    ]


@pytest.mark.parametrize("arguments", [("--work", "LAMP"), ("--in-force", "unknown"), ("nog-een",)])
def test_what_holds_for_one_text_is_refused_for_a_folder(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert run("ingest", str(tmp_path), "--bulk", *arguments).exit_code == 2


@pytest.mark.usefixtures("two_versions")
def test_versions_lists_the_oldest_first(ask: Ask) -> None:
    rows = ask("versions", "LAMP")
    assert [row["version"] for row in rows] == [FIRST, SECOND]
    assert rows[0]["date_certainty"] == "given"
    assert rows[0]["sources"][0]["file_name"] == "lamp.txt"


@pytest.mark.usefixtures("two_versions")
def test_show_gives_a_version_or_one_provision(ask: Ask, run: Run) -> None:
    assert [p["eid"] for p in ask("show", FIRST)["provisions"]] == ["longtitle", "art_1"]
    lid = ask("show", FIRST, "art_1__para_1")
    assert (lid["label"], lid["text"]) == ("artikel 1, eerste lid", "Een lamp brandt bij nacht.")
    assert "Een lamp dooft bij dag." in run("show", FIRST).stdout


@pytest.mark.usefixtures("two_versions")
def test_compare_never_swaps_and_says_how_it_told_old_from_new(ask: Ask, run: Run) -> None:
    found = ask("compare", FIRST, SECOND)
    (change,) = found["changes"]
    assert found["order"] == "date"
    assert found["alignment"] == [["art_1", "art_1", "same-number-and-similar"]]
    assert (change["kinds"], change["new"][0]["label"]) == (["modified"], "artikel 1, eerste lid")
    assert [op for op in change["ops"] if op[0] != "="] == [["-", "nacht"], ["+", "mist"]]
    backwards = run("compare", SECOND, FIRST, "--format", "json")
    assert json.loads(backwards.stdout)["order"] == "as given"
    assert "nieuwere" in backwards.stderr


def test_compare_takes_files_that_are_not_stored(ask: Ask, lamp: Path, changed: Path) -> None:
    found = ask("compare", str(lamp), str(changed))
    assert (found["order"], len(found["changes"])) == ("as given", 1)


@pytest.mark.usefixtures("two_versions")
def test_compare_takes_a_version_and_a_file(ask: Ask, changed: Path) -> None:
    assert len(ask("compare", FIRST, str(changed))["changes"]) == 1
    assert ask("compare", SECOND, str(changed))["changes"] == []


@pytest.mark.usefixtures("two_versions")
def test_search_finds_words_in_the_versions_that_have_them(ask: Ask) -> None:
    found = ask("search", "mist")
    assert (found["total"], [h["version"] for h in found["hits"]]) == (1, [SECOND])
    assert "<mark>mist</mark>" in found["hits"][0]["snippet"]
    assert ask("search", "lamp", "--version", FIRST)["facets"]["version"] == {FIRST: 2}


def test_read_gives_a_reading_with_its_account_and_stores_nothing(ask: Ask, run: Run, lamp: Path) -> None:
    reading = ask("read", str(lamp))
    assert {"reader", "kind", "identifiers", "provisions", "dropped", "guessed"} <= set(reading)
    assert reading["provisions"][1]["children"][0]["eid"] == "art_1__para_1"
    assert run("versions", "LAMP").exit_code == 3


def test_read_gives_the_history_of_a_file_that_holds_nothing_else(ask: Ask, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lamp.WTI"
    file.write_text(
        '<wetstechnische-informatie bwb-id="BWBR9999905"><wijzigingen><regeling><datum><details>'
        "<betreft>Aanhangig</betreft><ontstaansbron><bron><dossiernummer>99002</dossiernummer></bron>"
        '</ontstaansbron></details></datum><datum waarde="2091-01-01"><details>'
        "<betreft>nieuwe-regeling</betreft></details></datum></regeling></wijzigingen>"
        "</wetstechnische-informatie>",
        encoding="utf-8",
    )
    found = ask("read", str(file))
    assert (found["reader"], found["pending"]) == ("bwb-wti", [{"dossier": "99002"}])
    assert [(e["in_force_on"], e["what"]) for e in found["events"]] == [("2091-01-01", "nieuwe-regeling")]
    assert "aanhangig   dossier 99002" in run("read", str(file)).stdout
    refused = run("ingest", str(file), "--work", "LAMP")
    assert (refused.exit_code, "geen tekst" in refused.stderr) == (4, True)


@pytest.mark.usefixtures("two_versions")
def test_withdraw_and_correct_need_a_reason_and_keep_the_old_key(ask: Ask, run: Run) -> None:
    assert run("withdraw", FIRST).exit_code == 2
    assert ask("withdraw", SECOND, "--reason", "dubbel")["withdrawn"] == "dubbel"
    corrected = ask("correct", FIRST, "--in-force", "2091-03-01", "--reason", "verschreven")
    assert (corrected["former"], corrected["version"]) == (FIRST, "LAMP@consolidated-2091-03-01")
    assert [row["version"] for row in ask("versions", "LAMP")] == ["LAMP@consolidated-2091-03-01"]
    assert ask("show", FIRST)["version"] == "LAMP@consolidated-2091-03-01"


@pytest.mark.usefixtures("two_versions")
def test_refresh_reports_and_rebuilds(ask: Ask) -> None:
    assert ask("refresh") == {"checked": 2, "applied": False, "differences": [], "indexed": 0}
    assert ask("refresh", "--index")["indexed"] > 0


def test_worker_runs_one_round(ask: Ask) -> None:
    assert ask("worker", "--once")["indexed"] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("versions", "WEG"), 3, "niet opgenomen"),
        (("show", "WEG@draft-unknown"), 3, "niet opgenomen"),
        (("read", "bestaat-niet.xml"), 3, "bestaat-niet.xml"),
        (("search", ""), 5, "zoek"),
        (("search", "lamp", "--limit", "0"), 5, "grenzen"),
        (("ingest", "x.txt", "--in-force", "gisteren"), 2, "gisteren"),
    ],
)
def test_an_error_has_its_exit_code_and_says_what_is_wrong(
    run: Run, arguments: tuple[str, ...], code: int, says: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert says in result.stderr


@pytest.mark.usefixtures("two_versions")
def test_search_in_changes_says_which_step_struck_a_word(ask: Ask, run: Run) -> None:
    (hit,) = ask("search", "bij nacht", "--in", "changes")["hits"]
    assert (hit["old"], hit["new"], hit["direction"], hit["kinds"]) == (
        FIRST,
        SECOND,
        "deleted",
        ["modified"],
    )
    assert hit["change"] in {change["id"] for change in ask("compare", FIRST, SECOND)["changes"]}
    assert ask("search", "mist", "--in", "changes", "--direction", "deleted")["total"] == 0
    assert (
        ask("search", "mist", "--in", "changes", "--kind", "modified", "--stage", "consolidated")["total"]
        == 1
    )
    assert ask("search", "mist", "--in", "changes", "--kind", "moved")["total"] == 0
    assert (
        f"- artikel 1, eerste lid (modified)  {FIRST} > {SECOND}#{hit['change']}"
        in run("search", "nacht", "--in", "changes").stdout
    )
    assert run("search", "nacht", "--direction", "deleted").exit_code == 2


@pytest.mark.usefixtures("two_versions")
def test_history_gives_each_step(ask: Ask, lamp: Path) -> None:
    ask("ingest", str(lamp), "--work", "LAMP", "--stage", "consolidated", "--in-force", "2093-01-01")
    steps = ask("history", FIRST, "art_1__para_1")["steps"]
    third = "LAMP@consolidated-2093-01-01"
    assert [(s["version"], s["eid"], s["compared_with"], s["back_to"]) for s in steps] == [
        (FIRST, "art_1__para_1", None, None),
        (SECOND, "art_1__para_1", FIRST, None),
        (third, "art_1__para_1", SECOND, FIRST),
    ]
    assert [len(s["changes"]) for s in steps] == [0, 1, 1]
