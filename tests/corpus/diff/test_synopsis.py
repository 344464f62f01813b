"""Three and four texts beside one another: what a lawyer expects, and that no word is lost or said twice."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
from corpus.diff.synopsis import SynopsisRow, synopsis
from corpus.provision import Provision, words
from corpus.readers import read

from .trees import amended, article, law, laws

Tree = tuple[Provision, ...]
EXAMPLES = Path(corpus.__file__).parent / "dossiers" / "VOORBEELD-1"

LONG = "de beheerder ontsteekt de lantaarn bij zonsondergang"
OTHER = "de lichtmeester houdt toezicht op het doven van de lantaarn"
THIRD = "gegevens uit het register gaan zonder kosten naar de vuurwacht op het eiland"
FOURTH = "wie een storing ziet, meldt haar voor zonsondergang aan de havenmeester"


def labels(rows: tuple[SynopsisRow, ...]) -> list[tuple[str, ...]]:
    """Per row what stands in each column, as it is cited; "-" where nothing does."""
    return [tuple(cell.label if cell else "-" for cell in row.cells) for row in rows]


CASES: dict[str, tuple[list[Tree], list[tuple[str, ...]]]] = {
    "an article that came in the second text and went in the third": (
        [law(article("1", LONG)), law(article("1", LONG), article("2", OTHER)), law(article("1", LONG))],
        [("artikel 1", "artikel 1", "artikel 1"), ("-", "artikel 2", "-")],
    ),
    "a text that is gone for one step and comes back is one row": (
        [law(article("1", LONG), article("2", OTHER)), law(article("1", LONG)),
         law(article("1", LONG), article("2", OTHER))],
        [("artikel 1",) * 3, ("artikel 2", "-", "artikel 2")],
    ),
    "an inserted article has a row for each lid": (
        [law(article("1", LONG)), law(article("1", LONG), article("2", OTHER, THIRD))],
        [("artikel 1",) * 2, ("-", "artikel 2"), ("-", "artikel 2, eerste lid"),
         ("-", "artikel 2, tweede lid")],
    ),
    "a lid that was split stands beside both its pieces": (
        [law(article("1", LONG, f"{OTHER}. {THIRD}.")), law(article("1", LONG, f"{OTHER}.", f"{THIRD}."))],
        [("artikel 1",) * 2, ("artikel 1, eerste lid",) * 2,
         ("artikel 1, tweede lid", "artikel 1, tweede lid tot en met artikel 1, derde lid")],
    ),
    "an article that got leden later keeps its text in one row": (
        [law(article("1", LONG)), law(article("1", LONG)), law(article("1", LONG, OTHER))],
        [("artikel 1", "artikel 1", "artikel 1 tot en met artikel 1, eerste lid"),
         ("-", "-", "artikel 1, tweede lid")],
    ),
    "what only the first text has stays after what it followed": (
        [law(article("1", LONG), article("2", OTHER), article("3", THIRD)),
         law(article("1", LONG), article("3", THIRD)),
         law(article("1", LONG, FOURTH), article("3", THIRD))],
        [("artikel 1", "artikel 1", "artikel 1 tot en met artikel 1, eerste lid"),
         ("-", "-", "artikel 1, tweede lid"), ("artikel 2", "-", "-"), ("artikel 3",) * 3],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_rows_are_those_a_lawyer_expects(name: str) -> None:
    columns, expected = CASES[name]
    assert labels(synopsis(columns)) == expected


def test_words_are_compared_with_the_nearest_text_before_that_has_the_row() -> None:
    columns = [
        law(article("1", LONG), article("2", OTHER)),
        law(article("1", LONG)),
        law(article("1", LONG), article("2", f"{OTHER} op het eiland")),
    ]
    last = synopsis(columns)[-1].cells[2]
    assert last is not None
    assert (last.against, last.ops[-1]) == (0, ("+", " op het eiland"))


def test_a_number_printed_otherwise_is_no_change() -> None:
    new = law(Provision(article("1", LONG).kind, num="Artikel 1.", text=LONG))
    (row,) = synopsis([law(article("1", LONG)), new])
    assert not row.changed


@pytest.mark.parametrize("number", [1, 5])
def test_fewer_than_two_and_more_than_four_texts_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="2 to 4"):
        synopsis([law(article("1", LONG))] * number)


@st.composite
def columns(draw: st.DrawFn) -> list[Tree]:
    """Two to four texts: a law, amended versions of it, and a law that has nothing to do with it."""
    first, second = draw(amended())
    third = draw(st.sampled_from((first, second))) if draw(st.booleans()) else draw(laws())
    return [first, second, third, draw(laws())][: draw(st.integers(2, 4))]


@settings(deadline=None, max_examples=60)
@given(columns())
def test_every_word_of_every_text_is_in_exactly_one_cell(texts: list[Tree]) -> None:
    assert_whole(texts)


def test_the_steps_of_the_example_bill_and_its_law_are_whole() -> None:
    names = ("1-consultatie", "3-ingediend", "4-na-nota-van-wijziging", "6-staatsblad")
    bill = [tree(f"wijzigingswet-{name}") for name in names]
    first, second = tree("lantaarnwet-2091"), tree("lantaarnwet-2094")
    for texts in (bill, [first, second], [first, second, first], [first, bill[1], second]):
        assert_whole(texts)


def tree(name: str) -> Tree:
    return read((EXAMPLES / f"FICTIEVE-VOORBEELDTEKST-{name}.xml").read_bytes()).provisions


def assert_whole(texts: list[Tree]) -> None:
    """Nothing lost or doubled, each cell rebuilt by its operations, ids apart, the same again."""
    rows = synopsis(texts)
    for k, text in enumerate(texts):
        shown = Counter(w for row in rows if (cell := row.cells[k]) for w in cell.text.split())
        assert shown == Counter(words(text))
    for row in rows:
        for cell in filter(None, row.cells):
            said = "".join(text for sign, text in cell.ops if sign in "=+")
            assert said.split() == cell.text.split()
            assert row.cells[cell.against] is not None if cell.against is not None else True
    assert len({row.id for row in rows}) == len(rows)
    assert synopsis(texts) == rows
