"""Rows of text on the pages of a PDF, in reading order: columns found, running heads and page numbers apart.

A page has two columns when an open strip divides it and the text on both sides fills its width; what crosses
the strip divides the page in bands. More columns, and tables that look like columns, are not told apart. A
line that stands apart at the top or bottom and comes back on many pages is a running head, unless it is a
heading of law.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from statistics import median

from corpus.pdf_text import Page, Piece
from corpus.readers.article_lines import heading_line

RUNNING_HEAD, PAGE_NUMBER = "running-head", "page-number"
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:pagina|blz\.?|p\.)\s*)?\d{1,4}(?:\s*(?:van|/)\s*\d{1,4})?[-–—\s]*$", re.I
)
_EDGE_ROWS, _EDGE, _OFTEN, _SAME_HEIGHT, _WHITE_SPACE = 4, 0.12, 0.4, 8.0, 1.8
_FEWEST_IN_COLUMN, _MOST_CROSSING, _FULL = 4, 0.25, 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: its text, edges, base line and size, the page and column it stands in.

    `column_right` is the edge that full lines of the column reach; `dropped` the rule that leaves it out.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    column: int
    column_left: float = 0.0
    column_right: float = 0.0
    dropped: str = ""

    @property
    def is_full(self) -> bool:
        """Whether the line goes on to the edge of its column."""
        return self.right >= self.column_right - 0.15 * (self.column_right - self.column_left)


def rows(pages: Sequence[Page]) -> list[Row]:
    """All rows of a document in reading order, running heads and page numbers marked."""
    found = [row for number, page in enumerate(pages) for row in page_rows(page, number)]
    return _without_running_heads(found, [page.height for page in pages])


def page_rows(page: Page, number: int) -> list[Row]:
    """The rows of one page in reading order."""
    gutter = _gutter(page)
    if gutter is None:
        return _measured(_rows(page.pieces, number, column=0))
    placed: list[Row] = []
    sides: list[list[Row]] = [[], []]
    crossing = _rows((p for p in page.pieces if p.left < gutter < p.right), number, column=2)
    for side, here in enumerate(([p for p in page.pieces if p.right <= gutter], _right(page.pieces, gutter))):
        sides[side] = _measured(_rows(here, number, column=side))
    floor = float("inf")
    for row in [*_measured(crossing), None]:
        ceiling, floor = floor, row.base if row is not None else float("-inf")
        for side_rows in sides:
            placed += [r for r in side_rows if floor < r.base <= ceiling]
        if row is not None:
            placed.append(row)
    return placed


def _right(pieces: Iterable[Piece], gutter: float) -> list[Piece]:
    return [piece for piece in pieces if piece.left >= gutter]


def _rows(pieces: Iterable[Piece], number: int, *, column: int) -> list[Row]:
    """Pieces on one base line joined from left to right, from the top down."""
    groups: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: -p.base):
        if groups and groups[-1][0].base - piece.base <= groups[-1][0].size / 2:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_row(sorted(group, key=lambda p: p.left), number, column) for group in groups]


def _row(pieces: list[Piece], number: int, column: int) -> Row:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        text += piece.text if piece.left - before.right < 0.1 * piece.size else f" {piece.text}"
    widest = max(pieces, key=lambda p: len(p.text))
    right = max(piece.right for piece in pieces)
    return Row(text, pieces[0].left, right, widest.base, widest.size, number, column)


def _measured(found: list[Row]) -> list[Row]:
    """Rows with the edges of their column: where most lines begin, and where the longest ones end."""
    if not found:
        return []
    left = min(row.left for row in found)
    edges = sorted(row.right for row in found)
    right = edges[ceil(0.9 * len(edges)) - 1]
    return [replace(row, column_left=left, column_right=max(right, row.left)) for row in found]


def _gutter(page: Page) -> float | None:
    """The middle of the open strip between two columns, or None."""
    best: tuple[int, float] | None = None
    step = max(page.width / 200, 1.0)
    at = 0.3 * page.width
    while at < 0.7 * page.width:
        crossing = sum(1 for piece in page.pieces if piece.left < at < piece.right)
        if (best is None or crossing < best[0]) and _divides(page.pieces, at, crossing):
            best = (crossing, at)
        at += step
    return None if best is None else best[1]


def _divides(pieces: Sequence[Piece], at: float, crossing: int) -> bool:
    left = [piece for piece in pieces if piece.right <= at]
    right = _right(pieces, at)
    if min(len(left), len(right)) < _FEWEST_IN_COLUMN or crossing > _MOST_CROSSING * len(pieces):
        return False
    return _fills(left) and _fills(right) and _side_by_side(left, right)


def _fills(pieces: Sequence[Piece]) -> bool:
    """Whether most lines reach from one side of the column to the other, as running text does."""
    width = max(p.right for p in pieces) - min(p.left for p in pieces)
    return width > 0 and median(p.right - p.left for p in pieces) >= _FULL * width


def _side_by_side(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    top = min(max(p.base for p in left), max(p.base for p in right))
    bottom = max(min(p.base for p in left), min(p.base for p in right))
    lowest = min(_height(left), _height(right))
    return top > bottom and top - bottom >= 0.5 * lowest


def _height(pieces: Sequence[Piece]) -> float:
    return max(p.base for p in pieces) - min(p.base for p in pieces)


def _without_running_heads(found: list[Row], heights: list[float]) -> list[Row]:
    edge = _edge_rows(found)
    met: dict[tuple[bool, str], list[Row]] = defaultdict(list)
    for at, is_top in edge.items():
        met[is_top, _DIGITS.sub("#", found[at].text.lower())].append(found[at])
    return [
        replace(row, dropped=_rule(row, edge[at], met, heights)) if at in edge else row
        for at, row in enumerate(found)
    ]


def _edge_rows(found: list[Row]) -> dict[int, bool]:
    """Which rows stand apart at the edge of their page, and whether that is the top."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(found):
        by_page[row.page].append(at)
    edge: dict[int, bool] = {}
    for numbers in by_page.values():
        numbers.sort(key=lambda at: -found[at].base)
        edge |= dict.fromkeys(_set_apart(found, numbers[::-1]), False)
        edge |= dict.fromkeys(_set_apart(found, numbers), True)
    return edge


