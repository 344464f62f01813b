"""What a file's name says of it: a guess, used only where neither the file nor a person says more.

One shape is known: `<BWB number>_<date>[_<n>].<ending>`, as the BWB repository and its mirrors name files.
"""

import re
from dataclasses import dataclass
from datetime import date

_BWB = re.compile(r"(?P<work>BWB[RVW]\d{7})(?:_(?P<date>\d{4}-\d{2}-\d{2})(?:_\d+)?)?\b")

RULE = "file-name"


@dataclass(frozen=True, slots=True)
class FileNameHint:
    """The work and the date of entry into force that a file name suggests, each None when it does not."""

    work: str | None = None
    in_force_on: date | None = None


def hint(file_name: str) -> FileNameHint:
    """Read a file name; an impossible date is no hint."""
    match = _BWB.match(file_name)
    if match is None:
        return FileNameHint()
    return FileNameHint(match["work"], _date(match["date"]))


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
