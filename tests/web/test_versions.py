"""A version and its provisions: every word, every anchor, marks and notes apart, and what the text is."""

from hashlib import sha256

import pytest
from flask.testing import FlaskClient

from corpus.provision import walk, words
from wetgeving.bootstrap import Application
from wetgeving.web.contents import parts

from .conftest import Read
from .page import Node
from .shelf import FIRST, FORMER, GUESSED, LONG, NEW, OLD, SAME, UNDATED, address

NOT_LAW = ("stamp", "note", "label")


def _law(tree: Node) -> Node:
    return next(tree.all(css="law"))


@pytest.mark.parametrize("key", [OLD, NEW, SAME, GUESSED, *UNDATED])
def test_a_version_shows_every_word_in_order(shelf: Application, page: Read, key: str) -> None:
    with shelf.reading() as services:
        provisions = services.catalogue.text(key).provisions
    assert _law(page(address(key))).words(without=NOT_LAW) == list(words(provisions))


@pytest.mark.parametrize("key", [OLD, LONG])
def test_every_provision_is_an_anchor(shelf: Application, page: Read, key: str) -> None:
    with shelf.reading() as services:
        provisions = services.catalogue.text(key).provisions
    assert _law(page(f"{address(key)}?deel=alles")).ids() == [p.eid for p in walk(provisions)]


def test_a_long_version_is_sent_in_parts_that_together_hold_every_word(
    shelf: Application, page: Read
) -> None:
    with shelf.reading() as services:
        provisions = services.catalogue.text(LONG).provisions
    eids = [part.eid for part in parts(provisions)]
    assert len(eids) > 2
    shown = [w for eid in eids for w in _law(page(f"{address(LONG)}?deel={eid}")).words(without=NOT_LAW)]
    assert shown == list(words(provisions))


def test_a_part_says_how_much_of_the_text_it_is(page: Read) -> None:
    tree = page(f"{address(LONG)}?deel=art_300")
    assert "art_300" in tree.ids()
    assert "U ziet deel" in tree.text()
    assert "niet." in tree.text()
    assert f"{address(LONG)}?deel=alles" in [a.attributes["href"] for a in tree.all("a")]


def test_the_table_of_contents_leads_to_every_article_also_in_another_part(page: Read) -> None:
    contents = next(page(address(LONG)).all(css="contents"))
    links = [a.attributes["href"] for a in contents.all("a")]
    assert "#art_1" in links
    assert [link for link in links if link.endswith("#art_500") and "?deel=" in link]


def test_hostile_text_is_shown_and_never_run(client: FlaskClient) -> None:
    html = client.get(address(OLD)).get_data(as_text=True)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<script>alert" not in html
    assert "javascript:" not in html


def test_marks_tables_and_notes_are_shown_as_what_they_are(page: Read) -> None:
    law = _law(page(address(OLD)))
    assert [i.text() for i in law.all("i")] == ["lamp"]
    assert [td.text() for td in law.all("td")] == ["lamp", "vijf munten", "kaars", "één munt"]
    notes = [" ".join(note.words()) for note in law.all(css="note")]
    assert notes == [
        "redactie De redactie weet het ook niet.",
        "afbeelding niet opgenomen lamp.png",
    ]


def test_a_version_says_its_source_hash_standing_and_whether_it_is_official(page: Read) -> None:
    text = " ".join(page(address(OLD)).words())
    assert "Niet meer geldend: gold vanaf 1 januari 2001" in text
    assert "niet officieel" in text
    assert "lamp-1.xml" in text
    assert "herkomst de testkast" in text
    assert sha256(FIRST.encode()).hexdigest()[:12] in text
    assert "volgens het bestand zelf" in text


def test_a_date_from_a_file_name_is_never_shown_as_a_fact(page: Read) -> None:
    tree = page(address(GUESSED))
    text = " ".join(tree.words())
    assert "De datum is niet bevestigd: datum volgens bestandsnaam." in text
    assert "(datum volgens bestandsnaam)" in text
    assert "file-name" in " ".join(next(tree.all("details", "account")).words())
    assert "datum geraden" in page("/regelingen/BWBR9999999").text()


def test_the_present_version_is_in_force_only_as_far_as_was_taken_in(page: Read) -> None:
    assert "Geldend, voor zover opgenomen" in page(address(SAME)).text()


def test_an_undated_text_does_not_claim_to_be_law(page: Read) -> None:
    assert "Geen geldende tekst: fase niet opgegeven." in page(address(UNDATED[0])).text()


def test_one_provision_shows_its_own_words_and_its_place(shelf: Application, page: Read) -> None:
    with shelf.reading() as services:
        cited = services.catalogue.provision(NEW, "art_1__para_2")
    tree = page(address(NEW, "art_1__para_2"))
    assert next(tree.all("h1")).text() == "Artikel 1, tweede lid"
    assert _law(tree).words(without=NOT_LAW) == list(cited.provision.words())
    links = [a.attributes["href"] for a in tree.all("a")]
    assert {address(NEW, "art_1"), address(OLD, "art_1__para_2")} <= set(links)
    assert f"{address(NEW)}?deel=art_1__para_2#art_1__para_2" in links


@pytest.mark.parametrize("tail", ["", "/art_1", "?deel=art_1"])
def test_a_former_key_leads_to_the_present_one(client: FlaskClient, tail: str) -> None:
    response = client.get(address(FORMER) + tail)
    assert (response.status_code, response.location) == (302, address(SAME) + tail)


def test_a_work_lists_its_versions_oldest_first_and_marks_the_unchanged_one(page: Read) -> None:
    tree = page("/regelingen/LAMP")
    rows = [tr for tr in tree.all("tr") if list(tr.all("td"))]
    assert [next(tr.all(css="key")).text() for tr in rows] == [OLD, NEW, SAME]
    assert ["ongewijzigd" in tr.text() for tr in rows] == [False, False, True]


def test_choosing_two_versions_needs_no_javascript(client: FlaskClient, page: Read) -> None:
    form = next(f for f in page("/regelingen/LAMP").all("form") if f.attributes["action"] == "/vergelijken")
    radios = list(form.all("input"))
    checked = {r.attributes["name"]: r.attributes["value"] for r in radios if "checked" in r.attributes}
    assert checked == {"oud": OLD, "nieuw": SAME}
    assert [r.attributes["type"] for r in radios] == ["radio"] * 6
    response = client.get("/vergelijken", query_string=checked)
    assert (response.status_code, response.location) == (302, f"/vergelijken/{OLD}/{SAME}")


def test_a_source_is_downloaded_byte_for_byte(client: FlaskClient) -> None:
    response = client.get(f"/bron/{sha256(FIRST.encode()).hexdigest()}")
    assert response.get_data() == FIRST.encode()
    assert response.mimetype == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
