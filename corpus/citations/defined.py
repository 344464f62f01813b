"""Names that a text defines for itself: "de wet: de Voorbeeldwet", "(hierna: de verordening)".

A definition counts when what stands right behind its colon is an act that is known, or that has a number. It
holds for the whole text. A term that is no name of an act ("vreemdeling: ...") is none of ours.
"""

import re
from collections.abc import Iterable, Iterator

from corpus.citations.citation import Act, CitationKind
from corpus.citations.finding import find
from corpus.citations.folding import folded
from corpus.citations.names import Name, Names

_TERM = re.compile(
    r"(?:^|verstaan onder:? )[ \"«“‘']*(?:[a-z0-9]{1,3}[.)°]+ )?(?:de |het )?[\"«“‘']?"
    r"(?P<term>[A-Za-z][^:;.()«»“”\"]{1,70}?)[\"»”’']?: (?P<act>(?:de |het )?)(?=\S)"
)
_HEREAFTER = re.compile(
    r"[(,] ?(?:verder|hierna|hierna te noemen|verder te noemen|hierna genoemd|hierna aangeduid als)"
    r"(?: ook)?:? "
    r"(?:de |het )?[\"«“‘']?(?P<term>[A-Za-z][^:;.()«»“”\",]{1,70}?)[\"»”’']?[),]"
)


def with_defined(names: Names, texts: Iterable[str]) -> Names:
    """The table with the names that these paragraphs of one text define."""
    return names.with_local(
        name for text in texts if ":" in text for name in _defined(folded(text)[0], names)
    )


def _defined(text: str, names: Names) -> Iterator[Name]:
    term = _TERM.match(text) or _TERM.search(text)
    if term:
        for citation in find(text[term.end() : term.end() + 400], names)[:1]:
            if citation.start == 0 and citation.kind is CitationKind.ACT:
                yield from _names(term["term"], citation.act)
    if "hierna" in text or "verder" in text:
        yield from _hereafter(text, names)


def _hereafter(text: str, names: Names) -> Iterator[Name]:
    for match in _HEREAFTER.finditer(text):
        before = [c for c in find(text[: match.start()], names) if c.kind is CitationKind.ACT]
        if before and not re.search(r"[.;]", text[before[-1].end : match.start()].replace("nr.", "")):
            yield from _names(match["term"], before[-1].act)


def _names(term: str, act: Act | None) -> Iterator[Name]:
    if act and len(act.identifiers) == 1:
        yield Name(term.strip(), act.identifiers[0])
