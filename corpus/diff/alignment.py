"""Which provision of the old tree is which of the new one: named passes, each pair says which pass found it.

Five passes, from certain to less certain: `same-number-and-text`, `same-text` (elsewhere or otherwise
numbered), `same-opening` (own text, over other leden or onderdelen), `same-term` (an unnumbered definition),
`same-number`. What no pass pairs stays alone. No similarity is measured here.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.numbering import number_token
from corpus.provision import CONTAINERS, Provision, ProvisionKind

Key = Callable[[Provision], object]

MIN_WORDS_TO_MOVE = 4
"""A shorter text ("Vervallen.") is the same by chance: it is never found elsewhere."""


LONGEST_TERM = 100


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision that is aligned as a whole, and the container it stands in ("" at the top)."""

    provision: Provision
    container: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """Positions in two sequences that belong together; None where one side has nothing."""

    old: int | None
    new: int | None
    matched_by: str | None
    moved: bool = False


def units(provisions: Sequence[Provision], container: str = "") -> Iterator[Unit]:
    """The tree as a sequence: containers without their children, everything else with all below it."""
    for p in provisions:
        if p.kind in CONTAINERS:
            yield Unit(p.with_children(()), container)
            yield from units(p.children, p.eid)
        else:
            yield Unit(p, container)


def align(old: Sequence[Provision], new: Sequence[Provision], identity: Key) -> tuple[Pairing, ...]:
    """Pair two sequences; `identity` is what a number means there (an eId, or a number among siblings)."""
    matches = _matches(old, new, identity)
    stationary = _longest_increasing([matches[j][0] for j in sorted(matches)])
    kept = {matches[j][0] for i, j in enumerate(sorted(matches)) if i in stationary}
    pairs = {j: Pairing(i, j, rule, moved=i not in kept) for j, (i, rule) in matches.items()}
    return tuple(_in_reading_order(len(old), len(new), pairs))


def sibling_identity(p: Provision) -> object:
    """What a provision is called among its siblings: its kind and the last step of its eId."""
    return p.kind, p.eid.rpartition("__")[2]


def content(p: Provision) -> tuple[str, ...]:
    """The words of a provision without its own number: what makes two of them the same text."""
    return tuple(f"{p.heading} {p.text}".split()) + tuple(w for c in p.children for w in c.words())


def _matches(old: Sequence[Provision], new: Sequence[Provision], identity: Key) -> dict[int, tuple[int, str]]:
    """New position to (old position, rule)."""
    contents = [content(p) for p in old], [content(p) for p in new]
    passes: tuple[tuple[str, Callable[[int, int], object]], ...] = (
        ("same-number-and-text", lambda s, i: (identity((old, new)[s][i]), contents[s][i])),
        ("same-text", lambda s, i: _movable((old, new)[s][i], contents[s][i])),
        ("same-opening", lambda s, i: _movable((old, new)[s][i], _opening((old, new)[s][i]))),
        ("same-term", lambda s, i: _term((old, new)[s][i])),
        ("same-number", lambda s, i: None if _term((old, new)[s][i]) else identity((old, new)[s][i])),
    )
    found: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for rule, key in passes:
        for i, j in _unique_pairs(len(old), len(new), key, taken, found):
            found[j] = (i, rule)
            taken.add(i)
    return found


def _opening(p: Provision) -> tuple[str, ...]:
    """Heading and own text of a provision that has something below it; nothing for one that has not."""
    return tuple(f"{p.heading} {p.text}".split()) if p.children else ()


def _term(p: Provision) -> str | None:
    """What an unnumbered definition defines ("asiel: het verblijf ..."); its position is no number."""
    term, colon, _ = p.text.partition(":")
    defines = (
        p.kind is ProvisionKind.POINT and not number_token(p.num) and colon and len(term) <= LONGEST_TERM
    )
    return term.casefold() if defines else None


def _movable(p: Provision, words: tuple[str, ...]) -> object:
    return (p.kind, words) if len(words) >= MIN_WORDS_TO_MOVE else None


def _unique_pairs(
    old: int, new: int, key: Callable[[int, int], object], taken: set[int], found: dict[int, tuple[int, str]]
) -> Iterator[tuple[int, int]]:
    """Positions not yet paired whose key occurs once on each side; None is never a key."""
    places: dict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, count, done in ((0, old, taken), (1, new, found)):
        for i in range(count):
            if i not in done and (k := key(side, i)) is not None:
                places[k][side].append(i)
    for left, right in places.values():
        if len(left) == len(right) == 1:
            yield left[0], right[0]


def _longest_increasing(values: Sequence[int]) -> frozenset[int]:
    """Indexes of a longest increasing subsequence: what did not move."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for i, value in enumerate(values):
        at = bisect_left(tails, value)
        previous.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [i]
    kept = set()
    i = ends[-1] if ends else -1
    while i >= 0:
        kept.add(i)
        i = previous[i]
    return frozenset(kept)


def _in_reading_order(old: int, new: int, pairs: dict[int, Pairing]) -> Iterator[Pairing]:
    """The new sequence, with what only the old one has right after what it followed there."""
    paired = {p.old: p for p in pairs.values()}
    emitted = 0
    for j in range(new):
        pair = pairs.get(j)
        if pair is not None and pair.old is not None and not pair.moved:
            for i in range(emitted, pair.old):
                if i not in paired:
                    yield Pairing(i, None, None)
            emitted = max(emitted, pair.old)
        yield pair or Pairing(None, j, None)
    for i in range(emitted, old):
        if i not in paired:
            yield Pairing(i, None, None)


def is_article(p: Provision) -> bool:
    """Is this a unit that an alignment row speaks about?"""
    return p.kind is ProvisionKind.ARTICLE
