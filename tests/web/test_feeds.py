"""Feeds of a search, a provision, an opinion and a dossier: valid Atom, stable, in words, and up to date."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.dossier.facts import EventState
from corpus.follow_up.values import Opvolging
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app
from wetgeving.web.feed_words import shortened

from .atom import ATOM, faults, texts
from .page import parse
from .shelf import NEW, OLD, address, fill

PROVISION = f"{address(NEW, 'art_1')}/feed.atom"
OPINION = "/adviezen/nummer/VOORBEELD/advies-1/feed.atom"
WITHOUT_TEXT = "/adviezen/nummer/W03.25.00165/II/feed.atom"
FEEDS = (
    "/zoeken.atom?q=lamp",
    "/zoeken.atom?q=onvindbaarwoord",
    "/zoeken.atom?q=kaars&voorbeelden=1",
    "/zoeken.atom?q=mist&in=wijzigingen",
    "/zoeken.atom?q=lamp&regeling=LAMP&soort=act",
    "/zoeken.atom?q=%22%3Cb%3E%26amp;%22+lamp",
    "/zoeken.atom?q=lamp+%0B%01",
    PROVISION,
    OPINION,
    WITHOUT_TEXT,
    "/dossiers/36871/feed.atom",
    "/dossiers/VOORBEELD-1/feed.atom",
)
PEN = "Wet op de pennen (Pennenwet)\n\nArtikel 1\n\nEen pen is van <hout> & inkt.\n"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The shelf with the dossiers that ship beside it."""
    home = tmp_path_factory.mktemp("feeds")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))
    fill(application)
    for dossier in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(dossier)
    application.index()
    yield create_app(application).test_client()
    application.close()


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Application]:
    """An empty installation."""
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "tester"}))
    running.database.migrate()
    yield running
    running.close()


def _take_in(application: Application, text: str, year: int) -> None:
    said = Statement(work="PEN", stage="consolidated", in_force_on=date(year, 1, 1))
    with application.unit_of_work() as services:
        services.ingesting.ingest(text.encode(), "pen.txt", "test", said)
    application.index()


@pytest.mark.parametrize("feed", FEEDS)
def test_each_feed_is_valid_and_the_same_when_asked_again(reader: FlaskClient, feed: str) -> None:
    answer = reader.get(feed)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    assert faults(answer.data) == []
    assert answer.headers["Last-Modified"]
    assert reader.get(feed).data == answer.data
    known = reader.get(feed, headers={"If-None-Match": answer.headers["ETag"]})
    assert (known.status_code, known.data) == (304, b"")


