"""Assign eIds to a tree of provisions, after the Akoma Ntoso naming convention.

Levels are joined by `__`, a number stays inside one level (`art_420bis-1` is not `art_420bis__para_1`).
Containers carry their ancestors; articles and recitals do not, unless they stand in an annex, in quoted law,
or in a container where numbering starts again: the outermost one whose first article bears a first number
that was used before. Equal numbers get `~2`, unnumbered items `n1` by position. Numbers are taken apart in
`corpus.numbering`, never here. Ids follow from kinds, numbers and order alone; twice is once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.numbering import number_token
from corpus.provision import CONTAINERS, Provision, ProvisionKind, articles

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
_OWN_NUMBERING = frozenset({ProvisionKind.ATTACHMENT, ProvisionKind.MOD})
_FIRST_NUMBERS = frozenset({"1", "I", "A", "a", "01", "001"})


def assign(provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """The same tree with an eId on every provision; ids are unique in the tree."""
    return _Assignment().siblings(tuple(provisions), parent="", scope=_Scope())


@dataclass(slots=True)
class _Scope:
    """A stretch of text with one numbering of articles: the eId they carry, and the numbers met so far."""

    eid: str = ""
    numbers: set[str] = field(default_factory=set)

    def starts_again_in(self, container: Provision) -> bool:
        first = next(articles([container]), None)
        number = "" if first is None else number_token(first.num)
        return number in _FIRST_NUMBERS and number in self.numbers


class _Assignment:
    """One walk over one tree: which ids are taken and how many quoted laws were met."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._copies: dict[str, int] = {}
        self._mods = 0

    def siblings(
        self, provisions: Iterable[Provision], *, parent: str, scope: _Scope
    ) -> tuple[Provision, ...]:
        if not provisions:
            return ()
        unnumbered: dict[ProvisionKind, int] = {}
        return tuple([self._one(p, parent, scope, unnumbered) for p in provisions])

    def _one(
        self, p: Provision, parent: str, scope: _Scope, unnumbered: dict[ProvisionKind, int]
    ) -> Provision:
        eid = self._free(self._wanted(p, parent, scope, unnumbered))
        if p.kind is ProvisionKind.ARTICLE:
            scope.numbers.add(number_token(p.num))
        opens = p.kind in _OWN_NUMBERING or (p.kind in CONTAINERS and scope.starts_again_in(p))
        inner = _Scope(eid) if opens else scope
        return p.placed(eid, self.siblings(p.children, parent=eid, scope=inner))

    def _wanted(self, p: Provision, parent: str, scope: _Scope, unnumbered: dict[ProvisionKind, int]) -> str:
        if p.kind is ProvisionKind.MOD:
            self._mods += 1
            return f"mod_{self._mods}"
        segment = PREFIX[p.kind]
        if p.kind not in _NEVER_NUMBERED:
            token = number_token(p.num)
            if not token:
                unnumbered[p.kind] = unnumbered.get(p.kind, 0) + 1
                token = f"n{unnumbered[p.kind]}"
            segment = f"{segment}_{token}"
        above = scope.eid if p.kind in _CITED_ALONE else parent
        return f"{above}__{segment}" if above else segment

    def _free(self, eid: str) -> str:
        candidate, n = eid, self._copies.get(eid, 1)
        while candidate in self._taken:
            n += 1
            candidate = f"{eid}~{n}"
        self._copies[eid] = n
        self._taken.add(candidate)
        return candidate
