"""Searching: hits with what they are, filters on and off, and an empty answer that says what to do."""

from flask.testing import FlaskClient

from indexer.document import SearchResult
from wetgeving.web.reading import reading
from wetgeving.web.search_view import Asked, Versions, facets

from .conftest import Read
from .page import Node
from .shelf import NEW, address


def _hits(tree: Node) -> list[Node]:
    return list(next(tree.all("ol", "hits")).all("li"))


def test_a_hit_says_its_label_work_version_status_and_where_the_word_stands(page: Read) -> None:
    hit = _hits(page("/zoeken?q=mist&versie=" + NEW))[0]
    assert " ".join(next(hit.all("h2")).words()) == "Artikel 1 Lampen"
    of = " ".join(next(hit.all(css="of")).words())
    assert of.startswith("Lampenwet · geconsolideerde tekst, geldig vanaf 1 januari 2002 · ")
    assert of.endswith(" · niet meer geldend, niet officieel")
    assert [m.text() for m in hit.all("mark")] == ["mist"]
    assert address(NEW, "art_1") in [a.attributes["href"] for a in hit.all("a")]


def test_hostile_text_in_question_and_law_stays_text(client: FlaskClient) -> None:
    html = client.get("/zoeken?q=%3Cscript%3Ealert(1)%3C/script%3E").get_data(as_text=True)
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    found = client.get("/zoeken?q=lampenraad").get_data(as_text=True)
    assert "<mark>lampenraad</mark>" in found
    assert "<script>alert" not in found


def test_filters_are_links_with_counts_that_go_on_and_off(page: Read) -> None:
    tree = page("/zoeken?q=register&regeling=LAMP&fase=consolidated")
    chosen = [a for a in next(tree.all(css="facets")).all("a") if a.attributes.get("aria-current") == "true"]
    assert [a.attributes["href"] for a in chosen] == [
        "/zoeken?q=register&regeling=LAMP",
        "/zoeken?q=register&fase=consolidated",
    ]
    assert "2 bepalingen" in next(tree.all(css="lead")).text()
    versions = next(n for n in tree.all(css="facets")).text()
    assert "geldig vanaf 1 juni 2003" in versions


def test_pages_follow_each_other(page: Read) -> None:
    first = page("/zoeken?q=lantaarnopsteker")
    assert len(_hits(first)) == 20
    links = {a.attributes.get("rel"): a.attributes["href"] for a in first.all("a")}
    assert "prev" not in links
    second = page(links["next"])
    assert "Pagina 2 van 25" in " ".join(second.words())
    seen = {next(hit.all("a")).attributes["href"] for tree in (first, second) for hit in _hits(tree)}
    assert len(seen) == 40


def test_a_page_after_the_last_says_so(page: Read) -> None:
    assert "Niets gevonden op deze pagina" in page("/zoeken?q=mist&pagina=9").text()


def test_an_empty_answer_says_what_to_do(page: Read) -> None:
    tree = page("/zoeken?q=onvindbaarwoord&regeling=LAMP")
    assert "Niets gevonden" in tree.text()
    assert "/zoeken?q=onvindbaarwoord" in [a.attributes["href"] for a in tree.all("a")]


def test_without_a_question_the_operators_are_explained(page: Read) -> None:
    assert "precies deze woorden achter elkaar" in page("/zoeken").text()


def test_an_unknown_filter_value_finds_nothing_and_can_be_taken_off(page: Read) -> None:
    tree = page("/zoeken?q=lamp&regeling=%3Cb%3E")
    assert "Niets gevonden" in tree.text()
    assert "/zoeken?q=lamp" in [a.attributes["href"] for a in tree.all("a")]


def test_a_filter_of_very_many_values_shows_the_first_and_counts_the_rest(client: FlaskClient) -> None:
    asked = Asked("lamp", {}, 1)
    counts = tuple((f"WET-{n:03}", 500 - n) for n in range(120))
    with client.application.test_request_context("/zoeken?q=lamp"), reading() as services:
        (shown,) = facets(asked, SearchResult(1, (), {"work": counts}), Versions(services))
    assert (len(shown.first), len(shown.more), shown.beyond) == (8, 42, 70)
    assert [shown.first[0].name, shown.more[-1].name] == ["WET-000", "WET-049"]
