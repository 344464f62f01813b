"""What a reader is: a name, a logic version, a test on the bytes, a pure function from bytes to a Reading."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.reading import Reading


@dataclass(frozen=True, slots=True)
class Reader:
    """One source format. Raise `logic_version` when the same bytes would be read differently."""

    name: str
    logic_version: int
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes], Reading]
