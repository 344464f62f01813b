"""The named passes that pair siblings, from certain to less certain; each looks only at what is still free.

A pass takes two sequences of siblings and the links so far, and yields pairs. Thresholds were measured with
the gold set of `tests/quality`; what a number means among siblings is `Node.identity`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.diff import similarity
from corpus.diff.links import Link, Links
from corpus.diff.node import Node
from corpus.diff.runs import best_in_order, common_run
from corpus.diff.similarity import candidates, distinct_dice, likeness
from corpus.numbering import number_token
from corpus.provision import Provision

Nodes = Sequence[Node]
Pairs = Iterator[tuple[Node, Node]]
Pass = Callable[[Nodes, Nodes, Links], Iterable[tuple[Node, Node, str]]]

MIN_WORDS_TO_MOVE = 4
"""A shorter opening is the same by chance."""

ELSEWHERE = 0.55
"""The least Dice of a pair under two numbers among the same siblings."""

MOVED_ARTICLE = 0.6
"""The least Dice, of words that say what it is about, of an article that also moved among the others."""


@dataclass(frozen=True, slots=True)
class _Number:
    """What the same number is worth: the least Dice under it, what it adds to the score of a pair, and how
    much must stay in its place to need no score."""

    least: float
    bonus: float
    evident: float


_ARTICLE, _OTHER = _Number(0.25, 0.3, 0.5), _Number(0.4, 0.15, 0.75)
"""An article keeps its number through most changes; a lid or onderdeel shifts with its neighbours."""


def certain(old: Nodes, new: Nodes, links: Links) -> None:
    """Link what is equal in text, opening or term."""
    for rule, key in _CERTAIN:
        if rule == "same-run":
            pairs: Iterable[tuple[Node, Node]] = list(_runs(old, new, links))
        elif all(free := links.free(old, new)):
            pairs = list(_unique(*free, key))
        else:
            return
        for left, right in pairs:
            links.link(left, right, rule)


def same_number_and_text(old: Nodes, new: Nodes, links: Links) -> None:
    """Link what bears the same number and says the same."""
    there = {n.identity: n for n in new if n.identity}
    for node in old:
        other = there.get(node.identity) if node.identity else None
        if other is None or node in links.of_old or node in links.fixed or other in links.fixed:
            continue
        equal = links.alike(node, other)
        if equal or (node.family == other.family and _same_words(node.provision, other.provision)):
            links.add(Link(node, other, "same-number-and-text", equal))


def _same_words(old: Provision, new: Provision) -> bool:
    """Have two provisions the same words but for their own numbers, however blanks stand between them?"""
    if old.heading.split() != new.heading.split() or len(old.children) != len(new.children):
        return False
    if old.text != new.text and old.text.split() != new.text.split():
        return False
    pairs = list(zip(old.children, new.children, strict=True))
    return all(a.num.split() == b.num.split() and _same_words(a, b) for a, b in pairs)


def evident(old: Nodes, new: Nodes, links: Links) -> None:
    """Link what bears the same number and stands, for most of it, in the same places."""
    left, right = links.free(old, new)
    there = {n.identity: n for n in right if n.identity}
    for node in left:
        other = there.get(node.identity) if node.identity else None
        if other is None or node.family != other.family:
            continue
        if similarity.evident(node, other, _ARTICLE.evident if node.family == "article" else _OTHER.evident):
            links.link(node, other, "same-number-and-similar")


def similar(old: Nodes, new: Nodes, links: Links) -> None:
    """Link similar pairs: those that keep their order as well as can be, then the others, the best first."""
    left, right = links.free(old, new)
    if not left or not right:
        return
    found = _likely(left, right)
    scores = {pair: score * score for pair, (score, _) in found.items()}  # one good pair before two poor ones
    at = {n: i for side in (left, right) for i, n in enumerate(side)}
    for some, others in list(links.gaps(old, new)):
        rows, columns = [at[n] for n in some], [at[n] for n in others]
        for i, j in best_in_order(rows, columns, scores):
            links.link(left[i], right[j], found[i, j][1])
    for (i, j), (_, rule) in sorted(found.items(), key=lambda item: (-item[1][0], item[0])):
        if (
            left[i] not in links.of_old
            and right[j] not in links.of_new
            and _may_move(left[i], right[j], rule)
        ):
            links.link(left[i], right[j], rule)


def _may_move(old: Node, new: Node, rule: str) -> bool:
    """Two articles in two places, under two numbers, share more than the phrases of their law."""
    return rule != "similar" or old.family != "article" or distinct_dice(old, new) >= MOVED_ARTICLE


def _likely(old: Nodes, new: Nodes) -> dict[tuple[int, int], tuple[float, str]]:
    """Pairs that are similar enough: their score, and the rule."""
    found: dict[tuple[int, int], tuple[float, str]] = {}
    for i, j in candidates(old, new):
        o, n = old[i], new[j]
        if o.family != n.family:
            continue
        same = o.identity is not None and o.identity == n.identity
        number = _ARTICLE if o.family == "article" else _OTHER
        alike = likeness(o, n)
        if alike >= (number.least if same else ELSEWHERE):
            rule = "same-number-and-similar" if same else "similar"
            found[i, j] = alike + number.bonus * same, rule
    return found


def last_resort(old: Nodes, new: Nodes, links: Links) -> list[Link]:
    """Link what has nothing in common but its number ("komt te luiden"), or its place between neighbours."""
    left, right = links.free(old, new)
    made: list[Link] = []
    if not left or not right:
        return made
    there = {(n.identity or "", n.family): n for n in right if n.identity and n.term is None}
    for node in left:
        other = there.get((node.identity or "", node.family))
        if other is not None and node.term is None:
            made.append(links.link(node, other, "same-number"))
    for some, others in list(links.gaps(old, new)):
        alone = len(some) == len(others) == 1 and some[0].family == others[0].family
        if alone and not _number(some[0]) and not _number(others[0]) and not (some[0].term or others[0].term):
            made.append(links.link(some[0], others[0], "same-place"))
    return made


def _number(node: Node) -> str:
    return number_token(node.provision.num)


def _movable(node: Node) -> object:
    return (node.family, node.body) if node.wordy else None


def _opening(node: Node) -> object:
    """Heading and own text of a provision that has something below it; nothing for one that has not."""
    p = node.provision
    enough = p.children and len(node.own) >= MIN_WORDS_TO_MOVE
    return (node.family, p.heading, p.text) if enough else None


def _term(node: Node) -> object:
    return node.term


def _same_item(node: Node) -> object:
    """A short text is the same item only under the same number."""
    return _movable(node) or (node.family, node.body, _number(node))


_CERTAIN: tuple[tuple[str, Callable[[Node], object]], ...] = (
    ("same-text", _movable),
    ("same-run", _same_item),
    ("same-opening", _opening),
    ("same-term", _term),
)


def _unique(old: Nodes, new: Nodes, key: Callable[[Node], object]) -> Pairs:
    """Nodes whose key occurs once on each side; None is never a key."""
    places: dict[object, tuple[list[Node], list[Node]]] = defaultdict(lambda: ([], []))
    for side, nodes in enumerate((old, new)):
        for node in nodes:
            if (k := key(node)) is not None:
                places[k][side].append(node)
    for left, right in places.values():
        if len(left) == len(right) == 1:
            yield left[0], right[0]


def _runs(old: Nodes, new: Nodes, links: Links) -> Pairs:
    """Equal items in the same order between two anchors: repeated or without a number of their own."""
    for left, right in links.gaps(old, new):
        keys = [_same_item(n) for n in left], [_same_item(n) for n in right]
        yield from ((left[i], right[j]) for i, j in common_run(*keys))
