"""Dossiers over HTTP: the shipped example, every fact with its ground, fiction only when asked for."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings
from wetgeving.web import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A site with the dossiers that ship."""
    home = str(tmp_path_factory.mktemp("dossiers"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    application.database.migrate()
    for folder in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(folder)
    yield create_app(application).test_client()
    application.close()


def test_fictional_dossiers_are_listed_only_when_asked_for(client: FlaskClient) -> None:
    real = client.get("/api/dossiers").get_json()
    every = client.get("/api/dossiers?examples=1").get_json()
    assert all(d["authentic"] for d in real["items"])
    assert every["total"] == real["total"] + 1
    assert [d["dossier"] for d in every["items"] if not d["authentic"]] == ["VOORBEELD-1"]


def test_a_dossier_shows_what_is_missing_and_the_ground_of_every_fact(client: FlaskClient) -> None:
    for listed in client.get("/api/dossiers?examples=1").get_json()["items"]:
        dossier = client.get(f"/api/dossiers/{listed['dossier']}").get_json()
        papers = {paper["key"] for paper in dossier["facts"]["papers"]}
        assert set(dossier["missing"]) <= papers
        grounded = [f for part in ("statuses", "papers", "events") for f in dossier["facts"][part]]
        sources = {source["key"] for source in dossier["facts"]["sources"]}
        for fact in grounded:
            assert fact["ground"]["certainty"] in ("C2", "C1", "D", "?")
            assert set(fact["ground"]["sources"]) <= sources
        assert dossier["authentic"] is listed["authentic"]


def test_a_dossier_that_is_not_there_is_a_404(client: FlaskClient) -> None:
    response = client.get("/api/dossiers/99001")
    assert (response.status_code, response.get_json()["error"]["code"]) == (404, "not-found")


def test_a_dossier_binds_its_works_versions_and_hits(client: FlaskClient) -> None:
    for kind in ("works", "versions"):
        found = client.get(f"/api/{kind}?dossier=VOORBEELD-1&examples=1").get_json()
        assert found["total"] > 0
        assert not any(item["authentic"] for item in found["items"])
        assert client.get(f"/api/{kind}?dossier=VOORBEELD-1").get_json()["total"] == 0


def test_the_law_of_a_day_depends_on_both_dates(client: FlaskClient) -> None:
    path = "/api/works/VOORBEELD-1-lantaarnwet/law?in_force_on={}&known_on=2095-01-01"
    found = {
        day: (client.get(path.format(day)).get_json()["found"] or {}).get("version", {}).get("in_force_on")
        for day in ("2090-12-31", "2092-06-30", "2094-01-01")
    }
    assert found == {"2090-12-31": None, "2092-06-30": "2091-01-01", "2094-01-01": "2094-01-01"}
    assert client.get(path.format("2091-02-30")).status_code == 400
