"""The references of a whole document, provision by provision, with what only the document tells.

It knows the names the document defines, what was mentioned earlier in the same article, and the act under
whose name articles are listed ("Voorbeeldwet:" above, "artikel 3" below, as in an annex or a table).
"""

from collections.abc import Iterable, Iterator

from corpus.citations.citation import Act, Citation, CitationKind, Manner
from corpus.citations.defined import with_defined
from corpus.citations.finding import find
from corpus.citations.memory import Memory
from corpus.citations.names import NO_NAMES, Name, Names
from corpus.provision import Provision, ProvisionKind, walk

_NAMED = frozenset({Manner.NAME, Manner.NUMBER, Manner.DATE})
_WITH_OWN_MEMORY = frozenset({ProvisionKind.ARTICLE, ProvisionKind.ATTACHMENT, ProvisionKind.DIVISION})


def cited(
    provisions: Iterable[Provision], names: Names = NO_NAMES
) -> Iterator[tuple[Provision, tuple[Citation, ...]]]:
    """Each provision with text of its own, with the references in that text, in document order."""
    tree = tuple(provisions)
    defined = with_defined(names, (p.text for p in walk(tree) if p.text))
    known = defined.with_local(_basis(tree, defined))
    for provision in tree:
        yield from _below(provision, known, Memory())


def _below(
    provision: Provision, names: Names, memory: Memory
) -> Iterator[tuple[Provision, tuple[Citation, ...]]]:
    if provision.kind in _WITH_OWN_MEMORY:
        memory = Memory()
    found: tuple[Citation, ...] = ()
    if provision.text:
        found = find(provision.text, names, memory=memory)
        yield provision, found
    heading = _heading_act(provision, found)
    if heading or provision.kind is ProvisionKind.SLOT:
        memory.governing = heading
    outer = memory.governing
    for child in provision.children:
        yield from _below(child, names, memory)
    memory.governing = outer


def _heading_act(provision: Provision, found: tuple[Citation, ...]) -> Act | None:
    """The act that the last line opens with, as in a list of acts: what is listed after it is in that act."""
    line = provision.text.rfind("\n") + 1
    first = next((c for c in found if c.start >= line), None)
    if first is None or first.kind is not CitationKind.ACT or first.act is None:
        return None
    opening = provision.text[line : first.start].strip().lower() in ("", "de", "het")
    alone = first.end == len(provision.text) or provision.text[-1] == ":"
    return first.act if opening and alone and first.act.manner in _NAMED else None


def _basis(tree: Iterable[Provision], names: Names) -> Iterator[Name]:
    """An act of which a decree says "Gelet op" is what it calls "de Wet", when it does not define that."""
    known = {name.text.lower() for name in names if name.local}
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
