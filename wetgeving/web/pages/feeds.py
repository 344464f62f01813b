"""What can be followed beside a dossier: a search, one provision, one opinion. Each is an Atom feed.

A saved search is its address and needs no account; who lost the address lost nothing of what is stored.
"""

from flask import Blueprint, Response, url_for

from wetgeving.services.following import MOST_STEPS
from wetgeving.services.saved_search import SavedSearch
from wetgeving.web import feed
from wetgeving.web.asked_search import beside_search, index_of, saved_search
from wetgeving.web.dutch import capital
from wetgeving.web.feed_opinion import opinion_feed
from wetgeving.web.feed_words import entry
from wetgeving.web.reading import reading

blueprint = Blueprint("feeds", __name__)


@blueprint.get("/zoeken.atom")
def found() -> Response:
    """What is new of what answers a search, by when it was taken in; the index is not in the database."""
    wanted = saved_search()
    with reading() as services:
        steps = services.following.search(index_of(services, wanted), wanted)
    about = _named(wanted)
    shown = feed.Feed(
        title=f"Zoeken{' in wijzigingen' if wanted.changes else ''}: {wanted.query}",
        link=beside_search("searching.search", whole=True),
        entries=tuple(entry(step, about=about) for step in steps),
        fictional=bool(steps) and all(step.work.fictional for step in steps),
        subtitle=f"Bewaarde zoekvraag: de {MOST_STEPS} laatste versies waarin iets van wat gevonden wordt "
        "nieuw is of is gewijzigd, naar het moment van opnemen.",
    )
    return feed.answer(shown, address=beside_search("feeds.found", whole=True), lasting=False)


@blueprint.get("/regelingen/<work>/<moment>/<eid>/feed.atom")
def provision(work: str, moment: str, eid: str) -> Response:
    """Every step in which this provision changed, also under another number."""
    key = f"{work}@{moment}"
    with reading() as services:
        cited = services.catalogue.provision(key, eid)
        of = services.catalogue.work(cited.version.work)
        steps = services.following.provision(key, eid)
    about = f"provision {of.key} {cited.version.sequence} {eid}"
    shown = feed.Feed(
        title=f"{capital(cited.label)}, {of.short_title or of.title or of.key}",
        link=url_for("provision_history.history", work=work, moment=moment, eid=eid, _external=True),
        entries=tuple(entry(step, about=about) for step in steps),
        fictional=of.fictional,
        id=feed.lasting_id(about),
        subtitle="Elke stap waarin deze bepaling is gewijzigd, ook onder een ander nummer.",
    )
    return feed.answer(shown)


@blueprint.get("/adviezen/nummer/<path:number>/feed.atom")
def opinion(number: str) -> Response:
    """What happened to an opinion: its dates, its texts, and what was said of its points."""
    return feed.answer(opinion_feed(number))


def _named(wanted: SavedSearch) -> str:
    """A search as a text, the same for the same search in whatever order it is asked."""
    filters = sorted((facet, sorted(values)) for facet, values in wanted.filters.items())
    return repr(("search", wanted.query, filters, wanted.changes, wanted.examples))
