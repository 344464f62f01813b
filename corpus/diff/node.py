"""A provision in its place in one version, with what the passes ask of it worked out at most once.

Nothing is worked out before it is asked for: a provision that is equal on both sides is never taken apart.
A *unit* is what stands at depth 0 of a comparison: an article, or a container without what is in it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from corpus.diff.units import units
from corpus.numbering import label, number_token
from corpus.provision import CONTAINERS, Provision, ProvisionKind

_WORD = re.compile(r"\w+")
_COPY = re.compile(r"~\d+")
_SINGLE = frozenset(
    {
        ProvisionKind.LONG_TITLE,
        ProvisionKind.PREAMBLE,
        ProvisionKind.FORMULA,
        ProvisionKind.CONCLUSIONS,
        ProvisionKind.EXPLANATION,
    }
)
_ITEMS = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.POINT})
LONGEST_TERM = 100


class Node:
    """One provision of one version; two nodes are equal only when they are the same object."""

    def __init__(
        self,
        provision: Provision,
        parent: "Node | None",
        above: tuple[Provision, ...] = (),
    ) -> None:
        self.provision = provision
        self.parent = parent
        self._closed: Provision | None = None
        self.identity: str | None = None
        """What its number means among its siblings; None when it has none, or shares it with another."""
        self._above = above

    @property
    def eid(self) -> str:
        """The eId; a text that was opened bears that of the provision it is the text of."""
        return self.provision.eid

    @property
    def name(self) -> str:
        """The eId, and for a text that was opened a sign that it is not the whole provision."""
        return f"{self.eid}#" if self.parent is not None and self.parent.eid == self.eid else self.eid

    @property
    def unit(self) -> "Node":
        """The node at depth 0 that this one is in."""
        node = self
        while node.parent is not None and node.parent.parent is not None:
            node = node.parent
        return node

    @cached_property
    def path(self) -> tuple[Provision, ...]:
        """The provisions from the root to this one."""
        if self.parent is None:
            return ()
        own = () if self.parent.eid == self.eid else (self.provision,)
        return (*self.parent.path, *self._above, *own)

    @cached_property
    def label(self) -> str:
        """How it is cited."""
        return label(self.path)

    @cached_property
    def family(self) -> str:
        """What it can be compared with: a lid with an onderdeel, a chapter with a title, the rest by kind."""
        kind = self.provision.kind
        if kind in _ITEMS:
            return "item"
        return "container" if kind in CONTAINERS and kind is not ProvisionKind.ATTACHMENT else kind.value

    @cached_property
    def children(self) -> "tuple[Node, ...]":
        """The nodes right below it, with their identities among one another."""
        return _identified([Node(p, self) for p in self.provision.children])

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Heading and own text, as words."""
        return tuple(f"{self.provision.heading} {self.provision.text}".split())

    @cached_property
    def content(self) -> tuple[str, ...]:
        """Its words without its own number: what makes two provisions the same text."""
        return self.own + tuple(w for c in self.provision.children for w in c.words())

    @cached_property
    def bag(self) -> Counter[str]:
        """How often each word occurs in it, without capitals and punctuation."""
        p = self.provision
        texts = (f"{q.heading} {q.text}" for q in p.walk())
        return Counter(_WORD.findall("\n".join(texts).casefold()))

    @cached_property
    def size(self) -> int:
        """How many words its bag holds."""
        return sum(self.bag.values())

    @cached_property
    def term(self) -> str | None:
        """What an unnumbered definition defines ("asiel: het verblijf ..."); its position is no number."""
        term, colon, _ = self.provision.text.partition(":")
        defines = (
            self.provision.kind is ProvisionKind.POINT
            and not number_token(self.provision.num)
            and colon
            and len(term) <= LONGEST_TERM
        )
        return term.casefold() if defines else None

    def below(self) -> "Iterator[Node]":
        """All nodes below it, in document order."""
        for child in self.children:
            yield child
            yield from child.below()

    @property
    def has_text_only(self) -> bool:
        """Has it words of its own, and no lid?"""
        p = self.provision
        return bool(p.text) and all(c.kind is not ProvisionKind.PARAGRAPH for c in p.children)

    def open(self) -> None:
        """Make its own text, with the onderdelen under it, a lid without a number."""
        p = self._closed = self.provision
        text = Provision(ProvisionKind.PARAGRAPH, p.eid, text=p.text, children=p.children)
        self._become(Provision(p.kind, p.eid, num=p.num, heading=p.heading, children=(text,)))

    def close(self) -> None:
        """Take back what `open` did."""
        if self._closed is not None:
            closed, self._closed = self._closed, None
            self._become(closed)

    @property
    def opened(self) -> bool:
        """Is its own text a child of its own, so that it can be compared with a lid?"""
        return self._closed is not None

    def _become(self, provision: Provision) -> None:
        self.provision = provision
        for worked_out in ("children", "own", "content"):
            self.__dict__.pop(worked_out, None)


def tree(provisions: Sequence[Provision]) -> Node:
    """A root over the units of one version."""
    root = Node(Provision(ProvisionKind.EXPLANATION), None)
    root.__dict__["children"] = _identified(
        [Node(u.provision, root, u.above) for u in units(provisions)], whole_eid=True
    )
    return root


def same_print(old: Provision, new: Provision) -> bool:
    """Are two subtrees printed alike, number by number and text by text? Costs no splitting into words."""
    if old.text != new.text or old.num != new.num or old.heading != new.heading or old.kind is not new.kind:
        return False
    left, right = old.children, new.children
    return len(left) == len(right) and all(map(same_print, left, right))


def numbered(provision: Provision) -> bool:
    """Does it bear a number, or a name that only one can have?"""
    return bool(number_token(provision.num)) or provision.kind in _SINGLE


def _identified(nodes: list[Node], *, whole_eid: bool = False) -> tuple[Node, ...]:
    names: dict[str, list[Node]] = {}
    for node in nodes:
        if numbered(node.provision):
            eid = node.eid if whole_eid else node.eid.rpartition("__")[2]
            name = _COPY.sub("", eid) if "~" in eid else eid
            names.setdefault(name, []).append(node)
    for name, named in names.items():
        if len(named) == 1:
            named[0].identity = name
    return tuple(nodes)
