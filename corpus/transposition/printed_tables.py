"""Implementation tables in a memorandum: found by the header of their columns, with the captions above.

A table is lines with tabs in the text of one provision. What cannot be read as a row is kept with the reason.
No place is resolved here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.exporters.exported_version import FICTIONAL
from corpus.provision import Provision

_COLUMNS = (
    ("national", r"implementatieregeling|bestaande (?:regel|wet)geving|nationale (?:bepaling|regel|recht)"),
    ("choice", r"keuze|toelichting|motivering|opmerking|invulling"),
    ("policy_room", r"beleidsruimte|ruimte|keuzemogelijkhe"),
    ("national", r"nationa|nederlands|implementatie|omzetting|uitvoering|geldende? recht|te implementeren in|"
     r"bepaling in (?:wet|uitvoerings|implementatie|bestaand)|voorstel|regelgeving"),
    ("eu", r"\beu\b|eu-|unie|richtlijn|verordening|europees|te implementeren bepaling|^artikel(?:en)?$"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _COLUMNS)
_EU = _PATTERNS[-1][1]
_FEWEST, _LONGEST_HEADER = 2, 250


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One row as printed: its cells by column, and the line of the provision's text, counted from 1."""

    line: int
    cells: tuple[str, ...]
    eu: str
    national: str = ""
    policy_room: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as printed: in which provision, under which words (nearest first), and its rows.

    `lead` are the words before it in the memorandum that speak of its columns. `header` is as printed.
    """

    eid: str
    captions: tuple[str, ...]
    lead: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[PrintedRow, ...]
    unread: tuple[tuple[int, tuple[str, ...], str], ...] = ()


def tables(memorandum: Sequence[Provision]) -> tuple[PrintedTable, ...]:
    """Every implementation table, in document order."""
    return tuple(found for root in memorandum for found in _below(root, ()))


def _below(provision: Provision, above: tuple[Provision, ...]) -> Iterator[PrintedTable]:
    if "\t" in provision.text:
        yield from _in_text(provision, above)
    for child in provision.children:
        yield from _below(child, (*above, provision))


def _in_text(provision: Provision, above: tuple[Provision, ...]) -> Iterator[PrintedTable]:
    lines = provision.text.split("\n")
    heads = [(at, found) for at, line in enumerate(lines) if (found := columns(line.split("\t")))]
    starts = [head for n, head in enumerate(heads) if not n or lines[head[0]] != lines[heads[n - 1][0]]]
    for n, (at, named) in enumerate(starts):
        before = starts[n - 1][0] if n else -1
        end = starts[n + 1][0] if n + 1 < len(starts) else len(lines)
        captions = [line for line in reversed(lines[before + 1 : at]) if "\t" not in line]
        captions += [p.heading for p in (provision, *reversed(above)) if p.heading]
        lead = [p.text for p in reversed(above) if p.text]
        rows, unread = _rows(lines, range(at + 1, end), named, header=lines[at])
        yield PrintedTable(
            eid=provision.eid,
            captions=tuple(map(_plain, captions)),
            lead=(*captions[:1], *lead),
            header=tuple(lines[at].split("\t")),
            rows=tuple(rows),
            unread=tuple(unread),
        )


def columns(cells: Sequence[str]) -> dict[str, int]:
    """Which column is where, by the words of a header; empty for a row that is no header of such a table."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if len(cell) > _LONGEST_HEADER or re.match(r"\s*artikel(?:en)? \d", cell, re.IGNORECASE):
            return {}
        name = next((n for n, p in _PATTERNS if p.search(cell) and n not in found), "")
        if at == 0 and name in ("national", "choice") and _EU.search(cell):
            name = "eu"
        if name:
            found[name] = at
    return found if {"eu", "national"} <= found.keys() else {}


def _rows(
    lines: Sequence[str], span: range, named: dict[str, int], *, header: str
) -> tuple[list[PrintedRow], list[tuple[int, tuple[str, ...], str]]]:
    rows: list[PrintedRow] = []
    unread: list[tuple[int, tuple[str, ...], str]] = []
    for at in span:
        if not lines[at].strip() or lines[at] == header:
            continue
        cells = tuple(cell.strip() for cell in lines[at].split("\t"))
        if len(cells) < _FEWEST:
            unread.append((at + 1, cells, "Deze regel heeft geen kolommen."))
        elif sum(map(bool, cells)) == 1 and cells[0]:
            unread.append((at + 1, cells, "Een tussenkop: alleen de eerste kolom is gevuld."))
        else:
            rows.append(PrintedRow(at + 1, cells, **{n: _cell(cells, i) for n, i in named.items()}))
    return rows, unread


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _plain(text: str) -> str:
    return " ".join(text.replace(f"({FICTIONAL})", "").split())
