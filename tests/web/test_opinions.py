"""The register of opinions and the ledger of one: printed words first, and what is only proposed."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.secure_xml import parse as parse_xml
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse

NUMBER = "W03.25.00165/II"
KEY = "VOORBEELD-1-advies@with-response-2092-10-20"
LEDGER = f"/adviezen/{KEY}"
FORMULA = "heeft een aantal opmerkingen bij het voorstel"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Both dossiers that ship, as a new installation has them."""
    folder = tmp_path_factory.mktemp("adviezen")
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
    return re.sub(r" ([:;.,)])", r"\1", " ".join(node.text().split()))


def point(page: Node, label: str) -> Node:
    return next(n for n in page.all("details") if n.attributes.get("id") == f"punt-{label}")


def listed(page: Node) -> list[list[str]]:
    """The numbers in each table of opinions."""
    tables = [t for t in page.all("table", css="listing") if "tally" not in t.classes]
    return [[next(row.all("a")).text() for row in t.all("tr") if list(row.all("a"))] for t in tables]


def test_the_real_opinion_is_counted_and_the_example_stands_apart(home: FlaskClient) -> None:
    page = opened(home, "/adviezen")
    assert listed(page) == [[NUMBER], ["VOORBEELD/advies-1"]]
    assert words(next(page.all("p", css="lead"))).startswith("1 advies; voorbeelden tellen niet mee")
    assert "Opmerkingen, eerst rekening mee te houden (B): 1." in words(page)
    assert not list(page.all("table", css="tally"))


@pytest.mark.parametrize(
    ("asked", "real", "examples"),
    [
        ("dictum=B", 1, 1),
        ("dictum=A", 0, 0),
        ("dictum=3", 0, 0),
        ("jaar=2025", 1, 0),
        ("jaar=2092", 0, 1),
        ("dossier=36871", 1, 0),
        ("dossier=VOORBEELD-1&opvolging=no-response-found", 0, 1),
        ("opvolging=overtaken", 0, 0),
        ("ministerie=Minister+van+Licht", 0, 1),
    ],
)
def test_the_register_is_filtered(home: FlaskClient, asked: str, real: int, examples: int) -> None:
    page = opened(home, f"/adviezen?{asked}")
    found = [number for table in listed(page) for number in table]
    assert (found.count(NUMBER), found.count("VOORBEELD/advies-1")) == (real, examples)
    assert words(next(page.all("p", css="lead"))).startswith(f"{real} van 1 advies")


@pytest.mark.parametrize("asked", ["dictum=E", "jaar=vorig", "opvolging=gelukt"])
def test_a_filter_that_cannot_be_is_refused(home: FlaskClient, asked: str) -> None:
    assert home.get(f"/adviezen?{asked}").status_code == 400


def test_the_older_wordings_are_a_list_of_their_own_in_words(home: FlaskClient) -> None:
    groups = {g.attributes["label"]: list(g.all("option")) for g in opened(home, "/adviezen").all("optgroup")}
    assert [o.attributes["value"] for o in groups["Stelsel A tot en met D"]] == list("ABCD")
    older = [o.text() for o in groups["Zes oudere formules"]]
    assert len(older) == 6
    assert not any("(" in text for text in older)


def test_the_real_opinion_has_facts_with_their_source_and_no_points(home: FlaskClient) -> None:
    page = opened(home, f"/adviezen/nummer/{NUMBER}")
    assert not list(page.all("details"))
    lead = words(next(page.all("p", css="lead")))
    assert lead.startswith("slotformule niet gezien; dictum B volgens één bron: Beslisnota")
    facts = words(next(page.all("dl", css="facts")))
    assert "Vastgesteld 22 oktober 2025 volgens één bron" in facts
    assert "Versie waarover is geadviseerd niet beschikbaar" in facts
    assert "Een andere versie komt er niet voor in de plaats" in facts
    assert "geen punten, geen reacties en geen opvolging" in words(page)


def test_a_number_leads_to_the_ledger_and_an_unknown_one_nowhere(home: FlaskClient) -> None:
    assert home.get("/adviezen/nummer/VOORBEELD/advies-1").headers["Location"] == LEDGER
    assert home.get("/adviezen/nummer/W99.99.99999/I").status_code == 404
    assert home.get("/adviezen/VOORBEELD-1-wijzigingswet@advice-2092-06-01").status_code == 404
    assert home.get("/adviezen/geen-sleutel").status_code == 400


