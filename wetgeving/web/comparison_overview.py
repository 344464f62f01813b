"""What a comparison did to which article: the counts at the head of the page, and the list to go there by.

An article is every run of rows that begins at depth 0, so that an aanhef or a bijlage is one as well. The
list follows the filter; the counts are of the whole comparison.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.diff import Change, ChangeKind, Comparison, Row
from wetgeving.web import terms
from wetgeving.web.comparison_filter import Filter, accepted, is_minor

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


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts for the head of the page: articles by what happened to them, and changes by kind."""

    articles: tuple[tuple[str, int], ...]
    changed_articles: int
    others: int
    changes: tuple[tuple[ChangeKind, str, int], ...]


@dataclass(frozen=True, slots=True)
class ChangedArticle:
    """A line of the overview: the article, what happened, how often, and the id of its first change."""

    label: str
    kinds: tuple[str, ...]
    changes: int
    first: str


def tally(comparison: Comparison) -> Tally:
    """Count what changed: an article once per kind, a change once per kind."""
    per_kind: Counter[str] = Counter()
    changed = others = 0
    every = {c.id for c in comparison.changes}
    for rows in articles(comparison.rows):
        kinds = _kinds(rows, every)
        if kinds and is_article(rows[0]):
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


def overview(comparison: Comparison, wanted: Filter) -> tuple[ChangedArticle, ...]:
    """The articles that hold a change which passes the filter, in reading order."""
    shown = {c.id for c in accepted(comparison, wanted)}
    return tuple(_line(rows, shown) for rows in articles(comparison.rows) if _ids(rows) & shown)


def first_substantive(comparison: Comparison) -> Change | None:
    """The first change that is more than punctuation, and does not only follow from another one."""
    return next((c for c in comparison.changes if not is_minor(c)), None)


def articles(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Rows by the article (or other unit) they belong to: each begins at depth 0."""
    held: list[Row] = []
    for row in rows:
        if row.depth == 0 and held:
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def is_article(row: Row) -> bool:
    """Is this the first row of an article, rather than of an aanhef, a heading or a bijlage?"""
    side = row.new or row.old
    return side is not None and side.eid.rpartition("__")[2].startswith("art_")


def row_label(row: Row) -> str:
    """How the provision is cited; the new number, and the old one when that was another."""
    old, new = row.old, row.new
    if old and new and old.label != new.label:
        return f"{new.label} (was: {old.label})"
    side = new or old
    return side.label if side else ""


def _line(rows: list[Row], shown: set[str]) -> ChangedArticle:
    inside = list(dict.fromkeys(row.change.id for row in rows if row.change and row.change.id in shown))
    return ChangedArticle(row_label(rows[0]), tuple(_kinds(rows, shown)), len(inside), inside[0])


def _ids(rows: list[Row]) -> set[str]:
    return {row.change.id for row in rows if row.change}


def _kinds(rows: list[Row], ids: set[str]) -> list[str]:
    """What these changes did to an article: to itself, or "gewijzigd" when something in it changed."""
    first = rows[0].change
    own = set(first.kinds if first and first.id in ids else ())
    kinds = own & _AS_A_WHOLE
    in_text = own - _AS_A_WHOLE - {ChangeKind.CONSEQUENTIAL}
    inner = [r.change for r in rows[0 if in_text else 1 :] if r.change and r.change.id in ids]
    if not all(map(is_minor, inner)):
        kinds.add(ChangeKind.MODIFIED)
    elif any(ChangeKind.CONSEQUENTIAL in change.kinds for change in inner):
        kinds.add(ChangeKind.CONSEQUENTIAL)
    elif inner:
        kinds.add(ChangeKind.PUNCTUATION)
    return [word for kind, word in terms.CHANGE_KINDS.items() if kind in kinds]
