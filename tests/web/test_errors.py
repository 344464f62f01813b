"""What is not there is said, with what is; what was asked wrongly is said, with what to do."""

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .conftest import Read
from .shelf import FICTIONAL, LONG, MISSING, NEW, OLD, address, comparison, fill


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there_is_a_404_in_dutch(client: FlaskClient, page: Read, path: str) -> None:
    assert client.get(path).status_code == 404
    assert "Fout 404" in page(path).text()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/vergelijken", "Een vergelijking heeft twee versies nodig."),
        (f"/vergelijken?oud={OLD}", "Kies op de pagina van een regeling"),
        ("/vergelijken?oud=LAMP&nieuw=LAMP", "geen kenmerk van een versie"),
        (f"{comparison(OLD, NEW)}?weergave=boven-elkaar", "Kies naast-elkaar of doorlopend."),
        (f"{comparison(OLD, NEW)}?soort=anders", "Kies uit: inserted"),
        ("/zoeken?q=lamp&pagina=nul", "Dit paginanummer bestaat niet."),
        ("/zoeken?q=lamp&pagina=99999999999999999999", "Dit paginanummer bestaat niet."),
        ("/bron/geen-hash", "geen hash van een bronbestand"),
        ('/zoeken?q=""', "De zoekvraag is leeg."),
        (f"/zoeken?q={'a' * 3000}", "De zoekvraag is te lang."),
    ],
)
def test_what_cannot_be_asked_is_a_400_that_says_what_to_do(
    client: FlaskClient, path: str, says: str
) -> None:
    response = client.get(path)
    assert response.status_code == 400
    assert says in response.get_data(as_text=True)


def test_a_version_that_is_not_there_names_the_versions_that_are(page: Read) -> None:
    links = [a.attributes["href"] for a in page("/regelingen/LAMP/consolidated-1999-01-01").all("a")]
    assert {address(OLD), address(NEW)} <= set(links)


def test_a_provision_that_is_not_there_names_the_one_around_it_and_the_versions_beside(page: Read) -> None:
    links = [a.attributes["href"] for a in page(address(NEW, "art_1__para_7")).all("a")]
    assert {address(NEW), address(NEW, "art_1"), address(OLD, "art_1")} <= set(links)


def test_a_provision_of_the_version_before_is_offered_and_not_put_in_its_place(page: Read) -> None:
    tree = page(address(NEW, "art_2"))
    assert "Deze bepaling staat niet in deze versie." in tree.text()
    assert "register" not in tree.text()
    assert address(OLD, "art_2") in [a.attributes["href"] for a in tree.all("a")]


def test_a_part_that_is_not_there_is_not_replaced_by_another(page: Read) -> None:
    tree = page(f"{address(LONG)}?deel=art_99999")
    assert "Dit deel staat niet in deze versie." in tree.text()
    assert not list(tree.all(css="law"))


def test_a_withdrawn_version_gives_its_reason(tmp_path_factory: pytest.TempPathFactory) -> None:
    home = str(tmp_path_factory.mktemp("ingetrokken"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    fill(application)
    with application.unit_of_work() as services:
        services.curation.withdraw(OLD, "dubbel opgenomen")
    response = create_app(application).test_client().get(address(OLD))
    application.close()
    assert response.status_code == 410
    assert "Deze versie is ingetrokken." in response.get_data(as_text=True)
    assert "dubbel opgenomen" in response.get_data(as_text=True)


def test_only_reading_is_possible(client: FlaskClient) -> None:
    response = client.post("/regelingen/LAMP")
    assert response.status_code == 405
    assert "alleen worden gelezen" in response.get_data(as_text=True)


def test_an_unforeseen_error_shows_no_traceback(site: Flask, caplog: pytest.LogCaptureFixture) -> None:
    broken = create_app(site.extensions["wetgeving"])
    broken.add_url_rule("/stuk", "stuk", lambda: 1 // 0)
    with caplog.at_level(logging.ERROR):
        response = broken.test_client().get("/stuk")
    assert response.status_code == 500
    assert "ZeroDivisionError" not in response.get_data(as_text=True)
    assert "ZeroDivisionError" in caplog.text


def test_without_a_database_the_page_says_so_and_health_is_503(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = str(tmp_path_factory.mktemp("leeg"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    client = create_app(application).test_client()
    assert client.get("/").status_code == 503
    assert client.get("/gezond").status_code == 503
    application.close()


def test_fiction_is_not_compared_with_a_real_text(client: FlaskClient) -> None:
    response = client.get(comparison(FICTIONAL[0], OLD))
    assert response.status_code == 409
    assert "fictieve voorbeeldtekst" in response.get_data(as_text=True)
