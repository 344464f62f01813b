"""The texts that a reference may point into: any source of trees, and one that holds them in memory."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from corpus.citations.citation import Step
from corpus.eid import PREFIX
from corpus.numbering import number_token
from corpus.provision import Provision, ProvisionKind
from corpus.reading import Identifier

_LETTERED = re.compile(r"\((?:deel )?(?P<letter>[A-D])\)\s*$")


class Outline:
    """The provisions of one text by kind and number, quoted law left out; made once, asked often.

    `letter` is that of a circular published in parts, as its title ends: "Voorbeeldcirculaire (C)".
    """

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.by_eid: dict[str, Provision] = {}
        self.above: dict[str, str] = {}
        self._by_number: dict[tuple[ProvisionKind, str], list[str]] = {}
        self._order: dict[str, int] = {}
        self.letter = ""
        for provision in provisions:
            self._add(provision, "")

    def _add(self, provision: Provision, parent: str) -> None:
        if provision.kind is ProvisionKind.MOD:
            return
        lettered = _LETTERED.search(provision.text) if provision.kind is ProvisionKind.LONG_TITLE else None
        self.letter = lettered["letter"] if lettered else self.letter
        eid = provision.eid
        self._order[eid] = len(self._order)
        self.by_eid[eid], self.above[eid] = provision, parent
        key = (provision.kind, number_token(provision.num).lower())
        self._by_number.setdefault(key, []).append(eid)
        for child in provision.children:
            self._add(child, eid)

    def matching(self, step: Step, within: str = "") -> list[str]:
        """The provisions of this kind and number, anywhere or below one provision."""
        token = number_token(step.number).lower()
        if within and step.kind in (ProvisionKind.PARAGRAPH, ProvisionKind.POINT):
            return list(self._below(self.by_eid[within], step.kind, token))
        found = self._by_number.get((step.kind, token), [])
        if not found and step.kind is ProvisionKind.ATTACHMENT and not token:
            found = [e for e, p in self.by_eid.items() if p.kind is step.kind]
        return [eid for eid in found if not within or within in self.path(eid)]

    def _below(self, provision: Provision, kind: ProvisionKind, token: str) -> list[str]:
        """The nearest below: a lid is not looked for under an onderdeel that has one of its own."""
        direct = [c.eid for c in provision.children if _is(c, kind, token)]
        if direct:
            return direct
        passed = [
            c for c in provision.children if c.kind is not ProvisionKind.MOD and not number_token(c.num)
        ]
        return [eid for child in passed for eid in self._below(child, kind, token)]

    def path(self, eid: str) -> list[str]:
        """The provision and all around it, from the inside out."""
        found = []
        while eid:
            found.append(eid)
            eid = self.above[eid]
        return found

    def between(self, first: str, last: str) -> list[str]:
        """A range: all of the same kind from first to last, in document order."""
        kind = self.by_eid[first].kind
        low, high = self._order[first], self._order[last]
        return [e for e, at in self._order.items() if low <= at <= high and self.by_eid[e].kind is kind]


def _is(provision: Provision, kind: ProvisionKind, token: str) -> bool:
    return provision.kind is kind and number_token(provision.num).lower() == token


class Library(Protocol):
    """Where texts are found: None for an act that is not at hand."""

    def outline(self, act: Identifier, on: date | None) -> Outline | None:
        """The text of an act as it was on a day."""
        ...


class Shelf:
    """A library in memory: one text an act, whatever the day."""

    def __init__(self, texts: Mapping[Identifier, Sequence[Provision]]) -> None:
        self._outlines = {act: Outline(provisions) for act, provisions in texts.items()}

    def outline(self, act: Identifier, on: date | None) -> Outline | None:
        """The text of an act."""
        del on
        return self._outlines.get(act)


def conventional_eid(steps: Sequence[Step]) -> str:
    """The eId such a place has by convention, for a text that is not at hand (`corpus.eid`)."""
    articles = [depth for depth, step in enumerate(steps) if step.kind is ProvisionKind.ARTICLE]
    own = (ProvisionKind.ATTACHMENT, ProvisionKind.BOOK)
    kept = [
        step for depth, step in enumerate(steps) if not articles or depth >= articles[0] or step.kind in own
    ]
    return "__".join(f"{PREFIX[step.kind]}_{number_token(step.number) or 'n1'}" for step in kept)
