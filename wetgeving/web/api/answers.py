"""Answers of the API: a value that becomes JSON, or a text in the form the client accepts, or a redirect."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from flask import Response

from wetgeving.shapes import Shape
from wetgeving.web import caching

JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answers: made of these values, which decide the ETag; the body is made when needed.

    Without `made_of` the body decides. What other things than the database decide is not `lasting`.
    `file_name` is for a text in another form than JSON.
    """

    body: Callable[[], Shape | bytes]
    made_of: object = None
    fictional: bool = False
    media_type: str = JSON
    file_name: str = ""
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The thing asked for has another address now."""

    address: str


def sent(answer: Answer) -> Response:
    """The answer over HTTP, or 304."""
    made = _serialised(answer.body()) if answer.made_of is None else b""
    response = caching.answer(
        (answer.media_type, answer.made_of, made),
        lambda: made or _serialised(answer.body()),
        fictional=answer.fictional,
        media_type=answer.media_type,
        lasting=answer.lasting,
    )
    if answer.file_name:
        response.headers["Content-Disposition"] = f'inline; filename="{answer.file_name}"'
    return response


def _serialised(value: Shape | bytes) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
