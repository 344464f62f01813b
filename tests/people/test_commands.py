"""The commands about people, and what an API token may: run as a user runs them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from wetgeving.bootstrap import Application
from wetgeving.cli import main
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .conftest import PASSWORD

Ask = Callable[..., Any]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call `wetgeving` in a home of its own; a password is on standard input."""
    monkeypatch.setenv("WETGEVING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WETGEVING_ACTOR", "operator")
    return lambda *arguments: CliRunner().invoke(main, list(arguments), input=f"{PASSWORD}\n")


@pytest.fixture
def ask(run: Callable[..., Result]) -> Ask:
    """The same, for the answer as a value."""

    def call(*arguments: str) -> Any:
        result = run(*arguments, "--format", "json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    return call


@pytest.fixture
def jan(ask: Ask) -> Any:
    """An editor."""
    return ask("user", "add", "Jan", "--role", "editor", "--password-stdin")


def test_an_account_is_made_changed_and_shut(ask: Ask, jan: Any) -> None:
    assert (jan["name"], jan["role"], jan["password"], jan["disabled"]) == ("jan", "editor", True, False)
    assert ask("user", "role", "jan", "reader")["role"] == "reader"
    assert ask("user", "disable", "jan")["disabled"] is True
    assert ask("user", "enable", "jan")["disabled"] is False
    assert ask("user", "password", "jan", "--password-stdin")["name"] == "jan"
    assert (
        ask("user", "add", "els", "--role", "reader", "--subject", "https://wie.example 7")["password"]
        is False
    )
    assert [p["name"] for p in ask("user", "list")] == ["els", "jan"]


@pytest.mark.parametrize(
    ("arguments", "exits", "says"),
    [
        (("user", "add", "jan", "--role", "reader", "--password-stdin"), 5, "heeft deze naam al"),
        (("user", "add", "j", "--role", "reader", "--password-stdin"), 5, "geen bruikbare naam"),
        (("user", "add", "a b", "--role", "reader", "--password-stdin"), 5, "geen bruikbare naam"),
        (("user", "add", "els", "--role", "baas", "--password-stdin"), 2, "baas"),
        (("user", "role", "niemand", "reader"), 3, "Niemand heeft deze naam"),
        (("user", "disable", "niemand"), 3, "Niemand heeft deze naam"),
        (("token", "add", "jan", "--label", "x", "--role", "admin"), 5, "niet meer dan"),
        (("token", "add", "jan", "--label", "x", "--days", "367"), 5, "Zo lang"),
        (("token", "revoke", "99"), 3, "bestaat niet"),
        (("dossier", "close", "weg"), 3, "niet opgenomen"),
        (("dossier", "member", "weg", "jan"), 3, "niet opgenomen"),
        (("dossier", "member", "weg", "niemand"), 3, "Niemand heeft deze naam"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    run: Callable[..., Result], jan: Any, arguments: tuple[str, ...], exits: int, says: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, says in result.stderr) == (exits, True), result.stderr


def test_a_password_that_is_too_short_is_not_repeated(run: Callable[..., Result], jan: Any) -> None:
    short = CliRunner().invoke(main, ["user", "password", "jan", "--password-stdin"], input="hunter2\n")
    assert short.exit_code == 5
    assert "7 tekens" in short.stderr
    assert "hunter2" not in short.stderr


def test_the_last_admin_stays_one(run: Callable[..., Result], jan: Any) -> None:
    run("user", "add", "els", "--role", "admin", "--password-stdin")
    for arguments in (("user", "role", "els", "reader"), ("user", "disable", "els")):
        result = run(*arguments)
        assert (result.exit_code, "enige beheerder" in result.stderr) == (5, True)
    run("user", "role", "jan", "admin")
    assert run("user", "role", "els", "reader").exit_code == 0


def test_a_token_works_until_it_is_revoked_and_is_stored_nowhere(ask: Ask, jan: Any) -> None:
    made = ask("token", "add", "jan", "--label", "nachtelijke export", "--role", "reader")
    assert made["token"].startswith("wetg_")
    assert "token" not in ask("token", "list")[0]
    application = Application(Settings.from_environment())
    client = create_app(application).test_client()
    bearer = {"Authorization": f"Bearer {made['token']}"}
    assert client.get("/api/works", headers=bearer).status_code == 200
    assert client.get("/zoeken.atom?q=lamp", headers=bearer).status_code == 200
    assert client.get("/opnemen", headers=bearer).status_code == 403
    ask("token", "revoke", str(made["id"]))
    refused = client.get("/api/works", headers=bearer)
    assert (refused.status_code, refused.json["error"]["code"]) == (401, "not-signed-in")  # type: ignore[index]
    application.close()
    files = application.settings.home.rglob("*")
    assert not any(made["token"].encode() in f.read_bytes() for f in files if f.is_file())


def test_a_token_does_no_more_than_its_person_and_needs_no_csrf(ask: Ask, jan: Any) -> None:
    secret = ask("token", "add", "jan", "--label", "opname", "--role", "editor")["token"]
    application = Application(Settings.from_environment())
    client = create_app(application).test_client()
    bearer = {"Authorization": f"Bearer {secret}"}

    def asked() -> int:
        return client.post("/opnemen", headers=bearer).status_code

    assert asked() == 400  # there is no file in it; it was let in
    ask("user", "role", "jan", "reader")
    assert asked() == 403
    ask("user", "disable", "jan")
    assert asked() == 401
    assert client.get("/", headers={"Authorization": "Bearer onzin"}).status_code == 401
    application.close()


def test_every_act_stands_in_the_log_with_who_and_how_it_was(ask: Ask, jan: Any, tmp_path: Path) -> None:
    law = tmp_path / "lamp.txt"
    law.write_text("Wet op de lampen (Lampenwet)\n\nArtikel 1\n\n1. Een lamp brandt.\n", encoding="utf-8")
    ask("ingest", str(law), "--work", "LAMP", "--in-force", "2091-01-01", "--dossier", "D-1")
    key = "LAMP@unspecified-2091-01-01"
    ask("correct", key, "--reason", "verschreven", "--in-force", "2092-01-01")
    ask("withdraw", "LAMP@unspecified-2092-01-01", "--reason", "dubbel")
    ask("user", "role", "jan", "admin")
    ask("user", "password", "jan", "--password-stdin")
    made = ask("token", "add", "jan", "--label", "export")
    ask("token", "revoke", str(made["id"]))
    ask("dossier", "close", "D-1")
    ask("dossier", "close", "D-1")
    ask("dossier", "member", "D-1", "jan")
    ask("dossier", "member", "D-1", "jan", "--remove")
    ask("dossier", "open", "D-1")
    entries = ask("audit")["entries"][::-1]
    assert {e["actor"] for e in entries} == {"operator"}
    assert [(e["action"], e["subject"]) for e in entries] == [
        ("user.add", "jan"),
        ("text.added", key),
        ("text.corrected", "LAMP@unspecified-2092-01-01"),
        ("text.withdrawn", "LAMP@unspecified-2092-01-01"),
        ("user.role", "jan"),
        ("user.password", "jan"),
        ("token.add", str(made["id"])),
        ("token.revoke", str(made["id"])),
        ("dossier.close", "D-1"),
        ("dossier.member", "D-1"),
        ("dossier.no-member", "D-1"),
        ("dossier.open", "D-1"),
    ]
    corrected = entries[2]
    assert json.loads(corrected["before"])["in_force_on"] == "2091-01-01"
    assert json.loads(corrected["after"])["in_force_on"] == "2092-01-01"
    assert json.loads(entries[3]["after"])["withdrawn"] == "dubbel"
    assert json.loads(entries[4]["before"]) == {"role": "editor"}
    whole = json.dumps(entries)
    assert [s for s in (PASSWORD, made["token"], "brandt") if s in whole] == []
