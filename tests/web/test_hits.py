"""What can be done with hits: all of them as a file, by page and by API, and two of them compared."""

import csv
from io import BytesIO, StringIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from wetgeving.bootstrap import Application
from wetgeving.services import exporting_hits
from wetgeving.services.saved_search import SavedSearch

from .conftest import Read
from .shelf import FICTIONAL, NEW, OLD, RESPELLED, SAME, UNDATED, address


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_hit_of_the_page_is_a_row_with_all_that_is_said_of_it(client: FlaskClient) -> None:
    answer = client.get("/zoeken.csv?q=mist&versies=apart")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="treffers.csv"'
    rows = _rows(answer.data)
    total = client.get("/api/search?q=mist").get_json()["total"]
    assert [row["Nr."] for row in rows] == [str(n) for n in range(1, total + 1)]
    row = next(row for row in rows if row["Versie"] == NEW)
    assert (row["Bepaling"], row["Kenmerk"], row["eId"]) == ("artikel 1", "LAMP", "art_1")
    assert (row["Fase"], row["Geldig vanaf"], row["Officieel"]) == (
        "geconsolideerde tekst",
        "2002-01-01",
        "nee",
    )
    assert "bij dichte mist" in row["Fragment"]
    assert "<mark>" not in row["Fragment"]
    assert row["Adres"] == f"http://localhost{address(NEW, 'art_1')}"
    assert client.get(row["Adres"]).status_code == 200


def test_the_versions_of_a_provision_are_one_row_unless_the_page_has_them_apart(client: FlaskClient) -> None:
    together = _rows(client.get("/zoeken.csv?q=lamp&regeling=LAMP").data)
    apart = _rows(client.get("/zoeken.csv?q=lamp&regeling=LAMP&versies=apart").data)
    assert len(together) < len(apart)
    assert "Ook in versies" not in apart[0]
    told = {v for row in together for v in (row["Versie"], *filter(None, row["Ook in versies"].split("; ")))}
    assert told == {row["Versie"] for row in apart}


def test_the_filters_of_the_page_are_those_of_the_file(client: FlaskClient) -> None:
    rows = _rows(client.get("/zoeken.csv?q=lamp&regeling=LICHT&pagina=3").data)
    assert {row["Kenmerk"] for row in rows} == {"LICHT"}


def test_what_changed_is_a_row_with_its_side_and_its_two_versions(client: FlaskClient) -> None:
    rows = _rows(client.get("/zoeken.csv?q=mist&in=wijzigingen&regeling=LAMP").data)
    assert [(r["Woorden"], r["Wijziging"], r["Vorige versie"], r["Versie"]) for r in rows] == [
        ("erin", "gewijzigd", OLD, NEW)
    ]
    assert unquote(rows[0]["Adres"]).endswith(
        f"/vergelijken/{OLD}/{NEW}#{rows[0]['Kenmerk van de wijziging']}"
    )


def test_a_file_with_fiction_says_so_in_its_name_and_in_each_such_row(client: FlaskClient) -> None:
    answer = client.get("/zoeken.csv?q=muts")
    assert 'filename="FICTIEVE-VOORBEELDTEKST-treffers.csv"' in answer.headers["Content-Disposition"]
    assert {row["Status"] for row in _rows(answer.data)} == {"FICTIEVE VOORBEELDTEKST"}
    both = _rows(client.get("/zoeken.csv?q=kaars&voorbeelden=1").data)
    assert {(row["Kenmerk"] == "VERZONNEN", row["Status"] != "") for row in both} == {
        (True, True),
        (False, False),
    }
    assert "Status" not in _rows(client.get("/zoeken.csv?q=kaars").data)[0]


