"""Taking a file in through the page: shown first, stored after confirmation.

Here nobody has an account yet, so that only who is at this machine may; rights are in `tests/people`.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import request
from flask.testing import FlaskClient

from tests.corpus.readers.made_files import docx, paragraph, with_member
from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse

LAW = (
    "Wet op de fluiten (Fluitenwet)\n\nArtikel 1\n\n1. Een fluit fluit.\n\n"
    "2. Een <script>fluit</script> zwijgt.\n"
)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Application]:
    environment = {"WETGEVING_HOME": str(tmp_path), "WETGEVING_UPLOADS": "1", "USER": "tester"}
    application = Application(Settings.from_environment(environment))
    application.database.migrate()
    yield application
    application.close()


@pytest.fixture
def client(installation: Application) -> FlaskClient:
    return create_app(installation).test_client()


def send(client: FlaskClient, content: bytes, name: str = "fluit.txt") -> Node:
    data = {"bestand": (io.BytesIO(content), name)}
    return parse(client.post("/opnemen", data=data).get_data(as_text=True))


def fields(page: Node) -> dict[str, str]:
    """What the form of the proposal would send."""
    form = next(f for f in page.all("form") if f.attributes.get("action") == "/opnemen/bevestigen")
    sent = {i.attributes["name"]: i.attributes.get("value", "") for i in form.all("input")}
    chosen = next(o for o in form.all("option") if "selected" in o.attributes)
    return {**sent, "stage": chosen.attributes["value"]}


def works(installation: Application) -> list[str]:
    with installation.reading() as services:
        return [listed.work.key for listed in services.catalogue.works()]


def test_a_file_is_shown_with_its_account_and_its_source_before_anything_is_stored(
    client: FlaskClient, installation: Application
) -> None:
    page = send(client, LAW.encode())
    assert "Er is niets bewaard." in page.text()
    assert "kind-from-title" in page.text()
    assert "Een fluit fluit." in next(page.all("article")).text()
    assert "1. Een fluit fluit." in next(page.all("pre")).text()
    assert list(next(page.all("article")).all("script")) == []
    assert works(installation) == []


def test_what_a_person_confirms_is_stored(client: FlaskClient, installation: Application) -> None:
    form = fields(send(client, LAW.encode()))
    form |= {"work": "fluitenwet", "stage": "consultation", "document_date": "2091-02-03"}
    response = client.post("/opnemen/bevestigen", data=form)
    assert (response.status_code, response.location) == (
        303,
        "/regelingen/fluitenwet/consultation-2091-02-03",
    )
    assert client.get(response.location).status_code == 200
    assert "fluitenwet" in client.get("/zoeken?q=fluit").get_data(as_text=True)
    with installation.reading() as services:
        (listed,) = services.catalogue.versions("fluitenwet")
        assert services.catalogue.source(listed.version.sources[0].sha256) == LAW.encode()


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "leeg"), (b"geen wet", "Geen enkele lezer"), (b"<toestand>", "niet welgevormd")],
)
def test_a_file_that_cannot_be_read_says_why(client: FlaskClient, content: bytes, says: str) -> None:
    assert says in send(client, content).text()


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("document_date", "gisteren", "geen datum"), ("inhoud", "é", "beschadigd"), ("work", "", "--work")],
)
def test_a_form_that_was_tampered_with_stores_nothing(
    client: FlaskClient, installation: Application, field: str, value: str, says: str
) -> None:
    form = fields(send(client, LAW.encode())) | {"work": "fluitenwet", field: value}
    response = client.post("/opnemen/bevestigen", data=form)
    assert response.status_code == 400
    assert says in response.get_data(as_text=True)
    assert works(installation) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elders.example"},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"X-Forwarded-For": "192.0.2.7"},
        {"Forwarded": "for=192.0.2.7"},
    ],
)
def test_who_comes_from_elsewhere_is_refused(
    client: FlaskClient, installation: Application, headers: dict[str, str]
) -> None:
    form = fields(send(client, LAW.encode())) | {"work": "fluitenwet"}
    refused = 401 if any("Forwarded" in name for name in headers) else 403
    assert client.post("/opnemen/bevestigen", data=form, headers=headers).status_code == refused
    to_sign_in = client.get("/opnemen", environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert (to_sign_in.status_code, to_sign_in.location) == (302, "/aanmelden?terug=/opnemen")
    assert works(installation) == []


def test_an_installation_without_the_setting_takes_nothing_in(tmp_path: Path) -> None:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path)}))
    application.database.migrate()
    client = create_app(application).test_client()
    assert client.get("/opnemen").status_code == 302
    assert client.post("/opnemen").status_code == 401
    assert "/opnemen" not in client.get("/").get_data(as_text=True)
    application.close()


def test_a_file_that_is_sent_stays_in_memory(installation: Application) -> None:
    data = {"bestand": (io.BytesIO(LAW.encode()), "fluit.txt")}
    with create_app(installation).test_request_context("/opnemen", method="POST", data=data):
        assert isinstance(request.files["bestand"].stream, io.BytesIO)


def test_what_a_file_carries_besides_its_text_is_said_before_it_is_stored(client: FlaskClient) -> None:
    carried = with_member(
        docx(paragraph("Artikel 1") + paragraph("Er is een hek.")),
        "docProps/core.xml",
        b"<c><creator>H. Haag &lt;b&gt;</creator></c>",
    )
    page = send(client, carried, "hek.docx")
    assert "maker: 1 in docProps/core.xml, van H. Haag <b>" in " ".join(page.words())
    assert "Het bestand wordt bewaard zoals het is" in page.text()
    assert "hiernaar wordt alleen in Word en PDF gezocht" in send(client, LAW.encode()).text()
