"""What was divided over two provisions, or put together out of two.

Two signs: the leden of an article went to another one (its parts say so), or the words that a provision lost
stand in a new sibling (its text says so). Both read the same from either side: split one way is merged the
other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.diff.links import Link, Links
from corpus.diff.node import Node
from corpus.diff.similarity import shared

MIN_WORDS = 6
LEAST_PART = 0.3
"""The least share of an article's words that must come from, or go to, the other one."""
COVERED = 0.7
"""The least share of a piece's words that the other provision must have lost or gained."""


def partition(old: Node, new: Node, links: Links) -> Iterator[Link]:
    """Record splits and merges, and link what only its parts show to be one; yields those new links."""
    yield from _by_parts(old, new, links)
    yield from _by_text(old, new, links)


def _by_parts(old: Node, new: Node, links: Links) -> Iterator[Link]:
    left, right = links.free(old.children, new.children)
    went = {node: _whither(node, links.of_old) for node in left}
    came = {node: _whither(node, links.of_new) for node in right}
    for node, unit in went.items():
        if unit is not None and came.get(unit) is node:
            yield links.link(node, unit, "same-parts")
    for node, unit in went.items():
        if unit is not None and node not in links.of_old and unit in links.of_new:
            links.merged_into[node] = unit
    for node, unit in came.items():
        if unit is not None and node not in links.of_new and unit in links.of_old:
            links.split_from[node] = unit


def _whither(node: Node, linked: dict[Node, Link]) -> Node | None:
    """The unit on the other side that most of a free unit's words went to."""
    words: Counter[Node] = Counter()
    for piece in _outermost(node, linked):
        link = linked[piece]
        words[(link.new if link.old is piece else link.old).unit] += piece.size
    unit, count = max(words.items(), key=lambda item: item[1], default=(None, 0))
    return unit if count >= LEAST_PART * node.size else None


def _outermost(node: Node, linked: dict[Node, Link]) -> Iterator[Node]:
    for child in node.children:
        if child in linked:
            yield child
        else:
            yield from _outermost(child, linked)


def _by_text(old: Node, new: Node, links: Links) -> Iterator[Link]:
    levels = [(old, new), *((link.old, link.new) for link in list(links.of_new.values()) if not link.equal)]
    for some, others in levels:
        free = links.free(some.children, others.children)
        if any(free):
            yield from _level(some, others, free, links)


def _level(old: Node, new: Node, free: tuple[list[Node], list[Node]], links: Links) -> Iterator[Link]:
    alone_old = [n for n in free[0] if n not in links.merged_into and n.size >= MIN_WORDS]
    alone_new = [n for n in free[1] if n not in links.split_from and n.size >= MIN_WORDS]
    yield from _halves(alone_old, alone_new, links)
    pairs = [links.of_new[n] for n in new.children if n in links.of_new and links.of_new[n].old.parent is old]
    for piece in alone_new:
        _attach(piece, [(link.old, link.new) for link in pairs], links.split_from, links.of_new)
    for piece in alone_old:
        _attach(piece, [(link.new, link.old) for link in pairs], links.merged_into, links.of_old)


def _attach(
    piece: Node, pairs: Sequence[tuple[Node, Node]], found: dict[Node, Node], linked: dict[Node, Link]
) -> None:
    """Say that a piece came off the provision whose lost words it holds, if there is one."""
    if piece in linked or piece in found:
        return
    best: tuple[float, Node] | None = None
    for whole, rest in pairs:
        if whole.family != piece.family or whole.size - rest.size < MIN_WORDS / 2:
            continue
        covered = shared(whole.bag - rest.bag, piece.bag) / piece.size
        if covered >= COVERED and (best is None or covered > best[0]):
            best = covered, whole
    if best is not None:
        found[piece] = best[1]


def _halves(old: Sequence[Node], new: Sequence[Node], links: Links) -> Iterator[Link]:
    """A provision that is like neither of its halves is linked with the larger one."""
    for wholes, pieces, way in ((old, new, 0), (new, old, 1)):
        for whole in wholes:
            inside = [p for p in pieces if p.family == whole.family and _inside(p, whole)]
            inside = [p for p in inside if p not in (links.of_new, links.of_old)[way]]
            linked = whole in (links.of_old, links.of_new)[way]
            if linked or len(inside) < 2 or sum(p.size for p in inside) < COVERED * whole.size:
                continue
            largest = max(inside, key=lambda p: p.size)
            sides = (largest, whole) if way else (whole, largest)
            yield links.link(*sides, "merged" if way else "split")


def _inside(piece: Node, whole: Node) -> bool:
    return piece.size < whole.size and shared(piece.bag, whole.bag) >= COVERED * piece.size
