"""Runs of units that are the same on both sides, of which one stands for all while the rest is aligned.

What did not change is most of a law. Its order tells what moved, so each run keeps one unit, which weighs as
much as the whole.
"""

from corpus.diff.links import Links
from corpus.diff.node import Node


def stand_for_runs(old: Node, new: Node, links: Links) -> None:
    """Leave out of `telling` all but the first unit of each run of equal neighbours."""
    place = {node: i for i, node in enumerate(old.children)}
    silent: set[Node] = set()
    first: tuple[Node, Node] | None = None
    expected = -1
    for node in new.children:
        link = links.of_new.get(node)
        if link is None or not link.equal:
            first = None
            continue
        at = place[link.old]
        if first is None or at != expected:
            first = link.old, node
        else:
            silent.update((link.old, node))
            first[0].weight += 1
            first[1].weight += 1
        expected = at + 1
    for root in (old, new):
        root.__dict__["telling"] = tuple([n for n in root.children if n not in silent])
