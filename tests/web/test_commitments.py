"""Commitments on the page of their dossier and on their own: who, what, by when, where, and how it stands."""

import io
import zipfile
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse

EXAMPLE, REAL = "/dossiers/VOORBEELD-1", "/dossiers/36871"
STAMP = "FICTIEVE-VOORBEELDTEKST"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Both dossiers that ship, as a new installation has them."""
    folder = tmp_path_factory.mktemp("toezeggingen")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(folder), "USER": "tester"}))
    application.database.migrate()
    for dossier in shipped_dossiers():
        with application.unit_of_work() as services:
            services.loading.load(dossier)
    yield create_app(application).test_client()
    application.close()


def opened(client: FlaskClient, address: str) -> Node:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return parse(answer.get_data(as_text=True))


def words(node: Node) -> str:
    return " ".join(node.text().split())


def rows(page: Node) -> list[Node]:
    """The commitments on the page of a dossier."""
    return [n for n in page.all("tr") if n.attributes.get("id", "").startswith("toezegging-")]


def test_the_dossier_shows_who_what_when_where_and_how_it_stands(home: FlaskClient) -> None:
    page = opened(home, EXAMPLE)
    first, *others = rows(page)
    assert len(others) == 4
    said = words(first)
    assert "Minister van Licht" in said
    assert "voorgesteld" in said
    assert "voor 1 mei 2093 (laatste dag: 30 april 2093)" in said
    assert "Stand niet bekend" in said
    assert "FICTIEVE VOORBEELDTEKST" in said
    links = [a.attributes["href"] for a in first.all("a")]
    assert "/regelingen/VOORBEELD-1-voortgangsbrief/published-2093-01-22/dvs_1" in links


def test_a_link_to_a_passage_leads_to_the_words(home: FlaskClient) -> None:
    page = opened(home, "/regelingen/VOORBEELD-1-voortgangsbrief/published-2093-01-22/dvs_1")
    assert "Ik zeg uw Kamer toe dat ik haar voor 1 mei 2093 bericht" in words(page)


def test_the_real_dossier_says_which_letters_are_not_at_hand_and_how_sure_each_fact_is(
    home: FlaskClient,
) -> None:
    page = opened(home, REAL)
    notice = next(n for n in page.all("div", css="notice") if "Toezeggingen daarin" in n.text())
    assert "is de tekst niet opgenomen" in words(notice)
    assert "Voortgangsbrief implementatie Asiel- en migratiepact (32317, nr. 992)" in words(notice)
    mechanism = next(r for r in rows(page) if "Inspectie Justitie en Veiligheid" in words(r))
    assert "volgens één bron" in words(mechanism)
    assert "(tekst niet opgenomen)" in words(mechanism)
    assert "voorgesteld" not in words(mechanism)


def test_a_passed_date_is_named_in_a_word_and_is_no_verdict(home: FlaskClient) -> None:
    page = opened(home, f"{REAL}/toezeggingen?stand=verstreken")
    found = [words(d) for d in page.all("details", css="point")]
    assert len(found) == 4
    assert all("datum verstreken" in text for text in found)
    assert "niet dat de toezegging is geschonden" in words(page)
    assert (
        "datum verstreken"
        not in words(next(opened(home, f"{EXAMPLE}/toezeggingen").all("main")))
        .replace("Datum verstreken zegt", "")
        .partition("Wie alle")[0]
    )


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("", 5),
        ("?wie=Minister+van+Licht", 3),
        ("?wie=minister+van+licht", 3),
        ("?wie=Havenopvang&stand=unknown", 1),
        ("?stand=kept", 1),
        ("?stand=lapsed", 0),
        ("?wie=niemand", 0),
    ],
)
def test_commitments_are_filtered_by_actor_and_state(home: FlaskClient, asked: str, number: int) -> None:
    page = opened(home, f"{EXAMPLE}/toezeggingen{asked}")
    assert len(list(page.all("details", css="point"))) == number
    if not number:
        assert "Geen toezegging past bij dit filter." in words(page)


def test_a_state_that_cannot_be_is_refused(home: FlaskClient) -> None:
    assert home.get(f"{EXAMPLE}/toezeggingen?stand=gebroken").status_code == 400


def test_sentence_row_and_note_are_one_with_three_places(home: FlaskClient) -> None:
    page = opened(home, f"{EXAMPLE}/toezeggingen")
    first = next(page.all("details", css="point"))
    assert [words(n) for n in first.all("p", css="named")] == [
        "Voortgangsbrief (nr. 10), divisie 1",
        "Voortgangsbrief (nr. 10), divisie 5",
        "Beslisnota (openbaar deel), divisie 3",
    ]
    assert "Volgens het dossier: Berichten welke instelling" in words(first)
    assert "Nog niemand heeft hierover iets vastgesteld." in words(first)


def test_the_report_is_a_word_file_whose_name_says_that_it_is_fiction(home: FlaskClient) -> None:
    answer = home.get(f"{EXAMPLE}/voortgang.docx?sinds=2093-01-01")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="{STAMP}-voortgang_VOORBEELD-1_sinds-2093-01-01.docx"'
    )
    assert answer.headers["X-Robots-Tag"] == "noindex"
    with zipfile.ZipFile(io.BytesIO(answer.get_data())) as archive:
        body = archive.read("word/document.xml").decode()
        header = archive.read("word/header1.xml").decode()
    assert "FICTIEVE VOORBEELDTEKST" in body
    assert "FICTIEVE VOORBEELDTEKST" in header
    assert "voorgesteld, door niemand bevestigd" in body


def test_the_report_as_json_is_that_of_the_api(home: FlaskClient) -> None:
    file = home.get(f"{REAL}/voortgang.json?sinds=2026-01-01").get_json()
    assert file == home.get("/api/dossiers/36871/progress?since=2026-01-01").get_json()
    assert file["authentic"] is True
    assert "Voortgangsbrief implementatie Asiel- en migratiepact" in file["unread"]
    ministers = next(a for a in file["actors"] if a["actor"].startswith("Ministers"))
    assert ministers["happened"][0]["day"] == "2026-01-22"


@pytest.mark.parametrize(
    "asked", ["", "?sinds=", "?sinds=gisteren", "?sinds=2026-02-31", "?sinds=9999-01-01"]
)
def test_a_report_without_a_day_that_can_be_is_refused(home: FlaskClient, asked: str) -> None:
    assert home.get(f"{REAL}/voortgang.docx{asked}").status_code == 400


@pytest.mark.parametrize("path", ["toezeggingen", "voortgang.json?sinds=2026-01-01"])
def test_a_dossier_that_is_not_there_is_not_found(home: FlaskClient, path: str) -> None:
    assert home.get(f"/dossiers/BESTAATNIET/{path}").status_code == 404


def test_the_api_tells_term_place_rule_and_review(home: FlaskClient) -> None:
    told = home.get("/api/dossiers/VOORBEELD-1/commitments?on=2093-05-01").get_json()
    first = told["commitments"][0]
    assert (first["last"], first["passed"], first["review"]) == ("2093-04-30", "yes", "proposed")
    assert first["read"]["rules"] == ["pledge", "table", "note"]
    assert first["said_in"][0]["version"] == "VOORBEELD-1-voortgangsbrief@published-2093-01-22"
    assert first["fact"]["key"] == "mechanisme"
    assert told["authentic"] is False


def test_the_page_is_another_when_the_address_filters_or_opens(home: FlaskClient) -> None:
    tags = {
        home.get(f"{EXAMPLE}/toezeggingen{asked}").headers["ETag"]
        for asked in ("", "?stand=open", "?toezegging=t-bfeea2d880a5")
    }
    assert len(tags) == 3
