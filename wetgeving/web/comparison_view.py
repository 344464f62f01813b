"""A comparison as a page shows it: articles in reading order, what did not change folded to one line.

Every row of the comparison is in exactly one group, folded or not, so that no word is lost. What a filter
leaves out is folded too, and counted. The older text is the old one: who decides that is the service.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, zip_longest

from corpus.diff import Change, ChangeKind, Comparison, Row
from wetgeving.web import terms
from wetgeving.web.dutch import counted

_FEW = 4
"""Up to so many unchanged rows inside a changed article stay in view around a change."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which changes to show: of one kind, and with all these words in what was put in or taken out."""

    kind: ChangeKind | None = None
    words: tuple[str, ...] = ()

    @property
    def is_set(self) -> bool:
        """Does it leave anything out?"""
        return bool(self.kind or self.words)

    def accepts(self, change: Change) -> bool:
        """Does this change pass?"""
        if self.kind is not None and self.kind not in change.kinds:
            return False
        touched = " ".join(text for sign, text in change.ops if sign != "=").casefold()
        return all(word in touched for word in self.words)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row, the number of its change among those shown (0 for none), and the change next to it."""

    row: Row
    number: int = 0
    following: str = ""

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
        old, new = self.row.old, self.row.new
        if old and new and old.label != new.label:
            return f"{new.label} (was: {old.label})"
        side = new or old
        return side.label if side else ""

    @property
    def moved_from(self) -> str:
        """The eId where the text stood, when it was moved."""
        change = self.row.change
        moved = change is not None and ChangeKind.MOVED in change.kinds
        return self.row.old.eid if moved and self.row.old else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Consecutive rows: to be read, or folded under `summary`."""

    rows: tuple[ShownRow, ...]
    summary: str = ""

    @property
    def folded(self) -> bool:
        """Is it one line until it is opened?"""
        return bool(self.summary)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts for the head of the page: articles by what happened to them, and changes by kind."""

    articles: tuple[tuple[str, int], ...]
    changed_articles: int
    others: int
    changes: tuple[tuple[ChangeKind, str, int], ...]


def groups(comparison: Comparison, wanted: Filter) -> Iterator[Group]:
    """All rows in order; runs of articles without a change that is wanted are folded together."""
    numbers = _numbers(comparison, wanted)
    articles = [tuple(a) for a in _articles(comparison.rows)]
    for open_, run in groupby(articles, key=lambda rows: any(_id(r) in numbers for r in rows)):
        if open_:
            for rows in run:
                yield from _inside(rows, numbers)
        else:
            held = list(run)
            shown = tuple(ShownRow(r) for rows in held for r in rows)
            yield Group(shown, _summary(held, wanted))


def accepted(comparison: Comparison, wanted: Filter) -> tuple[Change, ...]:
    """The changes that pass the filter, in reading order."""
    return tuple(c for c in comparison.changes if wanted.accepts(c))


def tally(comparison: Comparison) -> Tally:
    """Count what changed: an article once per kind, a change once per kind."""
    per_kind: Counter[str] = Counter()
    changed = others = 0
    for rows in _articles(comparison.rows):
        kinds = _article_kinds(rows)
        if kinds and _is_article(rows[0]):
            changed += 1
            per_kind.update(kinds)
        elif kinds:
            others += 1
    by_kind = Counter(kind for c in comparison.changes for kind in c.kinds)
    return Tally(
        articles=tuple((word, per_kind[word]) for word in terms.CHANGE_KINDS.values() if per_kind[word]),
        changed_articles=changed,
        others=others,
        changes=tuple((k, word, by_kind[k]) for k, word in terms.CHANGE_KINDS.items() if by_kind[k]),
    )


def first_substantive(comparison: Comparison) -> Change | None:
    """The first change that is more than punctuation, and does not only follow from another one."""
    return next((c for c in comparison.changes if _substantive(c)), None)


def change_label(change: Change) -> str:
    """How the changed provision is cited."""
    return change.place.label


def _substantive(change: Change) -> bool:
    return ChangeKind.CONSEQUENTIAL not in change.kinds and change.kinds != (ChangeKind.PUNCTUATION,)


def _id(row: Row) -> str:
    return row.change.id if row.change else ""


def _numbers(comparison: Comparison, wanted: Filter) -> Mapping[str, tuple[int, str]]:
    """Change id to its number among the changes shown and the id of the one after it."""
    shown = [c.id for c in accepted(comparison, wanted)]
    following = zip_longest(shown, shown[1:], fillvalue="")
    return {change: (i, after) for i, (change, after) in enumerate(following, start=1)}


def _articles(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows by the article (or other unit) they belong to: each begins at depth 0."""
    held: list[Row] = []
    for row in rows:
        if row.depth == 0 and held:
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _inside(rows: tuple[Row, ...], numbers: Mapping[str, tuple[int, str]]) -> Iterator[Group]:
    """The rows of a changed article; a long run without changes is folded, but never the first row."""
    for index, (wanted, run) in enumerate(groupby(rows, key=lambda r: _id(r) in numbers)):
        held = tuple(ShownRow(r, *numbers.get(_id(r), (0, ""))) for r in run)
        kept = 1 if index == 0 and not wanted else 0
        if wanted or len(held) - kept <= _FEW:
            yield Group(held)
            continue
        if kept:
            yield Group(held[:kept])
        yield Group(held[kept:], _rows_summary(held[kept:]))


