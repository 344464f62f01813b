"""A text of one's own beside a stored version: compared, shown, and kept nowhere."""

import io
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.corpus.readers.made_files import docx, paragraph
from wetgeving.bootstrap import Application
from wetgeving.log_lines import JsonLines
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse

STORED = "FLUIT@unspecified-unknown"
EXAMPLE = "VERZONNEN@unspecified-unknown"
LAW = "Wet op de fluiten (Fluitenwet)\n\nArtikel 1\n\n1. Een fluit fluit.\n\n2. Een fluit zwijgt.\n"
MARK = "klapwiekend"
OWN = LAW.replace("zwijgt", f"{MARK} zwijgt")
ADDRESS = "/vergelijken/eigen-tekst"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the installation lives, and apart from it where anything temporary would be."""
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    return tmp_path


@pytest.fixture
def client(home: Path) -> Iterator[FlaskClient]:
    environment = {"WETGEVING_HOME": str(home / "huis"), "USER": "tester"}
    application = Application(Settings.from_environment(environment))
    application.database.migrate()
    with application.unit_of_work() as services:
        services.ingesting.ingest(LAW.encode(), "fluit.txt", "test", Statement(work="FLUIT"))
        services.ingesting.ingest(
            LAW.encode(), "fictief.txt", "test", Statement(work="VERZONNEN", fictional=True)
        )
    application.index()
    yield create_app(application).test_client()
    application.close()


def send(client: FlaskClient, content: bytes = b"", name: str = "eigen.txt", **fields: str) -> TestResponse:
    data: dict[str, object] = {"versie": STORED, **fields}
    if content:
        data["bestand"] = (io.BytesIO(content), name)
    return client.post(ADDRESS, data=data, buffered=True)


def shown(response: TestResponse) -> Node:
    assert response.status_code == 200, response.get_data(as_text=True)
    return parse(response.get_data(as_text=True))


def test_a_pasted_text_is_compared_with_the_stored_one_as_the_old(client: FlaskClient) -> None:
    page = shown(send(client, tekst=OWN))
    (row,) = (r for r in page.all(css="row") if "data-change" in r.attributes)
    assert [i.text().split() for i in row.all("ins")] == [[MARK]]
    assert list(row.all("del")) == []
    assert "Eigen tekst, niet bewaard." in page.text()


def test_the_person_chooses_which_text_is_old(client: FlaskClient) -> None:
    page = shown(send(client, tekst=OWN, kant="oud"))
    assert [d.text().split() for d in page.all("del")] == [[MARK]]
    assert list(page.all("ins")) == []


def test_a_word_file_is_compared_and_goes_before_what_was_pasted(client: FlaskClient) -> None:
    body = "".join(map(paragraph, ("Artikel 1", "1. Een fluit fluit.", f"2. Een fluit {MARK} zwijgt.")))
    page = shown(send(client, docx(body), "eigen.docx", tekst=LAW))
    assert MARK in " ".join(i.text() for i in page.all("ins"))
    assert "eigen.docx" in page.text()


def test_nothing_of_it_is_left_anywhere(client: FlaskClient, home: Path) -> None:
    def kept() -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in home.rglob("*") if p.is_file() and not p.name.endswith("-shm")}

    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logging.getLogger().addHandler(handler)
    before = kept()
    try:
        response = send(client, OWN.encode(), f"{MARK}.txt")
        send(client, tekst=OWN)
        send(client, f"%{MARK}".encode(), f"{MARK}.txt")  # what cannot be read is not kept either
    finally:
        logging.getLogger().removeHandler(handler)
    assert MARK in response.get_data(as_text=True)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers
    assert {p for p, content in kept().items() if before.get(p) != content} == set()
    assert MARK not in written.getvalue()
    found = parse(client.get(f"/zoeken?q={MARK}").get_data(as_text=True))
    assert list(found.all("mark")) == []
    assert "0 bepalingen" in found.text()
    memory = client.application.extensions["memory"]
    assert MARK not in repr(memory._kept)


def test_it_is_sent_by_our_own_form_only(client: FlaskClient) -> None:
    data = {"versie": STORED, "tekst": OWN}
    assert client.post(ADDRESS, data=data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


REFUSED = {
    "nothing sent": ({}, 400, "geen bestand gekozen en geen tekst"),
    "no version": ({"tekst": OWN, "versie": ""}, 400, "geen kenmerk"),
    "a version that is not there": ({"tekst": OWN, "versie": "FLUIT@consolidated-1999-01-01"}, 404, "niet"),
    "an example beside a real text": ({"tekst": OWN, "versie": EXAMPLE}, 409, "fictieve"),
    "no side": ({"tekst": OWN, "kant": "links"}, 400, "kant"),
    "what is no law": ({"tekst": f"%{MARK}"}, 422, "Geen enkele lezer"),
    "too much pasted": ({"tekst": "x" * 2_000_001}, 400, "te groot"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_compared_is_refused(client: FlaskClient, name: str) -> None:
    fields, status, says = REFUSED[name]
    response = send(client, b"", "", **fields)
    assert response.status_code == status
    assert says in response.get_data(as_text=True)


def test_it_may_not_be_done_without_end(client: FlaskClient) -> None:
    statuses = [send(client).status_code for _ in range(31)]
    assert statuses == [400] * 30 + [429]


def test_the_form_knows_the_version_it_was_opened_from(client: FlaskClient) -> None:
    page = shown(client.get(f"{ADDRESS}?versie={STORED}"))
    chosen = [o.attributes["value"] for o in page.all("option") if "selected" in o.attributes]
    assert chosen == [STORED]
    assert client.get(f"{ADDRESS}?versie=FLUIT@consolidated-1999-01-01").status_code == 404


def test_where_reading_is_for_who_signed_in_comparing_is_too(home: Path) -> None:
    environment = {"WETGEVING_HOME": str(home / "dicht"), "WETGEVING_READING": "closed", "USER": "tester"}
    application = Application(Settings.from_environment(environment))
    application.database.migrate()
    assert send(create_app(application).test_client(), tekst=OWN).status_code == 401
    application.close()
