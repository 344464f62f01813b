"""A comparison as a page shows it: articles in reading order, what did not change folded to one line.

Every row of the comparison is in exactly one group, folded or not, so that no word is lost. What a filter
leaves out is folded too, and counted; of the whole text nothing is folded, and what is outside the filter
says so. The older text is the old one: who decides that is the service.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from corpus.diff import ChangeKind, Comparison, Row, Side
from wetgeving.web import terms
from wetgeving.web.change_search import NO_MARKS, Marks
from wetgeving.web.comparison_filter import Filter, accepted
from wetgeving.web.comparison_overview import articles, is_article, row_label
from wetgeving.web.dutch import counted

_FEW = 4
"""Up to so many unchanged rows inside a changed article stay in view around a change."""
Place = tuple[int, str, Marks]


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row, the number of its change among those shown (0 for none), and the change next to it."""

    row: Row
    number: int = 0
    following: str = ""
    marks: Marks = NO_MARKS

    @property
    def layout(self) -> str:
        """The classes that place it and say what happened."""
        kinds = self.row.change.kinds if self.row.change else ()
        return " ".join([f"d{min(self.row.depth, 6)}", *(f"is-{kind.value}" for kind in kinds)])

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened, in words."""
        change = self.row.change
        return tuple(terms.change_kind(kind, change.place) for kind in change.kinds) if change else ()

    @property
    def label(self) -> str:
        """How the provision is cited; the new number, and the old one when that was another."""
        return row_label(self.row)

    @property
    def moved_from(self) -> str:
        """The eId where the text stood, when it was moved."""
        change = self.row.change
        moved = change is not None and ChangeKind.MOVED in change.kinds
        return self.row.old.eid if moved and self.row.old else ""

    @property
    def moved_to(self) -> Side | None:
        """Where the text is now, in a row that only marks the place where it stood."""
        return self.row.moved_to


@dataclass(frozen=True, slots=True)
class Group:
    """Consecutive rows: to be read, or folded under `summary`."""

    rows: tuple[ShownRow, ...]
    summary: str = ""

    @property
    def folded(self) -> bool:
        """Is it one line until it is opened?"""
        return bool(self.summary)


def groups(comparison: Comparison, wanted: Filter, *, whole: bool = False) -> Iterator[Group]:
    """All rows in order; unless the whole text is asked for, what holds no wanted change is folded."""
    shown = _shown(comparison, wanted)
    found = [tuple(a) for a in articles(comparison.marked_rows)]
    if whole:
        yield from (Group(tuple(_row(r, shown) for r in rows)) for rows in found)
        return
    for open_, run in groupby(found, key=lambda rows: any(_id(r) in shown for r in rows)):
        if open_:
            for rows in run:
                yield from _inside(rows, shown)
        else:
            held = list(run)
            folded = tuple(ShownRow(r) for rows in held for r in rows)
            yield Group(folded, _summary(held, wanted))


def _id(row: Row) -> str:
    return row.change.id if row.change else ""


def _row(row: Row, shown: Mapping[str, Place]) -> ShownRow:
    """The row as it is shown; a marker bears no number, for the change itself is elsewhere."""
    found = shown.get(_id(row))
    return ShownRow(row, *found) if found and row.moved_to is None else ShownRow(row)


def _shown(comparison: Comparison, wanted: Filter) -> Mapping[str, Place]:
    """Change id to its number among the changes shown, the id of the one after it, and what was found."""
    passed = accepted(comparison, wanted)
    following = [*(c.id for c in passed[1:]), ""]
    return {
        change.id: (number, after, wanted.search.marks(change))
        for number, (change, after) in enumerate(zip(passed, following, strict=False), start=1)
    }


def _inside(rows: tuple[Row, ...], shown: Mapping[str, Place]) -> Iterator[Group]:
    """The rows of a changed article; a long run without changes is folded, but never the first row."""
    for index, (wanted, run) in enumerate(groupby(rows, key=lambda r: _id(r) in shown)):
        held = tuple(_row(r, shown) for r in run)
        kept = 1 if index == 0 and not wanted else 0
        if wanted or len(held) - kept <= _FEW:
            yield Group(held)
            continue
        if kept:
            yield Group(held[:kept])
        yield Group(held[kept:], _rows_summary(held[kept:]))


def _rows_summary(rows: tuple[ShownRow, ...]) -> str:
    changed = len({_id(r.row) for r in rows} - {""})
    name = counted(sum(1 for r in rows if r.moved_to is None), "lid of onderdeel", "leden en onderdelen")
    outside = f", waarvan {changed} gewijzigd maar buiten het filter" if changed else " zonder wijziging"
    return f"{name}{outside}"


def _summary(found: list[tuple[Row, ...]], wanted: Filter) -> str:
    found = [rows for rows in found if rows[0].moved_to is None]
    count = sum(1 for rows in found if is_article(rows[0]))
    rest = len(found) - count
    names = [counted(count, "artikel", "artikelen")] if count else []
    names += [counted(rest, "ander onderdeel", "andere onderdelen")] if rest else []
    left_out = len({_id(r) for rows in found for r in rows} - {""})
    between = _between([rows[0] for rows in found if is_article(rows[0])])
    if wanted.is_set and left_out:
        changes = counted(left_out, "wijziging", "wijzigingen")
        return f"{' en '.join(names)} buiten het filter, met {changes}{between}"
    return f"{' en '.join(names)} ongewijzigd{between}"


def _between(found: list[Row]) -> str:
    ends = list(dict.fromkeys(row_label(row) for row in (*found[:1], *found[-1:])))
    return f" ({' tot en met '.join(ends)})" if ends else ""
