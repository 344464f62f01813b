"""How a long service call says how far it is: a callable that takes what is done and the total."""

from collections.abc import Callable

Progress = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Say nothing: what a caller without a progress bar passes."""
    del done, total
