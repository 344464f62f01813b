"""How much a file may ask of us: bytes, bytes unpacked, depth and time, as one value that is in force.

Files come from anyone and must not take a machine down. The defaults hold unless whoever runs the service
chose others (`wetgeving.settings`), and a new thread begins with the defaults. The doors to lxml, zip and PDF
ask `in_force`; smaller limits that belong to one of them stand there. Nothing is measured here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

DEEPEST = 256
"""Levels of elements that lxml reads at most; a higher limit would be a promise it does not keep."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of a file, bytes of what it holds unpacked, levels of elements, and seconds of reading."""

    file_bytes: int = 100_000_000
    unpacked_bytes: int = 300_000_000
    depth: int = DEEPEST
    seconds: float = 60.0


_DEFAULTS = Limits()
_IN_FORCE: ContextVar[Limits] = ContextVar("limits", default=_DEFAULTS)


def in_force() -> Limits:
    """The limits of the reading at hand."""
    return _IN_FORCE.get()


@contextmanager
def applied(limits: Limits) -> Iterator[None]:
    """Put limits in force for what is read in the block, by this thread."""
    before = _IN_FORCE.set(limits)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)
