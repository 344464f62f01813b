"""Atom feeds (RFC 4287): what happened, newest first. The time of a feed is that of its newest entry."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Response, render_template, request

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; `id` is an address that never changes its meaning."""

    id: str
    title: str
    updated: datetime
    link: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed over the page at `link`."""

    title: str
    link: str
    entries: tuple[Entry, ...]
    fictional: bool = False

    @property
    def updated(self) -> datetime:
        """The time of the newest entry."""
        return max((entry.updated for entry in self.entries), default=_EPOCH)


def answer(shown: Feed) -> Response:
    """The feed as Atom, with an ETag over its bytes."""
    body = render_template("feed.atom", feed=shown, address=request.base_url)
    response = Response(body, mimetype="application/atom+xml")
    response.add_etag()
    response.make_conditional(request)
    return response
