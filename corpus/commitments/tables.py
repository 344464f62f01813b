"""A printed table of commitments: which columns say who, what and by when, and its rows.

A table counts when its headings or what stands over it speak of "toezegging", or when it has all three.
A row of a table is one line, its cells divided by tabs (`corpus.provision`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.commitments.due import term_of_cell
from corpus.commitments.values import Passage, ReadCommitment, Rule, Sureness
from corpus.provision import Provision

_COLUMNS = {
    name: re.compile(rf"(?:{words})\Z", re.I)
    for name, words in {
        "who": r"wie|actor|(?:toegezegd )?door|verantwoordelijke?|bewindspersoon|organisatie|partij",
        "what": r"wat|(?:inhoud )?toezegging(?:en)?|omschrijving|actie|onderwerp|afspraak",
        "when": r"(?:voor )?wanneer|termijn|planning|(?:beoogde )?datum|deadline|gereed|uiterlijk|tijdpad",
        "state": r"stand(?: van zaken)?|status",
    }.items()
}
_SPEAKS = re.compile(r"\btoezegging", re.I)


@dataclass(frozen=True, slots=True)
class _Table:
    columns: dict[str, int]
    sureness: Sureness


def rows(
    provision: Provision, over: str, *, said_on: date | None, spoken_by: str
) -> Iterator[ReadCommitment]:
    """The commitments that the tables in the own text of a provision print; `over` is its heading."""
    table: _Table | None = None
    start, before = 0, over
    for line in provision.text.split("\n"):
        cells = line.split("\t")
        if len(cells) < 2:
            table, before = None, f"{over}\n{line}"
        elif table is None:
            table = _headed(cells, before)
        elif row := _row(table, cells):
            passage = Passage(provision.eid, start, start + len(line), line)
            yield _read(row, passage, table.sureness, said_on=said_on, spoken_by=spoken_by)
        start += len(line) + 1


def _headed(cells: list[str], before: str) -> _Table | None:
    columns = {
        name: at
        for at, cell in reversed(list(enumerate(cells)))
        for name, pattern in _COLUMNS.items()
        if pattern.match(cell.strip().rstrip(":"))
    }
    named = bool(_SPEAKS.search(before) or _SPEAKS.search(" ".join(cells)))
    whole = {"who", "what", "when"} <= set(columns)
    if "what" not in columns or not (whole or (named and columns.keys() & {"who", "when"})):
        return None
    return _Table(columns, Sureness.CERTAIN if named else Sureness.LIKELY)


def _row(table: _Table, cells: list[str]) -> dict[str, str] | None:
    row = {name: cells[at].strip() for name, at in table.columns.items() if at < len(cells)}
    return row if row.get("what") else None


def _read(
    row: dict[str, str], passage: Passage, sureness: Sureness, *, said_on: date | None, spoken_by: str
) -> ReadCommitment:
    state = row.get("state", "")
    return ReadCommitment(
        what=row["what"],
        actor=row.get("who", "") or spoken_by,
        passages=(passage,),
        rules=(Rule.TABLE,),
        due=term_of_cell(row.get("when", ""), said_on),
        spoken_by=spoken_by,
        sureness=sureness,
        reason=f'De tabel drukt als stand: "{state}".' if state else "",
        summary=row["what"],
    )
