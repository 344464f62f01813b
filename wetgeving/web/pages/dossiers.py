"""The dossiers, one dossier with all that is known of it, and its feed."""

from flask import Blueprint, Response, render_template

from corpus.dossier.facts import DateClaim, Ground
from wetgeving.services.opinion_values import RegisterFilter
from wetgeving.web import commitment_view, feed, opinion_terms
from wetgeving.web.feed_dossier import dossier_feed
from wetgeving.web.ground_view import (
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
        dangling = services.references.dangling_count(number)
        promised = services.commitments.in_view(view)
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
        promised=promised,
        promises=commitment_view,
        advised=advised,
        dangling=dangling,
        terms=opinion_terms,
        fictional=view.dossier.fictional,
    )


@blueprint.get("/dossiers/<number>/feed.atom")
def atom(number: str) -> Response:
    """What happened in a dossier, newest first: its dated events and the texts that were taken in."""
    with reading() as services:
        view = services.dossiers.view(number)
    return feed.answer(dossier_feed(view))
