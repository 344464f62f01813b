"""The query language on the page: where a fault is, what was meant, citations, one hit for all versions."""

import re
from pathlib import Path
from urllib.parse import quote, unquote_plus

import pytest
from flask.testing import FlaskClient

from indexer.query import read
from wetgeving.web.search_examples import CITATIONS, LANGUAGE

from .conftest import Read
from .page import Node
from .shelf import LONG, NEW, OLD, RESPELLED, SAME, address

DOCUMENT = (Path(__file__).parents[2] / "docs" / "zoektaal.md").read_text(encoding="utf-8")
WRITTEN = [written for part in LANGUAGE for written, _ in part.rows]


def _links(tree: Node) -> dict[str, str]:
    return {" ".join(a.words()): a.attributes["href"] for a in tree.all("a")}


@pytest.mark.parametrize("written", [*WRITTEN, *CITATIONS])
def test_every_example_is_read_without_a_fault_and_answers(client: FlaskClient, written: str) -> None:
    assert read(written).remarks == ()
    assert client.get(f"/zoeken?blijf=1&q={quote(written)}").status_code == 200


def test_the_document_and_the_page_have_the_same_examples(page: Read) -> None:
    rows = re.findall(r"^\| `(.+?)` \| (.+) \|$", DOCUMENT, re.MULTILINE)
    assert rows == [row for part in LANGUAGE for row in part.rows]
    assert re.findall(r"^- `(.+)`$", DOCUMENT, re.MULTILINE) == list(CITATIONS)
    links = _links(page("/uitleg/zoektaal"))
    assert all(unquote_plus(links[written]) == f"/zoeken?q={written}" for written in WRITTEN)
    assert links["Uitleg"]


def test_the_search_page_leads_to_the_language(page: Read) -> None:
    assert "/uitleg/zoektaal" in _links(page("/zoeken")).values()
    assert "/uitleg/zoektaal" in _links(page("/uitleg")).values()


def test_a_fault_is_shown_in_the_question_with_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/zoeken?q=lamp+soort:%3Cb%3E")
    html = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "<code>lamp soort:<mark>&lt;b&gt;</mark></code>" in html
    assert "Teken 12:" in html
    assert "Kies uit wet," in html
    said = client.get("/api/search?q=lamp+soort:%3Cb%3E").get_json()["error"]
    assert (said["code"], said["where"]) == ("query", "teken 12")


def test_a_word_that_is_nowhere_gets_a_link_to_what_was_meant(page: Read) -> None:
    tree = page("/zoeken?q=lantaarnopstekre+paal")
    said = next(tree.all(css="terms")).text()
    assert "lantaarnopstekre komt in geen enkele bepaling voor" in " ".join(said.split())
    assert "paal staat in 500 bepalingen" in " ".join(said.split())
    assert _links(tree)["lantaarnopsteker"] == "/zoeken?q=lantaarnopsteker+paal"


def test_words_that_do_not_meet_are_told_from_words_that_do_not_occur(page: Read) -> None:
    assert "Alles komt voor, maar niet samen." in page("/zoeken?q=mist+lantaarnopsteker").text()


def test_below_an_empty_answer_stands_apart_what_lacks_words_and_which(page: Read) -> None:
    tree = page("/zoeken?q=mist+lantaarnopsteker")
    assert "0 bepalingen" in " ".join(next(tree.all(css="lead")).text().split())
    apart = next(tree.all(css="looser"))
    assert "In geen bepaling staan alle woorden samen." in " ".join(apart.text().split())
    lacking = [" ".join(p.text().split()) for p in apart.all(css="lacking")]
    assert lacking
    assert all(p in ("Zonder mist .", "Zonder mist.", "Zonder lantaarnopsteker.") for p in lacking)


@pytest.mark.parametrize("question", ["mist+EN+lantaarnopsteker", "%22mist+lantaarnopsteker%22", "*"])
def test_nothing_looser_stands_below_what_was_asked_exactly(page: Read, question: str) -> None:
    assert list(page(f"/zoeken?q={question}").all(css="looser")) == []


