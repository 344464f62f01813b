"""The reading order of a comparison: the new text, with what only the old one has after what it followed.

Each step holds the nodes that are shown side by side. Every provision of both versions is in exactly one
step: a piece that was moved stands where it is now, a text that was divided stands beside all its pieces
when those follow one another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.diff.correction import RULE as EDITOR
from corpus.diff.links import Link, Links
from corpus.diff.node import Node


@dataclass(frozen=True, slots=True)
class Step:
    """Nodes side by side. `whole` says that all below them is in this step too."""

    old: tuple[Node, ...]
    new: tuple[Node, ...]
    rule: str | None
    depth: int
    moved: bool = False
    equal: bool = False
    whole: bool = False
    named_old: tuple[Node, ...] = ()
    named_new: tuple[Node, ...] = ()
    left_here: bool = False
    """A mark without words: here stood an old provision that is shown elsewhere, beside the one named."""

    @property
    def all_old(self) -> tuple[Node, ...]:
        """The old nodes, with those that are only named: their words are in a step of their own."""
        return (*self.named_old, *self.old)

    @property
    def all_new(self) -> tuple[Node, ...]:
        """The new nodes, with those that are only named."""
        return (*self.named_new, *self.new)


class Layout:
    """Walks two aligned trees; the walk can be repeated."""

    def __init__(self, old: Node, new: Node, links: Links) -> None:
        self._old, self._new, self._links = old, new, links
        self._beside_old: dict[Node, list[Node]] = {}
        self._beside_new: dict[Node, list[Node]] = {}
        for piece, whole in links.merged_into.items():
            self._stand_beside(piece, links.of_new[whole].old, whole, self._beside_old)
        for piece, whole in links.split_from.items():
            self._stand_beside(piece, links.of_old[whole].new, whole, self._beside_new)
        self._joined = {
            n for found in (self._beside_old, self._beside_new) for v in found.values() for n in v
        }

    def steps(self, *, only_changed: bool) -> Iterator[Step]:
        """All steps in reading order; equal pairs, with what lies below them, and marks may be left out."""
        yield from self._below(self._old, self._new, 0, only_changed)

    def _stand_beside(self, piece: Node, first: Node, whole: Node, found: dict[Node, list[Node]]) -> None:
        """A piece is shown beside its other half when nothing stands between, on it or below it."""
        leaves = not (piece.provision.children or first.provision.children or whole.provision.children)
        if not leaves or piece.parent is None or piece.parent is not first.parent:
            return
        siblings = piece.parent.children
        held = [first, *found.get(first, [])]
        places = sorted(siblings.index(n) for n in (piece, *held))
        if places[-1] - places[0] == len(places) - 1:
            found.setdefault(first, []).append(piece)

    def _below(self, old: Node | None, new: Node | None, depth: int, only_changed: bool) -> Iterator[Step]:
        """Children of the new node, with what only the old one has after what it followed there."""
        left, right = (_shown(node, only_changed) for node in (old, new))
        stationary = self._stationary(old, new, only_changed) if old and new else {}
        staying = {left[i] for i in stationary.values()}
        emitted = 0
        for child in right:
            if child in stationary and stationary[child] > emitted:
                passed = [n for n in left[emitted : stationary[child]] if n not in staying]
                yield from self._alone(passed, depth, only_changed)
                emitted = stationary[child]
            if child not in self._joined:
                yield from self._child(child, child in stationary, depth, only_changed)
        yield from self._alone([n for n in left[emitted:] if n not in staying], depth, only_changed)

    def _stationary(self, old: Node, new: Node, only_changed: bool) -> dict[Node, int]:
        """The new children that did not move, each with the place of its old one among those shown."""
        anchors = [(old.telling[i], new.telling[j]) for i, j in self._links.anchors(old.telling, new.telling)]
        if only_changed or old.telling is old.children:
            place = {node: i for i, node in enumerate(_shown(old, only_changed))}
            return {after: place[before] for before, after in anchors}
        places = [{node: i for i, node in enumerate(side.children)} for side in (old, new)]
        return {
            new.children[places[1][after] + k]: places[0][before] + k
            for before, after in anchors
            for k in range(after.weight)
        }

    def _child(self, new: Node, stays: bool, depth: int, only_changed: bool) -> Iterator[Step]:
        link = self._links.of_new.get(new)
        if link is None:
            yield from self._lone(self._added(new, depth), only_changed)
            return
        old, at = (self._in_order(n, found) for n, found in self._beside(link.old, new))
        equal = link.equal and stays and len(old) == len(at) == 1
        if equal and only_changed:
            return
        yield Step(old, at, link.rule, depth, moved=not stays, equal=equal)
        if not link.equal:
            yield from self._below(link.old, new, depth + 1, only_changed)
        elif not only_changed:
            yield from self._equal_below(link.old, new, depth + 1)

    def _beside(self, old: Node, new: Node) -> tuple[tuple[Node, dict[Node, list[Node]]], ...]:
        return (old, self._beside_old), (new, self._beside_new)

    def _in_order(self, node: Node, found: dict[Node, list[Node]]) -> tuple[Node, ...]:
        if node not in found or node.parent is None:
            return (node,)
        return tuple(sorted((node, *found[node]), key=node.parent.children.index))

    def _alone(self, nodes: Sequence[Node], depth: int, only_changed: bool) -> Iterator[Step]:
        for node in nodes:
            link = self._links.of_old.get(node)
            if link is not None and not only_changed:
                yield Step((node,), (), link.rule, depth, named_new=(link.new,), left_here=True)
            elif link is None and node not in self._joined:
                yield from self._lone(self._removed(node, depth), only_changed)

    def _added(self, new: Node, depth: int) -> Step:
        whole, source = self._untouched(new, self._links.of_new), self._links.split_from.get(new)
        if source is None:
            return Step((), (new,), self._said(new, None), depth, whole=whole)
        rest = self._links.of_old[source].new
        return Step(
            (), (new,), self._said(new, "split"), depth, whole=whole, named_old=(source,), named_new=(rest,)
        )

    def _removed(self, old: Node, depth: int) -> Step:
        whole, into = self._untouched(old, self._links.of_old), self._links.merged_into.get(old)
        if into is None:
            return Step((old,), (), self._said(old, None), depth, whole=whole)
        other = self._links.of_new[into].old
        return Step(
            (old,), (), self._said(old, "merged"), depth, whole=whole, named_old=(other,), named_new=(into,)
        )

    def _said(self, node: Node, rule: str | None) -> str | None:
        """The rule, unless an editor said it."""
        return EDITOR if node in self._links.fixed else rule

    def _untouched(self, node: Node, linked: dict[Node, Link]) -> bool:
        """Did nothing in it go to, or come from, elsewhere?"""
        return not any(n in linked or n in self._joined or self._links.is_piece(n) for n in node.below())

    def _lone(self, step: Step, only_changed: bool) -> Iterator[Step]:
        """A node without a partner: one step with all its text, unless something in it went elsewhere."""
        yield step
        if not step.whole:
            old, new = (nodes[0] if nodes else None for nodes in (step.old, step.new))
            yield from self._below(old, new, step.depth + 1, only_changed)

    def _equal_below(self, old: Node, new: Node, depth: int) -> Iterator[Step]:
        for left, right in zip(old.children, new.children, strict=True):
            yield Step((left,), (right,), None, depth, equal=True)
            yield from self._equal_below(left, right, depth + 1)


def _shown(node: Node | None, only_changed: bool) -> tuple[Node, ...]:
    if node is None:
        return ()
    return node.telling if only_changed else node.children
