"""A provision in its place in one version, with what the passes ask of it worked out at most once.

Nothing is worked out before it is asked for: a provision that is equal on both sides is never taken apart.
A *unit* is what stands at depth 0 of a comparison: an article, or a container without what is in it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.diff.common_words import COMMON
from corpus.diff.lazy import lazy
from corpus.diff.units import units
from corpus.numbering import label, number_token, step
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
_HOLD_ITEMS = frozenset({ProvisionKind.ARTICLE, *_ITEMS})
LONGEST_TERM = 100
_LEAST_BLANKS = 3


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
        self._above = above

    _closed: Provision | None = None

    identity: str | None = None
    """What its number means among its siblings; None when it has none, or shares it with another."""

    weight = 1
    """For how many siblings it stands, when the others are left out of `telling`."""

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

    @lazy
    def path(self) -> tuple[Provision, ...]:
        """The provisions from the root to this one."""
        if self.parent is None:
            return ()
        own = () if self.parent.eid == self.eid else (self.provision,)
        return (*self.parent.path, *self._above, *own)

    @lazy
    def label(self) -> str:
        """How it is cited."""
        above = self.parent
        inside = above is not None and above.parent is not None and above.provision.kind in _HOLD_ITEMS
        if not inside or above is None or self.provision.kind not in _ITEMS or above.eid == self.eid:
            return label(self.path)
        return f"{above.label}, {step(self.provision, above.provision)}"

    @lazy
    def family(self) -> str:
        """What it can be compared with: a lid with an onderdeel, a chapter with a title, the rest by kind."""
        kind = self.provision.kind
        if kind in _ITEMS:
            return "item"
        return "container" if kind in CONTAINERS and kind is not ProvisionKind.ATTACHMENT else kind.value

    @lazy
    def children(self) -> "tuple[Node, ...]":
        """The nodes right below it, with their identities among one another."""
        below = self.provision.children
        return _identified([Node(p, self) for p in below]) if below else ()

    @lazy
    def telling(self) -> "tuple[Node, ...]":
        """The children that the passes look at: of units, one for each run that is equal on both sides."""
        return self.children

    @lazy
    def own(self) -> tuple[str, ...]:
        """Heading and own text, as words."""
        return tuple(f"{self.provision.heading} {self.provision.text}".split())

    @lazy
    def body(self) -> int:
        """Equal for two provisions that are printed alike but for their own numbers."""
        p = self.provision
        return hash((p.heading, p.text, *[c.fingerprint() for c in p.children]))

    @lazy
    def wordy(self) -> bool:
        """Is it long enough not to be the same as another by chance, as "Vervallen." is?"""
        return _wordy(self.provision)

    @lazy
    def words(self) -> list[str]:
        """Its words without numbers, capitals and punctuation."""
        p = self.provision
        own = _WORD.findall(f"{p.heading} {p.text}".casefold())
        return own + [word for child in self.children for word in child.words] if p.children else own

    @lazy
    def bag(self) -> Counter[str]:
        """How often each word occurs in it."""
        return Counter(self.words)

    @lazy
    def distinct(self) -> dict[str, int]:
        """The bag without the words that say nothing of what a provision is about."""
        return {word: count for word, count in self.bag.items() if word not in COMMON}

    @property
    def size(self) -> int:
        """How many words its bag holds."""
        return len(self.words)

    @lazy
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
        for worked_out in ("children", "telling", "own", "body", "wordy"):
            self.__dict__.pop(worked_out, None)


def tree(provisions: Sequence[Provision]) -> Node:
    """A root over the units of one version."""
    root = Node(Provision(ProvisionKind.EXPLANATION), None)
    root.__dict__["children"] = _identified(
        [Node(u.provision, root, u.above) for u in units(provisions)], whole_eid=True
    )
    return root


def same_print(old: Provision, new: Provision) -> bool:
    """Are two subtrees printed alike, number by number and text by text? Costs one look at each hash."""
    return old.text == new.text and old.fingerprint() == new.fingerprint()


def _wordy(p: Provision) -> bool:
    return p.text.count(" ") + p.heading.count(" ") >= _LEAST_BLANKS or any(map(_wordy, p.children))


def numbered(provision: Provision) -> bool:
    """Does it bear a number, or a name that only one can have?"""
    return bool(number_token(provision.num)) or provision.kind in _SINGLE


def _identified(nodes: list[Node], *, whole_eid: bool = False) -> tuple[Node, ...]:
    names: dict[str, Node | None] = {}
    for node in nodes:
        p = node.provision
        if numbered(p):
            name = p.eid if whole_eid else p.eid.rpartition("__")[2]
            if "~" in name:
                name = _COPY.sub("", name)
            names[name] = None if name in names else node
    for name, named in names.items():
        if named is not None:
            named.identity = name
    return tuple(nodes)
