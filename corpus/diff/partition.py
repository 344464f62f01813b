"""What was divided over two provisions, or put together out of two.

Two signs: the leden of an article went to another one (its parts say so), or the words that a provision lost
stand in a new sibling (its text says so). Both read the same from either side: split one way is merged the
other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.diff import passes
from corpus.diff.common_words import COMMON
from corpus.diff.links import Link, Links
from corpus.diff.node import Node
from corpus.diff.similarity import shared

MIN_WORDS = 6
LEAST_PART = 0.3
"""The least share of an article's words that must come from, or go to, the other one."""
LEAST_GIVEN = 0.25
"""The same of an article that has another counterpart, or is that of another."""
COVERED, COVERED_DESPITE_NUMBER, COVERED_ELSEWHERE = 0.7, 0.9, 0.8
"""The least share of a piece's words that the other provision must have lost or gained; more of them when
there is a free provision under the number of the piece, or when the other is no sibling."""


def divided_parts(old: Node, new: Node, links: Links) -> Iterator[Link]:
    """Record which articles were divided or put together, as their leden show; yields the links it makes."""
    left, right = links.free(old.telling, new.telling)
    went = {node: _whither(node, links.of_old, links.merged_into) for node in left}
    came = {node: _whither(node, links.of_new, links.split_from) for node in right}
    for node, unit in went.items():
        if unit is not None and came.get(unit) is node:
            yield links.link(node, unit, "same-parts")
    for node, unit in came.items():
        if unit in went and unit not in links.of_old and node not in links.of_new:
            yield links.link(unit, node, "same-parts")
    for node, unit in went.items():
        if unit in came and unit not in links.of_new and node not in links.of_old:
            yield links.link(node, unit, "same-parts")
    for node, unit in went.items():
        if unit is not None and node not in links.of_old and unit in links.of_new:
            links.merged_into[node] = unit
            yield from along(node, unit, links)
    for node, unit in came.items():
        if unit is not None and node not in links.of_new and unit in links.of_old:
            links.split_from[node] = unit
            yield from along(unit, node, links)


def given_parts(links: Links) -> None:
    """Record which units gave much of their text to, or got it from, another than the one they became."""
    words: Counter[tuple[Node, Node]] = Counter()
    for link in links.of_new.values():
        above, beside = link.old.parent, link.new.parent
        if above is None or beside is None or above.parent is None or links.joined(above, beside):
            continue
        pair = link.old.unit, link.new.unit
        if not links.related(*pair):
            words[pair] += link.new.size if link.equal else shared(link.old.bag, link.new.bag)
    for (old, new), count in words.items():
        if count >= LEAST_GIVEN * min(old.size, new.size):
            links.gave_parts[old, new] = None


def along(old: Node, new: Node, links: Links) -> Iterator[Link]:
    """The leden that went along with the others are found by less than those that went alone."""
    before = set(links.of_old)
    passes.certain(old.children, new.children, links)
    passes.similar(old.children, new.children, links)
    yield from [links.of_old[n] for n in old.children if n in links.of_old and n not in before]


def _whither(node: Node, linked: Mapping[Node, Link], apart: Mapping[Node, Node]) -> Node | None:
    """The unit on the other side that most of a free unit's words went to."""
    words: Counter[Node] = Counter()
    for piece in _outermost(node, linked, apart):
        link = linked.get(piece)
        other = apart[piece] if link is None else link.new if link.old is piece else link.old
        words[other.unit] += piece.size
    unit, count = max(words.items(), key=lambda item: item[1], default=(None, 0))
    return unit if count >= LEAST_PART * node.size else None


def _outermost(node: Node, linked: Mapping[Node, Link], apart: Mapping[Node, Node]) -> Iterator[Node]:
    for child in node.children:
        if child in linked or child in apart:
            yield child
        else:
            yield from _outermost(child, linked, apart)


def divided_texts(old: Node, new: Node, links: Links) -> Iterator[Link]:
    """Record which texts were divided over siblings, or put together; yields the links it makes."""
    levels = [(old, new), *((link.old, link.new) for link in list(links.of_new.values()) if not link.equal)]
    for some, others in levels:
        free = links.free(some.telling, others.telling)
        if any(free):
            yield from _level(some, others, free, links)
    _elsewhere(old, new, links)


