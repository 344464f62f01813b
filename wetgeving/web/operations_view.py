"""Word operations as HTML: `<ins>` and `<del>` around escaped text, for one side or for both at once.

A block boundary stays a line end (the style keeps it); a cell boundary becomes an element that draws a rule.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

from corpus.diff import Operation, Row

_ELEMENTS = {"=": Markup("{}"), "-": Markup("<del>{}</del>"), "+": Markup("<ins>{}</ins>")}
_CELL = Markup('<span class="cel">\t</span>')


def old_side(row: Row) -> Markup:
    """The old text, with what was taken out in `<del>`."""
    return _html(row.change.ops, "=-") if row.change else _text(row.old.text if row.old else "")


def new_side(row: Row) -> Markup:
    """The new text, with what was put in in `<ins>`."""
    return _html(row.change.ops, "=+") if row.change else _text(row.new.text if row.new else "")


def both(row: Row) -> Markup:
    """One running text with what was taken out and what was put in."""
    return _html(row.change.ops, "=-+") if row.change else new_side(row)


def _html(operations: Iterable[Operation], signs: str) -> Markup:
    return Markup("").join(_one(sign, text) for sign, text in operations if sign in signs)


def _one(sign: str, text: str) -> Markup:
    return _ELEMENTS[sign].format(_text(text))


def _text(text: str) -> Markup:
    return _CELL.join(escape(cell) for cell in text.split("\t"))
