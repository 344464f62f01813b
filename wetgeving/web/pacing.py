"""Slowing down who guesses: so many failures per minute from one address, and then nothing for a while.

Counted per process and in memory: addresses of people are not kept. With several processes the bound is that
many times wider; the lock on an account (`services.access`) is in the database and holds for all of them.
"""

from collections import OrderedDict, deque
from threading import Lock

from corpus.errors import WetgevingError

MINUTE = 60.0
_MOST_ADDRESSES = 10_000


class TooManyTriesError(WetgevingError):
    """Someone at this address fails too often."""

    code = "too-many-tries"


class Pace:
    """Failures per address in the last minute, or whatever else may not happen too often."""

    def __init__(self, per_minute: int, refusal: str = "Er is vanaf dit adres te vaak mis gegaan.") -> None:
        self._per_minute, self._refusal = per_minute, refusal
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def require(self, address: str, now: float) -> None:
        """Refuse an address that failed too often in the minute before `now`."""
        with self._lock:
            failures = self._failures.get(address, deque())
            while failures and failures[0] <= now - MINUTE:
                failures.popleft()
            if len(failures) >= self._per_minute:
                raise TooManyTriesError(self._refusal, remedy="Probeer het over een minuut opnieuw.")

    def failed(self, address: str, now: float) -> None:
        """Count a failure; the address that failed longest ago is forgotten when there are too many."""
        with self._lock:
            self._failures.setdefault(address, deque()).append(now)
            self._failures.move_to_end(address)
            while len(self._failures) > _MOST_ADDRESSES:
                self._failures.popitem(last=False)
