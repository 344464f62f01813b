"""What an editor says belongs together, where the passes found something else; it outranks every pass.

A correction names eIds of both versions. One that names an eId that does not exist, or one that an earlier
correction named, is left out as a whole and handed back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.diff.links import Link, Links
from corpus.diff.node import Node

RULE = "editor"


@dataclass(frozen=True, slots=True)
class Correction:
    """Old provisions and the new ones they became, by eId; an empty side says "without a counterpart"."""

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A correction whose provisions were found."""

    old: tuple[Node, ...]
    new: tuple[Node, ...]

    def mirrored(self) -> "Settled":
        """The same, seen from the other side."""
        return Settled(self.new, self.old)


def settle(
    corrections: Iterable[Correction], old: Node, new: Node
) -> tuple[tuple[Settled, ...], tuple[Correction, ...]]:
    """The corrections that can be followed, and those that cannot."""
    corrections = tuple(corrections)
    there = [
        _found(root, {eid for c in corrections for eid in getattr(c, side)})
        for root, side in ((old, "old"), (new, "new"))
    ]
    found: list[Settled] = []
    unused: list[Correction] = []
    for c in corrections:
        sides = [
            [places.get(eid) for eid in eids] for places, eids in zip(there, (c.old, c.new), strict=True)
        ]
        left, right = (tuple(n for n in side if n is not None) for side in sides)
        if (c.old or c.new) and len({*left, *right}) == len(c.old) + len(c.new):
            found.append(Settled(left, right))
            for places, eids in zip(there, (c.old, c.new), strict=True):
                places.update(dict.fromkeys(eids))
        else:
            unused.append(c)
    return tuple(found), tuple(unused)


def _found(root: Node, wanted: set[str]) -> dict[str, Node | None]:
    found: dict[str, Node | None] = {}
    if not wanted:
        return found
    for node in _above_any(root, wanted):
        if node.eid in wanted:
            found.setdefault(node.eid, node)
    return found


def _above_any(node: Node, wanted: set[str]) -> Iterator[Node]:
    for child in node.children:
        inner = {eid for eid in wanted if eid == child.eid or eid.startswith(f"{child.eid}__")}
        if inner:
            yield child
            yield from _above_any(child, inner)


def follow(settled: Iterable[Settled], links: Links) -> list[Link]:
    """Make the links an editor asked for; the first of several is the whole, the others are pieces of it."""
    made: list[Link] = []
    for s in settled:
        links.fixed.update(s.old, s.new)
        for node in (*s.old, *s.new):
            links.disturbed.update(_ancestors(node))
        if s.old and s.new:
            made.append(links.link(s.old[0], s.new[0], RULE))
            links.split_from.update(dict.fromkeys(s.new[1:], s.old[0]))
            links.merged_into.update(dict.fromkeys(s.old[1:], s.new[0]))
    return made


def _ancestors(node: Node) -> Iterator[Node]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent
