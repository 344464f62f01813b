"""Logs as lines of JSON on standard error: what happened, never to whom or with which words.

Only what is written in the source goes into a line: the text of a message without its values, the type of an
error and the lines of code it passed, and the fields of `FIELDS`. So no question, name, address or title gets
into a log by way of an error that quotes it.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

FIELDS = ("request", "method", "route", "status", "ms", "code")
_ADDRESS = " from ip="
_ERRORS = 15
"""So many lines of code of an error: those nearest to where it arose."""


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": str(record.msg).partition(_ADDRESS)[0],
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[1]:
            line["error"], line["at"] = _error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _error(error: BaseException) -> tuple[str, list[str]]:
    """The types of an error and its causes, and where it passed; not what it says."""
    types = [type(error).__name__]
    frames = traceback.extract_tb(error.__traceback__)
    while error.__cause__ is not None and len(types) < _ERRORS:
        error = error.__cause__
        types.append(type(error).__name__)
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-_ERRORS:]]
    return " from ".join(types), places


def _short(file_name: str) -> str:
    """The end of a path: where the program is installed is nobody's concern."""
    return "/".join(file_name.split("/")[-3:])


_TO_STDERR = {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "wetgeving.log_lines.JsonLines"}},
    "handlers": {"stderr": _TO_STDERR},
    "root": {"level": "WARNING", "handlers": []},
    "loggers": {
        "wetgeving": {"level": "INFO", "handlers": ["stderr"]},
        "gunicorn.error": {"level": "WARNING", "handlers": ["stderr"], "propagate": False},
        "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
    },
}
"""For `logging.config.dictConfig`, and for gunicorn, which hands it on."""
