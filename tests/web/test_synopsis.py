"""Texts in columns: the page, its files, what is refused; and the explanation beside an article."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

import corpus
from wetgeving.bootstrap import Application
from wetgeving.cli import main
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse

EXAMPLES = Path(corpus.__file__).parent / "dossiers" / "VOORBEELD-1"
BILL, LAW = "VOORBEELD-1-wijzigingswet", "VOORBEELD-1-lantaarnwet"
FIRST, SUBMITTED, LATER = (
    f"{BILL}@{moment}" for moment in ("consultation-2092-02-01", "submitted-2092-11-01", "amended-2093-05-01")
)
OLD_LAW, NEW_LAW = f"{LAW}@consolidated-2091-01-01", f"{LAW}@consolidated-2094-01-01"
MEMORANDUM = "VOORBEELD-1-toelichting@submitted-2092-11-01"
REAL = "KAARS@unspecified-unknown"
PLAIN = "Wet op de kaarsen (Kaarsenwet)\n\nArtikel 1\n\n1. Een kaars brandt.\n\n2. Zij druipt.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with the example dossier and one real law."""
    from wetgeving.services.ingest import Statement

    folder = tmp_path_factory.mktemp("synopsis")
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(folder), "USER": "tester"}))
    application.database.migrate()
    with application.unit_of_work() as services:
        services.loading.load(EXAMPLES)
        services.ingesting.ingest(PLAIN.encode(), "kaars.txt", "test", Statement(work="KAARS"))
    application.close()
    return folder


@pytest.fixture(scope="module")
def client(home: Path) -> Iterator[FlaskClient]:
    application = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))
    yield create_app(application).test_client()
    application.close()


def columns(*keys: str) -> str:
    return "&".join(f"kolom={key}" for key in keys)


def page(client: FlaskClient, address: str) -> Node:
    response = client.get(address)
    assert response.status_code == 200, address
    return parse(response.get_data(as_text=True))


def test_each_row_has_a_cell_for_each_text_and_an_anchor_of_its_own(client: FlaskClient) -> None:
    shown = page(client, f"/synopsis?{columns(FIRST, SUBMITTED, LATER)}&artikelen=alle")
    table = next(shown.all("table", "synopsis"))
    rows = list(next(table.all("tbody")).all("tr"))
    assert rows
    for row in table.all("tr"):
        cells = len(list(row.all("td")))
        assert cells == 3 if "id" in row.attributes else cells == 0
    ids = shown.ids()
    assert len(ids) == len(set(ids))


def test_only_changed_articles_are_shown_unless_all_are_asked_for(client: FlaskClient) -> None:
    address = f"/synopsis?{columns(OLD_LAW, NEW_LAW)}"
    changed, whole = page(client, address), page(client, f"{address}&artikelen=alle")
    assert "Artikel 2 " not in next(changed.all("table")).text()
    assert len(list(changed.all("tr"))) < len(list(whole.all("tr")))
    assert "zonder wijziging zijn weggelaten" in changed.text()


def test_what_was_put_in_and_taken_out_is_marked_beside_the_column_before(client: FlaskClient) -> None:
    shown = page(client, f"/synopsis?{columns(OLD_LAW, NEW_LAW)}")
    row = next(r for r in shown.all("tr") if "artikel 10, eerste lid" in r.text())
    old, new = row.all("td")
    assert list(old.all("del")) == []
    assert [d.text() for d in new.all("del")] == ["acht"]
    assert [i.text() for i in new.all("ins")] == ["zes"]


def test_the_explanation_is_the_last_column(client: FlaskClient) -> None:
    shown = page(client, f"/synopsis?{columns(OLD_LAW, NEW_LAW)}&toelichting={MEMORANDUM}")
    row = next(r for r in shown.all("tr") if r.text().split()[:2] == ["artikel", "18"])
    assert "Onderdeel G: artikel 18" in list(row.all("td"))[-1].text()
    assert "Artikel II: Voorbeeldwet havens" in shown.text()  # found at no article, and not left out


def test_every_cell_of_an_example_says_that_it_is_one(client: FlaskClient) -> None:
    shown = page(client, f"/synopsis?{columns(OLD_LAW, NEW_LAW)}")
    for cell in next(shown.all("table")).all("td"):
        if list(cell.all(css="words")):
            assert list(cell.all(css="stamp"))


