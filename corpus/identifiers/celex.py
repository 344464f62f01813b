"""CELEX numbers: `32024R1356`, a corrigendum `32024R1356R(01)`, a dated text `02013R0604-20130629`.

A dated text (sector 0) is a version of the act with the same number in sector 3. EUR-Lex explains the parts:
https://eur-lex.europa.eu/content/tools/eur-lex-celex-infographic-A3.pdf
"""

import re
from datetime import date

from corpus.identifiers.named import Named

_CELEX = re.compile(
    r"(?:celex:)?(?P<number>(?P<sector>[0-9CE])(?P<rest>[12]\d{3}[A-Z]{1,2}\d{4}(?:R?\(\d{2}\))*))"
    r"(?:-(?P<day>\d{8}))?",
    re.IGNORECASE,
)


def parse(text: str) -> Named | None:
    """The act with this number; of a dated text the version of that day."""
    match = _CELEX.fullmatch(text)
    if match is None:
        return None
    number, rest = match["number"].upper(), match["rest"].upper()
    if match["sector"] != "0" or match["day"] is None:
        return None if match["day"] else Named("celex", (number,))
    day = _date(match["day"])
    if day is None:
        return None
    return Named("celex", (f"{number}-{match['day']}", f"3{rest}"), in_force_on=day)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text[:4]}-{text[4:6]}-{text[6:]}")
    except ValueError:
        return None
