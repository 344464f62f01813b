"""XLSX (ECMA-376 part 1, 18), read through the doors to zip and XML: the text of cells, sheet by sheet.

Numbers are given as the file writes them, dates as their number. A merged cell stands in every row it spans.
Not read: formulas, links, comments, hidden sheets, charts and macros; a file with macros is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.errors import MacroError, NotWellFormedError, UnknownFormatError
from corpus.limits import applied, in_force
from corpus.secure_xml import Element, elements, name, parse, parse_by_part
from corpus.worksheets.worksheet import (
    Doubt,
    SheetRow,
    Worksheet,
    has_control,
    plain,
    too_large,
    within,
)
from corpus.zip_limits import Archive

_MOST_UNPACKED, _MOST_STRINGS, _MOST_SHEETS, _MOST_MERGED = 40_000_000, 200_000, 20, 10_000
_WORKBOOK, _RELATIONS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ROW = re.compile(r"[1-9][0-9]{0,6}")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA, _ERROR, _CONTROL = "een formule", "een foutwaarde", "een teken dat geen tekst is"


def read(source: bytes) -> tuple[Worksheet, ...]:
    """The sheets that are shown, in the order of the file."""
    limits = in_force()
    with applied(replace(limits, unpacked_bytes=min(limits.unpacked_bytes, _MOST_UNPACKED))):
        archive = Archive(source)
        if _WORKBOOK not in archive:
            raise UnknownFormatError(
                "Dit is geen XLSX-bestand.",
                value=", ".join(sorted(archive.names)[:3]),
                remedy="Bewaar de tabel als XLSX of als CSV (UTF-8).",
            )
        if any(part.endswith("vbaProject.bin") for part in archive.names):
            raise MacroError(
                "Dit bestand bevat programmacode.", value="vbaProject.bin", remedy="Bewaar het als XLSX."
            )
        strings = _strings(archive)
        return tuple(_sheet(archive.read(part), title, strings) for title, part in _sheets(archive))


def _sheets(archive: Archive) -> Iterator[tuple[str, str]]:
    """Name and part of every sheet that is shown."""
    targets = {}
    if _RELATIONS in archive:
        for relation in elements(parse(archive.read(_RELATIONS))):
            targets[relation.get("Id", "")] = relation.get("Target", "")
    sheets = list(parse(archive.read(_WORKBOOK)).iter("{*}sheet"))
    if len(sheets) > _MOST_SHEETS:
        raise too_large(f"{len(sheets)} bladen", f"De grens is {_MOST_SHEETS} bladen.")
    for sheet in sheets:
        key = next((v for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
        part = _part(targets.get(str(key), ""))
        if part in archive and sheet.get("state", "visible") == "visible":
            yield sheet.get("name", ""), part


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _strings(archive: Archive) -> tuple[str, ...]:
    found: list[str] = []

    def take(item: Element) -> bool:
        if len(found) >= _MOST_STRINGS:
            raise too_large(f"meer dan {_MOST_STRINGS} teksten", "Splits de tabel.")
        found.append(_words(item))
        return True

    if _STRINGS in archive:
        parse_by_part(archive.read(_STRINGS), "{*}si", take)
    return tuple(found)


def _words(item: Element) -> str:
    """The text of a string, of one run or more; how it is pronounced is not part of it."""
    words = []
    for part in elements(item):
        if name(part) == "t":
            words.append(part.text or "")
        elif name(part) == "r":
            words += [t.text or "" for t in part.iter("{*}t")]
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), "".join(words))


def _sheet(source: bytes, title: str, strings: tuple[str, ...]) -> Worksheet:
    walk = _Rows(strings)
    root = parse_by_part(source, "{*}row", walk.take)
    merged = [e.get("ref", "") for e in root.iter("{*}mergeCell")]
    if len(merged) > _MOST_MERGED:
        raise too_large(f"{len(merged)} samengevoegde cellen", "Hef de samenvoegingen op.")
    for area in merged:
        walk.spread(area)
    rows = tuple(SheetRow(number, _cells(held)) for number, held in sorted(walk.rows.items()) if held)
    return Worksheet(title, rows, tuple(walk.doubts))


def _cells(held: dict[int, str]) -> tuple[str, ...]:
    return tuple(held.get(k, "") for k in range(1, max(held) + 1))


class _Rows:
    """The rows of one sheet, taken one by one."""

    def __init__(self, strings: tuple[str, ...]) -> None:
        self.rows: dict[int, dict[int, str]] = {}
        self.doubts: list[Doubt] = []
        self._strings, self._last = strings, 0

    def take(self, row: Element) -> bool:
        """Read a row; one without text is kept for the cells that are merged into it."""
        stated = _ROW.fullmatch(row.get("r", ""))
        self._last = int(stated[0]) if stated else self._last + 1
        held: dict[int, str] = {}
        column = 0
        for cell in elements(row):
            column = self._column(cell.get("r", ""), column + 1)
            text = self._text(cell, column)
            if text:
                within(columns=column, cell=len(text))
                held[column] = text
        self.rows[self._last] = held
        within(rows=len(self.rows))
        return True

    def spread(self, area: str) -> None:
        """Put the text of a merged cell in every row it spans, in its first column."""
        first, _, last = area.partition(":")
        start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if start is None or end is None:
            return
        column = _number(start[1])
        text = self.rows.get(int(start[2]), {}).get(column, "")
        if not text:
            return
        for row, held in self.rows.items():
            if int(start[2]) < row <= int(end[2]):
                held.setdefault(column, text)

    def _column(self, place: str, expected: int) -> int:
        match = _PLACE.fullmatch(place)
        return _number(match[1]) if match else expected

    def _text(self, cell: Element, column: int) -> str:
        kind = cell.get("t", "n")
        parts = {name(e): e for e in elements(cell)}
        doubt = _FORMULA if "f" in parts else _ERROR if kind == "e" else ""
        text = "" if doubt else plain(self._value(kind, parts))
        if has_control(text):
            doubt, text = _CONTROL, ""
        if doubt:
            self.doubts.append(Doubt(self._last, column, doubt))
        return text

    def _value(self, kind: str, parts: dict[str, Element]) -> str:
        if kind == "inlineStr":
            return _words(parts["is"]) if "is" in parts else ""
        value = (parts["v"].text or "") if "v" in parts else ""
        if kind == "s" and value:
            return self._shared(value)
        return {"0": "onwaar", "1": "waar"}.get(value, value) if kind == "b" else value

    def _shared(self, value: str) -> str:
        if value.isascii() and value.isdigit() and len(value) < 9 and int(value) < len(self._strings):
            return self._strings[int(value)]
        raise NotWellFormedError(
            "Dit XLSX-bestand verwijst naar een tekst die er niet in staat.",
            value=value[:20],
            where=f"rij {self._last}",
            remedy="Bewaar de tabel opnieuw.",
        )


def _number(letters: str) -> int:
    """A column by its letters: A is 1, Z is 26, AA is 27."""
    total = 0
    for letter in letters:
        total = total * 26 + ord(letter) - ord("A") + 1
    return total
