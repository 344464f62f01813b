"""Assign eIds to a tree of provisions, after the Akoma Ntoso naming convention.

Levels are joined by `__`, a number stays inside one level (`art_420bis-1` is not `art_420bis__para_1`).
Containers carry their ancestors; articles and recitals do not, unless they stand in an annex, in quoted law,
or in a container where numbering starts again. Equal numbers get `~2`, unnumbered items `n1` by position.
Numbers are taken apart in `corpus.numbering`, never here. Assigning twice gives the same ids.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.numbering import number_token
from corpus.provision import CONTAINERS, Provision, ProvisionKind

PREFIX = {
    ProvisionKind.LONG_TITLE: "longtitle",
    ProvisionKind.PREAMBLE: "preamble",
    ProvisionKind.RECITAL: "recital",
    ProvisionKind.FORMULA: "formula",
    ProvisionKind.BOOK: "book",
    ProvisionKind.PART: "part",
    ProvisionKind.CHAPTER: "chp",
    ProvisionKind.TITLE: "title",
    ProvisionKind.SECTION: "sec",
    ProvisionKind.SUBSECTION: "subsec",
    ProvisionKind.SUBDIVISION: "subdvs",
    ProvisionKind.DIVISION: "dvs",
    ProvisionKind.ARTICLE: "art",
    ProvisionKind.PARAGRAPH: "para",
    ProvisionKind.POINT: "point",
    ProvisionKind.SLOT: "slot",
    ProvisionKind.CROSSHEADING: "crossheading",
    ProvisionKind.EXPLANATION: "expl",
    ProvisionKind.MOD: "mod",
    ProvisionKind.CONCLUSIONS: "conclusions",
    ProvisionKind.ATTACHMENT: "att",
}
_CITED_ALONE = frozenset({ProvisionKind.ARTICLE, ProvisionKind.RECITAL})
_NEVER_NUMBERED = frozenset(
    {
        ProvisionKind.LONG_TITLE,
        ProvisionKind.PREAMBLE,
        ProvisionKind.FORMULA,
        ProvisionKind.SLOT,
        ProvisionKind.EXPLANATION,
        ProvisionKind.CONCLUSIONS,
    }
)
_FIRST_NUMBERS = frozenset({"1", "I", "A", "a", "01", "001"})


def assign(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """The same tree with an eId on every provision; ids are unique in the tree."""
    roots = tuple(provisions)
    return _Assignment(_restarting_containers(roots)).siblings(roots, parent="", scope="")


class _Assignment:
    """One walk over one tree: which ids are taken and how many quoted laws were met."""

    def __init__(self, restarting: frozenset[int]) -> None:
        self._restarting = restarting
        self._taken: set[str] = set()
        self._mods = 0

    def siblings(self, provisions: Iterable[Provision], *, parent: str, scope: str) -> tuple[Provision, ...]:
        unnumbered: Counter[ProvisionKind] = Counter()
        return tuple(self._one(p, parent, scope, unnumbered) for p in provisions)

    def _one(self, p: Provision, parent: str, scope: str, unnumbered: Counter[ProvisionKind]) -> Provision:
        if p.kind is ProvisionKind.MOD:
            self._mods += 1
            eid = self._free(f"mod_{self._mods}")
        else:
            segment = self._segment(p, unnumbered)
            above = scope if p.kind in _CITED_ALONE else parent
            eid = self._free(f"{above}__{segment}" if above else segment)
        inner = self._inner_scope(p, eid, scope)
        return replace(p, eid=eid, children=self.siblings(p.children, parent=eid, scope=inner))

    def _inner_scope(self, p: Provision, eid: str, scope: str) -> str:
        opens = p.kind in (ProvisionKind.ATTACHMENT, ProvisionKind.MOD) or id(p) in self._restarting
        return eid if opens else scope

    def _segment(self, p: Provision, unnumbered: Counter[ProvisionKind]) -> str:
        if p.kind in _NEVER_NUMBERED:
            return PREFIX[p.kind]
        token = number_token(p.num)
        if not token:
            unnumbered[p.kind] += 1
            token = f"n{unnumbered[p.kind]}"
        return f"{PREFIX[p.kind]}_{token}"

    def _free(self, eid: str) -> str:
        candidate, n = eid, 1
        while candidate in self._taken:
            n += 1
            candidate = f"{eid}~{n}"
        self._taken.add(candidate)
        return candidate


def _restarting_containers(roots: tuple[Provision, ...]) -> frozenset[int]:
    """Containers (by identity) whose own first article bears a first number that was already used."""
    seen: set[str] = set()
    restarting: set[int] = set()
    for container, articles in _article_runs(roots):
        first = number_token(articles[0].num)
        if container is not None and first in _FIRST_NUMBERS and first in seen:
            restarting.add(id(container))
        seen.update(number_token(a.num) for a in articles)
    return frozenset(restarting)


def _article_runs(roots: tuple[Provision, ...]) -> Iterator[tuple[Provision | None, list[Provision]]]:
    """Each outermost container of the body with all articles below it; annexes and quoted law left out."""
    for root in roots:
        if root.kind in CONTAINERS and root.kind is not ProvisionKind.ATTACHMENT:
            yield from _runs_below(root)
        elif root.kind is ProvisionKind.ARTICLE:
            yield None, [root]


def _runs_below(container: Provision) -> Iterator[tuple[Provision | None, list[Provision]]]:
    inner = [c for c in container.children if c.kind in CONTAINERS]
    own = [c for c in container.children if c.kind is ProvisionKind.ARTICLE]
    if own:
        yield container, own
    for child in inner:
        yield from _runs_below(child)
