"""`/id/...` leads to what an identifier names, says when that is not here, and lets a person choose."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask.testing import FlaskClient

from corpus.reading import Identifier
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.store.values import Work
from wetgeving.web import create_app

from .page import parse
from .shelf import FIRST, PLAIN, SECOND, address

OPINION, CELEX, PAPER = "W03.91.00165/II", "32024R9356", "kst-99001-2"
OLD, NEW = (f"BWBR9990001@consolidated-{day}" for day in ("2001-01-01", "2002-01-01"))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A site with a law of two versions, an opinion, an EU act, a paper, and a number two works bear."""
    home = str(tmp_path_factory.mktemp("kenmerken"))
    application = Application(Settings.from_environment({"WETGEVING_HOME": home, "USER": "tester"}))
    application.database.migrate()
    for text, name in ((FIRST, "1.xml"), (SECOND, "2.xml")):
        _take_in(application, text, name, Statement(work="BWBR9990001"))
    _take_in(application, PLAIN, "advies.txt", Statement(work=OPINION, kind="opinion"))
    for key in ("BEIDE-1", "BEIDE-2", "VERORDENING", "STUK"):
        _take_in(application, PLAIN, f"{key}.txt", Statement(work=key))
    with application.unit_of_work() as services:
        works = services.catalogue._store.works
        works.update(_bearing("W03.91.00165-II", ("rvs", OPINION)))
        works.update(_bearing("VERORDENING", ("celex", CELEX)))
        works.update(_bearing("STUK", ("dossier", "99001"), ("ondernummer", "2")))
        for key in ("BEIDE-1", "BEIDE-2"):
            works.update(_bearing(key, ("celex", "32024R9999")))
    yield create_app(application).test_client()
    application.close()


def _bearing(key: str, *identifiers: tuple[str, str]) -> Work:
    return Work(key, "unknown", identifiers=tuple(Identifier(*pair) for pair in identifiers))


def _take_in(application: Application, text: str, name: str, said: Statement) -> None:
    with application.unit_of_work() as services:
        services.ingesting.ingest(text.encode(), name, "test", said)


@pytest.mark.parametrize(
    ("identifier", "leads_to"),
    [
        ("BWBR9990001", "/regelingen/BWBR9990001"),
        ("jci1.3:c:BWBR9990001", "/regelingen/BWBR9990001"),
        ("jci1.3:c:BWBR9990001&artikel=1", address(NEW, "art_1")),
        ("jci1.3:c:BWBR9990001&artikel=1&lid=2&onderdeel=b", address(NEW, "art_1__para_2__point_b")),
        ("jci1.3:c:BWBR9990001&artikel=2&g=2001-06-01", address(OLD, "art_2")),
        ("jci1.3:c:BWBR9990001&artikel=2a&g=2002-06-01", address(NEW, "art_2a")),
        ("jci1.3:c:BWBR9990001&g=2001-06-01", address(OLD)),
        ("jci1.3:c:BWBR9990001&hoofdstuk=1&artikel=1", address(NEW, "art_1")),
        ("jci1.3:c:BWBR9990001&hoofdstuk=99&artikel=1", address(NEW, "art_1")),
        (OPINION, "/regelingen/W03.91.00165-II"),
        ("W03.91.00165%2FII", "/regelingen/W03.91.00165-II"),
        ("W03.91.00165-II", "/regelingen/W03.91.00165-II"),
        (CELEX, "/regelingen/VERORDENING"),
        (PAPER, "/regelingen/STUK"),
        ("99001-2", "/regelingen/STUK"),
        ("STUK", "/regelingen/STUK"),
    ],
)
def test_an_identifier_leads_to_what_it_names(client: FlaskClient, identifier: str, leads_to: str) -> None:
    response = client.get(f"/id/{identifier}")
    assert (response.status_code, response.location) == (302, leads_to)
    assert client.get(leads_to).status_code == 200


@pytest.mark.parametrize(
    ("identifier", "says"),
    [
        ("BWBR9999998", "Er is niets opgenomen met dit kenmerk (BWB-nummer)."),
        ("99001-3", "Er is niets opgenomen met dit kenmerk (Kamerstuk)."),
        ("W99.91.00165/II", "Er is niets opgenomen met dit kenmerk (adviesnummer)."),
        ("ECLI:NL:RVS:2091:1", "Dit kenmerk is hier niet bekend."),
        ("jci1.3:c:BWBR9990001&artikel=99", "De regeling is opgenomen, maar niet deze plaats"),
        ("jci1.3:c:BWBR9990001&artikel=1&g=1999-01-01", "De regeling is opgenomen, maar niet deze plaats"),
        ("jci1.3:c:BWBR9990001&artikel=2a&g=2001-06-01", "De regeling is opgenomen, maar niet deze plaats"),
    ],
)
def test_what_is_not_here_is_a_404_that_says_what_was_understood(
    client: FlaskClient, identifier: str, says: str
) -> None:
    response = client.get(f"/id/{identifier}")
    assert response.status_code == 404
    assert says in response.get_data(as_text=True)


def test_an_identifier_of_two_works_is_a_choice(client: FlaskClient) -> None:
    response = client.get("/id/32024R9999")
    assert response.status_code == 300
    links = [a.attributes["href"] for a in next(parse(response.get_data(as_text=True)).all("main")).all("a")]
    assert links == ["/regelingen/BEIDE-1", "/regelingen/BEIDE-2"]


def test_the_version_of_today_is_meant_when_no_date_is_given(client: FlaskClient) -> None:
    assert date.today() > date(2002, 1, 1)  # noqa: DTZ011
    assert client.get("/id/jci1.3:c:BWBR9990001&artikel=1").location == address(NEW, "art_1")
