"""Atom feeds (RFC 4287): what happened, newest first. The time of a feed is that of its newest entry.

Whether a reader has it already is told by the ETag alone: an entry can go (a version that was withdrawn) or
come with an older time (a dossier that was opened), and a time does not show that. `Last-Modified` is told,
not gone by. An identifier that must outlive addresses is made of values by `lasting_id`.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5

from flask import Response, render_template, request

from wetgeving.web import remembering
from wetgeving.web.caching import digest

MEDIA_TYPE = "application/atom+xml"
MOST_ENTRIES = 100
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OURS = UUID("5a0f7d3c-2f2e-5e0b-9c63-0c1f4b7de9a1")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, section 2.2; it is shown as the sign for what cannot be shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened; `id` never changes its meaning, `content` is HTML as text."""

    id: str
    title: str
    updated: datetime
    link: str
    summary: str
    content: str = ""
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed over the page at `link`; its own address names it, unless an `id` does."""

    title: str
    link: str
    entries: tuple[Entry, ...]
    fictional: bool = False
    id: str = ""
    subtitle: str = ""

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The newest entries."""
        return self.entries[:MOST_ENTRIES]

    @property
    def updated(self) -> datetime:
        """The time of the newest entry."""
        return max((entry.updated for entry in self.entries), default=_EPOCH)


def lasting_id(*made_of: str) -> str:
    """An identifier that is the same for the same values, wherever and under whatever address it is asked."""
    return uuid5(_OURS, "\x1f".join(made_of)).urn


def answer(shown: Feed, *, address: str = "", lasting: bool = True) -> Response:
    """The feed as Atom, or 304; what does not come from the database alone is not `lasting`."""
    body = _NO_XML.sub("\ufffd", render_template("feed.xml", feed=shown, address=address or request.base_url))
    tag = digest(body)
    known = request.if_none_match.contains_weak(tag)
    response = Response(status=304) if known else Response(body, mimetype=MEDIA_TYPE)
    response.set_etag(tag)
    response.last_modified = shown.updated
    response.headers["Cache-Control"] = "no-cache"
    if shown.fictional or any(entry.fictional for entry in shown.shown):
        response.headers["X-Robots-Tag"] = "noindex"
    if lasting:
        remembering.remember()
    return response
