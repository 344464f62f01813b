"""How much two provisions share, and which pairs are worth measuring.

Dice over word multisets: twice the shared words over all words, 1 for the same words in any order. Above
`_ALL_PAIRS` only pairs that share a rare word are measured, so that work grows with the text and not with
its square: a word on more than `_RARE` provisions names no pair, and a provision has at most `_CANDIDATES`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corpus.diff.node import Node

_COMMON = """
aan aangewezen afwijking al alle algemene als andere artikel artikelen bedoeld beschikking besluit bestuur
betreft betrekking bij binnen daarbij dan dat de deze die dient dit door een eerste en er gelet gesteld
geval gronde grond had hebben heeft het hij hoofdstuk hun ieder in indien ingevolge inzake is kan kon
krachtens kunnen lid leden maatregel met minister ministeriële mogen moet moeten na naar nadere niet of
omtrent ofwel om onder onderdeel onderdelen ons onverminderd onze op opzichte over overeenkomstig
regeling regels te tegen ten tenzij ter tot tweede derde uit van vanwege vastgesteld vierde vijfde volgens
voor voorschriften waarbij waarin waarop wat wet wordt worden zal zich zij zijn zijnde zoals zodanig
zonder zou zullen
"""
COMMON = frozenset(_COMMON.split())
"""Words that any two Dutch provisions share ("Bij ministeriële regeling kunnen nadere regels ...")."""

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
    bags = [distinct(n.bag) for n in (old, new)]
    total = sum(sum(bag.values()) for bag in bags)
    return 2 * shared(*bags) / total if total else 0.0


def distinct(bag: Mapping[str, int]) -> dict[str, int]:
    """A bag without the words that say nothing of what a provision is about."""
    return {word: count for word, count in bag.items() if word not in COMMON}


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