def test_an_unknown_field_is_said(page: Read) -> None:
    assert "kleur: is geen veld" in page("/zoeken?q=kleur:lamp").text()


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("artikel 10 Lange lantaarnwet", address(LONG, "art_10")),
        ("art 10 lange lantaarnwet", address(LONG, "art_10")),
        ("Lange lantaarnwet art. 10", address(LONG, "art_10")),
        ("art 1 lid 1 LAMP", address(SAME, "art_1__para_1")),
        ("Lange lantaarnwet 10", address(LONG, "art_10")),
        ("10 lange lantaarnwet", address(LONG, "art_10")),
        ("art. 10 Llw", address(LONG, "art_10")),
        ("Llw 10", address(LONG, "art_10")),
    ],
)
def test_a_typed_citation_brings_the_reader_there(client: FlaskClient, typed: str, place: str) -> None:
    answer = client.get(f"/zoeken?q={quote(typed)}")
    assert (answer.status_code, answer.headers["Location"]) == (302, place)
    assert client.get(f"/zoeken?blijf=1&q={quote(typed)}").status_code == 200
    assert client.get(f"/zoeken?fase=consolidated&q={quote(typed)}").status_code == 200


@pytest.mark.parametrize(
    ("question", "at"),
    [("werk:LAMP artikel:1 lid:1", "#art_1__para_1"), ("werk:LAMP artikel:1 NIET lid:9", ""),
     ("werk:LAMP artikel:1 (lid:1 OF lid:2)", "")],
)  # fmt: skip
def test_a_hit_leads_to_the_lid_that_was_asked(page: Read, question: str, at: str) -> None:
    hits = next(page(f"/zoeken?blijf=1&q={quote(question)}").all("ol", css="hits"))
    assert next(hits.all("a")).attributes["href"].endswith(f"/art_1{at}")


def test_a_citation_with_more_words_is_offered_above_the_hits(page: Read) -> None:
    box = next(page("/zoeken?q=artikel+10+Lange+lantaarnwet+paal").all(css="cited"))
    assert [a.attributes["href"] for a in box.all("a")] == [address(LONG, "art_10")]


def test_a_citation_that_may_mean_more_is_a_choice(page: Read) -> None:
    box = next(page("/zoeken?q=artikel+1+Lampenwet").all(css="cited"))
    assert "kan meer zijn bedoeld" in box.text()
    places = [address(SAME, "art_1"), address(RESPELLED, "art_1")]
    assert [a.attributes["href"] for a in box.all("a")] == places


def test_the_versions_of_a_provision_are_one_hit_and_can_be_shown_apart(page: Read) -> None:
    tree = page("/zoeken?q=lamp&regeling=LAMP")
    first = next(next(tree.all("ol", "hits")).all("li"))
    others = next(first.all(css="versions"))
    assert "Ook in 2 andere versies" in " ".join(others.words())
    shown = [a.attributes["href"] for a in first.all("a")]
    assert {address(key, "art_1") for key in (OLD, NEW, SAME)} <= set(shown)
    apart = page(_links(tree)["Toon elke versie apart"])
    assert len(list(next(apart.all("ol", "hits")).all("li"))) > len(
        [li for li in next(tree.all("ol", "hits")).all("li") if "data-step" in li.attributes]
    )


def test_hits_can_be_put_in_another_order(page: Read, client: FlaskClient) -> None:
    tree = page("/zoeken?q=lantaarnopsteker")
    law = page(_links(tree)["volgorde in de regeling"])
    labels = [" ".join(h.words()) for h in next(law.all("ol", "hits")).all("h2")]
    assert labels[:3] == ["Artikel 1", "Artikel 2", "Artikel 3"]
    chosen = [a.text() for a in law.all("a") if a.attributes.get("aria-current") == "true"]
    assert chosen == ["volgorde in de regeling"]
    assert client.get("/zoeken?q=lamp&volgorde=kleur").status_code == 400


def test_a_question_for_changes_asks_the_changes(page: Read) -> None:
    tree = page("/zoeken?q=in:wijzigingen+mist")
    assert "erin gekomen" in tree.text().lower()
