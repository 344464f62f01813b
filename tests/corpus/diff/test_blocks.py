"""The difference of tables: row by row, cell by cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.diff.blocks import text_difference

CASES = {
    "one cell changed": (
        "olie\t300\nwas\t200",
        "olie\t250\nwas\t200",
        [("=", "olie\t"), ("-", "300"), ("+", "250"), ("=", "\nwas\t200")],
    ),
    "a row was put in": ("olie\t300", "olie\t300\nwas\t200", [("=", "olie\t300"), ("+", "\nwas\t200")]),
    "a cell that looks like its neighbour keeps its column": (
        "olie\t200\t300",
        "olie\t300\t300",
        [("=", "olie\t"), ("-", "200"), ("+", "300"), ("=", "\t300")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_table_is_compared_cell_by_cell(name: str) -> None:
    old, new, expected = CASES[name]
    assert list(text_difference(old, new)) == expected


tables = st.lists(st.sampled_from(("olie", "was", "300", "\t", "\n", " ")), max_size=16).map("".join)


@settings(deadline=None)
@given(tables, tables)
def test_the_operations_rebuild_both_tables(old: str, new: str) -> None:
    ops = text_difference(old, new)
    assert "".join(text for sign, text in ops if sign in "=-") == old
    assert "".join(text for sign, text in ops if sign in "=+") == new
