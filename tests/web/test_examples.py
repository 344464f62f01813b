"""With `WETGEVING_EXAMPLES=off` there is no fiction on any page, in any count or at any address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.services.errors import InvalidValueError
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .shelf import FICTIONAL, NEW, address, comparison, fill


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled installation."""
    folder = tmp_path_factory.mktemp("zonder")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(folder), "USER": "tester"}))
    fill(application)
    application.close()
    return folder


@pytest.fixture(scope="module")
def without(home: Path) -> Iterator[FlaskClient]:
    """A site that shows no examples."""
    environment = {"WETGEVING_HOME": str(home), "USER": "tester", "WETGEVING_EXAMPLES": "off"}
    application = Application(Settings.from_environment(environment))
    yield create_app(application).test_client()
    application.close()


def _source(home: Path) -> str:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home)}))
    with application.reading() as services:
        digest = services.catalogue.version(FICTIONAL[1]).version.sources[0].sha256
    application.close()
    return digest


@pytest.mark.parametrize(
    "path",
    [
        "/regelingen/VERZONNEN",
        address(FICTIONAL[0]),
        address(FICTIONAL[0], "art_1"),
        f"{address(FICTIONAL[0])}.txt",
        comparison(*FICTIONAL),
        "/api/works/VERZONNEN",
        f"/api/versions/{FICTIONAL[0]}",
        f"/api/comparisons/{FICTIONAL[0]}/{FICTIONAL[1]}",
        "/id/VERZONNEN",
    ],
)
def test_what_is_fiction_is_not_there(without: FlaskClient, path: str) -> None:
    assert without.get(path).status_code == 404


def test_its_source_is_not_there_either(without: FlaskClient, home: Path) -> None:
    digest = _source(home)
    assert without.get(f"/bron/{digest}").status_code == 404
    assert without.get(f"/api/sources/{digest}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/", "/zoeken?q=kaars", "/api/works?examples=1", "/api/search?q=muts&examples=1"]
)
def test_it_is_in_no_list(without: FlaskClient, path: str) -> None:
    page = without.get(path).get_data(as_text=True)
    assert "VERZONNEN" not in page
    assert "Verzonnen wet" not in page


def test_what_is_real_stays(without: FlaskClient) -> None:
    assert without.get(address(NEW)).status_code == 200
    assert without.get("/api/works").get_json()["total"] == 5


def test_another_word_than_on_or_off_is_refused(home: Path) -> None:
    with pytest.raises(InvalidValueError, match="getoond of niet"):
        Settings.from_environment({"WETGEVING_HOME": str(home), "WETGEVING_EXAMPLES": "nee"})


def test_a_search_counts_real_texts_and_says_how_much_fiction_it_left_out(client: FlaskClient) -> None:
    page = client.get("/zoeken?q=kaars").get_data(as_text=True)
    assert "in fictieve voorbeelden" in page
    assert "VERZONNEN" not in page
    with_fiction = client.get("/zoeken?q=kaars&voorbeelden=1").get_data(as_text=True)
    assert "VERZONNEN" in with_fiction


def test_what_only_fiction_answers_is_shown_as_that(client: FlaskClient) -> None:
    page = client.get("/zoeken?q=muts").get_data(as_text=True)
    assert "In echte teksten is niets gevonden" in page
    assert "VERZONNEN" in page
