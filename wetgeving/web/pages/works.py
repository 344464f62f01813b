"""The list of works, and one work with its versions, of which two can be chosen to compare."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from wetgeving.services.catalogue import ListedVersion, ListedWork
from wetgeving.services.dossiers import ListedDossier
from wetgeving.services.validity import Dated, in_force
from wetgeving.web import caching, remembering, shelf
from wetgeving.web.addresses import work_url
from wetgeving.web.ground_view import status_ground
from wetgeving.web.law_of_day_view import LawOfDay, asked_day, law_of_day
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import dated, status

blueprint = Blueprint("works", __name__)


@blueprint.get("/")
def works() -> Response:
    """Every work, real ones first."""
    digest, values = remembering.value("works", _listed)
    return caching.answer(digest, lambda: render_template("works.html", **values))


def _listed() -> tuple[str, dict[str, object]]:
    """What the list shows, and a digest of it: neither is worth making twice."""
    listed = shelf.listed()
    with reading() as services:
        dossiers = services.dossiers.listed(listed)
    return caching.digest((listed, dossiers)), shown(listed, dossiers)


def shown(listed: tuple[ListedWork, ...], dossiers: tuple[ListedDossier, ...]) -> dict[str, object]:
    """What the template of the list gets."""
    with_text = [w for w in listed if w.versions]
    fictional = [w for w in with_text if w.work.fictional]
    return {
        "real": [w for w in with_text if not w.work.fictional],
        "examples": fictional,
        "dossiers": dossiers,
        "said": status_ground,
        "slots": sum(1 for w in listed if not w.versions and not w.work.fictional),
        "partly_fictional": bool(fictional),
        "dated": dated,
    }


@blueprint.get("/regelingen/<work>")
def work(work: str) -> Response:
    """One work; asked for by another of its identifiers, it redirects."""
    with reading() as services:
        found = services.catalogue.work(work)
        if found.key != work:
            return redirect(work_url(found.key))
        listed = services.catalogue.versions(found.key)
        events = services.catalogue.events(found.key)
        papers = services.dossiers.papers_without_text(found, listed)
        validities = [services.validity.of(v) for v in listed]
    made_of = {
        "work": found,
        "events": events,
        "papers": papers,
        "chosen": _proposed(listed),
        "asks_law_of_day": any(d.validity.law_from for d in validities),
        "law_of_day": _law_of_day(validities),
    }
    rows = [(d.listed, status(d.listed, validity=d.validity)) for d in validities]
    return caching.answer(
        (made_of, rows),
        lambda: render_template("work.html", rows=rows, fictional=found.fictional, **made_of),
        fictional=found.fictional,
    )


def _law_of_day(validities: list[Dated]) -> LawOfDay | None:
    """The answer to the form with two dates, when it was asked; a date left empty is today."""
    if "geldig" not in request.args and "bekend" not in request.args:
        return None
    on, known_on = (asked_day(request.args.get(name, "")) for name in ("geldig", "bekend"))
    today = datetime.now(UTC).date()
    return law_of_day(in_force(validities, on=on or today, known_on=known_on or today))


def _proposed(listed: tuple[ListedVersion, ...]) -> tuple[str, str]:
    """The two versions that the form proposes: the last one and the one before it with other words."""
    if len(listed) < 2:
        return "", ""
    newest = listed[-1].version
    other = (v.version for v in reversed(listed[:-1]) if v.version.text_hash != newest.text_hash)
    return next(other, listed[-2].version).version, newest.version