def _rows_summary(rows: tuple[ShownRow, ...]) -> str:
    changed = sum(1 for r in rows if r.row.change)
    name = counted(len(rows), "lid of onderdeel", "leden en onderdelen")
    outside = f", waarvan {changed} gewijzigd maar buiten het filter" if changed else " zonder wijziging"
    return f"{name}{outside}"


def _summary(articles: list[tuple[Row, ...]], wanted: Filter) -> str:
    count = sum(1 for rows in articles if _is_article(rows[0]))
    rest = len(articles) - count
    names = [counted(count, "artikel", "artikelen")] if count else []
    names += [counted(rest, "ander onderdeel", "andere onderdelen")] if rest else []
    left_out = sum(1 for rows in articles for r in rows if r.change)
    between = _between([rows[0] for rows in articles if _is_article(rows[0])])
    if wanted.is_set and left_out:
        changes = counted(left_out, "wijziging", "wijzigingen")
        return f"{' en '.join(names)} buiten het filter, met {changes}{between}"
    return f"{' en '.join(names)} ongewijzigd{between}"


def _between(articles: list[Row]) -> str:
    ends = list(dict.fromkeys(ShownRow(row).label for row in (*articles[:1], *articles[-1:])))
    return f" ({' tot en met '.join(ends)})" if ends else ""


def _is_article(row: Row) -> bool:
    side = row.new or row.old
    return side is not None and side.eid.rpartition("__")[2].startswith("art_")


_AS_A_WHOLE = frozenset(
    {
        ChangeKind.INSERTED,
        ChangeKind.DELETED,
        ChangeKind.MOVED,
        ChangeKind.RENUMBERED,
        ChangeKind.SPLIT,
        ChangeKind.MERGED,
    }
)


def _article_kinds(rows: list[Row]) -> list[str]:
    """What happened to an article: to itself, or "gewijzigd" when something in it changed."""
    own = set(rows[0].change.kinds if rows[0].change else ())
    kinds = own & _AS_A_WHOLE
    in_text = own - _AS_A_WHOLE - {ChangeKind.CONSEQUENTIAL}
    inner = [row.change for row in rows[0 if in_text else 1 :] if row.change]
    if any(map(_substantive, inner)):
        kinds.add(ChangeKind.MODIFIED)
    elif any(ChangeKind.CONSEQUENTIAL in change.kinds for change in inner):
        kinds.add(ChangeKind.CONSEQUENTIAL)
    elif inner:
        kinds.add(ChangeKind.PUNCTUATION)
    return [word for kind, word in terms.CHANGE_KINDS.items() if kind in kinds]
