"""The references of a version as bytes: what they point at once each, then a row per reference, compressed.

Versions are named by key, which is never given twice, so that a text that is removed cannot come back under
another's name.
"""

import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass

from wetgeving.store import frames

FORM = 1


@dataclass(frozen=True, slots=True)
class Place:
    """What a reference points at: `provision` is an eId, "" for the whole; `version` was looked into."""

    scheme: str
    id: str
    provision: str = ""
    checked: bool = False
    version: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a reference leads nowhere (any more), in which version it does not, and what is there instead."""

    why: str
    version: str = ""
    provisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a provision: offsets are in its own text. Of what is not there `nearest` is."""

    eid: str
    start: int
    end: int
    status: str
    reason: str = ""
    rule: str = ""
    places: tuple[Place, ...] = ()
    nearest: Place | None = None
    lost: Lost | None = None


def packed(references: Iterable[Reference]) -> bytes:
    """The references as bytes; equal references give equal bytes."""
    known: dict[Place, int] = {}
    rows = [
        [
            r.eid,
            r.start,
            r.end,
            r.status,
            r.reason,
            r.rule,
            [known.setdefault(place, len(known)) for place in r.places],
            None if r.nearest is None else known.setdefault(r.nearest, len(known)),
            None if r.lost is None else [r.lost.why, r.lost.version, list(r.lost.provisions)],
        ]
        for r in references
    ]
    content = json.dumps([FORM, [astuple(place) for place in known], rows], ensure_ascii=False)
    return frames.compress(content.encode())


def unpacked(frame: bytes) -> tuple[Reference, ...]:
    """The references out of their bytes."""
    _, held, rows = json.loads(frames.content(frame))
    places = tuple(Place(*place) for place in held)
    return tuple(
        Reference(
            eid,
            start,
            end,
            status,
            reason,
            rule,
            tuple(places[i] for i in to),
            None if nearest is None else places[nearest],
            None if lost is None else Lost(lost[0], lost[1], tuple(lost[2])),
        )
        for eid, start, end, status, reason, rule, to, nearest, lost in rows
    )
