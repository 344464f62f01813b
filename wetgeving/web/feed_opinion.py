"""The feed of an opinion: its dates, its texts, what it was held against, and what was said of its points.

Known by its number, so that it can be followed before its text is there and keeps its address after. Who said
what of a point is not in a feed, as it is not on the page for who only reads.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from flask import url_for

from wetgeving.services import Services
from wetgeving.services.following import taken_in
from wetgeving.services.opinion_values import KnownDate, Ledger
from wetgeving.web import opinion_terms
from wetgeving.web.addresses import VersionAddress, permanent_url
from wetgeving.web.comparison_pins import pin
from wetgeving.web.dutch import counted
from wetgeving.web.feed import Entry, Feed, lasting_id
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import version_name

_DATES = {
    "pending": "Adviesaanvraag aanhangig gemaakt",
    "adopted": "Advies vastgesteld",
    "published": "Advies openbaar gemaakt",
    "nader_rapport": "Nader rapport vastgesteld",
}


def opinion_feed(number: str) -> Feed:
    """All that is known to have happened to the opinion with this number, newest first."""
    about = f"opinion {number}"
    page = url_for("opinions.numbered", number=number, _external=True)
    with reading() as services:
        ledger = services.opinions.numbered(number)
        found = [
            *_dated(ledger, about, page),
            *_texts(services, ledger, about),
            *_held_against(services, ledger, about),
            *_judged(ledger, about, page),
        ]
    entries = tuple(sorted(found, key=lambda entry: (entry.updated, entry.id), reverse=True))
    title = f"Advies {number}: {ledger.entry.subject or ledger.entry.title}"
    return Feed(title, page, entries, fictional=ledger.entry.fictional, id=lasting_id(about))


def _dated(ledger: Ledger, about: str, page: str) -> Iterator[Entry]:
    """The days that are given for it; two sources that differ are two entries."""
    for name, happened in _DATES.items():
        known: KnownDate = getattr(ledger.entry.dates, name)
        for day in dict.fromkeys(claim.day for claim in known.claims):
            sources = ", ".join(claim.source.title for claim in known.claims if claim.day == day)
            id_ = lasting_id(about, name, day.isoformat())
            yield Entry(id_, happened, _midnight(day), page, f"Volgens {sources}.")


def _texts(services: Services, ledger: Ledger, about: str) -> Iterator[Entry]:
    if not ledger.entry.text_available:
        return
    for listed in services.catalogue.versions(ledger.entry.work):
        version, at = listed.version, VersionAddress.of(listed.version.version)
        yield Entry(
            id=lasting_id(about, "text", str(version.sequence), taken_in(version).isoformat()),
            title=f"Tekst opgenomen: {version_name(listed)}",
            updated=taken_in(version),
            link=url_for("versions.version", work=at.work, moment=at.moment, _external=True),
            summary=f"{counted(ledger.entry.counts.points, 'punt', 'punten')}.",
        )


def _held_against(services: Services, ledger: Ledger, about: str) -> Iterator[Entry]:
    """That both texts are at hand, so that what changed after the opinion can be seen."""
    keys = ledger.entry.advised_version, ledger.entry.next_version
    if not all(keys):
        return
    old, new = (services.catalogue.version(key).version for key in keys)
    loose = counted(len(ledger.unexplained.changes), "wijziging", "wijzigingen")
    pinned = pin(old, new)
    yield Entry(
        id=lasting_id(about, "held", *(f"{v.work} {v.sequence} {taken_in(v)}" for v in (old, new))),
        title="De tekst na het advies is vergeleken met die waarover is geadviseerd",
        updated=max(taken_in(old), taken_in(new)),
        link=permanent_url(old.version, new.version, pinned, whole=True),
        summary=f"{loose} zonder gevonden verklaring.",
    )


def _judged(ledger: Ledger, about: str, page: str) -> Iterator[Entry]:
    for row in ledger.rows:
        for said in row.judgements:
            yield Entry(
                id=lasting_id(about, "judged", row.point.label, said.at.isoformat()),
                title=f"Punt {row.point.label}: opvolging vastgesteld, {opinion_terms.outcome(said.outcome)}",
                updated=said.at,
                link=page,
                summary=said.reason,
            )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
