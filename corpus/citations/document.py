"""The references of a whole document, provision by provision, with what only the document tells.

It knows the names the document defines, what was mentioned earlier in the same article, the act under whose
name articles are listed ("Voorbeeldwet:" above, "artikel 3" below, as in an annex or a table), and which act
is being amended (`corpus.citations.amending`). That a long title prints its own name is no reference.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from corpus.citations.amending import Frame, framed, quoting, speaks_of_amending
from corpus.citations.citation import Act, Citation, CitationKind, Manner
from corpus.citations.defined import with_defined
from corpus.citations.finding import find
from corpus.citations.memory import Memory
from corpus.citations.names import NO_NAMES, Name, Names
from corpus.provision import Provision, ProvisionKind, walk

_NAMED = frozenset({Manner.NAME, Manner.NUMBER, Manner.DATE})
_OF_A_TITLE = frozenset({Manner.DATE, Manner.UNKNOWN, Manner.NUMBER})
_NEW_ACT = re.compile(r"(?:Rijksw|W)et van \d|Besluit van \d|Regeling van ")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_WITH_OWN_MEMORY = frozenset({ProvisionKind.ARTICLE, ProvisionKind.ATTACHMENT, ProvisionKind.DIVISION})


def cited(
    provisions: Iterable[Provision], names: Names = NO_NAMES
) -> Iterator[tuple[Provision, tuple[Citation, ...]]]:
    """Each provision with text of its own, with the references in that text, in document order."""
    tree = tuple(provisions)
    defined = with_defined(names, (p.text for p in walk(tree) if p.text))
    known = defined.with_local(_basis(tree, defined))
    for provision in tree:
        yield from _below(provision, _Around(known, Memory()))


class _Around(NamedTuple):
    """What is known where a provision stands."""

    names: Names
    memory: Memory
    frame: Frame | None = None


def _below(provision: Provision, around: _Around) -> Iterator[tuple[Provision, tuple[Citation, ...]]]:
    names, memory, frame = _entered(provision, around)
    found: tuple[Citation, ...] = ()
    if provision.text:
        found, frame = framed(provision.text, _found(provision, names, memory), frame)
        yield provision, found
    heading = _heading_act(provision, found)
    if heading or provision.kind is ProvisionKind.SLOT:
        memory.governing = heading
    outer = memory.governing
    for child in provision.children:
        yield from _below(child, _Around(names, memory, frame))
    memory.governing = outer


def _entered(provision: Provision, around: _Around) -> _Around:
    """What is known inside a provision: an article starts afresh, and so does quoted law."""
    names, memory, frame = around
    if provision.kind is ProvisionKind.MOD:
        return _Around(names, Memory(), quoting(frame))
    if provision.kind in _WITH_OWN_MEMORY:
        memory = Memory()
    if frame is not None and frame.quoted:
        frame = frame.within(provision)
    elif speaks_of_amending(provision):
        acts = [c.act for c in find(provision.heading, names) if c.kind is CitationKind.ACT and c.act]
        frame = Frame(acts[0]) if len(acts) == 1 else frame
    return _Around(names, memory, frame)


def _found(provision: Provision, names: Names, memory: Memory) -> tuple[Citation, ...]:
    if provision.kind is not ProvisionKind.LONG_TITLE:
        return find(provision.text, names, memory=memory)
    lines = provision.text.split("\n")
    short = [said for line in lines[:1] if _NEW_ACT.match(line) for said in _IN_BRACKETS.findall(line)]
    found = find(provision.text, names.but((*lines, *short)), memory=memory)
    return tuple(c for c in found if not _is_own_title(c, short))


def _is_own_title(citation: Citation, short: list[str]) -> bool:
    opens = citation.start == 0 and citation.act is not None and citation.act.manner in _OF_A_TITLE
    return opens or any(said.startswith(citation.text) for said in short)


def _heading_act(provision: Provision, found: tuple[Citation, ...]) -> Act | None:
    """The act that the last line opens with, as in a list of acts: what is listed after it is in that act."""
    line = provision.text.rfind("\n") + 1
    first = next((c for c in found if c.start >= line), None)
    if first is None or first.kind is not CitationKind.ACT or first.act is None:
        return None
    opening = provision.text[line : first.start].strip().lower() in ("", "de", "het")
    alone = first.end == len(provision.text) or provision.text[-1] == ":"
    return first.act if opening and alone and first.act.manner in _NAMED else None


def _basis(tree: tuple[Provision, ...], names: Names) -> Iterator[Name]:
    """An act of which a decree says "Gelet op" is what it calls "de Wet", when it does not define that."""
    known = {name.text.lower() for name in names if name.local}
    if not any(provision.kind is ProvisionKind.ARTICLE for provision in walk(tree)):
        yield from () if "wet" in known else _first_mentioned(tree, names)
        return
    for provision in walk(tree):
        if provision.kind is ProvisionKind.ARTICLE:
            return
        if provision.text.startswith("Gelet op"):
            for citation in find(provision.text, names):
                act = citation.act
                if (
                    act
                    and act.manner is Manner.NAME
                    and act.noun in ("wet", "besluit")
                    and act.noun not in known
                ):
                    known.add(act.noun)
                    yield from (Name(act.noun.capitalize(), i) for i in act.identifiers)


def _first_mentioned(tree: Iterable[Provision], names: Names) -> Iterator[Name]:
    """A text without articles calls "de wet" what it names first, when it names one act there."""
    for provision in walk(tree):
        acts = [c.act for c in _found(provision, names, Memory()) if c.act and c.act.noun == "wet"]
        if acts:
            found = {i for act in acts for i in act.identifiers if act.manner is Manner.NAME}
            if len(found) == 1 and all(act.identifiers for act in acts):
                yield Name("Wet", *found)
            return
