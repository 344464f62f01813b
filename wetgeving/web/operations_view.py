"""Word operations as HTML: `<ins>` and `<del>` around escaped text, for one side or for both at once.

A block boundary stays a line end (the style keeps it); a cell boundary becomes an element that draws a rule.
What was searched for stands in `<mark>`, also where it runs over the border of a change.
"""

from collections.abc import Iterable
from itertools import takewhile

from markupsafe import Markup, escape

from corpus.diff import Change, Operation, Row
from corpus.diff.words import difference
from wetgeving.web.change_search import NO_MARKS, Marks, Range

_ELEMENTS = {"=": Markup("{}"), "-": Markup("<del>{}</del>"), "+": Markup("<ins>{}</ins>")}
_MARK = Markup("<mark>{}</mark>")
_NUMBERS = Markup('<span class="new-print">{new}</span> <span class="old-print">{old}</span> {rest}')
_CELL = Markup('<span class="cel">\t</span>')


def old_side(row: Row, marks: Marks = NO_MARKS) -> Markup:
    """The old text, with what was taken out in `<del>`."""
    return _html(row.change.ops, "=-", marks) if row.change else _text(row.old.text if row.old else "")


def new_side(row: Row, marks: Marks = NO_MARKS) -> Markup:
    """The new text, with what was put in in `<ins>`."""
    return _html(row.change.ops, "=+", marks) if row.change else _text(row.new.text if row.new else "")


def both(row: Row, marks: Marks = NO_MARKS) -> Markup:
    """One running text with what was taken out and what was put in."""
    return _html(row.change.ops, "=-+", marks) if row.change else _equal(row)


def old_text(change: Change) -> Markup:
    """The old text of a change, with what was taken out in `<del>`."""
    return _html(change.ops, "=-")


def new_text(change: Change) -> Markup:
    """The new text of a change, with what was put in in `<ins>`."""
    return _html(change.ops, "=+")


def changed(change: Change) -> Markup:
    """One change as running text with what was taken out and what was put in."""
    return _html(change.ops, "=-+")


def between(old: str, new: str) -> Markup:
    """Two texts as one, with what went out and what came in."""
    return _html(difference(old, new), "=-+")


def respelled(row: Row) -> bool:
    """Do equal texts print their number in two ways ("1." and "1")? That is no change, yet other words."""
    if row.change or not (row.old and row.new):
        return False
    return row.old.text.split() != row.new.text.split()


def _equal(row: Row) -> Markup:
    """A text that both sides have, with both prints of its number where those differ."""
    if not (respelled(row) and row.old and row.new):
        return new_side(row)
    old, new = row.old.text.split(), row.new.text.split()
    from_the_end = zip(reversed(old), reversed(new), strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], from_the_end))
    printed = len(new) - same
    rest = "".join(row.new.text.split(None, printed)[printed:])
    numbers = " ".join(old[: len(old) - same]), " ".join(new[:printed])
    return _NUMBERS.format(old=numbers[0], new=numbers[1], rest=_text(rest))


def _html(operations: Iterable[Operation], signs: str, marks: Marks = NO_MARKS) -> Markup:
    if marks == NO_MARKS:
        return Markup("").join(
            _ELEMENTS[sign].format(_text(text)) for sign, text in operations if sign in signs
        )
    ranges = {"-": marks.old if "-" in signs else (), "+": marks.new if "+" in signs else ()}
    at = {"-": 0, "+": 0}
    parts = []
    for sign, text in operations:
        sides = [side for side in at if sign in ("=", side)]
        found = sorted({place for side in sides for place in _within(ranges[side], at[side], len(text))})
        for side in sides:
            at[side] += len(text)
        if sign in signs:
            parts.append(_ELEMENTS[sign].format(_marked(text, found)))
    return Markup("").join(parts)


def _within(ranges: Iterable[Range], start: int, length: int) -> list[Range]:
    """The part of each range that lies in a stretch of text, counted from where that begins."""
    inside = ((max(a - start, 0), min(b - start, length)) for a, b in ranges)
    return [(a, b) for a, b in inside if a < b]


def _marked(text: str, ranges: Iterable[Range]) -> Markup:
    parts, done = [], 0
    for start, end in _joined(ranges):
        parts += [_text(text[done:start]), _MARK.format(_text(text[start:end]))]
        done = end
    return Markup("").join([*parts, _text(text[done:])])


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """Sorted ranges, those that touch taken as one."""
    joined: list[Range] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _text(text: str) -> Markup:
    return _CELL.join(escape(cell) for cell in text.split("\t"))
