"""The overview of delegation and the grounds of a rule, as pages and through the API."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import parse

OLD, NEW = (f"VOORBEELD-1-lantaarnwet@consolidated-{year}-01-01" for year in (2091, 2094))
RULE = "VOORBEELD-1-regeling@consolidated-2094-02-01"
CIRCULAR = "VOORBEELD-1-circulaire@published-2094-03-01"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A site with the dossiers that ship."""
    folder = tmp_path_factory.mktemp("delegatie")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(folder), "USER": "tester"}))
    application.database.migrate()
    for dossier in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(dossier)
    yield create_app(application).test_client()
    application.close()


def _words(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(parse(answer.get_data(as_text=True)).text().split())


def test_the_overview_shows_what_is_to_be_looked_at_and_says_it_is_no_verdict(client: FlaskClient) -> None:
    words = _words(client, f"/delegatie/{OLD}")
    assert "11 delegaties" in words
    assert "FICTIEVE VOORBEELDTEKST" in words
    assert "Plicht zonder regeling" in words
    assert "Grondslag vernummerd" in words
    assert "geen oordeel" in words
    assert "Een circulaire is beleid" in words
    assert client.get(f"/delegatie/{OLD}").headers["X-Robots-Tag"] == "noindex"


def test_the_grounds_of_a_rule_name_the_lid_and_the_delegation_there(client: FlaskClient) -> None:
    words = _words(client, f"/grondslagen/{RULE}")
    assert "Artikel 18, derde lid" in words
    assert "Bij ministeriële regeling, plicht" in words
    assert "heeft dus geen grondslag" in _words(client, f"/grondslagen/{CIRCULAR}")


def test_version_and_dossier_lead_to_the_overview(client: FlaskClient) -> None:
    version = client.get("/regelingen/VOORBEELD-1-regeling/consolidated-2094-02-01").get_data(as_text=True)
    assert f'href="/delegatie/{RULE}"' in version
    assert f'href="/grondslagen/{RULE}"' in version
    dossier = client.get("/dossiers/VOORBEELD-1").get_data(as_text=True)
    assert f'href="/delegatie/{NEW}"' in dossier


def test_the_overview_is_the_same_while_nothing_changes(client: FlaskClient) -> None:
    first = client.get(f"/delegatie/{NEW}")
    again = client.get(f"/delegatie/{NEW}", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_api_tells_the_same(client: FlaskClient) -> None:
    found = client.get(f"/api/delegations/{NEW}").get_json()
    assert {row["label"] for row in found["delegations"] if row["state"] == "unmet"} == {
        "artikel 29, derde lid"
    }
    assert client.get(f"/api/delegations/{OLD}?against={NEW}").get_json()["against"] == NEW
    grounds = client.get(f"/api/grounds/{RULE}").get_json()["grounds"]
    assert [g["delegations"][0]["level"] for g in grounds] == ["ministerial-regulation"] * 2


@pytest.mark.parametrize(
    "address", ["/delegatie/NIETS@x-y", "/grondslagen/NIETS@x-y", "/api/delegations/NIETS@x-y"]
)
def test_what_is_not_there_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404
