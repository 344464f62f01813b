"""A line in the log for every request: its number, the template of its address, its status, how long it took.

Never the address itself, the question, who asked or from where. The number goes along with the answer
(`X-Request-Id`), so that someone who reports an error can name the line. Files of the layout and the
questions of watchdogs are only logged when they fail.
"""

import logging
import logging.config
from collections.abc import Callable
from time import perf_counter
from uuid import uuid4

from flask import Flask, Response, current_app, g, request

from wetgeving.log_lines import LOGGING

HEADER = "X-Request-Id"
UNMATCHED = "-"
QUIET = frozenset({"static", "health.alive", "health.health", "health.metrics"})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_LOG = logging.getLogger("wetgeving.request")

Observer = Callable[[str, int, float], None]


def register(app: Flask, observe: Observer) -> None:
    """Log every request, and tell `observe` its route, status and seconds; registered before all else."""
    if not logging.getLogger("wetgeving").handlers:
        logging.config.dictConfig(LOGGING)
    app.extensions["observe"] = observe
    app.before_request(_started)
    app.after_request(_finished)


def route() -> str:
    """The template of the address asked for: from our table, never from the asker."""
    return request.url_rule.rule if request.url_rule is not None else UNMATCHED


def _started() -> None:
    g.request_id, g.started = uuid4().hex[:16], perf_counter()


def _finished(response: Response) -> Response:
    """What is sent bit by bit is done when the last bit was sent."""
    response.headers[HEADER] = g.request_id
    place, method = route(), request.method if request.method in _METHODS else UNMATCHED
    response.call_on_close(_done(place, method, response.status_code))
    return response


def _done(place: str, method: str, status: int) -> Callable[[], None]:
    number, started, quiet = g.request_id, g.started, request.endpoint in QUIET and status < 400
    observe: Observer = current_app.extensions["observe"]

    def done() -> None:
        seconds = perf_counter() - started
        observe(place, status, seconds)
        if not quiet:
            said = {"request": number, "method": method, "route": place, "status": status}
            _LOG.info("request", extra={**said, "ms": round(seconds * 1000)})

    return done
