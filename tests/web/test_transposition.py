"""The transponeringstabel (EU) on its pages: dates, counts, claims with their source, reviews, files."""

import csv
import re
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.exporters import transposition_columns as columns
from wetgeving.bootstrap import Application, shipped_dossiers
from wetgeving.settings import Settings
from wetgeving.web import create_app

from .page import Node, parse

FIRE, SIGNAL, SCREENING = "VOORBEELD-1-vuurverordening", "VOORBEELD-1-seinrichtlijn", "32024R1356"
TABLE = f"/transponering/{FIRE}"
LAW = "/regelingen/VOORBEELD-1-lantaarnwet/consolidated-2094-01-01"
GAP = "art_10__para_3"


def _settings(home: Path) -> Settings:
    return Settings.from_environment({"WETGEVING_HOME": str(home), "WETGEVING_UPLOADS": "1", "USER": "t"})


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Application]:
    """Both dossiers that ship, as a new installation has them."""
    folder = tmp_path_factory.mktemp("transponering")
    running = Application(_settings(folder))
    running.database.migrate()
    for dossier in shipped_dossiers():
        with running.unit_of_work() as services:
            services.loading.load(dossier)
    yield running
    running.close()


@pytest.fixture(scope="module")
def home(application: Application) -> FlaskClient:
    """Someone at this machine, who may edit while there are no accounts."""
    return create_app(application).test_client()


def opened(client: FlaskClient, address: str) -> Node:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return parse(answer.get_data(as_text=True))


def words(node: Node) -> str:
    return re.sub(r" ([:;.,)])", r"\1", " ".join(node.text().split()))


def rows(page: Node) -> dict[str, Node]:
    return {n.attributes["id"]: n for n in page.all("details", css="point")}


def states(page: Node) -> dict[str, str]:
    return {eid: words(next(row.all("span", css="state"))) for eid, row in rows(page).items()}


def test_the_head_gives_kind_dates_counts_gaps_and_texts(home: FlaskClient) -> None:
    page = opened(home, TABLE)
    lead = words(next(page.all("p", css="lead")))
    assert lead.startswith(
        "EU-verordening; wordt uitgevoerd. 1 hiaat: onderzocht, en zonder bepaling of reden"
    )
    facts = words(next(page.all("dl", css="facts")))
    assert "Inwerkingtreding 3 juni 2090 afgeleid: V" in facts
    assert "Zoals gedrukt: 1 januari 2094 afgeleid: V Die de regering gebruikt: 1 januari 2094" in facts
    assert "Omzetting niet van toepassing: een verordening wordt uitgevoerd" in facts
    assert "EU-tekst Vuurverordening, 14 mei 2090" in facts
    assert "Voorbeeldwet lantaarnbeheer, 1 januari 2094" in facts
    assert "Geteld: 48 kleinste onderdelen" in words(page)


def test_a_directive_has_a_date_of_transposition_and_is_transposed(home: FlaskClient) -> None:
    page = opened(home, f"/transponering/{SIGNAL}")
    assert "EU-richtlijn; wordt omgezet" in words(next(page.all("p", css="lead")))
    facts = words(next(page.all("dl", css="facts")))
    assert "Omzetting Zoals gedrukt: 1 januari 2094: omzetting afgeleid: V" in facts
    assert "een richtlijn verplicht tot omzetting" in facts
    relations = {o.attributes["value"] for s in page.all("select") if s.attributes["name"] == "verhouding"
                 for o in s.all("option")}  # fmt: skip
    assert relations == {"", "transposes", "uses-option", "goes-further"}


def test_dates_that_differ_stand_beside_each_other_with_their_sources(home: FlaskClient) -> None:
    page = words(opened(home, "/dossiers/36871/eu"))
    assert page.count("De datums verschillen.") == 3
    assert "Zoals gedrukt: 1 juli 2026: artikel 42 afgeleid uit de tekst bij EUR-Lex: E1" in page
    assert "Die de regering gebruikt: 12 juni 2026: voor het hele Pact" in page
    assert "niet opgenomen: laad het officiële bestand van eur-lex.europa.eu" in page
    assert "niet te zeggen: nog geen artikel onderzocht" in page


