"""Addresses of pages (ADR 0003): version keys taken apart and put together, and the links between pages.

Addresses are built here and nowhere else; a template never glues one.
"""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from flask import url_for

from wetgeving.services.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class VersionAddress:
    """A version key in the two parts that its address has."""

    work: str
    moment: str

    @classmethod
    def of(cls, key: str) -> "VersionAddress":
        """Take `WORK@stage-date[-n]` apart; `InvalidValueError` when it has another form."""
        work, separator, moment = key.partition("@")
        if not (work and separator and moment) or "/" in key:
            raise InvalidValueError(
                "Dit is geen kenmerk van een versie.",
                value=key[:120],
                remedy="Een versie heet regeling@fase-datum, bijvoorbeeld WET-A@consolidated-2031-01-01.",
            )
        return cls(work, moment)

    @classmethod
    def checked(cls, key: str) -> str:
        """The same key, when it has the form of one."""
        cls.of(key)
        return key


def work_url(work: str) -> str:
    """The page of a work."""
    return url_for("works.work", work=work)


def version_url(key: str, *, part: str | None = None, anchor: str | None = None) -> str:
    """The page of a version, or of the part of it that begins at `part`."""
    at = VersionAddress.of(key)
    return url_for("versions.version", work=at.work, moment=at.moment, deel=part, _anchor=anchor)


def export_url(key: str, ending: str, eid: str = "") -> str:
    """A version, or a provision of it, as a file: `akn.xml`, `html` or `txt`."""
    at = VersionAddress.of(key)
    if eid:
        return url_for("exporting.provision", work=at.work, moment=at.moment, eid=eid, ending=ending)
    return url_for("exporting.version", work=at.work, moment=at.moment, ending=ending)


def provision_url(key: str, eid: str) -> str:
    """The permalink of one provision."""
    at = VersionAddress.of(key)
    return url_for("versions.provision", work=at.work, moment=at.moment, eid=eid)


def history_url(key: str, eid: str) -> str:
    """The history of one provision over all versions."""
    at = VersionAddress.of(key)
    return url_for("provision_history.history", work=at.work, moment=at.moment, eid=eid)


def comparison_url(old: str, new: str, *, anchor: str | None = None, **query: str | None) -> str:
    """The comparison of two versions; `query` holds `weergave`, `zoek` and `soort`."""
    given: dict[str, Any] = {name: value for name, value in query.items() if value}
    return url_for("comparing.comparison", old=old, new=new, _anchor=anchor, **given)


def source_url(sha256: str) -> str:
    """The source file as it was taken in."""
    return url_for("sources.source", sha256=sha256)


def anchor(eid: str) -> str:
    """A link to a provision inside the page at hand."""
    return f"#{quote(eid, safe='~-_.')}"
