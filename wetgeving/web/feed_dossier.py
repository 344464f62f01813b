"""The feed of a dossier: its dated events, and the texts that were taken in with what changed in them."""

from datetime import UTC, datetime, time

from flask import url_for
from markupsafe import Markup

from corpus.dossier.facts import Event, EventState
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.dossiers import DossierView, latest
from wetgeving.web.dutch import capital
from wetgeving.web.feed import Entry, Feed
from wetgeving.web.ground_view import EVENT_STATES, shown_ground
from wetgeving.web.standing_view import version_name

_CHANGED = Markup('<p><a href="{}">Wat veranderde sinds de vorige versie</a></p>')


def dossier_feed(view: DossierView) -> Feed:
    """All that happened, newest first; what is expected has not happened."""
    address = url_for("dossiers.dossier", number=view.dossier.number, _external=True)
    entries = sorted(_entries(view, address), key=lambda e: (e.updated, e.id), reverse=True)
    title = f"Dossier {view.dossier.number}: {view.dossier.title}"
    return Feed(title, address, tuple(entries), fictional=view.dossier.fictional)


def _entries(view: DossierView, address: str) -> list[Entry]:
    happened = [
        Entry(
            id=f"{address}#{event.key}",
            title=_title(event),
            updated=datetime.combine(day, time.min, UTC),
            link=f"{address}#{event.key}",
            summary=_certainty(event, view),
        )
        for event in view.facts.events
        if (day := latest(event.dates)) and event.state is not EventState.EXPECTED
    ]
    return happened + [_text_entry(*text, address) for text in _texts(view)]


def _title(event: Event) -> str:
    state = EVENT_STATES[event.state]
    return f"{event.what} ({state})" if state and state not in event.what.lower() else event.what


def _certainty(event: Event, view: DossierView) -> str:
    ground = shown_ground(event.ground, view.facts.sources)
    sources = ", ".join(source.title for source in ground.sources)
    return ": ".join(filter(None, (ground.words, sources)))


def _texts(view: DossierView) -> list[tuple[ListedVersion, str, datetime]]:
    """Every text of the dossier, what it is called, and when it was first taken in."""
    found = {}
    for track in view.tracks:
        for row in track.rows:
            for listed in (*row.versions, *(v for slot in row.slots for v in slot.versions)):
                at = min((s.retrieved_at for s in listed.version.sources), default=None)
                if at is not None:
                    name = f"{track.work.short_title or track.work.key}: {listed.stage_term}"
                    found[listed.version.version] = (listed, name, at)
    return list(found.values())


def _text_entry(listed: ListedVersion, name: str, at: datetime, address: str) -> Entry:
    key, before = listed.version.version, listed.previous
    work, _, moment = key.partition("@")
    compared = before and url_for("comparing.comparison", old=before, new=key, _external=True)
    return Entry(
        id=f"{address}#{key}",
        title=f"Tekst opgenomen: {name}",
        updated=at,
        link=url_for("versions.version", work=work, moment=moment, _external=True),
        summary=f"{capital(version_name(listed))}.",
        content=str(_CHANGED.format(compared)) if compared else "",
    )
