"""What this process remembers of stored texts: at most so much, and what was longest unused goes first.

Keys name content, never a version: whether a version may be seen, or is still there, is asked of the store
each time. Nothing of it reaches a disk.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_V = TypeVar("_V")


class Remembered(Generic[_V]):
    """Values by key, together at most so many characters of text."""

    def __init__(self, most: int) -> None:
        self._most, self._held = most, 0
        self._values: OrderedDict[Hashable, tuple[_V, int]] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def value(self, key: Hashable, make: Callable[[], _V], size: Callable[[_V], int]) -> _V:
        """The value of a key, made when it is not known; two who ask at once may both make it."""
        with self._one_at_a_time:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key][0]
        made = make()
        with self._one_at_a_time:
            self._keep(key, made, size(made))
        return made

    def forget(self) -> None:
        """Forget everything."""
        with self._one_at_a_time:
            self._values.clear()
            self._held = 0

    def _keep(self, key: Hashable, value: _V, size: int) -> None:
        if key in self._values or size > self._most:
            return
        self._values[key] = value, size
        self._held += size
        while self._held > self._most:
            self._held -= self._values.popitem(last=False)[1][1]