def test_the_sheet_holds_the_same(client: FlaskClient) -> None:
    answer = client.get("/zoeken.xlsx?q=mist")
    with ZipFile(BytesIO(answer.data)) as file:
        strings = file.read("xl/sharedStrings.xml").decode()
    assert "dichte mist" in strings
    again = client.get("/zoeken.xlsx?q=mist", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


def test_what_is_beyond_the_bound_is_told_in_the_last_row(
    shelf: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting_hits, "MOST", 2)
    with shelf.reading() as services:
        wanted = SavedSearch("artikel", {})
        sheet = services.exporting_hits.sheet(services.searching, wanted, lambda hit: hit.eid)
    assert len(sheet.rows) == 3
    assert sheet.rows[-1][1].startswith("Let op: dit zijn de eerste 2 van ")


def test_the_api_gives_the_same_file_without_fiction_unless_asked(client: FlaskClient) -> None:
    texts = client.get("/api/search/hits?q=mist&grouped=1")
    assert (texts.status_code, texts.mimetype) == (200, "text/csv")
    assert _rows(texts.data) == _rows(client.get("/zoeken.csv?q=mist").data)
    assert _rows(client.get("/api/search/hits?q=muts").data) == []
    assert len(_rows(client.get("/api/search/hits?q=muts&examples=1").data)) == 1
    changes = client.get("/api/search/changes/hits?q=mist&direction=inserted&work=LAMP")
    assert [row["Woorden"] for row in _rows(changes.data)] == ["erin"]
    assert client.get("/api/search/hits?q=mist&as=xlsx").data[:2] == b"PK"
    assert client.get("/api/search/hits?q=mist&direction=inserted").status_code == 400


def _chosen(*hits: tuple[str, str]) -> str:
    return "/zoeken/vergelijken?" + "&".join(f"treffer={version}/{eid}" for version, eid in hits)


@pytest.mark.parametrize("order", [1, -1])
def test_two_hits_are_compared_at_what_was_found_older_first(client: FlaskClient, order: int) -> None:
    chosen = ((OLD, "art_1"), (NEW, "art_1"))[::order]
    answer = client.get(_chosen(*chosen))
    assert answer.status_code == 302
    there, _, change = unquote(answer.location).partition("#")
    assert there == f"/vergelijken/{OLD}/{NEW}"
    assert f'id="{change}"' in client.get(there).get_data(as_text=True)


def test_two_hits_without_a_change_lead_to_the_whole_texts(client: FlaskClient) -> None:
    answer = client.get(_chosen((NEW, "art_1"), (SAME, "art_1")))
    assert unquote(answer.location) == f"/vergelijken/{NEW}/{SAME}?tekst=heel"


def test_two_laws_can_be_compared_as_anywhere(client: FlaskClient) -> None:
    assert client.get(_chosen((NEW, "art_1"), (RESPELLED, "art_1"))).status_code == 302


@pytest.mark.parametrize(
    ("hits", "status", "said"),
    [
        ((), 400, "Vergelijken kan met twee treffers."),
        (((OLD, "art_1"),), 400, "1 gekozen"),
        (((OLD, "art_1"), (NEW, "art_1"), (SAME, "art_1")), 400, "3 gekozen"),
        (((OLD, "art_1"), (OLD, "art_2")), 400, "dezelfde versie"),
        (((UNDATED[0], "art_1"), (FICTIONAL[0], "art_1")), 409, "fictieve"),
        (((OLD, "art_1"), ("LAMP@consolidated-1999-01-01", "art_1")), 404, "niet opgenomen"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_reason(
    client: FlaskClient, hits: tuple[tuple[str, str], ...], status: int, said: str
) -> None:
    answer = client.get(_chosen(*hits))
    assert answer.status_code == status
    assert said in answer.get_data(as_text=True)


def test_the_page_of_hits_offers_all_this_without_a_script(page: Read) -> None:
    shown = page("/zoeken?q=mist&regeling=LAMP")
    links = {a.text(): a.attributes["href"] for a in shown.all("a")}
    assert links["Volg deze zoekvraag (Atom-feed)"] == "/zoeken.atom?q=mist&regeling=LAMP"
    assert links["Alle treffers als Excel (XLSX)"] == "/zoeken.xlsx?q=mist&regeling=LAMP"
    form = next(f for f in shown.all("form") if f.attributes.get("id") == "vergelijk-treffers")
    assert form.attributes["action"] == "/zoeken/vergelijken"
    boxes = [i for i in shown.all("input") if i.attributes.get("name") == "treffer"]
    assert {box.attributes["form"] for box in boxes} == {"vergelijk-treffers"}
    assert f"{NEW}/art_1" in {box.attributes["value"] for box in boxes}
    changes = page("/zoeken?q=mist&in=wijzigingen")
    assert not [box for box in changes.all("input") if box.attributes.get("name") == "treffer"]


def test_a_page_asked_of_an_address_without_hits_offers_no_file(page: Read) -> None:
    assert "Bewaren" not in page("/zoeken?q=onvindbaarwoord").text()
    assert "Bewaren" not in page("/zoeken").text()
