"""What an exporter of a transponeringstabel (EU) gets: words, already chosen, row by row.

One row for each claim about a Union provision, and one for a provision of which nobody claims anything.
Rejected claims are left out before this. Values only: no store and no clock, so equal gives equal.
"""

from dataclasses import dataclass
from datetime import date

OPEN = "open"
"""The standing of a row without a claim."""


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """One claim in words, with the keys by which a program knows both sides.

    `national` names the provisions, or says why there is none. `standing` is the word of the row's status,
    `mark` what paper adds to it ("" for what a person confirmed).
    """

    eu: str
    eu_eid: str
    national: str
    national_keys: str = ""
    relation: str = ""
    reason: str = ""
    policy_room: str = ""
    choice: str = ""
    pointer: str = ""
    standing: str = OPEN
    mark: str = ""
    claimant: str = ""


@dataclass(frozen=True, slots=True)
class ExportedTransposition:
    """A table with its account: `act` is the key of the Union act, `lines` say dates, texts and counts."""

    title: str
    act: str
    lines: tuple[str, ...]
    rows: tuple[ExportedRow, ...]
    eu_text: str
    national_texts: str
    made_on: date
    fictional: bool = False
