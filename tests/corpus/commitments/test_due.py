"""Terms as printed, and the last day that is still in time; what no calendar tells stays without a day."""

from datetime import date

import pytest

from corpus.commitments import DueSort
from corpus.commitments.due import term_of_cell, terms

SAID_ON = date(2093, 1, 22)
D, P, R, E, V = DueSort


@pytest.mark.parametrize(
    ("text", "words", "sort", "last"),
    [
        ("bericht voor 1 mei 2093 volgt", "voor 1 mei 2093", D, date(2093, 4, 30)),
        ("vóór 1 mei", "vóór 1 mei", D, date(2093, 4, 30)),
        ("voor 2 januari", "voor 2 januari", D, date(2094, 1, 1)),
        ("uiterlijk op 1 november 2093", "uiterlijk op 1 november 2093", D, date(2093, 11, 1)),
        ("uiterlijk 1 november 2093", "uiterlijk 1 november 2093", D, date(2093, 11, 1)),
        ("niet later dan 3 maart 2093", "niet later dan 3 maart 2093", D, date(2093, 3, 3)),
        ("per 12 juni 2093", "per 12 juni 2093", D, date(2093, 6, 12)),
        ("in juli 2093", "in juli 2093", P, date(2093, 7, 31)),
        ("in juli", "in juli", P, date(2093, 7, 31)),
        ("in januari 2093", "in januari 2093", P, date(2093, 1, 31)),
        ("voor juli 2093", "voor juli 2093", P, date(2093, 6, 30)),
        ("eerste kwartaal van 2094", "eerste kwartaal van 2094", P, date(2094, 3, 31)),
        ("in het 2e kwartaal van 2093", "in het 2e kwartaal van 2093", P, date(2093, 6, 30)),
        ("Q3 2093", "Q3 2093", P, date(2093, 9, 30)),
        ("eind 2093", "eind 2093", P, date(2093, 12, 31)),
        ("begin 2094", "begin 2094", P, date(2094, 4, 30)),
        ("voor het einde van 2093", "voor het einde van 2093", P, date(2093, 12, 31)),
        ("voor de zomer", "voor de zomer", P, date(2093, 6, 20)),
        ("in het najaar van 2093", "in het najaar van 2093", P, date(2093, 12, 31)),
        ("nog dit jaar", "nog dit jaar", P, date(2093, 12, 31)),
        ("volgend jaar", "volgend jaar", P, date(2094, 12, 31)),
        ("binnen drie maanden", "binnen drie maanden", P, date(2093, 4, 22)),
        ("binnen 6 weken", "binnen 6 weken", P, date(2093, 3, 5)),
        ("ieder half jaar", "ieder half jaar", R, None),
        ("jaarlijks", "jaarlijks", R, None),
        ("bij nota van wijziging", "bij nota van wijziging", E, None),
        ("voor het zomerreces", "voor het zomerreces", E, None),
        ("zodra de stenen er zijn", "zodra de stenen er zijn", E, None),
        ("op korte termijn", "op korte termijn", V, None),
    ],
)
def test_a_term_is_kept_as_printed_with_its_last_day(
    text: str, words: str, sort: DueSort, last: date | None
) -> None:
    (found,) = terms(text, SAID_ON)
    assert (found.due.words, found.due.sort, found.due.last) == (words, sort, last)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "sinds 1 december 2092",
        "in december 2092",
        "op 3 januari 2093",
        "het debat op 3 mei 2093",
        "de brief van 24 september 2093",
        "artikel 2094",
        "voor 31 februari 2093",
        "mei Vuurbaak",
        "de 2000 lantaarns",
        "",
    ],
)
def test_what_is_past_impossible_or_the_date_of_something_else_is_no_term(text: str) -> None:
    assert terms(text, SAID_ON) == ()


def test_without_the_day_of_the_letter_only_printed_years_give_a_day() -> None:
    assert terms("voor 1 mei 2093")[0].due.last == date(2093, 4, 30)
    assert terms("voor 1 mei") == ()
    assert terms("binnen drie maanden") == ()


def test_a_wide_term_says_that_its_day_is_the_widest_reading() -> None:
    assert [terms(text, SAID_ON)[0].due.exact for text in ("in het najaar", "begin 2094", "in mei")] == [
        False,
        False,
        True,
    ]


def test_the_end_of_february_and_of_the_year_are_days_of_the_calendar() -> None:
    assert terms("binnen een maand", date(2093, 1, 31))[0].due.last == date(2093, 2, 28)
    assert terms("binnen twee maanden", date(2093, 12, 31))[0].due.last == date(2094, 2, 28)


@pytest.mark.parametrize(
    ("cell", "sort", "last"),
    [
        ("voor 1 mei 2093", D, date(2093, 4, 30)),
        ("1 mei 2093", D, date(2093, 5, 1)),
        ("1-5-2093", D, date(2093, 5, 1)),
        ("juli 2093", P, date(2093, 7, 31)),
        ("2094", P, date(2094, 12, 31)),
        ("doorlopend", R, None),
        ("n.t.b.", V, None),
        ("na de grote storm", V, None),
    ],
)
def test_a_cell_is_a_term_as_a_whole(cell: str, sort: DueSort, last: date | None) -> None:
    due = term_of_cell(cell, SAID_ON)
    assert due is not None
    assert (due.words, due.sort, due.last) == (cell, sort, last)


def test_an_empty_cell_or_a_dash_is_no_term() -> None:
    assert [term_of_cell(cell, SAID_ON) for cell in ("", " ", "-", "–", "...")] == [None] * 5