def test_an_act_without_text_has_rows_from_the_dossier_that_nobody_examined(home: FlaskClient) -> None:
    page = opened(home, f"/transponering/{SCREENING}")
    found = states(page)
    assert len([eid for eid in found if "__" not in eid]) == 25
    assert found["art_1"] == "open, nog niet onderzocht"
    assert "Geteld: 25 artikelen, naar de lijst in het dossier" in words(page)


def test_a_gap_is_one_and_a_directly_applicable_article_is_none(home: FlaskClient) -> None:
    page = opened(home, TABLE)
    gap = rows(page)[GAP]
    assert "hiaat" in words(next(gap.all("summary")))
    assert states(page)[GAP] == "open"
    assert states(page)["art_8__para_1"] == "geen uitvoering nodig, voorgesteld"
    assert "rechtstreeks toepasselijk" in words(next(rows(page)["art_8__para_1"].all("summary")))
    listed = words(opened(home, "/dossiers/VOORBEELD-1/eu/hiaten"))
    assert "Artikel 10, derde lid" in listed
    assert "Artikel 8, eerste lid" not in listed


def test_a_row_opens_with_its_claim_source_room_choice_and_pointer(home: FlaskClient) -> None:
    row = rows(opened(home, TABLE))["art_7__para_2"]
    said = words(row)
    assert "Volgens tabel in de toelichting" in said
    assert "kortere duur, niet korter dan twee jaar" in said
    assert "drie jaar; zie paragraaf 3.3, onder a lees paragraaf 3.3, onder a" in said
    targets = [
        a.attributes["href"] for a in row.all("a") if "VOORBEELD-1-toelichting" in a.attributes["href"]
    ]
    assert len(targets) >= 2
    for target in targets:
        assert home.get(target).status_code == 200


def test_a_changed_provision_names_its_change_and_leads_to_it(home: FlaskClient) -> None:
    page = opened(home, f"{TABLE}?stand=to-be-rechecked")
    assert set(states(page).values()) == {"opnieuw te beoordelen"}
    change = next(rows(page)["art_12__para_1"].all("div", css="recheck"))
    assert "de nationale bepaling, artikel 49, tweede lid" in words(change)
    assert "300" in words(next(change.all("del")))
    (link,) = [a.attributes["href"] for a in change.all("a")]
    address, _, anchor = link.partition("#")
    assert f'id="{anchor}"' in home.get(address).get_data(as_text=True)


def test_the_union_side_is_cited_with_onder_and_the_national_side_with_onderdeel(home: FlaskClient) -> None:
    row = rows(opened(home, TABLE))["art_10__para_2__point_a"]
    assert "Artikel 10, tweede lid, onder a" in words(row)
    assert "artikel 2, tweede lid, onderdeel b" in words(rows(opened(home, TABLE))["art_1__para_3"])


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("stand=gap", {GAP}), ("stand=confirmed", set()), ("volgens=dossier-fact", set())],
)
def test_rows_are_filtered_and_an_empty_answer_says_so(
    home: FlaskClient, asked: str, shown: set[str]
) -> None:
    page = opened(home, f"{TABLE}?{asked}")
    assert set(rows(page)) == shown
    assert bool(shown) != ("Geen rij past bij dit filter." in words(page))


@pytest.mark.parametrize("asked", ["stand=groen", "volgens=niemand"])
def test_a_filter_that_cannot_be_is_refused(home: FlaskClient, asked: str) -> None:
    assert home.get(f"{TABLE}?{asked}").status_code == 400


def test_the_same_from_the_side_of_the_law_names_the_act(home: FlaskClient) -> None:
    page = words(opened(home, f"{LAW}/eu"))
    assert "Artikel 6a, tweede lid" in page
    assert "Artikel 10, tweede lid, onder a, Vuurverordening" in page
    assert f"{LAW}/eu" in home.get(LAW).get_data(as_text=True)
    every = opened(home, f"{LAW}/eu?alle=1")
    assert "geen genoemd" in words(every)


def test_what_happened_since_a_day_has_new_versions_and_changes(home: FlaskClient) -> None:
    address = "/dossiers/VOORBEELD-1/eu/sinds"
    assert "Kies een dag" in words(opened(home, address))
    found = words(opened(home, f"{address}?dag=2093-12-31"))
    assert "1 januari 2094" in found
    assert "14 mei 2090" not in found
    assert home.get(f"{address}?dag=gisteren").status_code == 400


