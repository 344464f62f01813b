"""Nothing of a closed dossier shows at any address to who is no member: not to anyone, not to an admin.

An address that asks for it answers as for something that does not exist, to the letter; every other address
holds none of its marks. A member sees it at the same addresses, or the test would prove nothing.
"""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from wetgeving.bootstrap import Application
from wetgeving.log_lines import JsonLines
from wetgeving.settings import Settings
from wetgeving.store.viewer import Role
from wetgeving.web import create_app

from .closed_shelf import CLOSED, MARKS, NOTHING, addresses, fill
from .conftest import PASSWORD, signed_in

RULES = tuple(addresses("0" * 64))
NOT_SHOWN_TO_MEMBERS = ("/aanmelden", "/api/health", "/api/openapi.json", "/static", "/uitleg", "/beheer")
STRANGERS = ("", "beheerder", "redacteur")


class Shelf:
    """The site over the closed shelf, with a browser for each person."""

    def __init__(self, home: Path) -> None:
        environment = {"WETGEVING_HOME": str(home / "home"), "USER": "tester"}
        self.application = Application(Settings.from_environment(environment))
        self.application.database.migrate()
        self.sha256 = fill(self.application, home / "dossier")
        with self.application.unit_of_work() as services:
            for name, role in (("lid", Role.READER), ("redacteur", Role.EDITOR), ("beheerder", Role.ADMIN)):
                services.people.add(name, role, password=PASSWORD)
            services.membership.add(CLOSED, "lid")
        app = create_app(self.application)
        self.rules = {
            str(rule)
            for rule in app.url_map.iter_rules()
            if rule.methods is not None and "GET" in rule.methods
        }
        self.browsers = {name: signed_in(app.test_client(), name) for name in ("", "lid", *STRANGERS)}

    def get(self, name: str, address: str) -> TestResponse:
        browser: FlaskClient = self.browsers[name]
        return browser.get(address, buffered=True)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    filled = Shelf(tmp_path_factory.mktemp("dicht"))
    yield filled
    filled.application.close()


def test_every_address_of_the_site_is_tried(shelf: Shelf) -> None:
    assert shelf.rules == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_no_mark_of_a_closed_dossier_shows_to_who_is_no_member(shelf: Shelf, rule: str) -> None:
    for address in addresses(shelf.sha256)[rule]:
        shelf.get("lid", address)  # what a member was shown must not be remembered for others
        for name in STRANGERS:
            response = shelf.get(name, address)
            shown = _without_question(_told(response), address)
            allowed = {CLOSED} if rule == "/beheer/dossiers" else set()
            allowed |= {CLOSED} if rule == "/beheer/logboek" else set()
            found = [mark for mark in MARKS if mark.lower() in shown.lower() and mark not in allowed]
            assert found == [], f"{name or 'anyone'} at {address}"


@pytest.mark.parametrize("rule", RULES)
def test_what_is_closed_answers_as_what_does_not_exist(shelf: Shelf, rule: str) -> None:
    for address in addresses(shelf.sha256)[rule]:
        elsewhere = _renamed(address, {**NOTHING, shelf.sha256: "0" * 64})
        if elsewhere == address:
            continue
        for name in STRANGERS:
            closed, absent = shelf.get(name, address), shelf.get(name, elsewhere)
            assert closed.status_code == absent.status_code, address
            told = _renamed(_told(closed), {**NOTHING, shelf.sha256: "0" * 64})
            assert told == _told(absent), f"{name or 'anyone'} at {address}"
            assert set(closed.headers.keys()) == set(absent.headers.keys())


@pytest.mark.parametrize("rule", [r for r in RULES if "<" in r and not r.startswith("/static")])
def test_a_member_sees_it_there(shelf: Shelf, rule: str) -> None:
    for address in addresses(shelf.sha256)[rule]:
        absent = ("art_9", "1999-01-01", "art_99")
        for_editors = "/inlezen"
        if not any(mark in address for mark in MARKS) or address.endswith((*absent, for_editors)):
            continue
        assert shelf.get("lid", address).status_code in (200, 302), address
        assert shelf.get("", address).status_code == 404, address