def test_the_printed_sentence_comes_first_and_the_letter_second(home: FlaskClient) -> None:
    lead = words(next(opened(home, LEDGER).all("p", css="lead")))
    assert lead.index(FORMULA) < lead.index("dictum B")
    timeline = next(p for p in opened(home, "/dossiers/VOORBEELD-1").all("p", css="advised"))
    assert words(timeline).index(FORMULA) < words(timeline).index("dictum B")
    real = next(p for p in opened(home, "/dossiers/36871").all("p", css="advised"))
    assert words(real) == f"Dictum van advies {NUMBER}: slotformule niet gezien; dictum B"


def test_dates_that_differ_stand_beside_each_other_with_their_source(home: FlaskClient) -> None:
    claims = words(next(opened(home, LEDGER).all("ul", css="claims")))
    assert claims.index("3 september 2092 het stuk zelf") < claims.index("15 september 2092")


def test_the_ledger_is_stamped_as_an_example(home: FlaskClient) -> None:
    answer = home.get(LEDGER)
    assert answer.headers["X-Robots-Tag"] == "noindex"
    page = parse(answer.get_data(as_text=True))
    for hunk in page.all("details", css="hunk"):
        assert "FICTIEVE VOORBEELDTEKST" in hunk.text()


def test_a_point_shows_advice_answer_provision_change_and_a_proposal_with_its_reason(
    home: FlaskClient,
) -> None:
    page = opened(home, LEDGER)
    shown = point(page, "3")
    text = words(shown)
    assert "Gevraagd" in words(next(page.all("p", css="ledger-head")))
    assert "De Afdeling adviseert de termijn te verlengen" in text
    assert "De termijn is gesteld op een week" in text
    assert "Voorgesteld: deels overgenomen (waarschijnlijk)" in text
    deleted, inserted = ([n.text() for n in shown.all(tag)] for tag in ("del", "ins"))
    assert "drie dagen" in deleted
    assert "een week" in inserted
    links = [a.attributes["href"] for a in shown.all("a")]
    assert "/regelingen/VOORBEELD-1-wijzigingswet/advice-2092-06-01/art_I__point_Q" in links
    assert any("/vergelijken/" in link and "#" in link for link in links)


def test_a_point_opens_by_its_address_without_a_script(home: FlaskClient) -> None:
    assert "open" not in point(opened(home, LEDGER), "3").attributes
    assert "open" in point(opened(home, f"{LEDGER}?punt=3"), "3").attributes


def test_a_point_without_an_answer_says_so_and_is_named_at_the_top(home: FlaskClient) -> None:
    page = opened(home, LEDGER)
    assert "Geen reactie aangetroffen" in words(point(page, "7b"))
    assert "eerste zonder reactie: punt 7b" in words(next(page.all("dl", css="facts")))


def test_what_is_not_explained_names_the_papers_searched(home: FlaskClient) -> None:
    page = opened(home, LEDGER)
    text = words(page)
    unexplained = text.partition("Wijzigingen zonder gevonden verklaring")[2]
    assert "Doorzocht: VOORBEELD/advies-1 met nader rapport" in unexplained
    promised = next(page.all("ul", css="unkept"))
    assert words(promised).startswith("Punt 6:")
    assert "artikel 20a" in words(promised)


def test_without_the_right_there_is_no_form(home: FlaskClient) -> None:
    assert not list(opened(home, LEDGER).all("form", css="judge"))
    assert home.post(LEDGER, data={"punt": "3", "opvolging": "partly", "reden": "r"}).status_code == 401


def test_the_ledger_as_word_is_a_table_on_its_side_with_the_stamp(home: FlaskClient) -> None:
    answer = home.get(f"{LEDGER}.docx")
    assert "FICTIEVE-VOORBEELDTEKST-opvolging_" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(answer.data)) as package:
        document = package.read("word/document.xml")
    parse_xml(document)
    text = document.decode()
    assert 'w:orient="landscape"' in text
    assert text.index(FORMULA) < text.index("dictum B")
    for said in ("Geen reactie aangetroffen.", "Toegezegd, niet aangetroffen", "3 september 2092 volgens"):
        assert said in text
    assert home.get(f"{LEDGER}.docx").data == answer.data


def test_the_ledger_as_a_sheet_has_a_row_for_each_point_and_what_belongs_to_none(home: FlaskClient) -> None:
    answer = home.get(f"{LEDGER}.xlsx")
    assert "FICTIEVE-VOORBEELDTEKST-opvolging_" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(answer.data)) as package:
        strings = package.read("xl/sharedStrings.xml").decode()
    for said in ("2a", "7b", "deels overgenomen", "Toegezegd, niet aangetroffen", "FICTIEVE VOORBEELDTEKST"):
        assert f">{said}<" in strings


