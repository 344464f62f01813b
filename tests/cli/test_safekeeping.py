"""`backup`, `restore`, `remove` and `remove-example` as a person calls them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .conftest import Run

KEY = "LAMP@unspecified-2091-01-01"


def test_what_was_lost_comes_back_with_its_index(
    run: Run, ask: Callable[..., Any], lamp: Path, tmp_path: Path
) -> None:
    ask("ingest", str(lamp), "--work", "LAMP", "--in-force", "2091-01-01")
    before = ask("show", KEY)
    kept = ask("backup", str(tmp_path / "kopie.zip"))
    assert set(kept) == {"file", "revision", "made_at", "byte_count", "sha256", "rows"}
    for path in (tmp_path / "home").glob("wetgeving.db*"):
        path.unlink()
    restored = ask("restore", str(tmp_path / "kopie.zip"))
    assert restored["sha256"] == kept["sha256"]
    assert restored["indexed"] > 0
    assert ask("show", KEY) == before
    assert ask("search", "lamp")["total"] > 0


def test_nothing_is_overwritten_unasked(run: Run, lamp: Path, tmp_path: Path) -> None:
    run("ingest", str(lamp), "--work", "LAMP", "--in-force", "2091-01-01")
    file = str(tmp_path / "kopie.zip")
    assert run("backup", file).exit_code == 0
    assert run("backup", file).exit_code == 5
    assert run("backup", file, "--overwrite").exit_code == 0
    refused = run("restore", file, "--format", "json")
    assert refused.exit_code == 5
    assert json.loads(refused.stderr)["error"]["code"] == "database-not-empty"
    assert "Teruggezet" in run("restore", file, "--replace").stdout
    assert run("restore", str(lamp)).exit_code == 4
    assert run("restore", str(tmp_path / "weg.zip")).exit_code == 4


def test_a_removed_text_is_gone_for_every_command(
    run: Run, ask: Callable[..., Any], lamp: Path, changed: Path, tmp_path: Path
) -> None:
    ask("ingest", str(lamp), "--work", "LAMP", "--in-force", "2091-01-01")
    ask("ingest", str(changed), "--work", "LAMP", "--in-force", "2092-01-01")
    earlier = str(tmp_path / "eerder.zip")
    ask("backup", earlier)
    removed = ask("remove", KEY, "--reason", "artikel 17 AVG")
    assert removed["keys"] == [KEY]
    assert removed["not_erased"] == {"database": "", "index": ""}
    other = "LAMP@unspecified-2092-01-01"
    for command in (
        ("show", KEY),
        ("compare", KEY, other),
        ("export", KEY, "--as", "akoma-ntoso"),
        ("withdraw", KEY, "--reason", "x"),
        ("correct", KEY, "--reason", "x", "--stage", "consultation"),
        ("ingest", str(lamp), "--work", "LAMP", "--in-force", "2093-01-01"),
    ):
        result = run(*command, "--format", "json")
        assert result.exit_code == 3, command
        assert "artikel 17 AVG" in result.stderr
    assert [v["version"] for v in ask("versions", "LAMP")] == [other]
    assert {h["version"] for h in ask("search", "lamp")["hits"]} == {other}
    assert ask("remove", KEY, "--reason", "nog eens")["again"]
    assert ask("restore", earlier, "--replace")["removed_again"] == [KEY]
    assert run("show", KEY).exit_code == 3


def test_a_fictional_dossier_is_removed_by_its_number(
    run: Run, ask: Callable[..., Any], lamp: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "lamp.txt").write_bytes(lamp.read_bytes())
    (folder / "manifest.toml").write_text(
        'number = "VOORBEELD-9"\ntitle = "Verzonnen"\nfictional = true\n[[work]]\nkey = "VOORBEELD-9-lamp"\n'
        'kind = "act"\n[[work.version]]\nfile = "lamp.txt"\nstage = "consultation"\n',
        encoding="utf-8",
    )
    ask("load", str(folder))
    assert ask("remove-example", "VOORBEELD-9")["works"] == ["VOORBEELD-9-lamp"]
    assert run("versions", "VOORBEELD-9-lamp").exit_code == 3
    assert run("remove-example", "VOORBEELD-9").exit_code == 3
    assert ask("search", "lamp")["total"] == 0
