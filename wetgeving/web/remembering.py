"""What a process remembers between requests: finished pages and lists that many pages need.

Everything is remembered for one state of the database, so that nothing outlives a commit of whatever process;
and only for who asks without a cookie or token, whose answers are the same for all such. The day is part of
the key, because what is in force depends on it. Bounded: the longest unused goes first.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from threading import Lock
from typing import TypeVar, cast

from flask import Flask, Response, current_app, g, request

from corpus.errors import WetgevingError
from wetgeving.store.viewer import ANYONE
from wetgeving.web import reading

T = TypeVar("T")
MOST_BYTES = 32_000_000
LONGEST = 1_000_000
_VALUE_BYTES = 500_000
"""What a remembered list counts for, when nothing is said of its size."""
_OF_PAGE = (
    "Content-Type", "ETag", "Cache-Control", "Vary", "X-Robots-Tag", "Content-Disposition", "Last-Modified",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A finished answer."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    tag: str


class Memory:
    """Values by key, good for one state of the database; in another state everything is forgotten."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, tuple[object, int]] = OrderedDict()
        self._lock, self._bytes, self._state = Lock(), 0, ""

    def find(self, key: object, state: str) -> object | None:
        """What was kept under this key in this state."""
        with self._lock:
            if state != self._state:
                self._kept.clear()
                self._bytes, self._state = 0, state
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def keep(self, key: object, state: str, value: object, *, size: int) -> None:
        """Keep a value in the place of what was there, unless it was made in a state that has gone by."""
        with self._lock:
            if state != self._state:
                return
            self._forget(key)
            self._kept[key] = (value, size)
            self._bytes += size
            while self._bytes > MOST_BYTES:
                self._forget(next(iter(self._kept)))

    def _forget(self, key: object) -> None:
        _, size = self._kept.pop(key, (None, 0))
        self._bytes -= size


def register(app: Flask) -> None:
    """Answer from memory what can be, and remember what is marked with `remember`."""
    app.extensions["memory"] = Memory()
    app.before_request(_answered)
    app.after_request(_kept)


def value(name: str, make: Callable[[], T], *, size: Callable[[T], int] = lambda _: _VALUE_BYTES) -> T:
    """What `make` gives, made once per state of the database; `size` is about how many bytes it takes."""
    state = g.get("state")
    if state is None:
        return make()
    key = (name, _today(), reading.viewer())
    found = _memory().find(key, state)
    if found is None:
        found = make()
        _memory().keep(key, state, found, size=size(found))
    return cast(T, found)


def remember() -> None:
    """Mark the answer at hand: it depends on the address, what is stored, the day and nothing else."""
    g.remember = True


def _answered() -> Response | None:
    """The answer as it was given before in this state; 304 when the browser has it."""
    g.state = _state()
    if g.state is None:
        return None
    page = _memory().find(_address(), g.state)
    if not isinstance(page, Page):
        return None
    g.state = None
    if request.if_none_match.contains_weak(page.tag):
        response = Response(status=304)
        response.headers.update({name: text for name, text in page.headers if name != "Content-Type"})
        return response
    return Response(page.body, headers=list(page.headers))


def _kept(response: Response) -> Response:
    tag, _ = response.get_etag()
    if g.get("state") is None or not g.get("remember") or response.status_code != 200 or not tag:
        return response
    if request.method == "GET":
        headers = tuple((name, response.headers[name]) for name in _OF_PAGE if name in response.headers)
        keep = partial(_keep, _memory(), (_address(), g.state), headers, tag)
        if response.is_sequence:
            keep(response.get_data())
        else:
            response.response = _collected(cast(Iterable[str | bytes], response.response), keep)
    return response


def _keep(
    memory: Memory, place: tuple[object, str], headers: tuple[tuple[str, str], ...], tag: str, body: bytes
) -> None:
    if len(body) <= LONGEST:
        memory.keep(*place, Page(body, headers, tag), size=len(body))


def _collected(pieces: Iterable[str | bytes], keep: Callable[[bytes], None]) -> Iterator[bytes]:
    """The pieces as they are sent; when all are, and they are not too many, they are kept."""
    held: list[bytes] = []
    length = 0
    for piece in pieces:
        sent = piece.encode() if isinstance(piece, str) else piece
        yield sent
        length += len(sent)
        if length <= LONGEST:
            held.append(sent)
    if length <= LONGEST:
        keep(b"".join(held))


def _state() -> str | None:
    """The state of the database for a question that anyone could ask; None when nothing is remembered."""
    if request.method not in ("GET", "HEAD") or request.cookies or "Authorization" in request.headers:
        return None
    if reading.viewer() != ANYONE:
        return None
    if request.endpoint in (None, "static", "health.alive"):
        return None
    try:
        return reading.state()
    except WetgevingError:  # the page itself will say what is wrong, if it needs the database at all
        return None


def _address() -> object:
    return request.url, request.headers.get("Accept", ""), _today(), reading.viewer()


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _memory() -> Memory:
    return cast(Memory, current_app.extensions["memory"])
