"""A file that takes too long is refused by name, and the alarm is off afterwards."""

import signal
import threading

import pytest

from corpus.limits import Limits, applied
from corpus.reading import Reading
from wetgeving.services.patient_reading import TooSlowError, read_within

from .laws import LAMP

LONG = ("Wet\n\n" + "".join(f"Artikel {n}\n\n1. Een lamp brandt.\n\n" for n in range(1, 60_000))).encode()


def test_reading_that_takes_too_long_is_stopped_by_name() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with applied(Limits(seconds=0.05)), pytest.raises(TooSlowError, match=r"De grens is 0\.05 seconden"):
        read_within(LONG)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def test_in_another_thread_a_file_is_read_without_the_limit() -> None:
    found: list[Reading] = []

    def read_there() -> None:
        with applied(Limits(seconds=0.0001)):
            found.append(read_within(LAMP.encode()))

    thread = threading.Thread(target=read_there)
    thread.start()
    thread.join()
    assert found[0].short_title == "Lampenwet"
