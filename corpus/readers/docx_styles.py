"""Styles of a DOCX, for what the reader needs: emphasis, list, outline level and name, inherited included.

ECMA-376 part 1, 17.7. A property set on the text itself outranks its style; a style outranks the one it is
based on. Fonts, sizes and spacing are not read. A chain of styles that comes back to itself stops there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.readers.docx_xml import attribute, child, is_on, value
from corpus.secure_xml import Element, elements, name

_TOGGLES = {"i": "italic", "b": "bold", "vanish": "hidden", "webHidden": "hidden"}
_VERTICAL = {"superscript": "superscript", "subscript": "subscript"}
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, those it is based on included."""

    name: str = ""
    emphasis: Mapping[str, bool] | None = None
    num_id: str = ""
    level: str = ""
    outline: int | None = None


class Styles:
    """The styles of a document by their id."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else elements(root)
        self._elements = {attribute(e, "styleId"): e for e in found if name(e) == "style"}
        self._made: dict[str, Style] = {}

    def style(self, style_id: str) -> Style:
        """The style with this id; an empty one when the document does not define it."""
        if style_id not in self._made:
            self._made[style_id] = self._resolved(style_id)
        return self._made[style_id]

    def _resolved(self, style_id: str) -> Style:
        chain: list[Element] = []
        at = style_id
        while at in self._elements and len(chain) < _DEEPEST:
            chain.append(self._elements[at])
            at = value(chain[-1], "basedOn")
        emphasis: dict[str, bool] = {}
        for element in reversed(chain):
            emphasis.update(stated_emphasis(child(element, "rPr")))
        lists = [child(e, "pPr", "numPr") for e in chain]
        outline = _first(value(e, "pPr", "outlineLvl") for e in chain)
        return Style(
            name=value(chain[0], "name") if chain else "",
            emphasis=emphasis,
            num_id=_first(value(e, "numId") for e in lists),
            level=_first(value(e, "ilvl") for e in lists),
            outline=int(outline) if outline.isdecimal() and int(outline) < 9 else None,
        )


def stated_emphasis(properties: Element | None) -> dict[str, bool]:
    """Emphasis that run properties state themselves: on, or off where the style has it."""
    stated: dict[str, bool] = {}
    for element in elements(properties) if properties is not None else ():
        local = name(element)
        if local in _TOGGLES:
            stated[_TOGGLES[local]] = stated.get(_TOGGLES[local], False) or is_on(element)
        elif local == "u":
            stated["underline"] = is_on(element)
        elif local == "vertAlign":
            kind = attribute(element, "val")
            stated |= {style: style == kind for style in _VERTICAL.values()}
    return stated


def _first(values: Iterable[str]) -> str:
    return next((v for v in values if v), "")