REFUSED = {
    "one column": (columns(FIRST), 400),
    "five columns": (columns(*[FIRST] * 5), 400),
    "an example beside a real text": (columns(FIRST, REAL), 409),
    "a version that is not there": (columns(FIRST, f"{BILL}@consultation-1999-01-01"), 404),
    "what is no key of a version": (columns(FIRST, "onzin"), 400),
    "explanation that is none": (f"{columns(FIRST, SUBMITTED)}&toelichting={LATER}", 400),
    "another choice of articles": (f"{columns(FIRST, SUBMITTED)}&artikelen=enkele", 400),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_is_refused_on_the_page_and_as_a_file(client: FlaskClient, name: str) -> None:
    query, status = REFUSED[name]
    assert client.get(f"/synopsis?{query}").status_code == status
    assert client.get(f"/synopsis.pdf?{query}").status_code == status


def test_without_columns_the_form_asks_for_them(client: FlaskClient) -> None:
    shown = page(client, "/synopsis?dossier=VOORBEELD-1")
    offered = {o.attributes["value"] for o in next(shown.all("select")).all("option")}
    assert {FIRST, OLD_LAW, MEMORANDUM} <= offered
    assert REAL not in offered
    only = page(client, "/synopsis?regeling=KAARS")
    assert {o.attributes["value"] for o in next(only.all("select")).all("option")} == {"", REAL}


@pytest.mark.parametrize(("ending", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_the_file_bears_the_stamp_in_its_name_and_is_the_same_each_time(
    client: FlaskClient, ending: str, start: bytes
) -> None:
    address = f"/synopsis.{ending}?{columns(OLD_LAW, NEW_LAW)}&toelichting={MEMORANDUM}"
    first, again = client.get(address), client.get(address)
    assert first.data[: len(start)] == start
    assert first.data == again.data
    assert "FICTIEVE-VOORBEELDTEKST" in first.headers["Content-Disposition"]
    assert first.headers["X-Robots-Tag"] == "noindex"


def test_the_command_gives_the_same_rows_as_the_page(home: Path, client: FlaskClient, tmp_path: Path) -> None:
    runner = CliRunner(env={"WETGEVING_HOME": str(home)})
    asked = ["synopsis", OLD_LAW, NEW_LAW, "--explanation", MEMORANDUM]
    said = json.loads(runner.invoke(main, [*asked, "--as", "json"]).stdout)
    shown = page(client, f"/synopsis?{columns(OLD_LAW, NEW_LAW)}&artikelen=alle")
    assert [row["id"] for row in said["rows"]] == [
        r.attributes["id"] for r in shown.all("tr") if r.attributes
    ]
    assert (said["columns"], said["explanation"]) == ([OLD_LAW, NEW_LAW], MEMORANDUM)
    assert runner.invoke(main, [*asked, "--as", "pdf", "--output", str(tmp_path)]).exit_code == 0
    (file,) = tmp_path.iterdir()
    assert file.name.startswith("FICTIEVE-VOORBEELDTEKST-synopsis_")
    assert runner.invoke(main, [*asked, "--as", "pdf", "--output", str(tmp_path / "x.pdf")]).exit_code == 5


def test_what_is_said_of_an_article_stands_beside_it_with_its_source(client: FlaskClient) -> None:
    shown = page(client, f"/regelingen/{LAW}/consolidated-2094-01-01/art_18/toelichting")
    assert "Artikel 18 wordt geheel herzien." in shown.text()
    links = {a.attributes.get("href", "") for a in shown.all("a")}
    assert "/regelingen/VOORBEELD-1-toelichting/submitted-2092-11-01/dvs_II__dvs_I__dvs_G" in links
    assert "Zelfde woorden als in" in shown.text()


def test_every_article_of_a_version_leads_to_what_is_said_of_it(client: FlaskClient) -> None:
    shown = page(client, f"/regelingen/{LAW}/consolidated-2094-01-01?deel=alles")
    links = [a.attributes["href"] for a in shown.all("a", "explained-by")]
    assert f"/regelingen/{LAW}/consolidated-2094-01-01/art_18/toelichting" in links
    assert not list(page(client, "/regelingen/KAARS/unspecified-unknown").all("a", "explained-by"))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"/regelingen/{LAW}/consolidated-2094-01-01/art_2/toelichting", "Geen toelichting gevonden."),
        ("/regelingen/KAARS/unspecified-unknown/art_1/toelichting", "hoort bij geen dossier"),
    ],
)
def test_where_nothing_is_said_the_page_says_what_was_searched(
    client: FlaskClient, address: str, says: str
) -> None:
    assert says in page(client, address).text()


def test_an_article_that_is_not_there_has_no_explanation(client: FlaskClient) -> None:
    assert client.get(f"/regelingen/{LAW}/consolidated-2094-01-01/art_999/toelichting").status_code == 404
