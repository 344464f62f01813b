"""Numbers of opinions of the Afdeling advisering: `W03.25.00165/II`, or with a hyphen as in our keys.

`/1` occurs for `/I`. The number is short or long (`W03.25.0165/II`), with or without zeros before it.
"""

import re

from corpus.identifiers.named import Named

_NUMBER = re.compile(
    r"W(?P<office>\d{2})\.(?P<year>\d{2})\.(?P<number>\d{3,5})[/-](?P<section>[IVX]{1,4}|1)(?P<suffix>/[A-Z]{1,2})?",
    re.IGNORECASE,
)


def parse(text: str) -> Named | None:
    """The opinion with this number, in each of the ways it is written."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    section = match["section"].upper().replace("1", "I")
    suffix = (match["suffix"] or "").upper()
    numbers = [match["number"], match["number"].zfill(5), match["number"].zfill(4)]
    numbers += [match["number"][1:]] if match["number"].startswith("0") else []
    spelled = [f"W{match['office']}.{match['year']}.{number}/{section}" for number in dict.fromkeys(numbers)]
    printed = [f"{text}{ending}" for text in spelled for ending in dict.fromkeys((suffix, ""))]
    printed += [f"{text[:-1]}1" for text in spelled if text.endswith("/I")]
    return Named("opinion", tuple(dict.fromkeys(printed)))
