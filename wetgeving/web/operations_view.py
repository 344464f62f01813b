"""Word operations as HTML: `<ins>` and `<del>` around escaped text, for one side or for both at once.

A block boundary stays a line end (the style keeps it); a cell boundary becomes an element that draws a rule.
"""

from collections.abc import Iterable
from itertools import takewhile

from markupsafe import Markup, escape

from corpus.diff import Change, Operation, Row

_ELEMENTS = {"=": Markup("{}"), "-": Markup("<del>{}</del>"), "+": Markup("<ins>{}</ins>")}
_NUMBERS = Markup('<span class="new-print">{new}</span> <span class="old-print">{old}</span> {rest}')
_CELL = Markup('<span class="cel">\t</span>')


def old_side(row: Row) -> Markup:
    """The old text, with what was taken out in `<del>`."""
    return _html(row.change.ops, "=-") if row.change else _text(row.old.text if row.old else "")


def new_side(row: Row) -> Markup:
    """The new text, with what was put in in `<ins>`."""
    return _html(row.change.ops, "=+") if row.change else _text(row.new.text if row.new else "")


def both(row: Row) -> Markup:
    """One running text with what was taken out and what was put in."""
    return _html(row.change.ops, "=-+") if row.change else _equal(row)


def changed(change: Change) -> Markup:
    """One change as running text with what was taken out and what was put in."""
    return _html(change.ops, "=-+")


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


def _html(operations: Iterable[Operation], signs: str) -> Markup:
    return Markup("").join(_one(sign, text) for sign, text in operations if sign in signs)


def _one(sign: str, text: str) -> Markup:
    return _ELEMENTS[sign].format(_text(text))


def _text(text: str) -> Markup:
    return _CELL.join(escape(cell) for cell in text.split("\t"))
