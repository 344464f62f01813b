"""Reading a file for as long as a person may be expected to wait, and not longer.

The readers know no clock; this does. The alarm works in the main thread only: in another a file is read
without this limit. Code of a library that does not return cannot be interrupted, only refused afterwards.
"""

import signal
import threading
from types import FrameType
from typing import NoReturn

from corpus.errors import WetgevingError
from corpus.limits import in_force
from corpus.readers import read
from corpus.reading import Reading

_AGAIN = 1.0  # seconds: a reader that looks whether a file is its own may take the first alarm for a no


class TooSlowError(WetgevingError):
    """Reading took longer than the limit."""

    code = "too-slow"


def read_within(content: bytes) -> Reading:
    """The reading of a file; `TooSlowError` when it takes longer than the limit in force."""
    if threading.current_thread() is not threading.main_thread():
        return read(content)
    seconds = in_force().seconds

    def stop(_: int, __: FrameType | None) -> NoReturn:
        raise TooSlowError(
            "Het lezen duurt te lang en is gestopt.",
            value=f"{len(content)} bytes, meer dan {seconds:g} s",
            remedy=f"De grens is {seconds:g} seconden. Splits het bestand of kies een andere vorm.",
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        return read(content)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
