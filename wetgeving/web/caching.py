"""ETag and 304: a page is the same while what it was made of, the day and the edition of these files are.

The day is part of it, because what is in force depends on it.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from flask import Response, current_app, request

_MADE_OF = (".py", ".html", ".css", ".js")


def edition(folder: Path) -> str:
    """A hash over every file that pages are made with."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in _MADE_OF:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def answer(made_of: object, body: Callable[[], Iterator[str]]) -> Response:
    """The page, or 304 when the browser has it; `made_of` is everything shown, by value or by hash.

    `body` collects what the page needs at once, so that an error still becomes an error page, and then gives
    the text bit by bit.
    """
    tag = _tag(made_of)
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if known else Response(body(), mimetype="text/html")
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "no-cache"
    return response


def _tag(made_of: object) -> str:
    whole = (current_app.config["EDITION"], datetime.now(UTC).date(), request.full_path, made_of)
    return hashlib.sha256(repr(whole).encode()).hexdigest()[:32]
