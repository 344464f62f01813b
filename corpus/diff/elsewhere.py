"""Leden and onderdelen that went to another article: what stayed alone on both sides, sought everywhere.

Larger pieces first, equal texts before similar ones. A piece that has fewer than `MIN_WORDS` words, or shares
less than `LEAST` of them, is not sought: among thousands of leden such a pair is chance.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.diff.ends import common_length
from corpus.diff.links import Link, Links
from corpus.diff.node import Node
from corpus.diff.similarity import candidates, dice, distinct_dice
from corpus.provision import ProvisionKind

MIN_WORDS = 8
LEAST, LEAST_SHORT = 0.6, 0.8
"""A text of fewer than `SHORT` words needs more."""

SHORT = 20
_SAME_END, _HELD = 6, 0.85
"""How many words at one end are the same, and the least share of the shorter text that is."""


def moved_elsewhere(old: Node, new: Node, links: Links) -> Iterator[Link]:
    """Link what is found in another article; the caller pairs what is inside each link before the next."""
    pools = _pool(old, links, 0), _pool(new, links, 1)
    if not all(pools):
        return
    yield from _equal(*pools, links)
    yield from _similar(*links.free(*pools), links)
    yield from _shortened(*links.free(*pools), links)


def _pool(root: Node, links: Links, side: int) -> list[Node]:
    """What is free below the units, large and small; the text of a free article counts as a lid."""
    linked = (links.of_old, links.of_new)[side]
    found: list[Node] = []

    def gather(node: Node, depth: int) -> None:
        link = linked.get(node)
        if link is not None and link.equal:
            return
        if (
            link is None
            and node not in links.fixed
            and node.has_text_only
            and node.provision.kind is ProvisionKind.ARTICLE
        ):
            node.open()
        if link is None and depth > 0 and node not in links.fixed and node.size >= MIN_WORDS:
            found.append(node)
        for child in node.children:
            gather(child, depth + 1)

    for unit in root.telling:
        gather(unit, 0)
    return found


def _equal(old: Sequence[Node], new: Sequence[Node], links: Links) -> Iterator[Link]:
    places: dict[object, tuple[list[Node], list[Node]]] = defaultdict(lambda: ([], []))
    for side, nodes in enumerate((old, new)):
        for node in nodes:
            places[node.family, node.body][side].append(node)
    unique = ((left[0], right[0]) for left, right in places.values() if len(left) == len(right) == 1)
    for left, right in sorted(unique, key=lambda pair: -pair[0].size):
        if not _settled(left, links.of_old) and not _settled(right, links.of_new):
            yield links.link(left, right, "same-text")


def _similar(old: Sequence[Node], new: Sequence[Node], links: Links) -> Iterator[Link]:
    scored = []
    for i, j in candidates(old, new):
        o, n = old[i], new[j]
        smallest = min(o.size, n.size)
        least = LEAST if smallest >= SHORT else LEAST_SHORT
        alike = dice(o, n) if o.family == n.family else 0.0
        if alike >= least and distinct_dice(o, n) >= least:
            scored.append((-alike * smallest, i, j))
    for _, i, j in sorted(scored):
        if not _settled(old[i], links.of_old) and not _settled(new[j], links.of_new):
            yield links.link(old[i], new[j], "similar")


def _shortened(old: Sequence[Node], new: Sequence[Node], links: Links) -> Iterator[Link]:
    """Link a text with the one that begins, or ends, with nearly all of it, when no other does."""
    for end in (slice(_SAME_END), slice(-_SAME_END, None)):
        places: dict[object, tuple[list[Node], list[Node]]] = defaultdict(lambda: ([], []))
        for side, nodes in enumerate((old, new)):
            for node in nodes:
                if not node.provision.children:
                    places[node.family, *node.words[end]][side].append(node)
        for left, right in places.values():
            if len(left) != 1 or len(right) != 1 or not _holds_other(left[0], right[0]):
                continue
            if not _settled(left[0], links.of_old) and not _settled(right[0], links.of_new):
                yield links.link(left[0], right[0], "same-end")


def _holds_other(old: Node, new: Node) -> bool:
    texts = old.provision.text, new.provision.text
    return common_length(*texts) >= _HELD * min(map(len, texts))


def _settled(node: Node, linked: Mapping[Node, Link]) -> bool:
    """Is it linked, or inside a pair that is equal and was therefore not taken apart?"""
    if node in linked:
        return True
    above = node.parent
    while above is not None and above not in linked:
        above = above.parent
    return above is not None and linked[above].equal
