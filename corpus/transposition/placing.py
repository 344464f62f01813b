"""From a place as a table says it to eIds: looked up in the text when that is at hand, else by convention.

A definition is found by its word, as "artikel 1, seinvuur"; an "aanhef" is the eId of its provision with
`__intro`. Nothing is guessed: a place that the text does not have keeps its conventional eId, not found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citations.citation import Place
from corpus.numbering import label
from corpus.provision import Provision, ProvisionKind
from corpus.resolving.library import Outline, conventional_eid
from corpus.resolving.places import in_outline
from corpus.transposition.saying import Said
from corpus.transposition.values import INTRO


@dataclass(frozen=True, slots=True)
class Placed:
    """One place of a text: its eId, the way it is cited, and whether the text has it (None: no text)."""

    eid: str
    label: str
    found: bool | None


def placed(said: Said, outline: Outline | None) -> tuple[Placed, ...]:
    """The places meant; a range that the text can tell is all of its members."""
    if not said.steps:
        return (Placed("", "", None if outline is None else True),)
    if outline is None:
        return tuple(Placed(eid, "", None) for eid in _by_convention(said))
    found = in_outline(Place(said.steps, said.until), outline)
    if not found:
        return tuple(Placed(eid, "", False) for eid in _by_convention(said))
    eids = (_defined(eid, said.term, outline) for eid in found)
    return tuple(Placed(_with_intro(eid, said), cited(eid, outline, intro=said.intro), True) for eid in eids)


def cited(eid: str, outline: Outline, *, intro: bool = False) -> str:
    """How a provision of a text is cited."""
    path = [outline.by_eid[e] for e in reversed(outline.path(eid))]
    return f"{label(path)}, aanhef" if intro else label(path)


def base(eid: str) -> str:
    """The eId of the provision itself, of an "aanhef" that of what it is the aanhef of."""
    return eid.removesuffix(f"__{INTRO}")


def inside(eid: str, outer: str) -> bool:
    """Is this place the other one, or in it? Everything is in the whole act."""
    return not outer or eid == outer or eid.startswith(f"{outer}__")


def quoted(onderdeel: Provision, said: Said) -> tuple[str, ...]:
    """The eIds, in an amending act, of a place in the law that this onderdeel quotes."""
    for provision in onderdeel.walk():
        if provision.kind is ProvisionKind.MOD:
            found = in_outline(Place(said.steps, said.until), Outline(provision.children))
            if found:
                return tuple(found)
    return ()


def _with_intro(eid: str, said: Said) -> str:
    return f"{eid}__{INTRO}" if said.intro else eid


def _by_convention(said: Said) -> Sequence[str]:
    ends = [said.steps]
    if said.until:
        ends.append((*said.steps[:-1], said.steps[-1]._replace(number=said.until)))
    return [_with_intro(conventional_eid(steps), said) for steps in ends]


def _defined(eid: str, term: str, outline: Outline) -> str:
    """The definition of a term in a provision, or that provision when it has no such definition."""
    if not term:
        return eid
    start = f"{term.casefold()}:"
    points = (p for p in outline.by_eid[eid].walk() if p.kind is ProvisionKind.POINT)
    return next((p.eid for p in points if p.text.strip("\"'“„ ").casefold().startswith(start)), eid)
