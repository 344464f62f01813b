"""A bill by both addresses of each provision: its own ("artikel I, onderdeel E"), and that in the law it
amends ("artikel 11, eerste lid").

An opinion uses both. Where a name fits more than one place it fits none: a change is never linked by guess.
The name of a whole amending article says too little to link anything to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.follow_up.named import NamedPlace, Steps, located, step_of
from corpus.numbering import label
from corpus.provision import Provision, ProvisionKind

_AMENDS = re.compile(r"(?:^|\n)(?:De|Het) ([^\n.:;«]{3,200}?) wordt (?:als volgt )?gewijzigd", re.MULTILINE)
_BESIDE = re.compile(r"(?:Na|Voor|Tussen|Onder|Er|Boven)\b")
_STEPS = (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT)


@dataclass(frozen=True, slots=True)
class InLaw:
    """A place in a law that is amended; `law` is "" where the bill does not name it."""

    law: str
    steps: Steps


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision of the bill with its addresses; `path` runs from the root to it."""

    path: tuple[Provision, ...]
    own: Steps
    in_law: tuple[InLaw, ...]
    quoted: bool

    @property
    def provision(self) -> Provision:
        """The provision itself."""
        return self.path[-1]

    @property
    def label(self) -> str:
        """The way it is cited."""
        return label(self.path)


class Bill:
    """A bill, found by what words name."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.laws = tuple(dict.fromkeys(m.group(1) for p in provisions for m in _AMENDS.finditer(p.text)))
        self.placed = tuple(x for p in provisions for x in self._placed((p,), (), (), ""))
        self.amending = frozenset(
            x.own[0] for x in self.placed if x.own and any(a.law in self.laws or a.steps for a in x.in_law)
        )

    def named(self, place: NamedPlace) -> tuple[Placed, ...]:
        """Everything at this place and below it; nothing where the name may mean two places."""
        own = () if place.act else self._own(place.steps)
        in_law = self._in_law(place)
        if own and in_law:
            return own if place.words.split()[-1].isupper() or place.steps[0][1] in "ivx" else ()
        return own or in_law or self._instructions(place)

    def amends_only(self, placed: Placed) -> bool:
        """Is it an article that only holds amendments, of which the name alone says nothing?"""
        return len(placed.own) == 1 and placed.own[0] in self.amending

    def _own(self, steps: Steps) -> tuple[Placed, ...]:
        if steps[0][0] is ProvisionKind.POINT:
            return self._lettered(steps)
        if len(steps) == 1 and steps[0] in self.amending:
            return ()
        return tuple(x for x in self.placed if _begins(x.own, steps))

    def _lettered(self, steps: Steps) -> tuple[Placed, ...]:
        """ "onderdeel E": of the one article that has it; small letters are of a lid that is not named."""
        if not steps[0][1].isupper():
            return ()
        found = tuple(x for x in self.placed if _begins(x.own[1:], steps))
        return found if len({x.own[0] for x in found}) == 1 else ()

    def _in_law(self, place: NamedPlace) -> tuple[Placed, ...]:
        found = [
            (x, a)
            for x in self.placed
            for a in x.in_law
            if _begins(a.steps, place.steps) and (not place.act or a.law == place.act)
        ]
        return tuple(x for x, _ in found) if len({a.law for _, a in found}) == 1 else ()

    def _instructions(self, place: NamedPlace) -> tuple[Placed, ...]:
        """The amendment, in one sentence, of what holds the place."""
        found = [
            (x, a)
            for x in self.placed
            for a in x.in_law
            if not x.quoted and not x.provision.children and a.steps and _begins(place.steps, a.steps)
            if not place.act or a.law == place.act
        ]
        return tuple(x for x, _ in found) if len({a.law for _, a in found}) == 1 else ()

    def _placed(
        self, path: tuple[Provision, ...], own: Steps, base: tuple[InLaw, ...], law: str
    ) -> Iterator[Placed]:
        p, inside = path[-1], any(x.kind is ProvisionKind.MOD for x in path)
        if p.kind in _STEPS and not inside:
            own = (*own, step_of(p.kind, p.num))
        if inside:
            base = _quoted(path, base, law)
        elif len(path) == 1:
            law = next((m.group(1) for m in _AMENDS.finditer(p.text)), "")
            base = tuple(self._instructed(p, (), law)) if not law else ()
        elif law or base or p.kind is ProvisionKind.POINT:
            base = tuple(self._instructed(p, base, law))
        yield Placed(path, own, base, inside)
        for child in p.children:
            yield from self._placed((*path, child), own, base, law)

    def _instructed(self, p: Provision, base: tuple[InLaw, ...], law: str) -> Iterator[InLaw]:
        """What an amendment amends, by the places before its verb; else what the one above it amends."""
        first = p.text.split("\n")[0]
        if _BESIDE.match(first) or not _AMENDING.search(first):
            yield from base
            return
        places = [x for x in located(first, self.laws) if x.steps[0][0] in _STEPS]
        if not places:
            yield from base
        for place in places:
            if place.steps[0][0] is ProvisionKind.ARTICLE:
                yield InLaw(place.act or law, place.steps)
            else:
                yield from (InLaw(b.law, _under(b.steps, place.steps)) for b in base)


_AMENDING = re.compile(r"\b(?:wordt|worden|vervalt|vervallen|komt|komen|geschiedt)\b")


def _quoted(path: Sequence[Provision], base: tuple[InLaw, ...], law: str) -> tuple[InLaw, ...]:
    """The address of quoted law: an article has its own, a lid or onderdeel stands under what is amended."""
    p = path[-1]
    if p.kind is ProvisionKind.ARTICLE:
        return (InLaw(base[0].law if base else law, (step_of(p.kind, p.num),)),)
    if p.kind not in _STEPS:
        return base
    step = step_of(p.kind, p.num)
    first = path[-2].kind is ProvisionKind.MOD
    return tuple(InLaw(b.law, _under(b.steps, (step,)) if first else (*b.steps, step)) for b in base)


def _under(base: Steps, steps: Steps) -> Steps:
    """The steps below the last step of the base that stands above them."""
    level = _STEPS.index(steps[0][0])
    return (*(step for step in base if _STEPS.index(step[0]) < level), *steps)


def _begins(whole: Steps, start: Steps) -> bool:
    return whole[: len(start)] == start
