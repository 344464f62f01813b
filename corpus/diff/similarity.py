"""How much two provisions share, and which pairs are worth measuring.

Dice over word multisets: twice the shared words over all words, 1 for the same words in any order. Above
`_ALL_PAIRS` only pairs that share a rare word are measured, so that work grows with the text and not with
its square: a word on more than `_RARE` provisions names no pair, and a provision has at most `_CANDIDATES`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.diff.ends import common_length
from corpus.diff.node import Node
from corpus.provision import Provision

_LEAST_OPENING, _OPENING = 5, 0.85
"""Fewer opening words say nothing, and they say less than the whole."""

_ALL_PAIRS = 150
_RARE = 12
_CANDIDATES = 8


def dice(old: Node, new: Node) -> float:
    """The share of words in common, between 0 and 1."""
    total = old.size + new.size
    return 2 * shared(old.bag, new.bag) / total if total else 0.0


def likeness(old: Node, new: Node) -> float:
    """Dice of the whole, or of the opening words where both have a list under them."""
    whole = dice(old, new)
    if not (old.provision.children and new.provision.children):
        return whole
    heads = [Counter(w.casefold() for w in n.own) for n in (old, new)]
    total = len(old.own) + len(new.own)
    if min(len(old.own), len(new.own)) < _LEAST_OPENING:
        return whole
    return max(whole, _OPENING * 2 * shared(*heads) / total)


def distinct_dice(old: Node, new: Node) -> float:
    """The share of words in common, counting only words that say what a provision is about."""
    bags = old.distinct, new.distinct
    total = sum(sum(bag.values()) for bag in bags)
    return 2 * shared(*bags) / total if total else 0.0


def evident(old: Node, new: Node, least: float) -> bool:
    """Are so many characters the same at the same places that no word need be counted?"""
    p, q = old.provision, new.provision
    return _kept(p, q) >= least * max(_length(p), _length(q))


def _kept(old: Provision, new: Provision) -> int:
    if old.fingerprint() == new.fingerprint():
        return _length(old)
    kept = common_length(old.text, new.text)
    if old.children and new.children:
        there = {c.num: c for c in new.children}
        kept += sum([_kept(c, there[c.num]) for c in old.children if c.num in there])
    return kept


def _length(p: Provision) -> int:
    return len(p.text) + sum([_length(c) for c in p.children]) if p.children else len(p.text)


def shared(some: Mapping[str, int], others: Mapping[str, int]) -> int:
    """How many words two bags have in common, each as often as both have it."""
    return sum([min(some[word], others[word]) for word in some.keys() & others.keys()])


def candidates(old: Sequence[Node], new: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Positions of pairs that may be similar; every pair when they are few."""
    if len(old) * len(new) <= _ALL_PAIRS:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    found = dict.fromkeys(_by_rare_words(old, new))
    at = {node.identity: j for j, node in enumerate(new) if node.identity}
    for i, node in enumerate(old):
        if node.identity in at:
            found.setdefault((i, at[node.identity]))
    yield from found


def _by_rare_words(old: Sequence[Node], new: Sequence[Node]) -> Iterator[tuple[int, int]]:
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, nodes in enumerate((old, new)):
        for i, node in enumerate(nodes):
            for word in node.bag:
                places[word][side].append(i)
    weight: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for left, right in places.values():
        if left and right and max(len(left), len(right)) <= _RARE:
            for i in left:
                for j in right:
                    weight[i][j] += 1 / (len(left) * len(right))
    for i, row in sorted(weight.items()):
        best = sorted(row.items(), key=lambda item: (-item[1], item[0]))
        yield from ((i, j) for j, _ in best[:_CANDIDATES])
