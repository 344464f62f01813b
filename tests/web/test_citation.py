"""A change as a legal citation: every kind of change, one sentence. A table that a lawyer can review."""

import pytest

from corpus.diff import Change, ChangeKind, Side
from wetgeving.web.citation import Cited, CitedText, citation

ADDRESS = "https://wetgeving.example/vergelijken/x"
OLD = CitedText("Lampenwet", "geconsolideerde tekst", "geldig vanaf 1 januari 2001", official=False)
NEW = CitedText("Lampenwet", "geconsolideerde tekst", "geldig vanaf 1 januari 2002", official=False)
BILL = CitedText("Wijziging van de Lampenwet", "voorstel van wet", "stuk van 3 mei 2003", official=True)
OTHER = CitedText("Lichtwet", "geconsolideerde tekst", "geldig vanaf 1 januari 2005", official=False)

BETWEEN = (
    "tussen geconsolideerde tekst (geldig vanaf 1 januari 2001) en geconsolideerde tekst "
    "(geldig vanaf 1 januari 2002), niet de officiële teksten, https://wetgeving.example/vergelijken/x"
)

CASES = [
    ("modified", ["artikel 3, tweede lid"], ["artikel 3, tweede lid"],
     f"Artikel 3, tweede lid, Lampenwet, zoals gewijzigd {BETWEEN}"),
    ("inserted", [], ["artikel 30b, eerste lid, onderdeel a"],
     f"Artikel 30b, eerste lid, onderdeel a, Lampenwet, zoals ingevoegd {BETWEEN}"),
    ("deleted", ["artikel 4"], [], f"Artikel 4, Lampenwet, vervallen {BETWEEN}"),
    ("renumbered modified", ["artikel 2"], ["artikel 2a"],
     f"Artikel 2a (was: artikel 2), Lampenwet, zoals vernummerd en gewijzigd {BETWEEN}"),
    ("moved renumbered modified", ["artikel 2, derde lid"], ["artikel 9, eerste lid"],
     "Artikel 9, eerste lid (was: artikel 2, derde lid), Lampenwet, "
     f"zoals verplaatst, vernummerd en gewijzigd {BETWEEN}"),
    ("split modified", ["artikel 5"], ["artikel 5", "artikel 5a"],
     f"Artikel 5 en artikel 5a (was: artikel 5), Lampenwet, zoals gesplitst en gewijzigd {BETWEEN}"),
    ("merged", ["artikel 6", "artikel 7"], ["artikel 6"],
     f"Artikel 6 (was: artikel 6 en artikel 7), Lampenwet, zoals samengevoegd {BETWEEN}"),
    ("heading", ["artikel 1"], ["artikel 1"],
     f"Artikel 1, Lampenwet, zoals gewijzigd in het opschrift {BETWEEN}"),
    ("punctuation", ["artikel 1"], ["artikel 1"],
     f"Artikel 1, Lampenwet, zoals gewijzigd in leestekens {BETWEEN}"),
    ("renumbered consequential", ["artikel 8"], ["artikel 9"],
     f"Artikel 9 (was: artikel 8), Lampenwet, zoals vernummerd (volgt uit een andere wijziging) {BETWEEN}"),
]  # fmt: skip


def _change(kinds: str, old: list[str], new: list[str]) -> Change:
    was, now = (tuple(Side("art_1", label, "woorden") for label in labels) for labels in (old, new))
    return Change("w-1", tuple(map(ChangeKind, kinds.split())), was, now, (), None)


@pytest.mark.parametrize(("kinds", "old", "new", "said"), CASES)
def test_a_change_is_cited_by_its_provision_what_happened_and_both_texts(
    kinds: str, old: list[str], new: list[str], said: str
) -> None:
    assert citation(Cited(_change(kinds, old, new), OLD, NEW, ADDRESS)) == said


def test_a_lettered_onderdeel_is_verletterd() -> None:
    was, now = ((Side(f"art_1__point_{x}", f"artikel 1, onderdeel {x}", "woorden"),) for x in "bc")
    change = Change("w-1", (ChangeKind.RENUMBERED,), was, now, (), None)
    assert "Artikel 1, onderdeel c (was: artikel 1, onderdeel b), Lampenwet, zoals verletterd" in citation(
        Cited(change, OLD, NEW, ADDRESS)
    )


def test_two_regulations_are_both_named_with_their_own_text() -> None:
    change = _change("modified", ["artikel 3"], ["artikel 7"])
    assert citation(Cited(change, OLD, OTHER, ADDRESS)) == (
        "Artikel 7 (was: artikel 3), Lichtwet, tegenover Lampenwet, zoals gewijzigd tussen Lampenwet "
        "(geconsolideerde tekst, geldig vanaf 1 januari 2001) en Lichtwet (geconsolideerde tekst, geldig "
        "vanaf 1 januari 2005), niet de officiële teksten, https://wetgeving.example/vergelijken/x"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (BILL, BILL, "officiële teksten"),
        (BILL, NEW, "alleen de oude tekst is de officiële"),
        (OLD, BILL, "alleen de nieuwe tekst is de officiële"),
    ],
)
def test_the_citation_says_which_text_is_official(old: CitedText, new: CitedText, said: str) -> None:
    assert f", {said}, https" in citation(
        Cited(_change("modified", ["artikel 1"], ["artikel 1"]), old, new, ADDRESS)
    )


def test_an_example_is_cited_as_an_example() -> None:
    cited = Cited(_change("modified", ["artikel 1"], ["artikel 1"]), OLD, NEW, ADDRESS, fictional=True)
    assert ", fictieve voorbeeldtekst, https" in citation(cited)
