"""The list of works, and one work with its versions, of which two can be chosen to compare."""

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from wetgeving.services.catalogue import ListedVersion
from wetgeving.web.addresses import work_url
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import dated, status

blueprint = Blueprint("works", __name__)


@blueprint.get("/")
def works() -> str:
    """Every work, real ones first."""
    with reading() as services:
        listed = services.catalogue.works()
    real = [w for w in listed if not w.work.fictional]
    fictional = [w for w in listed if w.work.fictional]
    return render_template(
        "works.html", real=real, examples=fictional, partly_fictional=bool(fictional), dated=dated
    )


@blueprint.get("/regelingen/<work>")
def work(work: str) -> str | Response:
    """One work; asked for by another of its identifiers, it redirects."""
    with reading() as services:
        found = services.catalogue.work(work)
        if found.key != work:
            return redirect(work_url(found.key))
        listed = services.catalogue.versions(found.key)
        events = services.catalogue.events(found.key)
    rows = [(v, status(v)) for v in listed]
    return render_template(
        "work.html", work=found, rows=rows, events=events, chosen=_proposed(listed), fictional=found.fictional
    )


def _proposed(listed: tuple[ListedVersion, ...]) -> tuple[str, str]:
    """The two versions that the form proposes: the last one and the one before it with other words."""
    if len(listed) < 2:
        return "", ""
    newest = listed[-1].version
    other = (v.version for v in reversed(listed[:-1]) if v.version.text_hash != newest.text_hash)
    return next(other, listed[-2].version).version, newest.version
