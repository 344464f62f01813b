"""A table of somebody else: which column is which, and what of it is left behind with the reason."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import WetgevingError
from corpus.transposition.table_import import offered

from .test_worksheets import said, xlsx

HEAD = "EU-bepaling;nationale bepaling;beleidsruimte;keuze/toelichting\n"


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        "Bepaling EU-regeling;Bepaling in uitvoeringsregeling of bestaande regelgeving;Omschrijving "
        "beleidsruimte;Toelichting op de keuze\n",
        "Richtlijn;Omzetting in nationale wetgeving;Beleidsruimte;Toelichting\n",
        f"Transponeringstabel van het ministerie\n\n{HEAD}",
    ],
)
def test_columns_are_known_by_what_ministries_print_above_them(head: str) -> None:
    read = offered(f"{head}artikel 1, lid 2;artikel 5 (bestaand);geen;komt overeen\n".encode())
    (row,) = read.rows
    assert (row.eu, row.national, row.policy_room, row.choice) == (
        "artikel 1, lid 2", "artikel 5 (bestaand)", "geen", "komt overeen",
    )  # fmt: skip


def test_columns_may_stand_in_another_order_and_two_of_them_will_do() -> None:
    read = offered(b"nr;Nationale bepaling;EU-bepaling\n1;artikel 5;artikel 1\n")
    assert [(r.eu, r.national, r.choice) for r in read.rows] == [("artikel 1", "artikel 5", "")]


def test_a_row_without_a_union_provision_is_left_with_the_reason_and_its_number() -> None:
    read = offered(f"{HEAD};artikel 5;geen;x\n\nartikel 2;artikel 6;;\n".encode())
    assert [(item.row.number, item.why) for item in read.left] == [(2, "De rij noemt geen EU-bepaling.")]
    assert [r.number for r in read.rows] == [4]


def test_a_heading_that_is_repeated_on_every_page_is_no_row() -> None:
    read = offered(f"{HEAD}artikel 1;geen;;x\n{HEAD}artikel 2;geen;;x\n".encode())
    assert [r.eu for r in read.rows] == ["artikel 1", "artikel 2"]


def test_a_formula_in_a_column_that_counts_leaves_its_row_behind() -> None:
    head = said("EU-bepaling", "A1") + said("Nationale bepaling", "B1") + said("Nr.", "C1")
    row = said("artikel 1", "A2") + '<c r="B2" t="str"><f>1+1</f><v>artikel 9</v></c>'
    other = said("artikel 2", "A3") + said("artikel 5", "B3") + '<c r="C3"><f>ROW()</f><v>3</v></c>'
    read = offered(xlsx(f'<row r="1">{head}</row><row r="2">{row}</row><row r="3">{other}</row>'))
    assert [(item.row.number, item.why) for item in read.left] == [(2, "Kolom B bevat een formule.")]
    assert [(r.eu, r.national) for r in read.rows] == [("artikel 2", "artikel 5")]


def test_a_file_without_such_a_table_is_refused_by_name() -> None:
    with pytest.raises(WetgevingError) as refused:
        offered(b"naam;bedrag\njan;3\n")
    assert refused.value.code == "no-table"
    assert "Bepaling EU-regeling" in refused.value.remedy


WHOLE = xlsx(f'<row r="1">{said("EU-bepaling", "A1")}{said("Nationale bepaling", "B1")}</row>')


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_bytes_that_are_anything_are_read_or_refused(source: bytes) -> None:
    with suppress(WetgevingError):
        offered(source)


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
@settings(max_examples=200, deadline=None)
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(place: int, value: int) -> None:
    with suppress(WetgevingError):
        offered(WHOLE[:place] + bytes([value]) + WHOLE[place + 1 :])
