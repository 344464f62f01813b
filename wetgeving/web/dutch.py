"""Dates, times, numbers and plurals as they are written in Dutch, also as filters for the templates."""

from datetime import datetime

from flask import Flask

from corpus.exporters.dutch_date import dutch_date as dutch_date


def dutch_time(at: datetime) -> str:
    """A point in time (UTC) as it is read: "27 februari 2019, 9.05 uur (UTC)"."""
    return f"{dutch_date(at.date())}, {at.hour}.{at.minute:02} uur (UTC)"


def dutch_number(number: int) -> str:
    """A whole number with a point between thousands."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 artikel", "2 artikelen"."""
    return f"{dutch_number(number)} {one if number == 1 else many}"


def byte_count(number: int) -> str:
    """A file size: "812 bytes", "45 kB", "1,2 MB"."""
    if number < 1000:
        return counted(number, "byte", "bytes")
    if number < 1_000_000:
        return f"{round(number / 1000)} kB"
    return f"{number / 1_000_000:.1f} MB".replace(".", ",")


def capital(text: str) -> str:
    """The same text with a capital first letter."""
    return text[:1].upper() + text[1:]


def register(app: Flask) -> None:
    """Give the templates these as filters."""
    app.jinja_env.filters.update(
        datum=dutch_date,
        tijdstip=dutch_time,
        getal=dutch_number,
        aantal=counted,
        omvang=byte_count,
        hoofdletter=capital,
    )
