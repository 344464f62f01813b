"""Which article a passage of a memorandum speaks of: by the number in its heading, or nothing is said."""

from pathlib import Path

import pytest

import corpus
from corpus.diff.synopsis import synopsis
from corpus.eid import assign
from corpus.explanation import Explained, Passage, about, passages
from corpus.explanation_column import explanation_column
from corpus.printed_heading import cited
from corpus.provision import Provision, ProvisionKind
from corpus.readers import read

EXAMPLES = Path(corpus.__file__).parent / "dossiers" / "VOORBEELD-1"

HEADINGS = {
    "Artikel 3": (("3",), (), ()),
    "Artikelen 3 en 4": (("3", "4"), (), ()),
    "Artikelen 3 tot en met 6, 8a en 9": (("3..6", "8a", "9"), (), ()),
    "Artikel 7. Begrippen": (("7",), (), ()),
    "Artikel 3:15": (("3-15",), (), ()),
    "ARTIKEL II": (("ii",), (), ()),
    "Artikel I, onderdeel A": (("i",), ("a",), ()),
    "Artikel I, onderdelen A, B en Ca": (("i",), ("a", "b", "ca"), ()),
    "Artikel I, onderdeel A (artikel 5 Lampenwet)": (("i",), ("a",), ("5",)),
    "Onderdeel H: artikelen 20 en 20a": ((), ("h",), ("20", "20a")),
    "Onderdeel O: artikel 43 (nieuw)": ((), ("o",), ("43+",)),
    "In artikel 3 wordt": ((), (), ()),
    "Artikelsgewijze toelichting": ((), (), ()),
    "Artikel in het kort": ((), (), ()),
    "1. Inleiding": ((), (), ()),
}


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_cites_what_it_begins_with(heading: str) -> None:
    found = cited(heading)
    assert (found.articles, found.parts, found.inner) == HEADINGS[heading]


def division(heading: str, *below: Provision, text: str = "") -> Provision:
    return Provision(ProvisionKind.DIVISION, heading=heading, text=text, children=below)


def line(text: str) -> Provision:
    return Provision(ProvisionKind.CROSSHEADING, text=text)


def said(text: str) -> Provision:
    return Provision(ProvisionKind.PARAGRAPH, text=text)


def article(number: str, *points: str) -> Provision:
    children = tuple(Provision(ProvisionKind.POINT, num=p, text=f"Onderdeel {p}.") for p in points)
    return Provision(ProvisionKind.ARTICLE, num=f"Artikel {number}", text="Tekst.", children=children)


BILL = assign((article("1"), article("2"), article("3", "a.", "b."), article("4")))
AMENDING = assign((article("I", "A", "B", "C"), article("II")))
TWICE = assign((article("1"), division("Bijlage", article("1")), article("2")))


def targets(*memorandum: Provision, of: Explained) -> list[tuple[str, tuple[str, ...]]]:
    return [(p.sign, p.targets) for p in passages(assign(memorandum), of)]


