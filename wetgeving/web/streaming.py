"""Sending a long page while it is being made: the head leaves before the last article is rendered."""

from collections.abc import Iterator
from itertools import chain

from flask import current_app, stream_with_context

_FIRST, _NEXT = 2_000, 32_000


def streamed(template: str, **context: object) -> Iterator[str]:
    """A rendered template in pieces worth sending; the first is made now, so that its errors get a page."""
    current_app.update_template_context(context)
    pieces = _joined(current_app.jinja_env.get_template(template).generate(context))
    return stream_with_context(chain([next(pieces)], pieces))


def _joined(pieces: Iterator[str]) -> Iterator[str]:
    held: list[str] = []
    length, wanted = 0, _FIRST
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= wanted:
            yield "".join(held)
            held, length, wanted = [], 0, _NEXT
    yield "".join(held)
