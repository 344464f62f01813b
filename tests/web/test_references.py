"""References on a page: what leads where, together with typography, and what is said of the rest."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from corpus.provision import Mark, Provision, ProvisionKind
from tests.web.page import parse
from tests.web.test_query_counts import _count
from wetgeving.bootstrap import Application
from wetgeving.services.ingest import Statement
from wetgeving.settings import Settings
from wetgeving.store.citation_form import Place
from wetgeving.web import create_app, official
from wetgeving.web.running_text import Linked, blocks

LAW, DECREE = "/regelingen/LAMP/consolidated-2031-01-01", "/regelingen/OLIE/consolidated-2031-01-01"
LAMP = """Wet op de lampen (Lampenwet)

Artikel 1

1. Een lamp brandt bij nacht.

2. Het eerste lid geldt niet bij volle maan, tenzij artikel 34 van Richtlijn 2013/32/EU dat zegt.
"""
OIL = """Besluit lampolie

Artikel 1

De olie, bedoeld in artikel 1, eerste lid, van de Lampenwet, is helder, gelet op de Kaarsenwet.

Artikel 2

Dit besluit volgt artikel 9 van de Lampenwet.
"""
CANDLE = "Wet op de kaarsen (Kaarsenwet)\n\nArtikel 1\n\nEen kaars druipt.\n"


def _take_in(application: Application, work: str, text: str, *, fictional: bool = False) -> None:
    said = Statement(work=work, stage="consolidated", in_force_on=date(2031, 1, 1), fictional=fictional)
    with application.unit_of_work() as services:
        services.ingesting.ingest(text.encode(), f"{work}.txt", "test", said)


@pytest.fixture
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Application:
    """A law, a decree that refers to it, and two laws of one name; not yet read for references."""
    home = tmp_path_factory.mktemp("lampen")
    running = Application(Settings.from_environment({"WETGEVING_HOME": str(home), "USER": "tester"}))
    running.database.migrate()
    for work, text in (("LAMP", LAMP), ("OLIE", OIL), ("KAARS-A", CANDLE), ("KAARS-B", CANDLE)):
        _take_in(running, work, text)
    return running


@pytest.fixture
def client(lamps: Application) -> FlaskClient:
    """A client of the site over it, the texts read for references."""
    lamps.index()
    return create_app(lamps).test_client()


def _links(client: FlaskClient, address: str) -> list[tuple[str, str]]:
    tree = parse(client.get(address).get_data(as_text=True))
    law = next(tree.all(css="law"))
    return [(a.text(), a.attributes["href"]) for a in law.all("a", "ref")]


def test_a_reference_leads_to_the_provision_in_the_version_of_its_day(client: FlaskClient) -> None:
    assert _links(client, DECREE) == [
        ("artikel 1, eerste lid, van de Lampenwet", f"{LAW}/art_1__para_1"),
        ("Kaarsenwet", f"{DECREE}/art_1/verwijzing/84"),
    ]


def test_in_its_own_text_it_leads_to_the_place_on_the_page_or_to_the_page_it_is_on(
    client: FlaskClient,
) -> None:
    assert ("eerste lid", "#art_1__para_1") in _links(client, LAW)
    assert ("eerste lid", f"{LAW}?deel=art_1__para_1#art_1__para_1") in _links(client, f"{LAW}/art_1__para_2")


def test_what_is_not_here_leads_to_the_official_site_and_says_so(client: FlaskClient) -> None:
    tree = parse(client.get(LAW).get_data(as_text=True))
    (outside,) = tree.all("a", "official")
    assert outside.attributes["href"].startswith("https://eur-lex.europa.eu/")
    assert outside.attributes["href"].endswith("CELEX:32013L0032")
    assert outside.attributes["rel"] == "external noreferrer"


def test_an_example_never_leads_out_of_the_service(lamps: Application) -> None:
    _take_in(lamps, "VERZONNEN", LAMP.replace("lamp", "lantaarn"), fictional=True)
    lamps.index()
    tree = parse(create_app(lamps).test_client().get(LAW.replace("LAMP", "VERZONNEN")).get_data(as_text=True))
    law = next(tree.all(css="law"))
    assert [span.text() for span in law.all("span", "elsewhere")] == ["artikel 34 van Richtlijn 2013/32/EU"]
    assert all(a.attributes["href"].startswith(("#", "/")) for a in law.all("a"))


def test_what_may_mean_more_than_one_thing_leads_to_the_candidates(client: FlaskClient) -> None:
    page = client.get(f"{DECREE}/art_1/verwijzing/84")
    tree = parse(page.get_data(as_text=True))
    to = [a.attributes["href"] for a in next(tree.all("main")).all("a")]
    assert "/regelingen/KAARS-A/consolidated-2031-01-01" in to
    assert "/regelingen/KAARS-B/consolidated-2031-01-01" in to
    assert client.get(f"{DECREE}/art_1/verwijzing/3").status_code == 404


def test_a_text_that_was_not_read_yet_has_no_links_and_says_so(lamps: Application) -> None:
    site = create_app(lamps).test_client()
    before = site.get(DECREE)
    assert "nog niet op verwijzingen nagelezen" in before.get_data(as_text=True)
    assert 'class="ref' not in before.get_data(as_text=True)
    assert "nog niet op verwijzingen nagelezen" in site.get(f"{DECREE}/loze-verwijzingen").get_data(
        as_text=True
    )
    lamps.index()
    after = site.get(DECREE, headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert 'class="ref' in after.get_data(as_text=True)


def test_the_links_can_be_left_out(client: FlaskClient) -> None:
    assert _links(client, f"{DECREE}?verwijzingen=nee") == []
    assert client.get(f"{DECREE}?verwijzingen=misschien").status_code == 400


def test_a_provision_says_how_often_it_is_referred_to_and_where(client: FlaskClient) -> None:
    page = client.get(f"{LAW}/art_1").get_data(as_text=True)
    assert "Hiernaar wordt verwezen: 2 plaatsen" in page
    cited = next(parse(client.get(f"{LAW}/art_1/aangehaald").get_data(as_text=True)).all("main"))
    assert [h.text().strip() for h in cited.all("h2")] == ["Besluit lampolie", "Lampenwet"]
    assert [b.text() for b in cited.all("strong")] == [
        "artikel 1, eerste lid, van de Lampenwet",
        "eerste lid",
    ]
    assert client.get(f"{LAW}/art_9/aangehaald").status_code == 404
    assert "Besluit lampolie" not in client.get(f"{LAW}/aangehaald").get_data(as_text=True)


def test_what_leads_nowhere_is_listed_with_its_reason(client: FlaskClient) -> None:
    table = next(parse(client.get(f"{DECREE}/loze-verwijzingen").get_data(as_text=True)).all("tbody"))
    assert "artikel 9 van de Lampenwet" in table.text()
    assert "Staat niet in die tekst" in table.text()
    assert "Elke beoordeelde verwijzing" in client.get(f"{LAW}/loze-verwijzingen").get_data(as_text=True)


def test_the_api_says_the_same(client: FlaskClient) -> None:
    key = "OLIE@consolidated-2031-01-01"
    found = client.get(f"/api/versions/{key}/citations").get_json()
    texts = [item["text"] for item in found["items"]]
    assert (found["known"], found["total"]) == (True, len(texts))
    assert "artikel 1, eerste lid, van de Lampenwet" in texts
    (lost,) = client.get(f"/api/versions/{key}/citations?dangling=1").get_json()["items"]
    assert (lost["text"], lost["lost"]["why"]) == ("artikel 9 van de Lampenwet", "nothing-there")
    cited = client.get("/api/versions/LAMP@consolidated-2031-01-01/art_1/cited-by").get_json()
    assert [(item["work"], len(item["places"])) for item in cited["items"]] == [("OLIE", 1), ("LAMP", 1)]


def test_a_page_asks_as_often_for_many_references_as_for_one(lamps: Application) -> None:
    many = LAMP + "".join(f"\nArtikel {n}\n\nZie artikel 1 en de Kaarsenwet.\n" for n in range(2, 60))
    _take_in(lamps, "VEEL", many)
    lamps.index()
    site = create_app(lamps).test_client()
    site.get("/uitleg")
    few = _count(lamps, site, LAW)
    assert _count(lamps, site, LAW.replace("LAMP", "VEEL")) <= few
    assert few <= 32


def test_links_and_typography_go_together() -> None:
    text = "zie <artikel> 1 en 2"
    marks = (Mark(0, 8, "italic"), Mark(14, 15, "bold"))
    p = Provision(ProvisionKind.PARAGRAPH, text=text, marks=marks)
    (block,) = blocks(p, [Linked(4, 15, Markup('<a class="ref" href="#x">'))])
    assert block.text == ('<i>zie </i><a class="ref" href="#x"><i>&lt;art</i>ikel&gt; <b>1</b></a> en 2')


@given(
    st.text("ab<&\n\t ", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4),
)
def test_links_never_change_a_word(
    text: str, linked: list[tuple[int, int]], marked: list[tuple[int, int]]
) -> None:
    marks = tuple(Mark(at, at + length, "italic") for at, length in marked)
    p = Provision(ProvisionKind.PARAGRAPH, text=text, marks=marks)
    links = [Linked(at, at + length, Markup('<a href="#">')) for at, length in sorted(linked)]
    plain = [b.text.striptags() + str([[c.striptags() for c in r] for r in b.rows]) for b in blocks(p)]
    assert plain == [
        b.text.striptags() + str([[c.striptags() for c in r] for r in b.rows]) for b in blocks(p, links)
    ]
    html = "".join(b.text + "".join("".join(r) for r in b.rows) for b in blocks(p, links))
    assert html.count("<a ") == html.count("</a>")


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (Place("bwb", "BWBR0001234", "art_3__para_2__point_a"),
         "https://wetten.overheid.nl/jci1.3:c:BWBR0001234&artikel=3&lid=2&o=a"),
        (Place("bwb", "BWBR0001234", "art_3-1"), "https://wetten.overheid.nl/jci1.3:c:BWBR0001234"),
        (Place("celex", "32013L0032", "art_34"),
         "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32013L0032"),
        (Place("op", "stb-2031-12"), "https://zoek.officielebekendmakingen.nl/stb-2031-12.html"),
        (Place("op", "kst-36871-3"), "https://zoek.officielebekendmakingen.nl/kst-36871-3.html"),
        (Place("ecli", "ECLI:NL:RVS:2031:1"),
         "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2031:1"),
        (Place("work", "LAMP"), ""),
        (Place("rvs", "W03.91.00165/II"), ""),
    ],
)  # fmt: skip
def test_the_official_address_follows_from_the_identifier(place: Place, address: str) -> None:
    assert official.address(place) == address
