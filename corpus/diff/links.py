"""Which nodes of two versions belong together, and by which rule each pair was found.

A node is linked at most once. A text that was divided has one link, and its other pieces are `split_from`
the same old node; of texts that became one the others are `merged_into` the same new node.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.diff.node import Node, same_print


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """An old node, the new one it became, the rule that found it, and whether both are printed alike."""

    old: Node
    new: Node
    rule: str
    equal: bool


class Links:
    """All links between two versions."""

    def __init__(self) -> None:
        self.of_old: dict[Node, Link] = {}
        self.of_new: dict[Node, Link] = {}
        self.split_from: dict[Node, Node] = {}
        self.merged_into: dict[Node, Node] = {}
        self.gave_parts: dict[tuple[Node, Node], None] = {}
        """Units that are not each other's, though much of the one went to the other."""
        self.fixed: set[Node] = set()
        """Nodes of which an editor said what they became: no pass looks at them."""
        self.disturbed: set[Node] = set()
        """What such a node is in: it is taken apart even when both sides are equal."""
        self._seen_from_new = False

    def link(self, old: Node, new: Node, rule: str) -> Link:
        """Say that two nodes, not yet linked, belong together."""
        return self.add(Link(old, new, rule, self.alike(old, new)))

    def alike(self, old: Node, new: Node) -> bool:
        """Are they printed alike, and is nothing in them settled by an editor?"""
        if self.disturbed and (old in self.disturbed or new in self.disturbed):
            return False
        return same_print(old.provision, new.provision)

    def add(self, link: Link) -> Link:
        """Take in a link that was made elsewhere."""
        self.of_old[link.old] = self.of_new[link.new] = link
        return link

    def partner(self, old: Node) -> Node | None:
        """The new node an old one became; inside an equal pair the one in the same place."""
        if old in self.of_old:
            return self.of_old[old].new
        if old.parent is None or (above := self.partner(old.parent)) is None:
            return None
        link = self.of_old.get(old.parent)
        return above.children[old.parent.children.index(old)] if link is None or link.equal else None

    def joined(self, old: Node, new: Node) -> bool:
        """Are these two each other's?"""
        link = self.of_old.get(old)
        return link is not None and link.new is new

    def is_piece(self, node: Node) -> bool:
        """Did it come off, or go into, another provision?"""
        return node in self.split_from or node in self.merged_into

    def related(self, old: Node, new: Node) -> bool:
        """Are they each other's, or is one a piece that came off, or went into, the other?"""
        return self.joined(old, new) or self.split_from.get(new) is old or self.merged_into.get(old) is new

    def free(self, old: Sequence[Node], new: Sequence[Node]) -> tuple[list[Node], list[Node]]:
        """Those of two sequences that no rule has linked, or found to be a piece of something."""
        return (
            [n for n in old if n not in self.of_old and n not in self.merged_into and n not in self.fixed],
            [n for n in new if n not in self.of_new and n not in self.split_from and n not in self.fixed],
        )

    def between(self, old: Sequence[Node], new: Sequence[Node]) -> list[tuple[int, int]]:
        """Positions of linked pairs in two sequences, in the order of the new one."""
        at = {node: i for i, node in enumerate(old)}
        linked = ((self.of_new[n].old, j) for j, n in enumerate(new) if n in self.of_new)
        return [(at[o], j) for o, j in linked if o in at]

    def anchors(self, old: Sequence[Node], new: Sequence[Node]) -> list[tuple[int, int]]:
        """The linked pairs that keep their order: what did not move. The same from either side."""
        pairs = self.between(old, new)
        if self._seen_from_new:
            pairs.sort()
        places = [pair[self._seen_from_new] for pair in pairs]
        if places == sorted(places):
            return pairs
        kept = heaviest_increasing(places, [new[j].weight for _, j in pairs])
        return [pair for k, pair in enumerate(pairs) if k in kept]

    def gaps(self, old: Sequence[Node], new: Sequence[Node]) -> Iterator[tuple[list[Node], list[Node]]]:
        """What is free between two anchors, on both sides; gaps with nothing on one side are left out."""
        i = j = 0
        for right_i, right_j in (*self.anchors(old, new), (len(old), len(new))):
            left, right = self.free(old[i:right_i], new[j:right_j])
            if left and right:
                yield left, right
            i, j = right_i + 1, right_j + 1

    def mirrored(self) -> "Links":
        """The same links seen from the other side: old is new, split is merged."""
        other = Links()
        for link in self.of_new.values():
            rule = _MIRRORED_RULES.get(link.rule, link.rule)
            other.add(Link(link.new, link.old, rule, link.equal))
        other.split_from, other.merged_into = dict(self.merged_into), dict(self.split_from)
        other.gave_parts = {(new, old): None for old, new in self.gave_parts}
        other.fixed, other.disturbed = self.fixed, self.disturbed
        other._seen_from_new = not self._seen_from_new
        return other


_MIRRORED_RULES = {"split": "merged", "merged": "split"}


def heaviest_increasing(values: Sequence[int], weights: Sequence[int]) -> frozenset[int]:
    """Indexes of an increasing subsequence whose weights add up highest."""
    tails: list[int] = []
    totals: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for i, (value, weight) in enumerate(zip(values, weights, strict=True)):
        at = bisect_left(tails, value)
        previous.append(ends[at - 1] if at else -1)
        total = (totals[at - 1] if at else 0) + weight
        stop = bisect_right(totals, total, at)
        if at == stop and at < len(tails) and tails[at] == value:
            continue
        tails[at:stop], totals[at:stop], ends[at:stop] = [value], [total], [i]
    kept = set()
    i = ends[-1] if ends else -1
    while i >= 0:
        kept.add(i)
        i = previous[i]
    return frozenset(kept)