@pytest.mark.parametrize("rule", ["/", "/dossiers", "/zoeken", "/api/works", "/api/versions", "/api/search"])
def test_a_member_finds_it_in_lists(shelf: Shelf, rule: str) -> None:
    address = addresses(shelf.sha256)[rule][0]
    shown = _without_question(_told(shelf.get("lid", address)), address)
    assert any(mark in shown for mark in MARKS)


def test_counts_and_facets_are_those_of_what_is_seen(shelf: Shelf) -> None:
    def total(name: str, address: str) -> int:
        return int(shelf.get(name, address).json["total"])  # type: ignore[index]

    for address in ("/api/search?q=verbinding", "/api/works", "/api/versions"):
        assert total("lid", address) > total("", address) == total("beheerder", address) > 0
    metrics = [shelf.get(name, "/metrics").get_data(as_text=True) for name in ("", "lid")]
    works = [
        next(line for line in text.splitlines() if line.startswith("wetgeving_works")) for text in metrics
    ]
    assert works[0] != works[1]


def test_a_browser_or_proxy_keeps_nothing_that_a_member_was_shown(shelf: Shelf) -> None:
    for address in (f"/bron/{shelf.sha256}", f"/dossiers/{CLOSED}", "/", "/api/works"):
        control = shelf.get("lid", address).headers["Cache-Control"]
        assert control in ("private, no-cache", "no-store"), address
    tag = shelf.get("lid", "/").headers.get("ETag")
    if tag:
        again = shelf.browsers[""].get("/", headers={"If-None-Match": tag})
        assert again.status_code == 200


def test_the_tag_of_a_member_is_of_no_use_to_a_stranger(shelf: Shelf) -> None:
    for address in ("/api/works", "/api/versions", "/api/search?q=verbinding", f"/bron/{shelf.sha256}"):
        tag = shelf.get("lid", address).headers["ETag"]
        answer = shelf.browsers[""].get(address, headers={"If-None-Match": tag})
        assert answer.status_code != 304, address


def test_no_mark_is_logged(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("wetgeving").addHandler(caplog.handler)
    for name in ("lid", *STRANGERS):
        for asked in addresses(shelf.sha256).values():
            for address in asked:
                shelf.get(name, address)
    logging.getLogger("wetgeving").removeHandler(caplog.handler)
    logged = "\n".join(JsonLines().format(record) for record in caplog.records)
    assert "/regelingen/<work>" in logged
    assert [mark for mark in (*MARKS, "beheerder", "127.0.0.1") if mark in logged] == []


def test_the_log_of_an_admin_does_not_say_which_closed_text_was_touched(shelf: Shelf) -> None:
    shown = shelf.get("beheerder", "/beheer/logboek").get_data(as_text=True)
    assert "afgesloten of verwijderd" in shown
    with shelf.application.reading() as services:
        assert any("GEHEIM" in entry.subject for entry in services.audit.page().entries)


def _told(response: TestResponse) -> str:
    """All that was said, but for what differs between any two answers."""
    without = ("X-Request-Id", "ETag", "Date", "Content-Length")
    headers = sorted(f"{name}: {said}" for name, said in response.headers if name not in without)
    return response.get_data().decode("utf-8", errors="replace") + " ".join(headers)


def _without_question(text: str, address: str) -> str:
    """The answer without what the asker typed: an error and a form repeat it."""
    path, _, query = address.partition("?")
    words = [piece for piece in path.replace("@", "/").split("/") if piece]
    words += [pair.partition("=")[2] for pair in query.split("&") if pair]
    starts = (word.partition(sign)[0] for word in words for sign in "@.")
    for word in sorted({*words, *starts}, key=len, reverse=True):
        if any(mark.startswith(word.rstrip("*")) or mark in word for mark in MARKS):
            text = text.replace(word, "")
    return text


def _renamed(text: str, names: dict[str, str]) -> str:
    for name, other in names.items():
        text = text.replace(name, other)
    return text
