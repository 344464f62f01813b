"""A comparison as one HTML document that stands alone: no script, no address, a style of its own for print.

What went in is `ins`, what went out `del`: underlined and struck through, also without colour. Every change
has its id, so that a link can name it. A table is a table when its cells are the same on both sides of it.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby

from corpus.diff import ChangeKind, Operation, Row
from corpus.exporters.change_words import kinds
from corpus.exporters.exported_comparison import ExportedComparison
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.headed_rows import HeadedRow, headed_rows
from corpus.exporters.table_frame import FOOTER
from corpus.exporters.tracked_lines import Line, lines

_TAGS = {"+": "ins", "-": "del"}
_STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:48rem;margin:2rem auto;padding:0 1rem}"
    "h1,h2,small,table{font-family:Arial,sans-serif}h1{font-size:1.6rem}h1,h2,p{overflow-wrap:break-word}"
    "h2{font-size:1.1rem;margin:1.6rem 0 .3rem}"
    "p{margin:.3rem 0}.d2{margin-left:1.5rem}.d3{margin-left:3rem}.d4,.d5,.d6{margin-left:4.5rem}"
    "ins{text-decoration:underline;background:#e2f2e2}del{text-decoration:line-through;background:#fbe3e3}"
    "small{color:#444}table{border-collapse:collapse;width:100%}td{border:1px solid #777;padding:.2rem .4rem}"
    "footer{margin-top:2rem;border-top:1px solid #777}"
    "@media print{body{max-width:none;margin:0}ins,del{background:none}h2{break-after:avoid}}"
)


def export(compared: ExportedComparison) -> bytes:
    """The document; the same comparison gives the same bytes."""
    return "\n".join([*_head(compared), *_body(compared), "</body>", "</html>", ""]).encode()


def _head(compared: ExportedComparison) -> Iterator[str]:
    label = f"{FICTIONAL}: " if compared.fictional else ""
    yield "<!doctype html>"
    yield f'<html lang="{escape(compared.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width">'
    if compared.fictional:
        yield '<meta name="robots" content="noindex">'
    yield f"<title>{escape(f'{label}{compared.title}')}</title>"
    yield f"<style>{_STYLE}</style>"
    yield "</head>"


def _body(compared: ExportedComparison) -> Iterator[str]:
    yield "<body>"
    if compared.fictional:
        yield f"<p><strong>{FICTIONAL}</strong></p>"
    yield f"<h1>{escape(compared.title)}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in compared.lines)
    yield "<p><ins>Onderstreept: ingevoegd.</ins> <del>Doorgehaald: vervallen.</del></p>"
    for unit, rows in groupby(headed_rows(compared.comparison), key=lambda headed: headed.row.unit):
        yield f'<section data-eid="{escape(unit)}">'
        for row in rows:
            yield from _row(row)
        yield "</section>"
    yield f"<footer><p>{escape(FOOTER)}</p></footer>"


def _row(headed: HeadedRow) -> Iterator[str]:
    row = headed.row
    found = lines(_operations(row), "=") if row.old or row.new else ()
    if row.change is not None:
        yield f'<div id="{escape(row.change.id)}">'
        yield f"<small>{escape(_said(row))}</small>"
    for is_row, held in groupby(enumerate(found), key=lambda line: line[1].is_row):
        if is_row:
            yield f"<table>{''.join(_table_row(line) for _, line in held)}</table>"
            continue
        for number, line in held:
            tag = "h2" if headed.is_headed and number == 0 else "p"
            if line.pieces:
                yield f'<{tag} class="d{min(row.depth, 6)}">{_marked(line.pieces)}</{tag}>'
    if row.change is not None:
        yield "</div>"


def _operations(row: Row) -> tuple[Operation, ...]:
    if row.change is not None:
        return row.change.ops
    side = row.new or row.old
    return (("=", side.text),) if side else ()


def _said(row: Row) -> str:
    """What happened, and of a text that was moved from where."""
    change = row.change
    if change is None:
        return ""
    moved = ChangeKind.MOVED in change.kinds and row.old and row.new
    return f"{kinds(change)}, van {row.old.label}" if moved and row.old else kinds(change)


def _table_row(line: Line) -> str:
    cells: list[list[Operation]] = [[]]
    for sign, text in line.pieces:
        for number, part in enumerate(text.split("\t")):
            if number:
                cells.append([])
            cells[-1].append((sign, part))
    return f"<tr>{''.join(f'<td>{_marked(tuple(held))}</td>' for held in cells)}</tr>"


def _marked(pieces: tuple[Operation, ...]) -> str:
    return "".join(_piece(sign, text) for sign, text in pieces if text)


def _piece(sign: str, text: str) -> str:
    tag = _TAGS.get(sign)
    return f"<{tag}>{escape(text)}</{tag}>" if tag else escape(text)
