"""A transponeringstabel (EU) as a sheet: a row for each claim, the official columns first."""

from corpus.exporters import transposition_columns as columns
from corpus.exporters.exported_transposition import ExportedRow, ExportedTransposition
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.sheets import Sheet

_NAME, _ACCOUNT = "Transponeringstabel", "Verantwoording"


def sheet(table: ExportedTransposition) -> Sheet:
    """The rows, each with the texts it leans on; a fictional one says so in each row."""
    widths = dict(columns.WIDTHS) | ({"Status": 26} if table.fictional else {})
    tail = [table.act, table.eu_text, table.national_texts, table.made_on.isoformat()]
    tail += [FICTIONAL] if table.fictional else []
    return Sheet(
        name=_NAME,
        headings=tuple(widths),
        rows=tuple((*_cells(row), *tail) for row in table.rows),
        widths=tuple(widths.values()),
        fictional=table.fictional,
    )


def account(table: ExportedTransposition) -> Sheet:
    """What the table is: its title, its day, the texts it leans on and its counts, a line each."""
    lines = (table.title, *table.lines, *([FICTIONAL] if table.fictional else []))
    return Sheet(_ACCOUNT, ("Over deze tabel",), tuple((line,) for line in lines), (110,), table.fictional)


def _cells(row: ExportedRow) -> tuple[str, ...]:
    return (
        row.eu,
        row.national,
        row.policy_room,
        row.choice,
        row.standing,
        row.claimant,
        row.relation,
        row.reason,
        row.pointer,
        row.eu_eid,
        row.national_keys,
    )
