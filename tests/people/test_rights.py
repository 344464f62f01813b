"""Who may use which address: every rule of the site against every role, in one table.

An address that writes is named here with what it needs; one that is added and not named fails the first test.
"""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .closed_shelf import addresses
from .conftest import SignIn, add_people, csrf, signed_in

ROLES = ("", "lezer", "redacteur", "beheerder")
ALL, READERS, EDITORS, ADMINS = (ROLES[i:] for i in range(4))

# method and rule -> who may; every other rule is for reading, by everyone
WRITES = {
    "POST /aanmelden": ALL,
    "POST /aanmelden/wachtwoord": READERS,
    "POST /afmelden": READERS,
    "POST /adviezen/<version>": EDITORS,
    "POST /delegatie/<version>": EDITORS,
    "POST /dossiers/<number>/toezeggingen": EDITORS,
    "POST /beheer/dossiers": ADMINS,
    "POST /beheer/dossiers/<number>": ADMINS,
    "POST /beheer/mensen": ADMINS,
    "POST /beheer/mensen/<name>": ADMINS,
    "POST /opnemen": EDITORS,
    "POST /transponering/<act>": EDITORS,
    "POST /transponering/<act>/claim": EDITORS,
    "POST /transponering/<act>/inlezen": EDITORS,
    "POST /transponering/<act>/inlezen/bevestigen": EDITORS,
    "POST /vergelijken/<old>/<new>/concordantie": EDITORS,
    "POST /vergelijken/eigen-tekst": ALL,  # is sent something, and stores nothing
    "POST /opnemen/bevestigen": EDITORS,
}
NOT_FOR_ALL = {
    "GET /aanmelden/wachtwoord": READERS,
    "GET /beheer": ADMINS,
    "GET /beheer/dossiers": ADMINS,
    "GET /beheer/logboek": ADMINS,
    "GET /beheer/mensen": ADMINS,
    "GET /opnemen": EDITORS,
    "GET /transponering/<act>/inlezen": EDITORS,
}
ALWAYS_OPEN = {"/static/<path:filename>", "/gezond", "/healthz", "/readyz", "/metrics", "/api/health"}
SIGNING_IN = {"/aanmelden", "/aanmelden/openid", "/aanmelden/openid/terug"}


def _rules(app: Flask) -> dict[str, str]:
    """Method and rule -> an address."""
    asked = addresses("0" * 64)
    found = {}
    for rule in app.url_map.iter_rules():
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            address = asked[str(rule)][0] if str(rule) in asked else str(rule)
            found[f"{method} {rule}"] = address.replace("<number>", "N").replace("<name>", "n")
    return found


def _ask(client: FlaskClient, asked: str, address: str) -> int:
    """What becomes of a request that has everything but, perhaps, the right."""
    method = asked.partition(" ")[0]
    response = client.open(address, method=method, data=csrf(client) if method != "GET" else None)
    response.close()
    return response.status_code


def test_every_address_that_writes_stands_in_the_table(people: Application) -> None:
    rules = _rules(create_app(people))
    assert {asked for asked in rules if not asked.startswith("GET ")} == set(WRITES)
    assert set(NOT_FOR_ALL) <= set(rules)


@pytest.mark.parametrize("name", ROLES)
def test_each_role_may_do_what_the_table_says_and_nothing_else(sign_in: SignIn, name: str) -> None:
    client = sign_in(name)
    table = {**WRITES, **NOT_FOR_ALL}
    for asked, address in _rules(client.application).items():
        if asked == "POST /afmelden":
            continue
        status = _ask(client, asked, address)
        if name in table.get(asked, ALL):
            wrong_password = asked in ("POST /aanmelden", "POST /aanmelden/wachtwoord") and status == 403
            assert status not in (401, 403) or wrong_password, asked
        elif name or asked.startswith("POST"):
            assert status == (403 if name else 401), asked
        else:
            assert status == 302, asked
    if name:
        assert _ask(client, "POST /afmelden", "/afmelden") == 303


def test_nothing_was_written_by_who_was_refused(sign_in: SignIn, people: Application) -> None:
    for name in ("", "lezer", "redacteur"):
        client = sign_in(name)
        given = {"naam": "indringer", "rol": "admin", "wachtwoord": "x" * 20, **csrf(client)}
        for address in ("/beheer/mensen", "/beheer/mensen/lezer", "/beheer/dossiers", "/beheer/dossiers/N"):
            client.post(address, data=given)
    with people.reading() as services:
        assert [(p.name, p.role) for p in services.people.all()] == [
            ("beheerder", "admin"), ("lezer", "reader"), ("redacteur", "editor"),
        ]  # fmt: skip


@pytest.mark.parametrize("name", ROLES)
def test_a_closed_reading_room_is_for_who_signed_in(tmp_path: Path, name: str) -> None:
    environment = {"WETGEVING_HOME": str(tmp_path), "WETGEVING_READING": "closed", "USER": "tester"}
    application = Application(Settings.from_environment(environment))
    application.database.migrate()
    add_people(application)
    client = signed_in(create_app(application).test_client(), name)
    for asked, address in _rules(client.application).items():
        method, _, rule = asked.partition(" ")
        if method == "GET" and rule not in ALWAYS_OPEN | SIGNING_IN and asked not in NOT_FOR_ALL:
            status = _ask(client, asked, address)
            for_programs = rule.startswith("/api/") or rule.endswith(".atom")
            refused = 401 if for_programs else 302
            assert status == refused if not name else status not in (401, 403), asked
    for address in ("/aanmelden", "/static/page.css", "/healthz"):
        assert _ask(client, f"GET {address}", address) == 200
    application.close()


def test_a_feed_of_a_closed_reading_room_is_read_with_a_token(tmp_path: Path) -> None:
    environment = {"WETGEVING_HOME": str(tmp_path), "WETGEVING_READING": "closed", "USER": "tester"}
    application = Application(Settings.from_environment(environment))
    application.database.migrate()
    add_people(application)
    with application.unit_of_work() as services:
        secret = services.people.add_token("lezer", "reader", label="feed", days=30).secret
    client = create_app(application).test_client()
    answer = client.get("/zoeken.atom?q=lamp", headers={"Authorization": f"Bearer {secret}"})
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    assert client.get("/zoeken.atom?q=lamp").status_code == 401
    application.close()