def test_a_page_that_did_not_change_is_not_sent_again(home: FlaskClient) -> None:
    for address in (TABLE, f"{TABLE}.docx", "/dossiers/VOORBEELD-1/eu", f"{LAW}/eu"):
        tag = home.get(address).headers["ETag"]
        assert home.get(address, headers={"If-None-Match": tag}).status_code == 304


def test_a_file_of_the_example_says_so_in_its_name(home: FlaskClient) -> None:
    for ending in ("docx", "xlsx", "csv", "json"):
        answer = home.get(f"{TABLE}.{ending}")
        assert answer.status_code == 200
        name = f"FICTIEVE-VOORBEELDTEKST-transponeringstabel_{FIRE}.{ending}"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["X-Robots-Tag"] == "noindex"
    real = home.get(f"/transponering/{SCREENING}.docx").headers
    assert "FICTIEF" not in real["Content-Disposition"].upper()


def test_what_does_not_exist_is_not_found(home: FlaskClient) -> None:
    for address in ("/transponering/32099R0001", "/transponering/VOORBEELD-1-lantaarnwet",
                    "/dossiers/99999/eu", "/transponering/32099R0001.csv"):  # fmt: skip
        assert home.get(address).status_code == 404, address


def claim_at(page: Node, eid: str) -> str:
    return next(rows(page)[eid].all("section", css="claim")).attributes["id"]


def test_an_editor_confirms_a_claim_and_the_row_and_the_counts_follow(home: FlaskClient) -> None:
    claim = claim_at(opened(home, TABLE), "art_7__para_1")
    form = {"claim": claim, "oordeel": "confirmed", "reden": "nagelezen", "bepaling": "art_7__para_1"}
    assert home.post(TABLE, data={**form, "reden": " "}).status_code == 400
    assert home.post(TABLE, data={**form, "oordeel": "misschien"}).status_code == 400
    answer = home.post(TABLE, data=form)
    assert answer.headers["Location"] == f"{TABLE}?open=art_7__para_1#art_7__para_1"
    page = opened(home, TABLE)
    assert states(page)["art_7__para_1"] == "bevestigd"
    assert "Bevestigd op" in words(rows(page)["art_7__para_1"])
    assert set(rows(opened(home, f"{TABLE}?stand=confirmed"))) == {"art_7__para_1"}
    csv_file = home.get(f"{TABLE}.csv").get_data().decode("utf-8-sig")
    (confirmed,) = [r for r in _csv(csv_file) if r[columns.STANDING] == "bevestigd"]
    assert confirmed[columns.EU] == "artikel 7, eerste lid"
    home.post(TABLE, data={**form, "oordeel": "rejected", "reden": "toch niet"})
    assert states(opened(home, TABLE))["art_7__para_1"] != "bevestigd"
    assert "Eerder" in words(rows(opened(home, TABLE))["art_7__para_1"])
    home.post(TABLE, data={**form, "oordeel": "proposed", "reden": "terug"})


def test_an_editor_adds_a_claim_in_words_and_closes_the_gap(home: FlaskClient) -> None:
    said = {"eu": "artikel 10, lid 3", "nationaal": "artikel 6a, derde lid", "reden": "jaarlijks verslag"}
    assert home.post(f"{TABLE}/claim", data={**said, "eu": "artikel 99"}).status_code == 400
    assert home.post(f"{TABLE}/claim", data={**said, "verhouding": "zomaar"}).status_code == 400
    answer = home.post(f"{TABLE}/claim", data=said)
    assert answer.headers["Location"] == f"{TABLE}?open={GAP}#{GAP}"
    page = opened(home, TABLE)
    assert states(page)[GAP] == "voorgesteld"
    assert "redacteur" in words(next(rows(page)[GAP].all("summary")))
    happened = words(opened(home, "/dossiers/VOORBEELD-1/eu/sinds?dag=2000-01-01"))
    assert "jaarlijks verslag" in happened


def _csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def _sent(client: FlaskClient, content: bytes, name: str = "tabel.csv") -> tuple[int, Node]:
    answer = client.post(f"{TABLE}/inlezen", data={"bestand": (BytesIO(content), name)})
    return answer.status_code, parse(answer.get_data(as_text=True))


HEAD = "EU-bepaling;nationale bepaling;beleidsruimte;keuze\n"


