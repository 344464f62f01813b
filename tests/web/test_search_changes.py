"""Searching what changed: the choice beside the texts, each hit at its place in a comparison, filters."""

from flask.testing import FlaskClient

from .conftest import Read
from .page import Node
from .shelf import FICTIONAL, NEW, OLD, comparison

QUESTION = "/zoeken?q=maand+OF+week&in=wijzigingen"


def _hits(tree: Node) -> list[Node]:
    return list(next(tree.all("ol", "hits")).all("li"))


def _links(node: Node) -> list[str]:
    return [a.attributes["href"] for a in node.all("a")]


def test_a_hit_leads_to_its_change_and_says_what_happened(page: Read, client: FlaskClient) -> None:
    hits = _hits(page(QUESTION))
    said = [" ".join(next(hit.all(css="of")).words()) for hit in hits]
    assert sorted(s.partition(" (")[0] for s in said) == ["Erin gekomen", "Eruit gegaan"]
    assert all("van geconsolideerde tekst, geldig vanaf 1 januari 2001 naar" in s for s in said)
    address, _, change = _links(hits[0])[0].partition("#")
    assert address == comparison(OLD, NEW)
    assert f'id="{change}"' in client.get(address).get_data(as_text=True)
    assert {m.text() for hit in hits for m in hit.all("mark")} == {"maand", "week"}


def test_the_choice_keeps_the_question_and_says_where_it_is_asked(page: Read) -> None:
    choice = next(page(QUESTION).all("nav", "search-in"))
    assert _links(choice) == ["/zoeken?q=maand+OF+week", QUESTION]
    assert [a.text() for a in choice.all("a") if "aria-current" in a.attributes] == ["wijzigingen"]
    assert next(page(QUESTION).all("form")).attributes["action"] == "/zoeken"


def test_filters_go_on_and_off(page: Read) -> None:
    facets = next(page(QUESTION).all("nav", "facets"))
    assert f"{QUESTION}&richting=inserted" in _links(facets)
    narrowed = page(f"{QUESTION}&richting=inserted&soort=modified")
    assert len(_hits(narrowed)) == 1
    assert f"{QUESTION}&richting=inserted" in _links(next(narrowed.all("nav", "facets")))


def test_fiction_is_told_apart(page: Read) -> None:
    tree = page("/zoeken?q=muts&in=wijzigingen")
    assert "In echte teksten is niets gevonden" in tree.text()
    assert _links(_hits(tree)[0])[0].startswith(comparison(*FICTIONAL))


def test_what_did_not_change_is_not_found(page: Read) -> None:
    assert "Niets gevonden" in page("/zoeken?q=onbeheerd&in=wijzigingen").text()


def test_another_place_to_search_is_refused(client: FlaskClient) -> None:
    assert client.get("/zoeken?q=lamp&in=kast").status_code == 400
