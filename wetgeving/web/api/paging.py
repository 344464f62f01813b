"""Pages of a list: which part is shown, how many there are, and the addresses of the parts around it."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from flask import request, url_for

from wetgeving.shapes import Shape
from wetgeving.web.api.asked import Asked, Parameter

MOST_PER_PAGE, LAST_PAGE = 200, 100_000

PAGE = Parameter(
    "page",
    f"Welke bladzijde, van 1 tot en met {LAST_PAGE}.",
    {"type": "integer", "minimum": 1, "maximum": LAST_PAGE, "default": 1},
)
PER_PAGE = Parameter(
    "per_page",
    f"Hoeveel op een bladzijde, van 1 tot en met {MOST_PER_PAGE}.",
    {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": 50},
)
T = TypeVar("T")


def page_of(asked: Asked, found: Sequence[T], shape: Callable[[T], Shape]) -> Shape:
    """One page of a list."""
    shown = found[asked.offset : asked.offset + asked.per_page]
    return {"items": [shape(item) for item in shown], **around(asked, len(found))}


def around(asked: Asked, total: int) -> Shape:
    """The total and the pages before and after."""
    last = max(1, -(-total // asked.per_page))
    before = min(asked.page - 1, last) if asked.page > 1 else None
    after = asked.page + 1 if asked.page < last else None
    return {
        "total": total,
        "page": asked.page,
        "per_page": asked.per_page,
        "next": _address(after),
        "prev": _address(before),
    }


def _address(page: int | None) -> str | None:
    if page is None or request.endpoint is None:
        return None
    kept: dict[str, Any] = {**request.args.to_dict(flat=False), "page": page, **(request.view_args or {})}
    return url_for(request.endpoint, **kept)