def test_a_table_is_shown_first_with_what_fits_nothing_and_stored_after_that(home: FlaskClient) -> None:
    table = (
        f"{HEAD}artikel 3, lid 1;artikel 4, eerste lid;;zelf bedacht\nartikel 99;artikel 5;;\n"
        "artikel 4;artikel 999;;\nartikel 5, lid 1;artikel 3 van de Onbekende wet;;\n;artikel 5;;\n"
    )  # fmt: skip
    status, page = _sent(home, table.encode())
    assert status == 200
    assert "1 nieuwe claim; 0 al bekend; 4 rijen passen niet" in words(next(page.all("p", css="lead")))
    left = words(next(page.all("table", css="listing")))
    assert "De EU-bepaling staat niet in de tekst van de handeling: artikel 99." in left
    assert "De nationale bepaling staat niet in de opgenomen tekst: artikel 999." in left
    assert "De rij noemt geen EU-bepaling." in left
    assert "zelf bedacht" not in words(opened(home, TABLE))
    (content,) = [i.attributes["value"] for i in page.all("input") if i.attributes["name"] == "inhoud"]
    form = {"inhoud": content, "regeling": "", "reden": "tabel van een ander"}
    assert home.post(f"{TABLE}/inlezen/bevestigen", data={**form, "inhoud": "%%"}).status_code == 400
    assert home.post(f"{TABLE}/inlezen/bevestigen", data=form).status_code == 303
    assert "zelf bedacht" in words(opened(home, f"{TABLE}?volgens=editor"))
    _, again = _sent(home, table.encode())
    assert "Niets nieuws; 1 al bekend" in words(next(again.all("p", css="lead")))


@pytest.mark.parametrize(
    ("content", "code"), [(b"", 422), (b"PK\x03\x04kapot", 422), (b"naam;bedrag\njan;3\n", 422)]
)
def test_a_file_that_is_no_table_is_refused(home: FlaskClient, content: bytes, code: int) -> None:
    assert _sent(home, content, "x.xlsx")[0] == code
    assert home.post(f"{TABLE}/inlezen", data={}).status_code == 400


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("act", [FIRE, SIGNAL])
def test_an_exported_table_fits_in_whole_and_says_nothing_new(
    home: FlaskClient, act: str, ending: str
) -> None:
    content = home.get(f"/transponering/{act}.{ending}").get_data()
    answer = home.post(f"/transponering/{act}/inlezen", data={"bestand": (BytesIO(content), f"t.{ending}")})
    lead = words(next(parse(answer.get_data(as_text=True)).all("p", css="lead")))
    assert lead.startswith("Niets nieuws; ")
    assert "0 rijen passen niet" in lead


def test_a_table_taken_in_where_no_memorandum_says_it_goes_out_with_the_same_rows(
    home: FlaskClient, tmp_path: Path
) -> None:
    sent = _csv(home.get(f"{TABLE}.csv").get_data().decode("utf-8-sig"))
    printed = [r for r in sent if r[columns.CLAIMANT] == "tabel in de toelichting"]
    other = Application(_settings(tmp_path))
    other.database.migrate()
    (example,) = [d for d in shipped_dossiers() if d.name == "VOORBEELD-1"]
    with other.unit_of_work() as services:
        services.loading.load(example)
        for listed in services.catalogue.versions("VOORBEELD-1-toelichting"):
            services.curation.withdraw(listed.version.version, "voor deze proef")
    client = create_app(other).test_client()
    before = client.get(f"{TABLE}.csv").get_data().decode("utf-8-sig")
    assert not [r for r in _csv(before) if r[columns.CLAIMANT] == "tabel in de toelichting"]
    content = home.get(f"{TABLE}.xlsx").get_data()
    page = parse(
        client.post(f"{TABLE}/inlezen", data={"bestand": (BytesIO(content), "t.xlsx")}).get_data(as_text=True)
    )
    (held,) = [i.attributes["value"] for i in page.all("input") if i.attributes["name"] == "inhoud"]
    client.post(
        f"{TABLE}/inlezen/bevestigen", data={"inhoud": held, "regeling": "", "reden": "heen en terug"}
    )
    back = _csv(client.get(f"{TABLE}.csv").get_data().decode("utf-8-sig"))
    said = (*columns.OFFICIAL, columns.RELATION, columns.REASON, columns.EU_EID, columns.NATIONAL_KEYS)
    taken = {tuple(r[name] for name in said) for r in back if r[columns.CLAIMANT] == "redacteur"}
    assert {tuple(r[name] for name in said) for r in printed} <= taken
    other.close()
