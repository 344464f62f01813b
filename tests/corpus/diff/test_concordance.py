"""The concordance: which old articles became which new ones, n to m."""

import pytest

from corpus.diff import compare
from corpus.diff.concordance import concordance
from corpus.provision import Provision

from .trees import article, law

A = "de beheerder ontsteekt de lantaarn bij zonsondergang"
B = "de lichtmeester houdt toezicht op het doven van de lantaarn"
C = "gegevens uit het register gaan zonder kosten naar de vuurwacht op het eiland"
D = "wie een storing ziet, meldt haar voor zonsondergang aan de havenmeester"
Tree = tuple[Provision, ...]
Rows = list[tuple[list[str], list[str], list[str]]]

CASES: dict[str, tuple[Tree, Tree, Rows]] = {
    "one to one, under another number": (
        law(article("1", A)),
        law(article("2", A)),
        [(["artikel 1"], ["artikel 2"], ["same-text"])],
    ),
    "one to two": (
        law(article("1", A, B, C, D)),
        law(article("1", A, B), article("1a", C, D)),
        [(["artikel 1"], ["artikel 1", "artikel 1a"], ["same-number-and-similar", "split"])],
    ),
    "two to one": (
        law(article("1", A, B), article("2", C, D)),
        law(article("1", A, B, C, D)),
        [(["artikel 1", "artikel 2"], ["artikel 1"], ["same-number-and-similar", "merged"])],
    ),
    "none to one and one to none": (
        law(article("1", A)),
        law(article("3", C)),
        [([], ["artikel 3"], []), (["artikel 1"], [], [])],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_row_holds_all_that_hangs_together(name: str) -> None:
    old, new, expected = CASES[name]
    found = [
        ([p.label for p in row.old], [p.label for p in row.new], list(row.matched_by))
        for row in concordance(compare(old, new))
    ]
    assert found == expected
