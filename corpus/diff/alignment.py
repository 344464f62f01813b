"""Which provision of the old tree is which of the new one, at every depth and across articles.

First siblings are paired, from the units down; then what stayed alone is sought in other articles; then come
texts that were divided or put together, what has only its number left in common, and articles whose leden
went to several. The passes are named in `corpus.diff.passes`.
Both directions are computed as one, so that swapping the sides mirrors the result.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from corpus.diff import passes
from corpus.diff.correction import Settled, follow
from corpus.diff.elsewhere import moved_elsewhere
from corpus.diff.links import Link, Links
from corpus.diff.node import Node
from corpus.diff.partition import along, divided_parts, divided_texts, given_parts
from corpus.diff.quiet import stand_for_runs
from corpus.provision import Provision, ProvisionKind


def align(old: Node, new: Node, *, mirror: bool, settled: Sequence[Settled] = ()) -> Links:
    """Pair all nodes below two roots; `mirror` says that the new side is the one to start from."""
    left, right = (new, old) if mirror else (old, new)
    links = Links()
    settled = [s.mirrored() for s in settled] if mirror else settled
    said = follow(settled, links)
    passes.same_number_and_text(left.children, right.children, links)
    stand_for_runs(left, right, links)
    _siblings(left, right, links)
    _as_said(said, settled, links)
    for link in moved_elsewhere(left, right, links):
        _inside(link, links)
    for link in divided_texts(left, right, links):
        _inside(link, links)
    _by_number(left, right, links)
    for link in divided_parts(left, right, links):
        _inside(link, links)
    given_parts(links)
    return links.mirrored() if mirror else links


def comes_second(old: Sequence[Provision], new: Sequence[Provision]) -> bool:
    """Is `old` the later of two trees in an order that depends on nothing but the trees?"""
    for left, right in zip_longest(old, new):
        if left is None or right is None:
            return right is None
        if left.fingerprint() == right.fingerprint() and left.eid == right.eid:
            continue
        keys = [(p.text, p.num, p.heading, p.eid, p.kind, len(p.children)) for p in (left, right)]
        if keys[0] != keys[1]:
            return keys[0] > keys[1]
        return comes_second(left.children, right.children)
    return False


def _siblings(old: Node, new: Node, links: Links) -> None:
    left, right = old.telling, new.telling
    passes.same_number_and_text(left, right, links)
    if all(links.free(left, right)):
        passes.certain(left, right, links)
        passes.evident(left, right, links)
        passes.similar(left, right, links)
    for link in list(_joined_children(old, new, links)):
        _inside(link, links)


def _as_said(said: Sequence[Link], settled: Sequence[Settled], links: Links) -> None:
    """Pair what is inside the provisions that an editor brought together."""
    for link in said:
        _inside(link, links)
    for s in settled:
        pairs = [(s.old[0], n) for n in s.new[1:]] if s.old else []
        pairs += [(n, s.new[0]) for n in s.old[1:]] if s.new else []
        for old, new in pairs:
            for link in list(along(old, new, links)):
                _inside(link, links)


def _inside(link: Link, links: Links) -> None:
    if link.equal:
        return
    for node, other in ((link.old, link.new), (link.new, link.old)):
        if node.has_text_only and _has_leden_only(other) and not node.opened:
            node.open()
    _siblings(link.old, link.new, links)


def _has_leden_only(node: Node) -> bool:
    p = node.provision
    return not p.text and any(c.kind is ProvisionKind.PARAGRAPH for c in p.children)


def _by_number(old: Node, new: Node, links: Links) -> None:
    found = set(passes.last_resort(old.telling, new.telling, links))
    for link in list(_joined_children(old, new, links)):
        if link in found:
            _close(link, links)
            _inside(link, links)
        if not link.equal:
            _by_number(link.old, link.new, links)


def _close(link: Link, links: Links) -> None:
    """Two texts that were opened to be sought elsewhere, and were not found, are whole again."""
    untouched = all(n not in links.of_old for n in link.old.below()) and all(
        n not in links.of_new for n in link.new.below()
    )
    if untouched:
        link.old.close()
        link.new.close()


def _joined_children(old: Node, new: Node, links: Links) -> Iterator[Link]:
    for child in new.telling:
        link = links.of_new.get(child)
        if link is not None and link.old.parent is old:
            yield link
