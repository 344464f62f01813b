"""A property that is worked out when it is first asked for, and then is a plain attribute.

What `functools.cached_property` does, without the lock that it takes each first time (gone in Python 3.12).
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 (read as a decorator)
    """Decorates a method without arguments of a class that has a `__dict__`."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out = work_out
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "lazy[T]": ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> "lazy[T] | T":
        """Work it out; the attribute that is set stands before this one from then on."""
        if owner is None:
            return self
        value = owner.__dict__[self._work_out.__name__] = self._work_out(owner)
        return value
