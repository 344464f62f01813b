"""Stretches of the calendar in Dutch words: a day, a month, a quarter, a season, a year or part of one.

Each pattern stands beside the function that works it out. A year that is not printed follows from the day of
the letter; without that there is no stretch. The bounds of a season or of "begin" are the widest that any
reading allows, and are not exact.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_RELATIVE = r"(?P<relative>dit (?:kalender)?jaar|volgend jaar|komend jaar|het komende jaar)"
_OF_YEAR = rf"(?: (?:van )?(?:het jaar )?(?:{_YEAR}|{_RELATIVE}))?"
_COUNTS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4, "een": 1, "één": 1, "twee": 2,
    "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "twaalf": 12,
}  # fmt: skip
_PARTS = {"begin": (1, 4), "medio": (4, 8), "halverwege": (4, 8), "eind": (9, 12), "einde": (9, 12)}
_SEASONS = {"voorjaar": (3, 6), "lente": (3, 6), "zomer": (6, 9), "najaar": (9, 12), "herfst": (9, 12)}
_LATEST_START = {3: 20, 6: 21, 9: 23}
_DAYS = {"dag": 1, "dagen": 1, "week": 7, "weken": 7}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From its first to its last day; `starts_by` is the day on which it has begun by every reading."""

    first: date
    last: date
    exact: bool = True
    is_day: bool = False
    starts_by: date | None = None


Worked = Callable[[re.Match[str], date | None], Stretch | None]


def _day(match: re.Match[str], said_on: date | None) -> Stretch | None:
    month = _MONTHS.index(match["month"].lower()) + 1
    return _one_day(match["year"], month, int(match["day"]), said_on)


def _digits(match: re.Match[str], said_on: date | None) -> Stretch | None:
    return _one_day(match["year"], int(match["month"]), int(match["day"]), said_on)


def _one_day(year: str | None, month: int, number: int, said_on: date | None) -> Stretch | None:
    """The day; without a year the first one on or after the letter. A day that is in no calendar is none."""
    if year is None and said_on is None:
        return None
    try:
        day = date(int(year) if year else said_on.year, month, number)  # type: ignore[union-attr]
        if year is None and said_on is not None and day < said_on:
            day = day.replace(year=day.year + 1)
    except ValueError:
        return None
    return Stretch(day, day, is_day=True)


def _month(match: re.Match[str], said_on: date | None) -> Stretch | None:
    month = _MONTHS.index(match["month"].lower()) + 1
    year = _year(match, said_on, month)
    if year is None:
        return None
    return Stretch(date(year, month, 1), _end(year, month), exact=not match["part"])


def _quarter(match: re.Match[str], said_on: date | None) -> Stretch | None:
    number = int(match["q"] or match["nth"] or _COUNTS[match["count"].lower()])
    year = _year(match, said_on, 3 * number)
    return None if year is None else Stretch(date(year, 3 * number - 2, 1), _end(year, 3 * number))


def _half(match: re.Match[str], said_on: date | None) -> Stretch | None:
    month = 6 if match["half"].lower() == "eerste" else 12
    year = _year(match, said_on, month)
    return None if year is None else Stretch(date(year, month - 5, 1), _end(year, month))


def _season(match: re.Match[str], said_on: date | None) -> Stretch | None:
    first, last = _SEASONS[match["season"].lower()]
    year = _year(match, said_on, last)
    if year is None:
        return None
    starts_by = date(year, first, _LATEST_START[first])
    return Stretch(date(year, first, 1), _end(year, last), exact=False, starts_by=starts_by)


def _year_of(match: re.Match[str], said_on: date | None) -> Stretch | None:
    year = _year(match, said_on, 12)
    if year is None:
        return None
    said = set((match["part"] or "").lower().split())
    first, last = next((months for word, months in _PARTS.items() if word in said), (1, 12))
    return Stretch(date(year, first, 1), _end(year, last), exact=not match["part"])


def _within(match: re.Match[str], said_on: date | None) -> Stretch | None:
    if said_on is None:
        return None
    count = _COUNTS.get(match["count"].lower()) or int(match["count"])
    unit = match["unit"].lower()
    if unit in _DAYS:
        return Stretch(said_on, said_on + timedelta(days=count * _DAYS[unit]))
    months = said_on.month - 1 + count * (12 if unit == "jaar" else 1)
    year, month = said_on.year + months // 12, months % 12 + 1
    day = min(said_on.day, monthrange(year, month)[1])
    return Stretch(said_on, date(year, month, day))


def _year(match: re.Match[str], said_on: date | None, last_month: int) -> int | None:
    """The year printed, or that "dit jaar" means; without either the first that ends after the letter."""
    given = match.groupdict()
    if given.get("year"):
        return int(given["year"])
    if said_on is None:
        return None
    if given.get("relative"):
        return said_on.year + (0 if given["relative"].lower().startswith("dit") else 1)
    return said_on.year if last_month >= said_on.month else said_on.year + 1


def _end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_PART = r"(?P<part>(?:het )?(?:begin|medio|halverwege|einde?)(?: van)? )"
_COUNT = rf"(?P<count>{'|'.join(_COUNTS)})"
_SOME = rf"(?P<count>{'|'.join(_COUNTS)}|\d{{1,3}})"
_NTH = r"(?P<nth>[1-4])(?:e|ste|de)"
_NAMED = rf"(?P<month>{'|'.join(_MONTHS)})"
WORDS: tuple[tuple[str, Worked, bool], ...] = (
    (rf"(?P<day>[12]?\d|3[01]) {_NAMED}(?: {_YEAR})?", _day, True),
    (rf"(?P<day>\d{{1,2}})-(?P<month>\d{{1,2}})-{_YEAR}", _digits, True),
    (rf"(?P<part>)(?:de maand )?{_NAMED}(?: {_YEAR})?", _month, True),
    (rf"{_PART}(?:de maand )?{_NAMED}(?: {_YEAR})?", _month, False),
    (rf"(?:het )?(?:(?:{_COUNT}|{_NTH}) kwartaal|Q(?P<q>[1-4])){_OF_YEAR}", _quarter, False),
    (rf"(?:de |het )?(?P<half>eerste|tweede) (?:helft|half ?jaar){_OF_YEAR}", _half, False),
    (rf"{_PART}?(?:de |het )?(?:komende? )?(?P<season>{'|'.join(_SEASONS)}){_OF_YEAR}", _season, True),
    (rf"{_PART}(?:{_YEAR}|{_RELATIVE})", _year_of, False),
    (rf"(?P<part>)(?:het jaar )?(?:{_YEAR}|{_RELATIVE})", _year_of, True),
    (r"(?P<part>)(?P<relative>dit jaar|volgend jaar|komend jaar)", _year_of, False),
    (rf"(?:binnen|over) {_SOME} (?P<unit>dagen|dag|weken|week|maanden|maand|jaar)", _within, False),
)  # fmt: skip
"""Pattern, what it comes to, and whether it is a term only behind a word such as "voor" or "in"."""
