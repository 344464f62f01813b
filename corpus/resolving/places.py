"""From a place as it is said to eIds: relative words become the provision they are said in, ranges their
members."""

import re

from corpus.citations.citation import NEXT, PREVIOUS, THAT, THIS, Place, Step
from corpus.eid import PREFIX
from corpus.provision import CONTAINERS, ProvisionKind
from corpus.resolving.library import Outline, conventional_eid

_BELOW_ARTICLE = (ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
_PART = re.compile(r"(?P<letter>[A-D])(?P<chapter>\d{1,2})(?:/(?P<below>\d{1,2}(?:\.\d{1,2})*))?")


def own_bases(eid: str, kind: ProvisionKind) -> list[str]:
    """What a lid or onderdeel without its article stands under: the citing provision's own, nearest first."""
    segments = eid.split("__")
    prefixes = {
        ProvisionKind.PARAGRAPH: ("art", "mod", "recital"),
        ProvisionKind.POINT: ("para", "art", "point", "mod", "att", "recital"),
    }.get(kind, ())
    bases = []
    for prefix in prefixes:
        depths = [i for i, segment in enumerate(segments) if segment.startswith(f"{prefix}_")]
        bases += ["__".join(segments[: depth + 1]) for depth in reversed(depths)]
    return bases


def own_step(eid: str, kind: ProvisionKind) -> str:
    """The provision of this kind that the citing provision is in; "" when it is in none."""
    segments = eid.split("__")
    depths = [i for i, segment in enumerate(segments) if segment.startswith(f"{PREFIX[kind]}_")]
    return "__".join(segments[: depths[-1] + 1]) if depths else ""


def is_relative(place: Place) -> bool:
    """Does the place begin with "dit", "dat" or "vorige", or below the article?"""
    first = place.steps[0]
    return first.number in (THIS, THAT, PREVIOUS, NEXT) or first.kind in _BELOW_ARTICLE


def in_outline(place: Place, outline: Outline, eid: str = "") -> list[str]:
    """The eIds of a place in a text; empty when it has no such place. `eid` is where it is said."""
    first, rest = place.steps[0], place.steps[1:]
    if first.number in (THIS, PREVIOUS, NEXT):
        starts = _relative(first, outline, eid)
    elif first.kind in _BELOW_ARTICLE and eid:
        bases = [base for base in own_bases(eid, first.kind) if base in outline.by_eid]
        starts = next((found for base in bases if (found := outline.matching(first, base))), [])
    else:
        starts = outline.matching(first) or _of_part(first, outline)
        if not starts and first.kind in CONTAINERS and rest:
            return in_outline(place._replace(steps=rest), outline, eid)
    for step in rest:
        starts = [found for start in starts for found in outline.matching(step, start)]
    return _ranged(place, outline, starts)


def is_part(step: Step) -> bool:
    """Is this "C2/5", a part of a circular, said with the letter of the part it is in?"""
    return step.kind is ProvisionKind.SUBSECTION and _PART.fullmatch(step.number) is not None


def _of_part(step: Step, outline: Outline) -> list[str]:
    """Of "C2/5.1" the division 5.1 of chapter 2, in a text whose title says that it is part C."""
    said = _PART.fullmatch(step.number) if is_part(step) else None
    if said is None or said["letter"] != outline.letter:
        return []
    tops = outline.matching(Step(ProvisionKind.DIVISION, said["chapter"]))
    tops = [eid for eid in tops if not outline.above[eid]]
    if not said["below"]:
        return tops[:1]
    return [e for top in tops for e in outline.matching(Step(ProvisionKind.DIVISION, said["below"]), top)][:1]


def _relative(step: Step, outline: Outline, eid: str) -> list[str]:
    own = (
        next((e for e in outline.path(eid) if outline.by_eid[e].kind is step.kind), "")
        if eid in outline.by_eid
        else ""
    )
    if step.number == THIS and not own and step.kind is ProvisionKind.PARAGRAPH and eid in outline.by_eid:
        return [own_step(eid, ProvisionKind.ARTICLE) or eid]
    if not own or step.number == THIS:
        return [own] if own else []
    beside = [
        e
        for e in outline.by_eid
        if outline.above[e] == outline.above[own] and outline.by_eid[e].kind is step.kind
    ]
    at = beside.index(own) + (1 if step.number == NEXT else -1)
    return [beside[at]] if 0 <= at < len(beside) else []


def _ranged(place: Place, outline: Outline, found: list[str]) -> list[str]:
    if not place.until or not found:
        return found
    parent = outline.above[found[0]]
    within = parent if place.steps[-1].kind in _BELOW_ARTICLE else ""
    end = Step(place.steps[-1].kind, place.until)
    last = outline.matching(end, within) or _of_part(end, outline)
    return outline.between(found[0], last[0]) if last else found


def by_convention(place: Place, eid: str = "") -> list[str]:
    """The eIds a place has when the text is not at hand; of a range its two ends."""
    first = place.steps[0]
    if first.number in (THAT, PREVIOUS, NEXT):
        return []
    below = ""
    steps = place.steps
    if first.number == THIS:
        below, steps = own_step(eid, first.kind), steps[1:]
        if not below and first.kind is ProvisionKind.PARAGRAPH:
            below = own_step(eid, ProvisionKind.ARTICLE)
        if not below:
            return []
    elif first.kind in _BELOW_ARTICLE:
        below = next(iter(own_bases(eid, first.kind)), "")
        if not below:
            return []
    ends = (
        [steps, (*steps[:-1], steps[-1]._replace(number=place.until))] if place.until and steps else [steps]
    )
    return ["__".join(part for part in (below, conventional_eid(end)) if part) for end in ends]