def _elsewhere(old: Node, new: Node, links: Links) -> None:
    """A free text anywhere of which nearly all stands in what another one lost, or gained."""
    free = _free_items(old, links.of_old, links), _free_items(new, links.of_new, links)
    changed = (link for link in links.of_new.values() if not link.equal and link.new.family == "item")
    pairs = [(link.old, link.new) for link in changed] if any(free) else []
    for pieces, wholes, found in (
        (free[1], pairs, links.split_from),
        (free[0], [(n, o) for o, n in pairs], links.merged_into),
    ):
        _attach(pieces, wholes, {piece.identity for piece in pieces}, found, COVERED_ELSEWHERE)


def _free_items(root: Node, linked: Mapping[Node, Link], links: Links) -> list[Node]:
    """Leden and onderdelen without a counterpart, in units that are not the same on both sides."""
    units = (n for n in root.telling if n not in linked or not linked[n].equal)
    found = (n for unit in units for n in _unlinked(unit, linked) if n.family == "item")
    return [
        n
        for n in found
        if not n.provision.children and n.size >= MIN_WORDS and n not in links.fixed and not links.is_piece(n)
    ]


def _unlinked(node: Node, linked: Mapping[Node, Link]) -> Iterator[Node]:
    for child in node.children:
        if child not in linked:
            yield child
        if child not in linked or not linked[child].equal:
            yield from _unlinked(child, linked)


def _level(old: Node, new: Node, free: tuple[list[Node], list[Node]], links: Links) -> Iterator[Link]:
    alone = [
        [n for n in side if n.size >= MIN_WORDS and not any(d in linked for d in n.below())]
        for side, linked in zip(free, (links.of_old, links.of_new), strict=True)
    ]
    yield from _halves(alone[0], alone[1], links)
    links_here = [links.of_new[n] for n in new.telling if n in links.of_new]
    pairs = [(link.old, link.new) for link in links_here if link.old.parent is old and not link.equal]
    names = [{n.identity for n in side} for side in free]
    _attach(links.free((), alone[1])[1], pairs, names[0], links.split_from)
    _attach(links.free(alone[0], ())[0], [(n, o) for o, n in pairs], names[1], links.merged_into)


def _attach(
    pieces: Sequence[Node],
    pairs: Sequence[tuple[Node, Node]],
    names: set[str | None],
    found: dict[Node, Node],
    despite: float = COVERED_DESPITE_NUMBER,
) -> None:
    """Say of each piece that it came off the provision whose lost words it holds, if there is one."""
    lost = [(o, o.bag - n.bag) for o, n in pairs if o.size - n.size >= MIN_WORDS / 2] if pieces else []
    if not lost:
        return
    places = _places(words for _, words in lost)
    for piece in pieces:
        likely = (
            (min(of_own, shared(lost[k][1], piece.bag) / piece.size), -k)
            for k, of_own in _covered(piece, places).items()
            if of_own >= COVERED and lost[k][0].family == piece.family
        )
        covered, k = max(likely, default=(0.0, 0))
        named = piece.identity is not None and piece.identity in names
        if covered >= (despite if named else COVERED):
            found[piece] = lost[-k][0]


def _places(bags: Iterable[Mapping[str, int]]) -> dict[str, list[tuple[int, int]]]:
    """Of each word that says what a text is about, in which bags it is and how often."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for k, bag in enumerate(bags):
        for word, count in bag.items():
            if word not in COMMON:
                places[word].append((k, count))
    return places


def _covered(piece: Node, places: Mapping[str, Sequence[tuple[int, int]]]) -> dict[int, float]:
    """The share of the words of a piece, of those that say what it is about, in each bag that has any."""
    total = sum(piece.distinct.values())
    found: dict[int, float] = defaultdict(float)
    for word, count in piece.distinct.items():
        for k, there in places.get(word, ()):
            found[k] += min(count, there) / total
    return found


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
