"""Which of two versions is the older one: the table of the rule."""

from datetime import date

import pytest

from wetgeving.services.chronology import Order, Standing, direction, oldest_first, standing
from wetgeving.store.values import Version, VersionDates

BASE, STAGE, DATE, GIVEN = Order.DERIVED_FROM, Order.STAGE, Order.DATE, Order.AS_GIVEN


def v(key: str, stage: str, day: str | None, derived_from: str | None = None, words: str = "") -> Version:
    dates = VersionDates(date.fromisoformat(day) if day else None)
    return Version(key, "W", stage, dates, "nl", "", derived_from, False, key, key, ord(key[0]), ())


@pytest.mark.parametrize(
    ("first", "second", "order", "reverse"),
    [
        (
            v("a", "draft", "2092-01-01"),
            v("b", "adopted", "2091-01-01", "a"),
            BASE,
            False,
        ),
        (
            v("b", "draft", "2091-01-01", "a"),
            v("a", "adopted", "2092-01-01"),
            BASE,
            True,
        ),
        (
            v("a", "submitted", "2091-01-01"),
            v("b", "consultation", "2092-01-01"),
            Order.STAGE,
            True,
        ),
        (v("a", "draft", "2091-01-01"), v("b", "draft", "2090-01-01"), DATE, True),
        (v("a", "draft", "2090-01-01"), v("b", "draft", "2091-01-01"), DATE, False),
        (v("a", "draft", None), v("b", "draft", "2091-01-01"), GIVEN, False),
        (v("a", "elders", "2091-01-01"), v("b", "draft", "2091-01-01"), GIVEN, False),
    ],
)
def test_derived_from_decides_then_stage_then_date(
    first: Version, second: Version, order: Order, reverse: bool
) -> None:
    found = direction(first, second, "bill")
    assert (found.order, found.reversed) == (order, reverse)


def test_versions_stand_in_the_order_of_their_track_whatever_their_dates() -> None:
    listed = oldest_first(
        [
            v("c", "submitted", "2091-01-01"),
            v("a", "consultation", "2092-01-01"),
            v("b", "advice", None),
        ],
        "bill",
    )
    assert [x.version for x in listed] == ["a", "b", "c"]


def test_a_version_stands_after_the_one_it_derives_from() -> None:
    listed = oldest_first([v("a", "draft", "2090-01-01", "b"), v("b", "draft", "2091-01-01")], "bill")
    assert [x.version for x in listed] == ["b", "a"]


@pytest.mark.parametrize(
    ("key", "today", "expected"),
    [
        ("a", "2089-01-01", Standing.NOT_YET),
        ("a", "2090-06-01", Standing.IN_FORCE),
        ("a", "2091-06-01", Standing.SUPERSEDED),
        ("b", "2091-06-01", Standing.IN_FORCE),
        ("c", "2091-06-01", Standing.UNKNOWN),
        ("d", "2091-06-01", Standing.NOT_APPLICABLE),
    ],
)
def test_the_standing_of_a_text_follows_from_the_versions_that_were_taken_in(
    key: str, today: str, expected: Standing
) -> None:
    versions = {
        "a": v("a", "consolidated", "2090-01-01"),
        "b": v("b", "consolidated", "2091-01-01"),
        "c": v("c", "consolidated", None),
        "d": v("d", "draft", "2090-01-01"),
    }
    ordered = oldest_first(list(versions.values()), "act")
    assert standing(versions[key], ordered, date.fromisoformat(today)) is expected
