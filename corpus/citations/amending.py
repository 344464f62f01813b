"""What an amending act speaks of: the act and the place its instructions and the law it quotes belong to.

"De Voorbeeldwet wordt als volgt gewijzigd:", below it "Artikel 5 wordt als volgt gewijzigd:", below that "Het
tweede lid komt te luiden:" and the new law: there "het eerste lid" is of article 5 and "deze wet" the
Voorbeeldwet. Quoted law of which no sentence around it names the act is in an act that is not known; it is
never taken for the amending act itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.citations.citation import (
    NEXT,
    PREVIOUS,
    THAT,
    THIS,
    Act,
    Citation,
    CitationKind,
    Manner,
    Place,
    Step,
)
from corpus.citations.item import ROMANS
from corpus.numbering import bare_number
from corpus.provision import Provision, ProvisionKind

_ARTICLE, _PARAGRAPH, _POINT = ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT
_FROM_ARTICLE = (_ARTICLE, _PARAGRAPH, _POINT)
_SAID_NEARBY = frozenset({THIS, THAT, PREVIOUS, NEXT})
_LAW = (CitationKind.PROVISION, CitationKind.ACT)
_CHANGES = re.compile(
    r"\b(?:gewijzigd|vervangen|ingevoegd|toegevoegd|vernummerd|verletterd|geplaatst|verval(?:len|t)|luiden(?:de)?|"
    r"vernummering|verlettering|amended|replaced|inserted|added|deleted)\b"
)
_LEAD = re.compile(r"(?:als volgt gewijzigd|(?:is|are) amended as follows) ?[:.]?$")
_UNKNOWN_LEAD = re.compile(r"(?:De|Het) (?P<said>[A-Z].{3,200}?) (?:wordt|worden) als volgt gewijzigd ?:$")
_OPENING = re.compile(
    r"(?:(?:In|Na|Aan|Onder|Voor|Vóór|De|Het|Bij|Tot|in|the) )*"
    r"(?:(?:opschrift|aanhef|tabel|tekst) (?:van|bij|in) )?(?:(?:de|het) )?"
)
_NOT_KNOWN = Act(Manner.UNKNOWN, "")
_IN_HEADING = re.compile(r"\b(?:[Ww]ijziging|[Aa]mendments? )")


@dataclass(frozen=True, slots=True)
class Frame:
    """The act being amended, the place in it that is spoken of, and whether the text is quoted law.

    `nested`: the place is that of a provision of the quoted law itself.
    """

    act: Act = _NOT_KNOWN
    place: tuple[Step, ...] = ()
    quoted: bool = False
    nested: bool = False

    def within(self, provision: Provision) -> "Frame":
        """The frame of quoted law inside this provision of it: its own article, lid and onderdeel."""
        number = bare_number(provision.num)
        if provision.kind not in _FROM_ARTICLE or not number:
            return self
        step = Step(provision.kind, number)
        if provision.kind is _ARTICLE:
            return replace(self, place=(step,), nested=True)
        above = self.place if self.nested and provision.kind is _POINT else _above(self.place, step)
        return replace(self, place=(*above, step), nested=True)


def framed(
    text: str, found: tuple[Citation, ...], frame: Frame | None
) -> tuple[tuple[Citation, ...], Frame | None]:
    """The references of a text as its frame has them, and the frame of what stands below the text."""
    if frame is not None and frame.quoted:
        return tuple(_read(c, frame, frame.place) for c in found), frame
    read: list[Citation] = []
    for begin, line in _lines(text):
        here = [c for c in found if begin <= c.start < begin + len(line)]
        frame = _named_first(line, here, begin) or frame
        if frame is not None and _CHANGES.search(line):
            here = list(_in_line(line, here, begin, frame))
        read += here
        frame = _led(line, here, begin, frame)
    return tuple(read), frame


def quoting(frame: Frame | None) -> Frame:
    """The frame of the new law that stands below an instruction."""
    return replace(frame, quoted=True) if frame else Frame(quoted=True)


def speaks_of_amending(provision: Provision) -> bool:
    """Is this an article without text of its own whose heading says that it amends?"""
    empty = provision.kind is _ARTICLE and not provision.text
    return empty and _IN_HEADING.search(provision.heading) is not None


def _in_line(line: str, found: list[Citation], begin: int, frame: Frame) -> Iterator[Citation]:
    """An instruction: what it says after its first reference may be within the place of that."""
    base, named = frame.place, None
    for citation in found:
        inside = line.count("«", 0, citation.start - begin) > line.count("»", 0, citation.start - begin)
        if inside and named and citation.act is None and citation.places:
            yield replace(citation, act=named, before=None, after=None)
            continue
        if citation.kind is CitationKind.ACT and citation.act and not inside:
            named = citation.act if citation.act.manner is not Manner.THIS else named
        said = _read(citation, frame, base, inside=inside)
        yield said
        if said.places and said.act == frame.act and citation.start - begin <= _opens(line):
            base = tuple(s for s in said.places[0].steps if s.kind is not _POINT)


def _read(
    citation: Citation, frame: Frame, base: tuple[Step, ...], *, inside: bool | None = None
) -> Citation:
    if citation.kind not in _LAW:
        return citation
    act = citation.act
    if act is None or ((frame.quoted or inside) and _says_this(act, frame.act)):
        act = frame.act
    if act != frame.act:
        return citation
    places = tuple(_in_full(place, base) for place in citation.places)
    return replace(citation, act=act, places=places, before=None, after=None)


def _says_this(said: Act, amended: Act) -> bool:
    """ "Deze wet" in quoted law is the amended act, unless that is a decree and a wet was just mentioned."""
    fits = said.antecedent is None or amended.noun in ("", said.noun)
    return said.manner is Manner.THIS and fits


def _named_first(line: str, found: list[Citation], begin: int) -> Frame | None:
    """ "In de Voorbeeldwet wordt na artikel 5 ...": the act that all of the sentence is about."""
    first = _first(line, found, begin)
    if first is None or first.kind is not CitationKind.ACT or first.act is None:
        return None
    return Frame(first.act) if line.startswith(("In ", "Aan ", "Bij ")) and _CHANGES.search(line) else None


def _led(line: str, found: list[Citation], begin: int, frame: Frame | None) -> Frame | None:
    """The frame below an instruction."""
    lead, first = _LEAD.search(line), _first(line, found, begin)
    if first is None:
        unknown = _UNKNOWN_LEAD.match(line)
        if unknown:
            return Frame(Act(Manner.UNKNOWN, unknown["said"]))
        first = next((c for c in reversed(found) if c.kind is CitationKind.PROVISION), None) if lead else None
        if first is None or first.act is None:
            return frame
    if first.kind is CitationKind.ACT:
        own = first.act is None or first.act.manner is Manner.THIS
        return Frame(first.act) if lead and first.act and not own else frame
    act = first.act or (frame.act if frame else None)
    if act is None or not _CHANGES.search(line):
        return frame
    several = len(first.places) > 1
    kept = [s for s in first.places[0].steps if not several or s.kind not in (_PARAGRAPH, _POINT)]
    return Frame(act, tuple(kept))


def _first(line: str, found: list[Citation], begin: int) -> Citation | None:
    """The reference to law that a line opens with, but for "In", "De" and the like."""
    first = next((c for c in found if c.kind in _LAW), None)
    return first if first is not None and first.start - begin <= _opens(line) else None


def _opens(line: str) -> int:
    match = _OPENING.match(line)
    return match.end() if match else 0


def _in_full(place: Place, base: tuple[Step, ...]) -> Place:
    """A place said from within the amended place, in full; what is not known there stays as it is."""
    if not place.steps:
        return place
    first, rest = place.steps[0], place.steps[1:]
    if first.number == THIS:
        around = next((base[: i + 1] for i, step in enumerate(base) if step.kind is first.kind), ())
        return place._replace(steps=(*around, *rest)) if around else place
    if first.number in _SAID_NEARBY or first.kind not in (_PARAGRAPH, _POINT):
        return place
    return place._replace(steps=(*_above(base, first), *place.steps))


def _above(base: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """What a lid or onderdeel stands under; an onderdeel is below one that is numbered otherwise."""
    if step.kind is _PARAGRAPH:
        return tuple(s for s in base if s.kind not in (_PARAGRAPH, _POINT))
    if step.number in ROMANS and base and base[-1].number in ROMANS:
        return base[:-1]
    for depth, known in enumerate(base):
        if known.kind is _POINT and known.number[:1].isdigit() == step.number[:1].isdigit():
            return base[:depth]
    return base


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1
