"""The places of the own text that a Dutch sentence refers to: "artikel 5, tweede lid, onderdeel c".

Only references whose parts are named one after another are read; one that says "van de ..." belongs to
another text and is left alone. What stands around the numbers is the *frame*: two sentences with the same
frame differ in their references only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.numbering import ORDINALS, number_token

_ARTICLE = r"(?:\d+[a-z]*(?:[.:]\d+[a-z]*)*|[IVX]+[a-z]?)"
_ORDINAL = "(?:" + "|".join(ORDINALS) + ")"
_POINT = r"(?:(?!(?:de|en|of|is|te|in|op|er|om)\b)[a-z]{1,2}|\d{1,2})"


def _listed(item: str) -> str:
    return rf"{item}\b°?(?:(?:, | en | of | tot en met ){item}\b°?)*"


_REFERENCE = re.compile(
    rf"\b(?i:artikel(?:en)?) (?P<article>{_listed(_ARTICLE)})"
    rf"|\b(?P<ordinal>(?i:{_listed(_ORDINAL)})) (?:lid|leden)\b"
    rf"|\b(?:lid|leden) (?P<para>{_listed(_ARTICLE)})"
    rf"|\bonderde(?:el|len) (?P<point>{_listed(_POINT)})"
)
_ITEM = {
    "article": re.compile(rf"\b{_ARTICLE}"),
    "ordinal": re.compile(_ORDINAL, re.IGNORECASE),
    "para": re.compile(rf"\b{_ARTICLE}"),
    "point": re.compile(rf"\b{_POINT}\b"),
}
_CONNECTORS = frozenset({"en", "of", "tot", "met"})
_FOREIGN = re.compile(r",? van (?:(?:de|het) )?[A-Z]|,? van artikel")


_PART = re.compile(rf"\W*(?:{_ARTICLE}|{_ORDINAL}|[a-z]{{1,2}})\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference names: parts from the outermost that was written to the innermost; foreign or not."""

    steps: tuple[tuple[str, str], ...]
    foreign: bool


def references(text: str) -> tuple[str, tuple[Reference, ...]]:
    """The frame of a text, and its references in order."""
    matches = list(_REFERENCE.finditer(text))
    found: list[Reference] = []
    frame: list[str] = []
    end = 0
    outer: tuple[tuple[str, str], ...] = ()
    for k, match in enumerate(matches):
        kind = match.lastgroup or ""
        start, stop = match.span(kind)
        outer = _outer(outer, kind) if k and text[matches[k - 1].end() : match.start()] in (", ", " ") else ()
        foreign = _is_foreign(text, matches[k:])
        steps = [(_level(kind), _token(item, kind)) for item in _items(match.group(kind), kind)]
        found += [Reference((*outer, step), foreign) for step in steps]
        frame += [text[end:start], "§" * len(steps), _connectors(match.group(kind))]
        outer, end = (*outer, steps[-1]), stop
    return " ".join("".join([*frame, text[end:]]).split()), tuple(found)


def only_references(old: Sequence[str], new: Sequence[str]) -> bool:
    """May two texts of as many words differ in references only? Costs less than to read these."""
    return all(_PART.fullmatch(a) and _PART.fullmatch(b) for a, b in zip(old, new, strict=True) if a != b)


def _items(listed: str, kind: str) -> Iterator[str]:
    return (m.group() for m in _ITEM[kind].finditer(listed) if m.group() not in _CONNECTORS)


def _connectors(listed: str) -> str:
    return "".join(re.findall(r",| en | of | tot en met ", listed))


def _level(kind: str) -> str:
    return {"article": "art", "ordinal": "para", "para": "para", "point": "point"}[kind]


def _token(item: str, kind: str) -> str:
    return str(ORDINALS.index(item.lower()) + 1) if kind == "ordinal" else number_token(item)


def _outer(outer: tuple[tuple[str, str], ...], kind: str) -> tuple[tuple[str, str], ...]:
    """The parts a next one stands under: a lid under an article, an onderdeel under a lid or an article."""
    above = {"art": (), "para": ("art",), "point": ("art", "para", "point")}[_level(kind)]
    return tuple(step for step in outer if step[0] in above)


def _is_foreign(text: str, chain: list[re.Match[str]]) -> bool:
    """Does the chain of parts that starts here end in "van de Wet ..."?"""
    for match, following in zip(chain, [*chain[1:], None], strict=True):
        if following is None or text[match.end() : following.start()] not in (", ", " "):
            return bool(_FOREIGN.match(text, match.end()))
    return False
