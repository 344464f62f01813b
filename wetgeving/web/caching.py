"""ETag and 304: an answer is the same while what it was made of, the day and the edition of the program are.

The day is part of it, because what is in force depends on it; and who asks, whose name and rights it shows.
The body is only made when it is sent, and is then remembered (`remembering`) while nothing is committed.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from flask import Response, current_app, request

from wetgeving.web import remembering
from wetgeving.web.reading import viewer

_MADE_OF = (".py", ".html", ".css", ".js", ".toml")

Body = Callable[[], Iterable[str] | str | bytes]


def edition(*folders: Path) -> str:
    """A hash over every file that pages are made with."""
    made_with = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in _MADE_OF:
                made_with.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return made_with.hexdigest()[:16]


def answer(
    made_of: object,
    body: Body,
    *,
    media_type: str = "text/html",
    fictional: bool = False,
    lasting: bool = True,
) -> Response:
    """The answer, or 304 when it is known already; `made_of` is everything shown, by value or by hash.

    `body` collects what the page needs at once, so that an error still becomes an error page, and then gives
    the text at once or bit by bit. Fictional text is not for search engines. What does not come from the
    database alone is not `lasting`, and is made anew every time.
    """
    tag = _tag(made_of)
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if known else Response(body(), mimetype=media_type)
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "no-cache"
    if fictional:
        response.headers["X-Robots-Tag"] = "noindex"
    if lasting:
        remembering.remember()
    return response


def digest(made_of: object) -> str:
    """Values as one short text that is another for other values."""
    return hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]


def _tag(made_of: object) -> str:
    today = datetime.now(UTC).date()
    return digest((current_app.config["EDITION"], today, request.full_path, made_of, viewer()))
