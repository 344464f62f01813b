"""The pages of a dossier: what a lawyer sees first, how certain it is, what is missing, and the feed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.secure_xml import parse
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node
from .page import parse as parse_page


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Both dossiers that ship, as a new installation has them."""
    folder = tmp_path_factory.mktemp("dossiers")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(folder), "USER": "tester"}))
    application.database.migrate()
    for dossier in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(dossier)
    yield create_app(application).test_client()
    application.close()


def opened(client: FlaskClient, address: str) -> Node:
    answer = client.get(address)
    assert answer.status_code == 200
    return parse_page(answer.get_data(as_text=True))


def test_the_first_page_opens_on_both_dossiers(home: FlaskClient) -> None:
    links = {a.attributes.get("href") for a in opened(home, "/").all("a")}
    assert {"/dossiers/36871", "/dossiers/VOORBEELD-1"} <= links


def test_a_dossier_says_first_where_it_stands_and_how_certain_that_is(home: FlaskClient) -> None:
    page = opened(home, "/dossiers/36871")
    lead = next(page.all("p", css="lead")).text()
    assert "in werking sinds 12 juni 2026" in lead
    assert "volgens één niet-officiële bron" in lead
    facts = " ".join(next(page.all("dl", css="facts")).text().split())
    assert "W03.25.00165/II, vastgesteld 22 oktober 2025" in facts
    assert "de slotformule van het advies zelf is niet gezien" in facts


def test_dates_that_conflict_stand_beside_each_other(home: FlaskClient) -> None:
    notice = next(opened(home, "/dossiers/36871").all("div", css="notice")).text()
    assert "12 juni 2026" in notice
    assert "10 juni 2026" in notice


def test_a_paper_without_text_says_where_it_is_and_what_it_disables(home: FlaskClient) -> None:
    page = opened(home, "/dossiers/36871")
    row = next(n for n in page.all("tr") if n.attributes.get("id") == "mist-nr-2").text()
    assert "laad het officiële bestand van zoek.officielebekendmakingen.nl/kst-36871-2.html" in row
    assert "vergelijken van versies" in row


def test_the_two_dates_of_an_eu_act_are_two_columns(home: FlaskClient) -> None:
    page = opened(home, "/dossiers/36871")
    row = next(n for n in page.all("tr") if n.attributes.get("id") == "eu-32024R1347")
    cells = {c.attributes.get("data-name"): c.text().strip() for c in row.all("td")}
    assert cells["Toepassing zoals gedrukt"].startswith("1 juli 2026: artikel 42")
    assert cells["Datum die de regering gebruikt"].startswith("12 juni 2026")


def test_a_step_of_which_nothing_is_known_is_not_shown_as_skipped(home: FlaskClient) -> None:
    steps = [n.text() for n in opened(home, "/dossiers/VOORBEELD-1").all("li") if "open" in n.classes]
    assert any("Ambtelijk concept" in step and "geen gegeven" in step for step in steps)
    assert "Overgeslagen. Verzinsel heeft één Kamer" in opened(home, "/dossiers/VOORBEELD-1").text()


def test_a_step_names_what_was_rejected_and_links_to_the_text(home: FlaskClient) -> None:
    page = opened(home, "/dossiers/VOORBEELD-1")
    assert "Verworpen. Amendement nr. 9 verworpen" in page.text()
    links = {a.attributes.get("href") for a in page.all("a")}
    assert "/regelingen/VOORBEELD-1-wijzigingswet/submitted-2092-11-01" in links


def test_a_dossier_that_is_not_there_is_not_found(home: FlaskClient) -> None:
    answer = home.get("/dossiers/99999")
    assert answer.status_code == 404
    assert "Dit dossier is niet opgenomen" in answer.get_data(as_text=True)


def test_the_feed_is_atom_newest_first_and_says_that_it_did_not_change(home: FlaskClient) -> None:
    answer = home.get("/dossiers/36871/feed.atom")
    feed = parse(answer.data)
    atom = "{http://www.w3.org/2005/Atom}"
    times = [e.findtext(f"{atom}updated") or "" for e in feed.iterfind(f"{atom}entry")]
    assert len(times) > 20
    assert times == sorted(times, reverse=True)
    again = home.get("/dossiers/36871/feed.atom", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_a_feed_of_the_example_says_that_it_is_fiction(home: FlaskClient) -> None:
    text = home.get("/dossiers/VOORBEELD-1/feed.atom").get_data(as_text=True)
    assert text.count("<title>FICTIEVE VOORBEELDTEKST. ") == text.count("<title>")


def test_the_history_of_a_provision_follows_it_through_a_renumbering(home: FlaskClient) -> None:
    page = opened(home, "/regelingen/VOORBEELD-1-lantaarnwet/consolidated-2091-01-01/art_45/geschiedenis")
    assert [h.text() for h in page.all("h1")] == ["Geschiedenis van artikel 45"]
    steps = [n.text() for n in page.all("section", css="history-step")]
    assert len(steps) == 2
    assert "Artikel 43" in steps[1]
    assert "vernummerd" in steps[1]


def test_the_history_of_a_provision_ends_where_it_was_deleted(home: FlaskClient) -> None:
    page = opened(home, "/regelingen/VOORBEELD-1-lantaarnwet/consolidated-2091-01-01/art_31/geschiedenis")
    assert "Komt in deze versie niet meer voor." in page.text()


def test_a_text_that_is_taken_in_disappears_from_what_is_missing(tmp_path: Path) -> None:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path)}))
    application.database.migrate()
    real = next(folder for folder in shipped_dossiers() if folder.name == "36871")
    with application.unit_of_work() as services:
        services.loading.load(real)
    client = create_app(application).test_client()
    assert 'id="mist-nr-5"' in client.get("/dossiers/36871").get_data(as_text=True)
    paper = "36 871\nNr. 5\nVERSLAG\n\nArtikel 1\nEigen proeftekst, geen tekst van het stuk.\n"
    with application.unit_of_work() as services:
        result = services.ingesting.ingest(paper.encode(), "verslag.txt", "proef", Statement())
    assert result.version == "36871-verslag@published-unknown"
    assert 'id="mist-nr-5"' not in client.get("/dossiers/36871").get_data(as_text=True)
    application.close()


@pytest.mark.parametrize(
    ("address", "css"),
    [
        ("/regelingen/VOORBEELD-1-lantaarnwet/consolidated-2091-01-01", "words"),
        (
            "/vergelijken/VOORBEELD-1-lantaarnwet@consolidated-2091-01-01"
            "/VOORBEELD-1-lantaarnwet@consolidated-2094-01-01?weergave=doorlopend",
            "both",
        ),
    ],
)
def test_every_provision_and_row_of_the_example_carries_its_stamp_when_copied(
    home: FlaskClient, address: str, css: str
) -> None:
    shown = [node.text() for node in opened(home, address).all("div", css=css)]
    assert len(shown) > 50
    assert all("FICTIEVE VOORBEELDTEKST" in text for text in shown)
