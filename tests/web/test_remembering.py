"""What is remembered is never older than the last commit, of whatever process, and never someone else's."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app
from wetgeving.web.remembering import LONGEST, MOST_BYTES, Memory

from .shelf import PLAIN

LISTED = ("/", "/regelingen/KAARS", "/api/works", "/api/versions", "/api/works/KAARS")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Application]:
    """An installation with one law."""
    application = _application(tmp_path)
    application.database.migrate()
    _take_in(application, 1)
    yield application
    application.close()


@pytest.fixture
def client(shelf: Application) -> FlaskClient:
    """A client of the site over it."""
    return create_app(shelf).test_client()


def _application(home: Path) -> Application:
    return Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))


def _take_in(application: Application, month: int) -> None:
    said = Statement(work="KAARS", stage="consolidated", in_force_on=date(2001, month, 1))
    text = PLAIN.replace("schort", f"schort nummer {month}")
    with application.unit_of_work() as services:
        services.ingesting.ingest(text.encode(), f"kaars-{month}.txt", "test", said)


@pytest.mark.parametrize("path", LISTED)
def test_the_same_question_is_answered_without_asking_the_store(
    shelf: Application, client: FlaskClient, path: str
) -> None:
    first = client.get(path)
    shelf.database.read = None  # type: ignore[assignment, method-assign]  # whoever asks now, fails
    again = client.get(path)
    assert (again.status_code, again.get_data()) == (200, first.get_data())
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Content-Type"] == first.headers["Content-Type"]
    assert client.get(path, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", LISTED)
def test_a_commit_of_this_process_shows_at_once(shelf: Application, client: FlaskClient, path: str) -> None:
    before = client.get(path)
    _take_in(shelf, 2)
    after = client.get(path, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert after.get_data() != before.get_data()


@pytest.mark.parametrize("path", LISTED)
def test_a_commit_of_another_process_shows_at_once(client: FlaskClient, tmp_path: Path, path: str) -> None:
    before = client.get(path).get_data()
    other = _application(tmp_path)
    _take_in(other, 2)
    other.close()
    assert client.get(path).get_data() != before


def test_what_is_not_committed_is_not_shown(shelf: Application, client: FlaskClient) -> None:
    before = client.get("/api/versions").get_json()["total"]
    with shelf.unit_of_work() as services:
        said = Statement(work="KAARS", stage="consolidated", in_force_on=date(2009, 1, 1))
        services.ingesting.ingest(PLAIN.replace("schort", "jas").encode(), "x.txt", "test", said)
        assert client.get("/api/versions").get_json()["total"] == before
    assert client.get("/api/versions").get_json()["total"] == before + 1


def test_who_comes_with_a_cookie_is_not_answered_from_memory(client: FlaskClient) -> None:
    client.get("/")
    memory = client.application.extensions["memory"]
    kept = len(memory._kept)
    client.set_cookie("wetgeving", "x")
    assert client.get("/?q=1").status_code == 200
    assert len(memory._kept) == kept


def test_each_form_is_remembered_apart(client: FlaskClient) -> None:
    address = "/api/versions/KAARS@consolidated-2001-01-01"
    for _ in range(2):
        for accept in ("application/json", "text/plain", "text/html"):
            assert client.get(address, headers={"Accept": accept}).mimetype == accept


def test_a_head_request_neither_fills_nor_empties_the_memory(client: FlaskClient) -> None:
    assert client.head("/api/works").get_data() == b""
    assert client.get("/api/works").get_json()["total"] == 1
    assert client.head("/api/works").status_code == 200


def test_the_memory_is_bounded_and_forgets_the_longest_unused_first() -> None:
    memory = Memory()
    memory.find("x", "1")
    for n in range(MOST_BYTES // LONGEST):
        memory.keep(n, "1", n, size=LONGEST)
    assert memory.find(0, "1") == 0
    memory.keep("new", "1", "new", size=LONGEST)
    assert (memory.find(0, "1"), memory.find(1, "1"), memory.find("new", "1")) == (0, None, "new")


def test_nothing_made_in_a_state_that_has_gone_by_is_kept() -> None:
    memory = Memory()
    memory.find("page", "1")
    memory.find("page", "2")
    memory.keep("page", "1", "old", size=1)
    assert memory.find("page", "2") is None
    assert memory.find("page", "1") is None
