"""A date as it is read in Dutch, on a page and in a file alike."""

from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip


def dutch_date(day: date | None) -> str:
    """A date as it is read: "27 februari 2019"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "onbekend"
