"""How often a page asks the store: no more when there are more works, and not at all when it is known."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .shelf import PLAIN

LISTS = ("/", "/api/works", "/api/versions")
MOST = {"/regelingen/KAARS-0": 25, "/regelingen/KAARS-0/consolidated-2001-01-01": 40}


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """An installation with two laws."""
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "tester"}))
    running.database.migrate()
    _take_in(running, range(2))
    yield running
    running.close()


@pytest.fixture
def client(application: Application) -> FlaskClient:
    """A client of the site over it."""
    return create_app(application).test_client()


def _take_in(application: Application, numbers: range) -> None:
    with application.unit_of_work() as services:
        for number in numbers:
            said = Statement(work=f"KAARS-{number}", stage="consolidated", in_force_on=date(2001, 1, 1))
            text = PLAIN.replace("schort", f"schort {number}")
            services.ingesting.ingest(text.encode(), f"kaars-{number}.txt", "test", said)


@contextmanager
def _questions(application: Application) -> Iterator[list[str]]:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("SELECT", "WITH")):
            asked.append(statement)

    engine = application.database._engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _count(application: Application, client: FlaskClient, path: str) -> int:
    with _questions(application) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_asks_as_often_for_twenty_works_as_for_two(
    application: Application, client: FlaskClient, path: str
) -> None:
    client.get("/uitleg")
    few = _count(application, client, path)
    _take_in(application, range(2, 20))
    assert 0 < _count(application, client, path) <= few


@pytest.mark.parametrize("path", [*LISTS, *MOST])
def test_a_page_that_is_known_asks_nothing(application: Application, client: FlaskClient, path: str) -> None:
    first = client.get(path)
    assert first.get_data()  # a page is known when all of it was sent
    tag = first.headers["ETag"]
    with _questions(application) as asked:
        assert client.get(path).status_code == 200
        assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    assert asked == []


@pytest.mark.parametrize(("path", "most"), MOST.items())
def test_a_page_of_one_law_asks_a_bounded_number(
    application: Application, client: FlaskClient, path: str, most: int
) -> None:
    assert _count(application, client, path) <= most
