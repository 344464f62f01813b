"""Which changes only follow from others: a number from a new neighbour, a reference from a new number.

A change is consequential when everything about it is: its number moved up or down as far as its place among
its siblings did, and its text differs in references only, each to a provision that is linked to the one
referred to before.
"""

import re
from collections.abc import Sequence

from corpus.diff.change import ChangeKind
from corpus.diff.layout import Step
from corpus.diff.links import Links
from corpus.diff.node import Node
from corpus.diff.references import Reference, only_references, references
from corpus.numbering import number_token, sort_key
from corpus.provision import ProvisionKind

_EXPLAINED = frozenset({ChangeKind.RENUMBERED, ChangeKind.MODIFIED, ChangeKind.PUNCTUATION})


class Consequences:
    """What follows from what, in one comparison."""

    def __init__(self, old: Node, new: Node, links: Links) -> None:
        self._roots = old, new
        self._links = links
        self._ranks: dict[tuple[Node, ProvisionKind], dict[Node, int]] = {}
        self._articles: dict[int, dict[str, Node]] = {}

    def explain(self, step: Step, kinds: Sequence[ChangeKind]) -> bool:
        """Does all of this change follow from others?"""
        if not set(kinds) <= _EXPLAINED or set(kinds) == {ChangeKind.PUNCTUATION}:
            return False
        old, new = step.old[0], step.new[0]
        if ChangeKind.RENUMBERED in kinds and not self._shifted(old, new):
            return False
        return ChangeKind.MODIFIED not in kinds or self._referring(old, new)

    def _shifted(self, old: Node, new: Node) -> bool:
        shift = self._rank(new) - self._rank(old)
        return shift != 0 and any(
            after - before == shift
            for before, after in zip(_ordinals(old), _ordinals(new), strict=True)
            if before is not None and after is not None
        )

    def _rank(self, node: Node) -> int:
        kind, parent = node.provision.kind, node.parent
        assert parent is not None
        if (parent, kind) not in self._ranks:
            same = [n for n in parent.children if n.provision.kind is kind and number_token(n.provision.num)]
            self._ranks[parent, kind] = {n: i for i, n in enumerate(same)}
        return self._ranks[parent, kind].get(node, 0)

    def _referring(self, old: Node, new: Node) -> bool:
        """Do two texts differ in references only, each following a provision to its new place?"""
        texts = [n.provision.text.split() for n in (old, new)]
        if len(texts[0]) != len(texts[1]) or not only_references(*texts):
            return False
        (frame, before), (other_frame, after) = (references(n.provision.text) for n in (old, new))
        if frame != other_frame or len(before) != len(after):
            return False
        pairs = list(zip(before, after, strict=True))
        return before != after and all(a == b or self._follows(a, b, old, new) for a, b in pairs)

    def _follows(self, before: Reference, after: Reference, old: Node, new: Node) -> bool:
        if before.foreign or after.foreign:
            return False
        left, right = self._target(before, old, 0), self._target(after, new, 1)
        return left is not None and right is not None and self._links.partner(left) is right

    def _target(self, reference: Reference, place: Node, side: int) -> Node | None:
        steps = reference.steps
        node: Node | None
        if steps[0][0] == "art":
            node, steps = self._article(steps[0][1], side), steps[1:]
        else:
            node = _enclosing(place, steps[0][0])
        for prefix, token in steps:
            name = f"{prefix}_{token}"
            node = (
                next((c for c in node.children if c.eid.rpartition("__")[2] == name), None) if node else None
            )
        return node

    def _article(self, token: str, side: int) -> Node | None:
        if side not in self._articles:
            units = (n for n in self._roots[side].children if n.provision.kind is ProvisionKind.ARTICLE)
            self._articles[side] = {number_token(n.provision.num): n for n in units}
        return self._articles[side].get(token)


def _enclosing(place: Node, wanted: str) -> Node | None:
    """Where a reference without an article counts from: the article for a lid, the lid for an onderdeel."""
    node: Node | None = place
    while node is not None and node.parent is not None:
        kind = node.provision.kind
        if kind is ProvisionKind.ARTICLE or (wanted == "point" and kind is ProvisionKind.PARAGRAPH):
            return node
        node = node.parent
    return None


def _ordinals(node: Node) -> tuple[int | None, int | None]:
    """A number as a count, read as digits or Roman, and as a letter; None where it is not one."""
    key, token = sort_key(node.provision.num), number_token(node.provision.num)
    count = key[0][0] if len(key) == 1 and not key[0][1] else None
    letter = ord(token.lower()) - ord("a") + 1 if re.fullmatch("[A-Za-z]", token) else None
    return count, letter
