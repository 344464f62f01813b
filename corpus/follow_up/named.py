"""The places that words name, in the bill that is advised on or in a law it amends: the one door to
`corpus.citations`.

A place of another act ("artikel 10 van de Vuurverordening") is no place here, and neither is a bare "artikel
10" in words that say elsewhere that they mean that act. `located` gives the places a sentence is about: those
before its verb.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.citations import Act, Citation, CitationKind, Manner, Name, Names, find
from corpus.numbering import number_token
from corpus.provision import ProvisionKind
from corpus.reading import Identifier

Steps = tuple[tuple[ProvisionKind, str], ...]

_OWN_NOUNS = frozenset({"wet", "rijkswet", "voorstel", "wetsvoorstel", "besluit", "ontwerpbesluit"})
_LEVELS = frozenset(
    {ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT, ProvisionKind.SUBSECTION}
)
_RELATIVE = frozenset(".?<>")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^”]*”")
_VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|werd|werden|vervalt|vervallen|komt|komen|luidt|luiden|heeft|zal|zullen|gaat|ziet|"
    r"bepaalt|bepalen|bevat|noemt|geschiedt|vervangen|gewijzigd|aangepast|aangevuld)\b"
)
_TOGETHER = re.compile(r",? ?(?:(?:in|en|van|het voorgestelde) )?")
_LONGEST_RANGE = 60
_OF_A_NAME = re.compile(r",? van (?:de |het )?(?=[A-Z][a-z]*(?: [a-z]| [A-Z]))(?!Afdeling)")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place as words name it. `act` is the name of the law it is in, "" for the bill or a law it amends."""

    words: str
    steps: Steps
    act: str
    start: int
    end: int


def named_places(text: str, laws: Sequence[str]) -> tuple[NamedPlace, ...]:
    """The places a text names in the bill or in one of `laws`, without those of other acts."""
    names = Names.of(Name(law, Identifier("name", law)) for law in laws)
    every = [c for c in find(text, names) if c.kind is CitationKind.PROVISION]
    cited = [c for c in every if not _of_unknown_act(c, text, laws)]
    foreign = {s for c in every if c not in cited or _act(c.act, laws) is None for s in _articles(c)}
    own = {s for c in cited if c.act is not None and _act(c.act, laws) is not None for s in _articles(c)}
    return tuple(
        place
        for citation in cited
        for place in _places(citation, laws)
        if citation.act is not None or place.steps[0] not in foreign - own
    )


def located(sentence: str, laws: Sequence[str]) -> tuple[NamedPlace, ...]:
    """The places a sentence is about: all before its verb, else the first with what hangs on it."""
    plain = _QUOTED.sub(lambda m: " " * len(m.group()), sentence)
    places = named_places(plain, laws)
    verb = _VERB.search(plain)
    before = tuple(p for p in places if verb and p.end <= verb.start())
    return before or tuple(_hanging(plain, places))


def quoted(text: str) -> tuple[str, ...]:
    """The words a text quotes, in order."""
    return tuple(" ".join(m.group()[1:-1].split()) for m in _QUOTED.finditer(text))


def paragraphs(text: str) -> frozenset[str]:
    """The numbers of the paragraphs of a memorandum that a text names."""
    found = (c for c in find(text) if c.kind is CitationKind.PROVISION)
    cited = (c for c in found if c.act is None or c.act.noun == "toelichting")
    steps = (place.steps[0] for c in cited for place in c.places if place.steps)
    return frozenset(number_token(step.number) for step in steps if step.kind is ProvisionKind.SUBSECTION)


def _hanging(text: str, places: Sequence[NamedPlace]) -> Iterator[NamedPlace]:
    end = None
    for place in places:
        if end is not None and place.start > end and not _TOGETHER.fullmatch(text, end, place.start):
            return
        end = place.end
        yield place


def _act(act: Act | None, laws: Sequence[str]) -> str | None:
    """The law meant, "" for the bill itself or whatever it amends, None for another act."""
    if act is None or act.manner is Manner.THIS:
        return ""
    if act.manner in (Manner.NOUN, Manner.THAT):
        if act.antecedent is not None:
            return _act(act.antecedent, laws)
        return "" if act.noun in _OWN_NOUNS else None
    return next((law for law in laws if law.startswith(act.said)), None)


def _of_unknown_act(citation: Citation, text: str, laws: Sequence[str]) -> bool:
    """Is it of an act with a name that is not in the table ("de Algemene wet ...")?"""
    following = _OF_A_NAME.match(text, citation.end) if citation.act is None else None
    return following is not None and not text.startswith(tuple(laws), following.end())


def _articles(citation: Citation) -> Iterator[tuple[ProvisionKind, str]]:
    for place in citation.places:
        if place.steps and place.steps[0].kind is ProvisionKind.ARTICLE:
            yield ProvisionKind.ARTICLE, number_token(place.steps[0].number).casefold()


def _places(citation: Citation, laws: Sequence[str]) -> Iterator[NamedPlace]:
    act = _act(citation.act, laws)
    for place in citation.places if act is not None else ():
        steps = tuple(step_of(s.kind, s.number) for s in place.steps)
        if not steps or any(kind not in _LEVELS or number in _RELATIVE for kind, number in steps):
            continue
        for last in _range(steps[-1][1], number_token(place.until)):
            whole = (*steps[:-1], (steps[-1][0], last))
            yield NamedPlace(citation.text, whole, act or "", citation.start, citation.end)


def step_of(kind: ProvisionKind, number: str) -> tuple[ProvisionKind, str]:
    """One step of a place: of articles without regard to capitals, for "onderdeel E" is not "onderdeel e"."""
    token = number if number in _RELATIVE else number_token(number)
    return kind, token.casefold() if kind is ProvisionKind.ARTICLE else token


def _range(first: str, last: str) -> Iterator[str]:
    """All of "26 tot en met 28" and "A tot en met C"; of any other range its ends."""
    if not last:
        yield first
    elif first.isdecimal() and last.isdecimal() and 0 <= int(last) - int(first) <= _LONGEST_RANGE:
        yield from (str(n) for n in range(int(first), int(last) + 1))
    elif len(first) == len(last) == 1 and first.isalpha() and first <= last:
        yield from (chr(n) for n in range(ord(first), ord(last) + 1))
    else:
        yield from dict.fromkeys((first, last))