def test_the_api_lists_examples_only_when_asked_and_tells_every_claim(home: FlaskClient) -> None:
    real = home.get("/api/opinions").get_json()
    assert [e["number"] for e in real["items"]] == [NUMBER]
    assert real["items"][0]["version"] is None
    assert real["items"][0]["opvolging"] == {"points": 0, "confirmed": {}, "proposed": {}}
    every = home.get("/api/opinions?examples=1&dictum=B").get_json()
    assert [e["authentic"] for e in every["items"]] == [True, False]
    claims = every["items"][1]["dates"]["adopted"]["claims"]
    assert [c["day"] for c in claims] == ["2092-09-03", "2092-09-15"]


def test_the_api_gives_one_opinion_point_by_point(home: FlaskClient) -> None:
    found = home.get(f"/api/opinions/{KEY}").get_json()
    points = {p["point"]: p for p in found["points"]}
    assert list(points) == ["1", "2", "2a", "2b", "3", "4", "5", "6", "7", "7a", "7b"]
    assert points["3"]["proposed"]["outcome"] == "partly"
    assert points["3"]["changes"][0]["ops"]
    assert points["7b"]["response"] is None
    assert points["2"]["counts"] is False
    assert found["advised_version"] == "VOORBEELD-1-wijzigingswet@advice-2092-06-01"
    assert home.get("/api/opinions/VOORBEELD-1-advies@published-1999-01-01").status_code == 404


OLDER = (
    "De Afdeling advisering van de Raad van State geeft U in overweging het voorstel van wet te zenden aan "
    "de Tweede Kamer der Staten-Generaal, nadat met het vorenstaande rekening zal zijn gehouden."
)
PAPER = f"""<officiele-publicatie><kamerstuk><stuk><titel>Advies Afdeling advisering Raad van State</titel>
<algemeen><vrije-tekst><tekst>
<al>Bij Kabinetsmissive van 1 maart 2011, no. 11.000001, is bij de Afdeling advisering van de Raad van State
aanhangig gemaakt het voorstel van wet op de lampen.</al>
<divisie><kop><nr>1.</nr><titel>De lamp</titel></kop>
<al>De Afdeling adviseert artikel 1 aan te passen.</al></divisie>
<al>{OLDER}</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"""


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Application]:
    """An empty installation."""
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(tmp_path), "USER": "tester"}))
    running.database.migrate()
    yield running
    running.close()


def test_an_older_wording_is_counted_in_its_own_series_and_gets_no_letter(own: Application) -> None:
    said = Statement(work="LAMP-ADVIES", kind="opinion", stage="published", document_date=date(2011, 5, 5))
    with own.unit_of_work() as services:
        services.ingesting.ingest(PAPER.encode(), "advies.xml", "test", said)
    client = create_app(own).test_client()
    page = opened(client, "/adviezen")
    assert "Zes oudere formules, een eigen reeks die niet op de schaal van A tot en met D ligt." in words(
        page
    )
    assert "Stelsel A tot en met D." not in words(page)
    row = words(next(next(page.all("tbody")).all("tr")))
    assert row.index("geeft U in overweging") < row.index("formule 3 van de zes oudere")
    assert len(listed(opened(client, "/adviezen?dictum=3"))[0]) == 1
    ledger = opened(client, "/adviezen/LAMP-ADVIES@published-2011-05-05")
    assert "formule 3 van de zes oudere" in words(next(ledger.all("p", css="lead")))
    assert "nog geen nader rapport" in words(point(ledger, "1")).lower()


def test_without_the_version_advised_on_the_list_refuses_and_says_why(own: Application) -> None:
    folder = next(f for f in shipped_dossiers() if f.name == "VOORBEELD-1")
    with own.unit_of_work() as services:
        services.loading.load(folder)
        services.curation.withdraw("VOORBEELD-1-wijzigingswet@advice-2092-06-01", "vergissing")
    client = create_app(own).test_client()
    page = opened(client, LEDGER)
    assert "Versie waarover is geadviseerd niet beschikbaar." in words(page)
    refused = words(page).partition("Wijzigingen zonder gevonden verklaring Niet te geven.")[2]
    assert "Een andere versie komt er niet voor in de plaats." in refused
    assert not list(page.all("ins"))
    assert client.get(f"/api/opinions/{KEY}").get_json()["unexplained"]["changes"] == []
    assert client.get(f"{LEDGER}.docx").status_code == 200