CASES = {
    "a heading per article": (
        [division("Artikelsgewijs", division("Artikel 1", text="x"), division("Artikel 4", text="y"))],
        Explained(BILL),
        [("Artikel 1", ("art_1",)), ("Artikel 4", ("art_4",))],
    ),
    "a range and a list": (
        [division("Artikelen 2 tot en met 4", text="x"), division("Artikelen 1 en 3", text="y")],
        Explained(BILL),
        [("Artikelen 2 tot en met 4", ("art_2", "art_3", "art_4")), ("Artikelen 1 en 3", ("art_1", "art_3"))],
    ),
    "an article that is not there": (
        [division("Artikel 9", text="x")], Explained(BILL), [("Artikel 9", ())]
    ),
    "a number that two articles bear": (
        [division("Artikel 1", text="x"), division("Artikel 2", text="y")],
        Explained(TWICE),
        [("Artikel 1", ()), ("Artikel 2", ("art_2",))],
    ),
    "an article of another act": (
        [division("Artikel 3 van de Vuurverordening", text="x")],
        Explained(BILL),
        [("Artikel 3 van de Vuurverordening", ())],
    ),
    "onderdelen under the heading of their article": (
        [division("Artikel I", division("Onderdeel A", text="x"), division("Onderdelen B en C", text="y"))],
        Explained(AMENDING),
        [("Onderdeel A", ("art_I__point_A",)), ("Onderdelen B en C", ("art_I__point_B", "art_I__point_C"))],
    ),
    "an onderdeel without an article around it": (
        [division("Onderdeel A", text="x")], Explained(AMENDING), [("Onderdeel A", ())]
    ),
    "an article of the amended law is none of the bill": (
        [division("Artikel I", division("Artikel 2", text="x"))], Explained(BILL), [("Artikel 2", ())]
    ),
    "the amended law, named in the heading around": (
        [division("Artikel I: Lampenwet", division("Onderdeel A: artikel 3", text="x"))],
        Explained(BILL, ("Lampenwet",)),
        [("Onderdeel A: artikel 3", ("art_3",))],
    ),
    "a law that is not named": (
        [division("Artikel I: Havenwet", division("Onderdeel A: artikel 3", text="x"))],
        Explained(BILL, ("Lampenwet",)),
        [("Onderdeel A: artikel 3", ())],
    ),
    "a law with a longer name is another law": (
        [division("Artikel I, onderdeel A (artikel 3 Lampenwet 2000)", text="x")],
        Explained(BILL, ("Lampenwet",)),
        [("Artikel I, onderdeel A (artikel 3 Lampenwet 2000)", ())],
    ),
    "a number that the bill gives away means two articles": (
        [division("Artikel I: Lampenwet", division("Onderdeel A: artikel 3", text="x"),
                  division("Onderdeel B: artikel 3 (nieuw)", text="y"))],
        Explained(BILL, ("Lampenwet",)),
        [("Onderdeel A: artikel 3", ()), ("Onderdeel B: artikel 3 (nieuw)", ())],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_passage_speaks_of_what_its_number_fits_and_of_nothing_else(name: str) -> None:
    memorandum, of, expected = CASES[name]
    assert targets(*memorandum, of=of) == expected


def test_lines_between_paragraphs_are_headings_too_and_those_of_a_lid_do_not_end_a_passage() -> None:
    memorandum = assign(
        (line("Algemeen"), said("Artikel 1 is nodig."), line("Artikelsgewijs"), line("Artikel 1"),
         said("Eerst."), line("Tweede lid"), said("Dan."), line("Artikel 2"), said("Anders."),
         line("De Minister"), said("Naam."))
    )  # fmt: skip
    found = passages(memorandum, Explained(BILL))
    assert [(p.sign, p.text) for p in found] == [
        ("Artikel 1", "Eerst.\nTweede lid\nDan."),
        ("Artikel 2", "Anders."),
    ]


def test_what_is_said_of_an_article_is_found_from_within_it_and_around_it() -> None:
    found = (Passage("x", "Artikel 3", "x", ("art_3",)), Passage("y", "b", "y", ("art_3__point_b",)))
    assert about(found, "art_3") == found
    assert about(found, "art_3__point_b") == found
    assert about(found, "art_3__point_a") == found[:1]
    assert about(found, "art_30") == ()


def tree(name: str) -> tuple[Provision, ...]:
    return read((EXAMPLES / f"FICTIEVE-VOORBEELDTEKST-{name}.xml").read_bytes()).provisions


def test_every_numbered_passage_of_the_example_is_placed_at_its_bill_with_all_its_words() -> None:
    memorandum = tree("memorie-van-toelichting")
    found = passages(memorandum, Explained(tree("wijzigingswet-3-ingediend")))
    assert len(found) == 24
    assert [p.sign for p in found if not p.targets] == []
    by_article = next(p for p in memorandum if "Artikelsgewijze" in p.heading)
    words = [w for p in by_article.walk() for w in p.text.split()]
    assert [w for p in found for w in p.text.split()] == words


def test_the_explanation_stands_once_and_other_rows_point_to_it() -> None:
    columns = [tree("lantaarnwet-2091"), tree("lantaarnwet-2094")]
    rows = synopsis(columns)
    memorandum = tree("memorie-van-toelichting")
    found = [passages(memorandum, Explained(c, ("Voorbeeldwet lantaarnbeheer",))) for c in columns]
    column = explanation_column(rows, found)
    placed = [p.sign for held in column.beside.values() for p in held] + [p.sign for p in column.apart]
    assert sorted(placed) == sorted(p.sign for p in found[0])
    beside = {row.label: [p.sign for p in column.beside.get(row.id, ())] for row in rows}
    assert beside["artikel 18"] == ["Onderdeel G: artikel 18"]
    elsewhere = {row.label: column.elsewhere.get(row.id, ()) for row in rows}
    assert [p.sign for _, p in elsewhere["artikel 54"]] == ["Onderdeel Q: artikelen 53 en 54"]
