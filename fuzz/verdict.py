"""What has to hold of one input, whatever stands in it: read or refused by name, in time, with nothing lost.

What is lost is said by the oracles of `tests/no_lost_word`, which know no reader. Readers that walk a file in
its own order keep that order in a broken file too (`_IN_ORDER`): of those every word and note is compared at
its place. Of other readers, which put numbers and headings in front, the letters are compared as a heap.
"""

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from corpus.errors import WetgevingError
from corpus.provision import walk
from corpus.readers import read
from corpus.reading import Reading
from tests.no_lost_word.account import ORACLES, STARRED, accounted_words, lost_words

SECONDS_PER_INPUT = 10
_IN_ORDER = frozenset({"akoma-ntoso", "formex", "plain-text"})
_SYNTAX = frozenset("*#|[]()")
"""Signs of Markdown that a broken Markdown file may or may not mean."""


class TooSlowError(Exception):
    """An input took longer than the limit."""


def outcome(source: bytes) -> str:
    """The reader's name, or the code of the error; raises whatever should not have happened."""
    try:
        reading = read(source)
    except WetgevingError as error:
        return error.code
    eids = [p.eid for p in walk(reading.provisions)]
    if len(eids) != len(set(eids)):
        raise AssertionError("eIds zijn niet uniek")
    if lost := _lost(source, reading):
        raise AssertionError(f"kwijt: {lost[:200]}")
    return reading.reader


def _lost(source: bytes, reading: Reading) -> str:
    """What is not in the reading; of bytes that are no UTF-8 no oracle can say which letters they were."""
    if reading.reader not in ORACLES or not _is_utf8(source):
        return ""
    if reading.reader in _IN_ORDER:
        return lost_words(source, reading)
    return _lost_characters(source, reading)


def _is_utf8(source: bytes) -> bool:
    try:
        source.decode()
    except UnicodeDecodeError:
        return False
    return True


def _lost_characters(source: bytes, reading: Reading) -> str:
    expected, found = ORACLES[reading.reader](source), accounted_words(reading)
    if expected == found:
        return ""
    notes = [note.text for p in walk(reading.provisions) for note in p.notes]
    lost = Counter("".join(expected)) - Counter("".join((*found, *notes)))
    may_go = _SYNTAX if reading.reader in STARRED else frozenset()
    return "".join(c for c in lost.elements() if c not in may_go)


@contextmanager
def deadline() -> Iterator[None]:
    """Raise `TooSlowError` when the block takes longer than the limit."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlowError(f"langer dan {SECONDS_PER_INPUT} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS_PER_INPUT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