def test_the_feed_of_a_saved_search_shows_the_change_of_a_new_version(application: Application) -> None:
    client = create_app(application).test_client()
    _take_in(application, PEN, 2031)
    asked = "/zoeken.atom?q=inkt&regeling=PEN"
    before = client.get(asked)
    assert [re.sub(".*: ", "", t) for t in texts(before.data, "title")] == ["nieuw, 1 bepaling"]
    _take_in(application, PEN.replace("hout", "riet"), 2032)
    after = client.get(asked, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert faults(after.data) == []
    assert texts(after.data, "id")[1:] == texts(before.data, "id")
    summary, content = texts(after.data, "summary")[0], texts(after.data, "content")[0]
    assert summary.startswith("Opgenomen op ")
    assert "geldig vanaf 1 januari 2032" in texts(after.data, "title")[0]
    assert summary.endswith("Artikel 1: gewijzigd; eruit: „hout”; erin: „riet”.")
    assert "<del>hout</del><ins>riet</ins>&gt; &amp; inkt." in content
    link = next(parse(content).all("a")).attributes["href"]
    assert "/wijziging/" in link
    assert client.get(link).status_code == 200


def test_a_search_that_asks_nothing_or_cannot_be_asked_is_refused_in_words(reader: FlaskClient) -> None:
    for asked in ("/zoeken.atom", "/zoeken.atom?q=+", "/zoeken.atom?q=a&in=elders"):
        assert reader.get(asked).status_code == 400, asked


def test_the_feed_leads_to_the_page_that_asks_the_same(reader: FlaskClient) -> None:
    page = parse(reader.get("/zoeken?q=lamp&regeling=LAMP&pagina=1").get_data(as_text=True))
    offered = next(a for a in page.all("link") if a.attributes.get("type") == "application/atom+xml")
    assert offered.attributes["href"] == "/zoeken.atom?q=lamp&regeling=LAMP"
    body = reader.get(offered.attributes["href"]).get_data(as_text=True)
    assert 'href="http://localhost/zoeken?q=lamp&amp;regeling=LAMP"' in body


def test_fiction_is_told_only_when_asked_and_says_so(reader: FlaskClient) -> None:
    assert texts(reader.get("/zoeken.atom?q=muts").data, "title") == []
    answer = reader.get("/zoeken.atom?q=muts&voorbeelden=1")
    titles = texts(answer.data, "title")
    assert titles
    assert all(title.startswith("FICTIEVE VOORBEELDTEKST. ") for title in titles)
    assert answer.headers["X-Robots-Tag"] == "noindex"
    page = parse(reader.get("/zoeken?q=muts").get_data(as_text=True))
    followed = next(a for a in page.all("a") if a.text().startswith("Volg deze zoekvraag"))
    assert followed.attributes["href"] == "/zoeken.atom?q=muts&voorbeelden=1"


def test_the_feed_of_a_provision_tells_its_changes_and_no_others(reader: FlaskClient) -> None:
    data = reader.get(PROVISION).data
    assert [t.rpartition(": ")[2] for t in texts(data, "title")] == ["2 wijzigingen", "nieuw, 1 bepaling"]
    assert "erin: „en bij dichte mist”" in texts(data, "summary")[0]
    assert "iedere maand" not in texts(data, "content")[0]
    history = reader.get(f"{address(NEW, 'art_1')}/geschiedenis").get_data(as_text=True)
    assert PROVISION in history


def test_a_provision_that_is_not_there_has_no_feed(reader: FlaskClient) -> None:
    assert reader.get(f"{address(OLD, 'art_99')}/feed.atom").status_code == 404
    assert reader.get("/adviezen/nummer/W99/feed.atom").status_code == 404


def test_the_feed_of_an_opinion_tells_its_days_its_text_and_what_it_was_held_against(
    reader: FlaskClient,
) -> None:
    titles = texts(reader.get(OPINION).data, "title")
    said = {title.removeprefix("FICTIEVE VOORBEELDTEKST. ") for title in titles}
    assert "De tekst na het advies is vergeleken met die waarover is geadviseerd" in said
    assert any(title.startswith("Tekst opgenomen: ") for title in said)
    assert "Advies vastgesteld" in texts(reader.get(WITHOUT_TEXT).data, "title")


def test_what_is_said_of_a_point_is_in_the_feed_of_the_opinion_without_who_said_it(tmp_path: Path) -> None:
    environment = {"WETGEVING_HOME": str(tmp_path), "USER": "mejuffrouw"}
    application = Application(Settings.from_environment(environment))
    application.database.migrate()
    example = next(folder for folder in shipped_dossiers() if folder.name == "VOORBEELD-1")
    with application.unit_of_work() as services:
        services.loading.load(example)
    paper = "VOORBEELD-1-advies@with-response-2092-10-20"
    with application.unit_of_work() as services:
        label = services.opinions.ledger(paper).rows[0].point.label
        services.opinions.judge(paper, label, Opvolging.PARTLY, reason="zie blz. 4")
    data = create_app(application).test_client().get(OPINION).data
    application.close()
    told = dict(zip(texts(data, "title"), texts(data, "summary"), strict=True))
    said = f"FICTIEVE VOORBEELDTEKST. Punt {label}: opvolging vastgesteld, deels overgenomen"
    assert told[said] == "zie blz. 4"
    assert b"mejuffrouw" not in data


def test_a_text_in_the_feed_of_a_dossier_leads_to_what_changed_in_it(reader: FlaskClient) -> None:
    data = reader.get("/dossiers/VOORBEELD-1/feed.atom").data
    told = [c for c in texts(data, "content") if "/vergelijken/" in c]
    assert told
    link = next(parse(told[0]).all("a")).attributes["href"]
    assert reader.get(link).status_code == 200


def test_what_is_expected_has_not_happened(reader: FlaskClient) -> None:
    body = reader.get("/dossiers/36871/feed.atom").get_data(as_text=True)
    assert EventState.EXPECTED not in body
    assert body.count("<entry>") <= 100
    assert f"{{{ATOM}}}" not in body


def test_long_texts_are_cut_around_what_changed_and_say_so() -> None:
    stayed = "woord " * 200
    ops = [("=", stayed), ("-", "oud"), ("+", "nieuw"), ("=", stayed), ("-", "x" * 3_000), ("=", "kort")]
    cut = list(shortened(ops))
    assert [sign for sign, _ in cut] == [sign for sign, _ in ops]
    assert cut[0][1].startswith(" … woord")
    assert cut[1:3] == [("-", "oud"), ("+", "nieuw")]
    assert len(cut[3][1]) < 250
    assert cut[3][1].count("…") == 1
    assert cut[4][1].endswith("… (ingekort)")
    assert cut[5] == ("=", "kort")
    assert list(shortened([("=", stayed)])) == [("=", stayed)]
