"""The day for which the preamble of a rule was written: when the rule first worked.

A preamble keeps the words of that day, whatever is changed later (Aanwijzing 6.7). The day of making is in
the full title ("Besluit van 23 november 2000, houdende ...") or above the signatures; what entered into force
within two years of it gives the day of working. A text that tells none of this has no such day.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from corpus.provision import Provision, ProvisionKind, walk

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})\b")
_LONGEST_WAIT = timedelta(days=731)


def written_for(title: str, provisions: Iterable[Provision]) -> date | None:
    """The day a rule first worked, as far as its own text tells."""
    tree = tuple(walk(provisions))
    made = _first_day(title) or _made(tree)
    working = min((p.in_force_on for p in tree if p.in_force_on), default=None)
    if made is None or working is None:
        return made
    return working if made <= working <= made + _LONGEST_WAIT else made


def _made(tree: Iterable[Provision]) -> date | None:
    """The day in the full title, else above the signatures."""
    by_kind = {p.kind: p.text for p in tree if p.text}
    kinds = (ProvisionKind.LONG_TITLE, ProvisionKind.CONCLUSIONS)
    return next((day for kind in kinds if (day := _first_day(by_kind.get(kind, "")))), None)


def _first_day(text: str) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"]))
    except ValueError:
        return None
