"""Which ministry a code in a number of the Council of State stood for, in the year of that number.

The table beside it (`ministry_codes.toml`) says where each meaning was first and last seen. Outside those
years nothing is said, and in a year with two meanings both are given: the number itself cannot decide.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CODE_AND_YEAR = re.compile(r"^(W\d{2})\.(\d{2})\.\d{4,5}(?!\d)")
_FIRST_YEARS = 50  # of a century in two digits: 79 is 1979, 24 is 2024


@dataclass(frozen=True, slots=True)
class Seen:
    """A number of the Council beside the name of a ministry, and where that is printed."""

    year: int
    number: str
    where: str


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """What a code stood for, from the first to the last place where it was seen."""

    code: str
    ministry: str
    first: Seen
    last: Seen


@cache
def meanings() -> tuple[CodeMeaning, ...]:
    """All that is known, in the order of the table."""
    table = tomllib.loads((files("corpus.opinion") / "ministry_codes.toml").read_text("utf-8"))
    return tuple(
        CodeMeaning(row["code"], row["ministry"], _seen(row["first"]), _seen(row["last"]))
        for row in table["row"]
    )


def meanings_of(number: str) -> tuple[CodeMeaning, ...]:
    """What the code of this number may stand for: none, one, or in a year of change two."""
    match = _CODE_AND_YEAR.match(number)
    if match is None:
        return ()
    code, year = match[1], _year(match[2])
    return tuple(m for m in meanings() if m.code == code and m.first.year <= year <= m.last.year)


def _year(digits: str) -> int:
    return int(digits) + (2000 if int(digits) < _FIRST_YEARS else 1900)


def _seen(row: dict[str, str | int]) -> Seen:
    return Seen(int(row["year"]), str(row["number"]), str(row["in"]))
