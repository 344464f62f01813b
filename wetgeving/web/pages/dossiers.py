"""The dossiers, one dossier with all that is known of it, and its feed."""

from datetime import UTC, datetime, time

from flask import Blueprint, Response, render_template, url_for

from corpus.dossier.facts import DateClaim, Event, EventState, Ground
from wetgeving.services.dossiers import DossierView, latest
from wetgeving.services.opinion_values import RegisterFilter
from wetgeving.web import feed, opinion_terms
from wetgeving.web.ground_view import (
    COMMITMENT_STATES,
    EVENT_STATES,
    ShownDate,
    ShownGround,
    shown_dates,
    shown_ground,
    status_ground,
)
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import status

blueprint = Blueprint("dossiers", __name__)


@blueprint.get("/dossiers")
def dossiers() -> str:
    """Every dossier, real ones first."""
    with reading() as services:
        listed = services.dossiers.listed()
    return render_template(
        "dossiers.html",
        listed=listed,
        said=status_ground,
        partly_fictional=any(x.dossier.fictional for x in listed),
    )


@blueprint.get("/dossiers/<number>")
def dossier(number: str) -> str:
    """One dossier."""
    with reading() as services:
        view = services.dossiers.view(number)
        advised = services.opinions.register(RegisterFilter(dossier=number))
    sources = view.facts.sources

    def said(ground: Ground) -> ShownGround:
        return shown_ground(ground, sources)

    def dated(claims: tuple[DateClaim, ...]) -> tuple[ShownDate, ...]:
        return shown_dates(claims, sources)

    return render_template(
        "dossier.html",
        view=view,
        facts=view.facts,
        said=said,
        dated=dated,
        standing=status,
        actors={actor.key: actor for actor in view.facts.actors},
        papers={slot.paper.key: slot for slot in view.slots},
        event_states=EVENT_STATES,
        commitment_states=COMMITMENT_STATES,
        advised=advised,
        terms=opinion_terms,
        fictional=view.dossier.fictional,
    )


@blueprint.get("/dossiers/<number>/feed.atom")
def atom(number: str) -> Response:
    """What happened in a dossier, newest first: its dated events and the texts that were taken in."""
    with reading() as services:
        view = services.dossiers.view(number)
    address = url_for("dossiers.dossier", number=number, _external=True)
    entries = sorted(_entries(view, address), key=lambda e: (e.updated, e.id), reverse=True)
    title = f"Dossier {view.dossier.number}: {view.dossier.title}"
    return feed.answer(feed.Feed(title, address, tuple(entries), fictional=view.dossier.fictional))


def _entries(view: DossierView, address: str) -> list[feed.Entry]:
    happened = [
        feed.Entry(
            id=f"{address}#{event.key}",
            title=_title(event),
            updated=datetime.combine(day, time.min, UTC),
            link=f"{address}#{event.key}",
            summary=_certainty(event, view),
        )
        for event in view.facts.events
        if (day := latest(event.dates)) and event.state is not EventState.EXPECTED
    ]
    return happened + [_text_entry(slot_version, address) for slot_version in _versions(view)]


def _title(event: Event) -> str:
    state = EVENT_STATES[event.state]
    return f"{event.what} ({state})" if state and state not in event.what.lower() else event.what


def _certainty(event: Event, view: DossierView) -> str:
    ground = shown_ground(event.ground, view.facts.sources)
    sources = ", ".join(source.title for source in ground.sources)
    return ": ".join(filter(None, (ground.words, sources)))


def _versions(view: DossierView) -> list[tuple[str, str, datetime]]:
    """Key, name and time of the first taking in of every text of the dossier."""
    found = {}
    for track in view.tracks:
        for row in track.rows:
            for listed in (*row.versions, *(v for slot in row.slots for v in slot.versions)):
                at = min((s.retrieved_at for s in listed.version.sources), default=None)
                if at is not None:
                    name = f"{track.work.short_title or track.work.key}: {listed.stage_term}"
                    found[listed.version.version] = (listed.version.version, name, at)
    return list(found.values())


def _text_entry(version: tuple[str, str, datetime], address: str) -> feed.Entry:
    key, name, at = version
    work, _, moment = key.partition("@")
    link = url_for("versions.version", work=work, moment=moment, _external=True)
    return feed.Entry(f"{address}#{key}", f"Tekst opgenomen: {name}", at, link, "")
