"""Searching in changes: on which side, over the border of a change, and what is marked."""

import pytest
from markupsafe import Markup

from corpus.diff import Change, ChangeKind, Row, Side
from wetgeving.web import operations_view
from wetgeving.web.change_search import Search, Within

WEEKS = (("=", "binnen "), ("-", "vier"), ("+", "zes"), ("=", " weken na de aanvraag"))
BLOCK = (("=", "de aanvraag"), ("+", "\nen het bezwaar"))
SIGN = (("=", "de aanvraag"), ("-", ","), ("=", " het bezwaar"))
LONGER = (("-", "de grensprocedure"), ("+", "de procedure"))

CASES = [
    (WEEKS, '"vier weken"', Within.DELETED, True),
    (WEEKS, '"vier weken"', Within.ANY, True),
    (WEEKS, '"vier weken"', Within.INSERTED, False),
    (WEEKS, '"zes weken"', Within.INSERTED, True),
    (WEEKS, '"binnen zes weken"', Within.INSERTED, True),
    (WEEKS, '"weken na"', Within.ANY, False),  # stands on both sides, unchanged
    (WEEKS, "weken", Within.ANY, False),
    (WEEKS, "VIER", Within.DELETED, True),
    (WEEKS, "vier zes", Within.ANY, True),  # each term on a side of its own
    (WEEKS, "vier zes", Within.INSERTED, False),
    (WEEKS, "“zes weken”", Within.INSERTED, True),
    (BLOCK, '"aanvraag en het"', Within.INSERTED, True),  # over the end of a block
    (BLOCK, '"de aanvraag"', Within.ANY, False),
    (SIGN, '"aanvraag, het"', Within.DELETED, False),  # only a sign was taken out, and no word of the phrase
    (SIGN, ",", Within.DELETED, True),
    (LONGER, "procedure", Within.DELETED, True),  # a word without quotes may be part of a longer one
    (LONGER, '"procedure"', Within.DELETED, False),
    (WEEKS, "", Within.DELETED, True),
]


def _change(ops: tuple[tuple[str, str], ...]) -> Change:
    old, new = ("".join(text for sign, text in ops if sign != other) for other in "+-")
    sides = (Side("art_1", "artikel 1", old),), (Side("art_1", "artikel 1", new),)
    return Change("w-1", (ChangeKind.MODIFIED,), *sides, ops, "number")


@pytest.mark.parametrize(("ops", "words", "within", "found"), CASES)
def test_a_phrase_is_found_on_the_side_where_one_of_its_words_changed(
    ops: tuple[tuple[str, str], ...], words: str, within: Within, found: bool
) -> None:
    assert Search.of(words, within).finds(_change(ops)) is found


def _html(words: str, within: Within) -> tuple[Markup, Markup, Markup]:
    change = _change(WEEKS)
    row = Row(change.old[0], change.new[0], 0, "art_1", change)
    marks = Search.of(words, within).marks(change)
    return tuple(
        view(row, marks)
        for view in (operations_view.old_side, operations_view.new_side, operations_view.both)
    )  # type: ignore[return-value]


def test_a_hit_over_the_border_of_a_change_is_marked_on_its_own_side_only() -> None:
    old, new, both = _html('"vier weken"', Within.DELETED)
    assert old == "binnen <del><mark>vier</mark></del><mark> weken</mark> na de aanvraag"
    assert new == "binnen <ins>zes</ins> weken na de aanvraag"
    assert both == "binnen <del><mark>vier</mark></del><ins>zes</ins><mark> weken</mark> na de aanvraag"


def test_words_stay_the_same_when_both_sides_are_marked() -> None:
    _, _, both = _html('"vier weken" "zes weken na"', Within.ANY)
    marked = (
        "binnen <del><mark>vier</mark></del><ins><mark>zes</mark></ins><mark> weken na</mark> de aanvraag"
    )
    assert both == marked
    assert both.striptags() == "binnen vierzes weken na de aanvraag"


def test_text_that_is_marked_stays_text() -> None:
    change = _change((("+", "<b>zes</b>"),))
    row = Row(None, change.new[0], 0, "art_1", change)
    html = operations_view.new_side(row, Search.of("b>zes").marks(change))
    assert html == "<ins>&lt;<mark>b&gt;zes</mark>&lt;/b&gt;</ins>"
