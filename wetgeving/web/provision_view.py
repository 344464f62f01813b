"""Provisions as a page shows them: headings of chapters, and units (articles and the like) of numbered lines.

A unit is flat: each line knows its depth. Numbers stand apart so that they can hang in the margin. Every word
of a provision is in exactly one of number, heading and blocks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.provision import CONTAINERS, Provision
from wetgeving.services.provision_standing import LAPSED, NOT_YET
from wetgeving.web.force_view import Day, Force, force
from wetgeving.web.running_text import Block, Linked, blocks

Links = Mapping[str, Sequence[Linked]]

_NO_LINKS: Links = {}
_LONG_NUMBER = 7
_SAID = (LAPSED, NOT_YET)
"""A status that the words on the day say too."""


@dataclass(frozen=True, slots=True)
class Line:
    """One lid, onderdeel or the like, without what is below it."""

    eid: str
    kind: str
    num: str
    heading: str
    blocks: tuple[Block, ...]
    depth: int

    @property
    def layout(self) -> str:
        """The classes that place it."""
        return f"d{min(self.depth, 6)}{' lang' if len(self.num) > _LONG_NUMBER else ''}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A heading (no lines below it) or an article or other unit; `level` is that of its HTML heading."""

    eid: str
    kind: str
    level: int
    num: str
    heading: str
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    status: str
    force: Force | None = None

    @property
    def is_container(self) -> bool:
        """Is this the heading of a chapter or the like?"""
        return self.kind in CONTAINERS

    @property
    def called(self) -> str:
        """Number and heading as one line."""
        return f"{self.num} {self.heading}".strip()


def units(
    provisions: tuple[Provision, ...], level: int = 2, shown: Day | None = None, links: Links = _NO_LINKS
) -> Iterator[Unit]:
    """What a page shows of these provisions, in document order; `shown` is the day on which they are law.

    `links` are the references in their texts, by eId.
    """
    for p in provisions:
        container = p.kind in CONTAINERS
        lines = () if container else tuple(_lines(p.children, 0, links))
        said = force(p, shown)
        status = "" if said and p.status in _SAID else _status(p.status)
        text = blocks(p, links.get(p.eid, ()))
        yield Unit(p.eid, p.kind, min(level, 6), p.num, p.heading, text, lines, status, said)
        if container:
            yield from units(p.children, level + 1, shown, links)


def _lines(provisions: tuple[Provision, ...], depth: int, links: Links) -> Iterator[Line]:
    for p in provisions:
        yield Line(p.eid, p.kind, p.num, p.heading, blocks(p, links.get(p.eid, ())), depth)
        yield from _lines(p.children, depth + 1, links)


def _status(status: str) -> str:
    return "nog niet in werking" if status == NOT_YET else status.replace("-", " ")
