"""The table of contents of a version, and the parts in which a long one is sent.

A part is a run of chapters of bearable size; a chapter that is too long by itself is cut at the divisions in
it. A version that is not long is one part. Any eId names the part in which it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.provision import CONTAINERS, Provision, ProvisionKind, walk
from wetgeving.services.errors import NotFoundError
from wetgeving.web.addresses import anchor, version_url

LONG = 400_000
"""Characters from which a version is sent in parts."""
PART = 120_000

ALL = "alles"


@dataclass(frozen=True, slots=True)
class Piece:
    """A provision and how deep it stands among the chapters."""

    depth: int
    provision: Provision

    @property
    def is_heading(self) -> bool:
        """Is this a chapter that was taken apart, so that only its heading is left?"""
        return self.provision.kind in CONTAINERS and not self.provision.children


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a version: it is called by its first provision."""

    pieces: tuple[Piece, ...]

    @property
    def eid(self) -> str:
        """The eId by which the part is asked for."""
        return self.pieces[0].provision.eid

    @property
    def name(self) -> str:
        """From where to where it runs."""
        ends = list(dict.fromkeys(_called(p) for p in (self.pieces[0].provision, self.pieces[-1].provision)))
        return " tot en met ".join(ends)

    def size(self) -> int:
        """How many characters it holds."""
        return sum(_size(piece.provision) for piece in self.pieces)

    def holds(self, eid: str) -> bool:
        """Does this provision stand in it?"""
        return any(p.eid == eid for piece in self.pieces for p in piece.provision.walk())


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents."""

    name: str
    url: str
    current: bool
    below: tuple["Entry", ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a version, the one that is shown (None for all), and the table of contents."""

    parts: tuple[Part, ...]
    shown: Part | None
    entries: tuple[Entry, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What the page shows."""
        return self.shown.pieces if self.shown else tuple(x for part in self.parts for x in part.pieces)

    @property
    def place(self) -> int:
        """Which part is shown, from 0."""
        return self.parts.index(self.shown) if self.shown else 0

    @property
    def share(self) -> int:
        """How much of the text the page shows, in per cent; at least 1."""
        whole = sum(part.size() for part in self.parts)
        return max(1, round(100 * self.shown.size() / whole)) if self.shown and whole else 100


def contents(key: str, provisions: tuple[Provision, ...], asked: str | None) -> Contents:
    """The contents of a version and the part asked for; `NotFoundError` when there is no such provision."""
    found = tuple(parts(provisions))
    shown = None if asked == ALL or len(found) < 2 else _shown(found, asked, key)
    where = {p.eid: part for part in found for piece in part.pieces for p in piece.provision.walk()}
    return Contents(found, shown, tuple(_entries(provisions, key, where, shown)))


def parts(provisions: tuple[Provision, ...]) -> Iterator[Part]:
    """A version in parts, in order; nothing is left out and nothing is in two of them."""
    if sum(map(_size, provisions)) <= LONG:
        if provisions:
            yield Part(tuple(Piece(0, p) for p in provisions))
        return
    held: list[Piece] = []
    length = 0
    for piece in _pieces(provisions, 0):
        if length and length + _size(piece.provision) > PART:
            carried = _trailing_headings(held)
            yield Part(tuple(held[: len(held) - carried]))
            held = held[len(held) - carried :]
            length = 0
        held.append(piece)
        length += 0 if piece.is_heading else _size(piece.provision)
    if held:
        yield Part(tuple(held))


def _trailing_headings(held: list[Piece]) -> int:
    """How many headings at the end belong with what follows."""
    count = 0
    while count < len(held) - 1 and held[-1 - count].is_heading:
        count += 1
    return count


def _pieces(provisions: tuple[Provision, ...], depth: int) -> Iterator[Piece]:
    for p in provisions:
        if p.kind in CONTAINERS and _size(p) > PART:
            yield Piece(depth, p.with_children(()))
            yield from _pieces(p.children, depth + 1)
        else:
            yield Piece(depth, p)


def _size(provision: Provision) -> int:
    return sum(len(p.num) + len(p.heading) + len(p.text) for p in provision.walk())


def _shown(found: tuple[Part, ...], asked: str | None, key: str) -> Part:
    if asked is None:
        return found[0]
    part = next((part for part in found if part.holds(asked)), None)
    if part is None:
        raise NotFoundError("Dit deel staat niet in deze versie.", value=asked[:120], where=key)
    return part


_IN_CONTENTS = (ProvisionKind.ARTICLE, ProvisionKind.ATTACHMENT)


def _entries(
    provisions: tuple[Provision, ...], key: str, where: dict[str, Part], shown: Part | None
) -> Iterator[Entry]:
    for p in provisions:
        if p.kind not in CONTAINERS and p.kind not in _IN_CONTENTS:
            continue
        part = where[p.eid]
        here = shown is None or part is shown
        below = tuple(_entries(p.children, key, where, shown)) if p.kind in CONTAINERS else ()
        current = shown is not None and (here or any(entry.current for entry in below))
        url = anchor(p.eid) if here else version_url(key, part=part.eid, anchor=p.eid)
        yield Entry(_called(p), url, current, below)


def _called(p: Provision) -> str:
    first_words = " ".join(next(walk((p,))).text.split()[:8])
    return f"{p.num} {p.heading}".strip() or first_words or p.eid
