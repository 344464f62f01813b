"""Dates per provision on the pages: words over articles, the two dates of a question, and their sources."""

from collections.abc import Iterator

import pytest

from tests.services.lamp_rules import VERSIONS, article, origin, toestand
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .conftest import Read
from .page import parse

WORK = "/regelingen/BWBR9999001"
MIXED = "/regelingen/BWBR9999002/consolidated-2020-01-01"
MIXED_TEXT = toestand(
    "2020-01-01",
    article(1, "2020-01-01", origin("1", "2019-12-20")),
    article(2, "2099-01-01", origin("1", "2019-12-20"), status="nogniet"),
    article(3, "2020-01-01", origin("2", "2019-12-21"), status="vervallen"),
    article(4, "2020-01-01", origin("3", "2019-12-31", back="2019-07-01")),
    work="BWBR9999002",
)
BADGES = {
    "art_1": "geldend sinds 1 januari 2020",
    "art_2": "nog niet in werking: per 1 januari 2099",
    "art_3": "vervallen per 1 januari 2020",
    "art_4": "geldend sinds 1 januari 2020; werkt terug tot en met 1 juli 2019",
}


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """Pages over the Lampenregeling and a regulation whose articles have different dates."""
    home = tmp_path_factory.mktemp("datums")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))
    application.database.migrate()
    for content in (*VERSIONS.values(), MIXED_TEXT):
        with application.unit_of_work() as services:
            services.ingesting.ingest(content, "regeling.xml", "test", Statement())
    client = create_app(application).test_client()
    yield lambda address: parse(client.get(address).get_data(as_text=True))
    application.close()


@pytest.mark.parametrize(("eid", "words"), BADGES.items())
def test_every_article_says_in_words_whether_it_is_law(dated: Read, eid: str, words: str) -> None:
    unit = next(u for u in dated(MIXED).all("section") if u.attributes.get("id") == eid)
    assert " ".join(next(unit.all(css="force")).words()) == words
    assert ("pending" in unit.attributes["class"].split()) == (eid == "art_2")


def test_a_strip_says_where_articles_have_other_dates_with_their_source(dated: Read) -> None:
    strip = next(dated(MIXED).all("ul", "dates"))
    assert [" ".join(li.words()) for li in strip.all("li")] == [
        "Nog niet in werking: per 1 januari 2099 (Stcrt. 2090, 1): Artikel 2",
        "Vervallen per 1 januari 2020 (Stcrt. 2090, 2): Artikel 3",
        "Geldend sinds 1 januari 2020; werkt terug tot en met 1 juli 2019 (Stcrt. 2090, 3): Artikel 4",
        "Geldend sinds 1 januari 2020 (Stcrt. 2090, 1): Artikel 1",
    ]


def test_a_version_that_works_back_is_not_said_to_be_in_force_from_its_date(dated: Read) -> None:
    words = " ".join(dated(f"{WORK}/consolidated-2090-03-05").words())
    said = "geldig vanaf 5 maart 2090 (terugwerkende kracht; in werking per 12 maart 2090, Stcrt. 2090, 1)"
    assert said in words
    assert "in werking per 5 maart 2090" not in words
    assert said in " ".join(dated(WORK).words())


def test_a_provision_gives_its_dates_with_their_source(dated: Read) -> None:
    page = dated(f"{MIXED}/art_4")
    terms = [" ".join(x.words()) for x in next(page.all("dl", "facts")).all("dt")]
    given = [" ".join(x.words()) for x in next(page.all("dl", "facts")).all("dd")]
    assert list(zip(terms, given, strict=True)) == [
        ("In werking per", "1 januari 2020, Stcrt. 2090, 3 (bekendgemaakt op 31 december 2019)"),
        (
            "Bekendmaking",
            "Stcrt. 2090, 3, wijziging, bekendgemaakt op 31 december 2019, ondertekend op 31 december 2019",
        ),
        ("Terugwerkende kracht", "tot en met 1 juli 2019"),
    ]


ASKED = [
    ("2089-01-01", "2090-12-31", "Geen van de versies die hier zijn opgenomen gold op 1 januari 2089."),
    (
        "2090-03-08",
        "2090-03-08",
        "Op 8 maart 2090 was nog geen versie bekend die op 8 maart 2090 gold. Later bekend geworden voor "
        "deze dag: geconsolideerde tekst, geldig vanaf 5 maart 2090 (bekend sinds 10 maart 2090, afgeleid "
        "uit de jongste bekendmaking in de tekst).",
    ),
    (
        "2090-04-26",
        "2090-05-01",
        "Op 26 april 2090 gold, zoals bekend op 1 mei 2090: geconsolideerde tekst, geldig vanaf 26 april "
        "2090, bekend sinds 20 april 2090, afgeleid uit de jongste bekendmaking in de tekst.",
    ),
]


@pytest.mark.parametrize(("on", "known_on", "answer"), ASKED)
def test_the_form_with_two_dates_answers_in_a_sentence(
    dated: Read, on: str, known_on: str, answer: str
) -> None:
    page = dated(f"{WORK}?geldig={on}&bekend={known_on}")
    said = next(page.all("div", "notice"))
    assert " ".join(said.words()).replace(" ,", ",") == answer
    fields = {
        f.attributes["name"]: f.attributes["value"]
        for f in page.all("input")
        if "date" in f.attributes["type"]
    }
    assert fields == {"geldig": on, "bekend": known_on}


def test_what_is_no_date_is_refused_in_words(dated: Read) -> None:
    assert "Dit is geen datum." in " ".join(dated(f"{WORK}?geldig=gisteren").words())


def test_a_work_without_a_text_that_can_be_law_does_not_ask(page: Read) -> None:
    assert not list(page("/regelingen/KAARS").all("form", "days"))
