"""Automatic numbers of a DOCX: the number Word prints before a paragraph, which its text does not hold.

ECMA-376 part 1, 17.9: a paragraph names a list (`numId`) and a level; the level has a form, a start and a
text such as "%1." or "%1°.". Lists over one abstract definition count on together, unless one starts anew.
Bullets become "•" or "-". A counting system this module does not know is printed in figures.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.readers.docx_xml import attribute, child, value
from corpus.secure_xml import Element, elements, name

_LEVELS = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its counting system, first number and printed form."""

    form: str = "decimal"
    start: int = 1
    text: str = ""
    legal: bool = False


@dataclass(frozen=True, slots=True)
class ListForm:
    """A list: the definition it counts with, its levels, and the levels at which it starts anew."""

    counter: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int]


def list_forms(root: Element) -> dict[str, ListForm]:
    """The lists of `numbering.xml`, by their `numId`."""
    abstract = {attribute(e, "abstractNumId"): e for e in elements(root) if name(e) == "abstractNum"}
    by_style = {value(e, "styleLink"): key for key, e in abstract.items() if value(e, "styleLink")}
    forms = {}
    for num in elements(root):
        if name(num) == "num":
            key = value(num, "abstractNumId")
            linked = value(abstract[key], "numStyleLink") if key in abstract else ""
            key = by_style.get(linked, key)
            forms[attribute(num, "numId")] = _list_form(num, key, abstract.get(key))
    return forms


def _list_form(num: Element, key: str, definition: Element | None) -> ListForm:
    levels = {} if definition is None else dict(_levels(definition))
    restarts: dict[int, int] = {}
    for override in elements(num):
        if name(override) == "lvlOverride":
            at = _number(attribute(override, "ilvl"), 0)
            levels.update(_levels(override))
            if child(override, "startOverride") is not None:
                restarts[at] = _number(value(override, "startOverride"), 1)
    return ListForm(key, levels, restarts)


def _levels(parent: Element) -> list[tuple[int, Level]]:
    return [(_number(attribute(e, "ilvl"), 0), _level(e)) for e in elements(parent) if name(e) == "lvl"]


def _level(element: Element) -> Level:
    return Level(
        form=value(element, "numFmt") or "decimal",
        start=_number(value(element, "start"), 1 if child(element, "start") is not None else 0),
        text=value(element, "lvlText"),
        legal=child(element, "isLgl") is not None,
    )


def _number(text: str, otherwise: int) -> int:
    return min(int(text), _MOST) if text.isdecimal() and len(text) < 10 else otherwise


@dataclass(slots=True)
class Numbering:
    """The counters of one pass over the paragraphs of a document."""

    forms: Mapping[str, ListForm]
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    def next(self, num_id: str, level: int) -> str:
        """Count one paragraph and give the number printed before it; "" when it has none."""
        form = self.forms.get(num_id)
        if form is None or level not in form.levels:
            return ""
        counts = self._counts.setdefault(form.counter, [None] * _LEVELS)
        self._count(num_id, form, level, counts)
        return _printed(form, level, counts)

    def _count(self, num_id: str, form: ListForm, level: int, counts: list[int | None]) -> None:
        if level in form.restarts and (num_id, level) not in self._restarted:
            self._restarted.add((num_id, level))
            counts[level] = form.restarts[level]
        else:
            last = counts[level]
            counts[level] = form.levels[level].start if last is None else last + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)


def _printed(form: ListForm, level: int, counts: list[int | None]) -> str:
    own = form.levels[level]
    if own.form == "none":
        return ""
    if own.form == "bullet":
        return own.text if own.text in ("-", "–", "—") else "•"
    printed = own.text
    for at in range(level, -1, -1):
        other = form.levels.get(at, Level())
        count = counts[at]
        figures = numeral(other.start if count is None else count, "decimal" if own.legal else other.form)
        printed = printed.replace(f"%{at + 1}", figures)
    return printed.strip()


def numeral(number: int, form: str) -> str:
    """A number in a counting system of Word; letters after z are doubled (aa, bb)."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, _LEVELS)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form == "decimalZero":
        return f"{number:02d}"
    return f"{number}e" if form == "ordinal" else str(number)


def _roman(number: int) -> str:
    pieces = []
    for figure, letters in _ROMAN:
        pieces.append(letters * (number // figure))
        number %= figure
    return "".join(pieces)
