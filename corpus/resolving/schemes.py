"""One scheme said in another: the ELI of a Union act as its CELEX number."""

import re

_ELI = re.compile(r"eli/(?P<kind>reg|dir|dec)(?:_impl|_del)?/(?P<year>\d{4})/(?P<number>\d{1,4})(?!\d)")
_LETTERS = {"reg": "R", "dir": "L", "dec": "D"}


def celex_of_eli(eli: str) -> str:
    """The CELEX number of a Union act's ELI; "" for what is no regulation, directive or decision."""
    match = _ELI.search(eli)
    return f"3{match['year']}{_LETTERS[match['kind']]}{int(match['number']):04d}" if match else ""
