"""Comparing stored versions: click order never turns additions into deletions."""

import pytest

from wetgeving.bootstrap import Application
from wetgeving.services.chronology import Order
from wetgeving.services.errors import InvalidValueError

from .laws import LAMP, LAMP_CHANGED, take_in

OLD = "LAMP@consolidated-2091-01-01"
NEW = "LAMP@consolidated-2092-01-01"


def test_the_page_puts_the_older_version_first_and_says_that_it_swapped(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    with application.reading() as services:
        found = services.comparing.chronological(NEW, OLD)
    assert (found.old.listed.version.version, found.swapped, found.order) == (OLD, True, Order.DATE)
    assert [op for c in found.comparison.changes for op in c.ops if op[0] != "="] == [("+", " en bij mist")]


def test_the_command_line_order_is_kept_and_named(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01")
    with application.reading() as services:
        found = services.comparing.as_given(NEW, OLD)
    assert (found.swapped, found.reversed, found.order) == (False, True, Order.AS_GIVEN)
    assert [op for c in found.comparison.changes for op in c.ops if op[0] != "="] == [("-", " en bij mist")]


def test_versions_in_between_are_counted(application: Application) -> None:
    for text, day in ((LAMP, "2091-01-01"), (LAMP_CHANGED, "2091-06-01"), (LAMP, "2092-01-01")):
        take_in(application, text, day)
    with application.reading() as services:
        assert services.comparing.chronological(OLD, NEW).skipped == 1
        assert services.comparing.chronological(OLD, NEW).comparison.changes == ()


def test_fiction_is_never_compared_with_a_real_text(application: Application) -> None:
    take_in(application, LAMP)
    take_in(application, LAMP_CHANGED, "2092-01-01", work="VERZINSEL", fictional=True)  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError, match="fictieve"), application.reading() as services:
        services.comparing.chronological(OLD, "VERZINSEL@consolidated-2092-01-01")
