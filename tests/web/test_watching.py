"""For whom watches over the service: health, numbers, and a log in which nobody and no text is named."""

import io
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from wetgeving.bootstrap import Application
from wetgeving.log_lines import LOGGING, JsonLines
from wetgeving.settings import Settings
from wetgeving.web import create_app, request_log

from .shelf import FICTIONAL, NEW, OLD, address, comparison

SECRETS = (
    "geheimevraag",
    "Lampenwet",
    "Kaarsenwet",
    "LAMP",
    "192.0.2.77",
    "beheerder-Wobbelsma",
    "lamp-1.xml",
)


@pytest.fixture
def site(shelf: Application) -> Flask:
    """A site with counters of its own."""
    return create_app(shelf)


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is written to the log, as the service writes it."""
    held = io.StringIO()
    handler = logging.StreamHandler(held)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("wetgeving")
    logger.addHandler(handler)
    yield held
    logger.removeHandler(handler)


def numbers(client: FlaskClient) -> dict[str, float]:
    """The metrics, by name and labels."""
    body = client.get("/metrics").get_data(as_text=True)
    found = (line.rpartition(" ") for line in body.splitlines() if line and not line.startswith("#"))
    return {name: float(value) for name, _, value in found}


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/gezond"])
def test_a_healthy_service_says_so_and_is_not_remembered(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")
    assert response.json is not None
    assert response.json["status"] == "goed"


# what is wrong, what is told of it
BROKEN: dict[str, tuple[Callable[[Path], object], dict[str, str]]] = {
    "no database": (lambda _: None, {"database": "database-not-migrated"}),
    "a newer database": (
        lambda home: _revision(home, "9999"),
        {"database": "database-newer", "index": "database-newer"},
    ),
    "a database that is none": (
        lambda home: (home / "wetgeving.db").write_bytes(b"geen databank" * 99),
        {"database": "database-unreachable"},
    ),
    "an index that is none": (
        lambda home: _ruin_index(home),
        {"database": "goed", "index": "index-unreadable"},
    ),
}


def _revision(home: Path, revision: str) -> None:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home)}))
    application.database.migrate()
    with application.database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})
    application.close()


def _ruin_index(home: Path) -> None:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home)}))
    application.database.migrate()
    application.engine.digests()
    application.close()
    for path in (home / "index").glob("*.toc"):
        path.write_bytes(b"nee")


@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # whoosh, of an index that is none
@pytest.mark.parametrize(("break_", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_not_ready_is_503_with_its_code_while_the_process_lives(
    tmp_path: Path, break_: Callable[[Path], object], told: dict[str, str]
) -> None:
    break_(tmp_path)
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path)}))
    client = create_app(application).test_client()
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json is not None
    assert {part: response.json[part] for part in told} == told
    assert client.get("/healthz").status_code == 200
    application.close()


def test_a_database_that_is_migrated_under_a_running_service_is_noticed(tmp_path: Path) -> None:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path)}))
    application.database.migrate()
    client = create_app(application).test_client()
    assert client.get("/readyz").status_code == 200
    with application.database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert client.get("/readyz").status_code == 503
    application.close()


def test_requests_are_counted_by_the_template_of_their_address(client: FlaskClient) -> None:
    for path in (address(OLD), address(NEW), "/bestaat-niet/geheim", "/regelingen/BESTAATNIET"):
        client.get(path).close()
    found = numbers(client)
    version = 'route="/regelingen/<work>/<moment>"'
    assert found[f'wetgeving_requests_total{{{version},status="200"}}'] == 2
    assert found['wetgeving_requests_total{route="-",status="404"}'] == 1
    assert found['wetgeving_requests_total{route="/regelingen/<work>",status="404"}'] == 1
    assert found[f"wetgeving_request_seconds_count{{{version}}}"] == 2


def test_what_is_stored_is_counted_without_fiction(client: FlaskClient, shelf: Application) -> None:
    found = numbers(client)
    with shelf.reading() as services:
        real = [w for w in services.catalogue.works() if not w.work.fictional]
    assert found["wetgeving_works"] == len(real)
    assert found["wetgeving_versions"] == sum(w.versions for w in real)
    assert found["wetgeving_index_tasks"] == 0
    assert found['wetgeving_events_total{kind="added"}'] >= len(real)
    assert found['wetgeving_events_total{kind="corrected"}'] == 1


def test_no_label_holds_what_someone_typed(client: FlaskClient) -> None:
    for path in ("/zoeken?q=geheimevraag", "/geheimevraag", f"/regelingen/geheimevraag/{'x' * 50}"):
        client.get(path, headers={"User-Agent": "geheimevraag", "X-Request-Id": "geheimevraag"}).close()
    client.open("/zoeken", method="GEHEIMEVRAAG").close()
    assert numbers(client)['wetgeving_requests_total{route="-",status="404"}'] == 1
    assert "geheimevraag" not in client.get("/metrics").get_data(as_text=True).lower()


@pytest.mark.parametrize(
    ("environment", "headers"),
    [
        ({"REMOTE_ADDR": "192.0.2.7"}, {}),
        ({}, {"X-Forwarded-For": "192.0.2.7"}),
        ({}, {"Host": "wetten.example"}),
        ({"REMOTE_ADDR": "192.0.2.7"}, {"Authorization": "Bearer geraden"}),
    ],
)
def test_numbers_are_for_this_machine_or_a_token(
    client: FlaskClient, environment: dict[str, str], headers: dict[str, str]
) -> None:
    response = client.get("/metrics", environ_base=environment, headers=headers)
    assert response.status_code in (302, 401)
    assert "wetgeving_requests" not in response.get_data(as_text=True)


def test_the_log_has_a_line_per_request_and_names_nobody_and_no_text(
    client: FlaskClient, lines: io.StringIO
) -> None:
    asked = (
        "/zoeken?q=geheimevraag",
        "/regelingen/LAMP",
        address(OLD),
        address(FICTIONAL[0], "art_1"),
        comparison(OLD, NEW),
        "/regelingen/LAMP/geheimevraag",
        "/api/works/LAMP",
        "/geheimevraag?naam=beheerder-Wobbelsma",
    )
    for path in asked:
        response = client.get(
            path,
            environ_base={"REMOTE_ADDR": "192.0.2.77"},
            headers={"User-Agent": "beheerder-Wobbelsma", "Referer": "https://geheimevraag.example/"},
        )
        response.get_data()
        response.close()
    written = [json.loads(line) for line in lines.getvalue().splitlines()]
    requests = [line for line in written if line["event"] == "request"]
    assert len(requests) == len(asked)
    assert requests[2]["route"] == "/regelingen/<work>/<moment>"
    assert {"time", "level", "event", "request", "method", "route", "status", "ms"} == set(requests[0])
    for secret in SECRETS:
        assert secret not in lines.getvalue(), secret


def test_a_failing_service_names_the_code_and_the_place_and_not_the_words(
    site: Flask, lines: io.StringIO
) -> None:
    def fail() -> str:
        try:
            raise ValueError("geheimevraag van beheerder-Wobbelsma")
        except ValueError as error:
            raise KeyError("Lampenwet") from error

    site.add_url_rule("/stuk/<naam>", "stuk", lambda **_: fail())
    response = site.test_client().get("/stuk/geheimevraag?q=192.0.2.77")
    response.close()
    assert response.status_code == 500
    (error,) = [json.loads(x) for x in lines.getvalue().splitlines() if json.loads(x)["level"] == "error"]
    assert error["error"] == "KeyError from ValueError"
    assert any("test_watching.py" in place for place in error["at"])
    for secret in SECRETS:
        assert secret not in lines.getvalue(), secret


def test_the_number_in_the_log_goes_along_with_the_answer(client: FlaskClient, lines: io.StringIO) -> None:
    response = client.get("/regelingen/BESTAATNIET", headers={"X-Request-Id": "van-buiten"})
    response.close()
    number = response.headers["X-Request-Id"]
    assert re.fullmatch("[0-9a-f]{16}", number)
    assert f'"request": "{number}"' in lines.getvalue()


def test_watchdogs_and_files_of_the_layout_leave_no_line_unless_they_fail(
    client: FlaskClient, lines: io.StringIO
) -> None:
    for path in ("/healthz", "/readyz", "/metrics", "/static/site.css"):
        client.get(path).close()
    assert [x for x in lines.getvalue().splitlines() if json.loads(x)["status"] < 400] == []


def test_what_a_library_logs_with_an_address_in_it_is_cut_short() -> None:
    record = logging.LogRecord(
        "gunicorn.error", 30, "x", 1, "Invalid request from ip=192.0.2.77: a", (), None
    )
    assert json.loads(JsonLines().format(record))["event"] == "Invalid request"
    told = logging.LogRecord("gunicorn.error", 40, "x", 1, "Error handling request %s", ("/geheim",), None)
    assert "geheim" not in JsonLines().format(told)
    assert LOGGING["loggers"]["gunicorn.access"]["handlers"] == []


def test_every_message_of_the_pages_is_a_fixed_text() -> None:
    """A value in a message would be in the log: messages are literals without fields to fill."""
    folder = Path(request_log.__file__).parent
    calls = [
        call
        for path in sorted(folder.rglob("*.py"))
        for call in re.findall(r"(?:logger|_LOG)\.\w+\(([^\n]*)", path.read_text(encoding="utf-8"))
    ]
    assert calls
    for call in calls:
        assert re.match(r'"[^"%{]*"[,)]', call), call


COUNTING = """
import sys
from wetgeving import gunicorn_settings
gunicorn_settings.on_starting(None)
import os
folder = os.environ[gunicorn_settings.FOLDER]
pids = []
for n in (2, 3):
    pid = os.fork()
    if not pid:
        from wetgeving.web.metrics import Metrics
        counted = Metrics()
        for _ in range(n):
            counted.observe("/zoeken", 200, 0.1)
        os._exit(0)
    os.waitpid(pid, 0)
from wetgeving.store.census import Counts
from wetgeving.web.metrics import Metrics
print(Metrics().text(Counts(1, 2, 3, 4, (("added", 5), ("<script>", 1)))).decode())
gunicorn_settings.on_exit(None)
assert not os.path.exists(folder)
"""


def test_workers_count_together() -> None:
    environment = {k: v for k, v in os.environ.items() if k != "PROMETHEUS_MULTIPROC_DIR"}
    done = subprocess.run(
        [sys.executable, "-c", COUNTING], env=environment, capture_output=True, text=True, check=True
    )
    assert 'wetgeving_requests_total{route="/zoeken",status="200"} 5.0' in done.stdout
    assert 'wetgeving_events_total{kind="other"} 1.0' in done.stdout
    assert "script" not in done.stdout