def _set_apart(found: list[Row], numbers: list[int]) -> list[int]:
    """The first few rows, up to white space wider than between lines of text; none when there is none."""
    for count in range(1, min(_EDGE_ROWS, len(numbers) - 1) + 1):
        here, there = found[numbers[count - 1]], found[numbers[count]]
        if abs(here.base - there.base) > _WHITE_SPACE * max(here.size, there.size):
            return numbers[:count]
    return []


def _rule(row: Row, is_top: bool, met: dict[tuple[bool, str], list[Row]], heights: list[float]) -> str:
    """The rule by which a row at the edge of its page is left out, or ""."""
    height = heights[row.page]
    margin = row.base > (1 - _EDGE) * height if is_top else row.base < _EDGE * height
    if margin and len(heights) > 1 and _PAGE_NUMBER.match(row.text):
        return PAGE_NUMBER
    alike = met[is_top, _DIGITS.sub("#", row.text.lower())]
    there = {other.page for other in alike if abs(other.base - row.base) < _SAME_HEIGHT}
    often = len(there) >= max(2, _OFTEN * len(heights))
    return RUNNING_HEAD if often and heading_line(row.text) is None else ""


def words_inside_lines(found: Iterable[Row]) -> Counter[str]:
    """How often each word stands whole within a line: what shows how a broken word is written."""
    counted: Counter[str] = Counter()
    for row in found:
        counted.update(bare_word(word) for word in row.text.split()[:-1])
    return counted


def bare_word(word: str) -> str:
    """A word without the signs around it, in lower case."""
    return word.strip(".,;:()[]\"'‘’“”„«»").casefold()
