"""A text of one's own compared with a stored version: sent, read, shown, and gone.

The right to read is enough, for nothing is stored: not in the database, the index, the memory of pages or
earlier comparisons, and not in a browser (`no-store`). It costs work, so that it may not be done too often.
"""

from time import monotonic
from typing import cast

from flask import Blueprint, Response, current_app, render_template, request

from wetgeving.services.errors import InvalidValueError, MissingDetailError
from wetgeving.services.own_text import OwnComparison
from wetgeving.web import comparison_own_view
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.pacing import Pace
from wetgeving.web.pages.uploading import MAX_BYTES
from wetgeving.web.reading import reading
from wetgeving.web.synopsis_view import offers

blueprint = Blueprint("comparing_own", __name__)

PASTED, MOST_PASTED = "geplakte tekst", 2_000_000
OLD, NEW = "oud", "nieuw"


@blueprint.get("/vergelijken/eigen-tekst")
def choose() -> str:
    """The form: a file or pasted text, and the version to lay it beside."""
    chosen = request.args.get("versie", "")
    with reading() as services:
        if chosen:
            chosen = services.catalogue.version(VersionAddress.checked(chosen)).version.version
        offered = offers(services.catalogue.shelf(), ())
    return render_template(
        "own_text.html",
        offered=offered,
        chosen=chosen,
        most=MAX_BYTES,
        partly_fictional=any(offer.fictional for offer in offered),
    )


@blueprint.post("/vergelijken/eigen-tekst")
def compared() -> Response:
    """The comparison, made for this answer only."""
    _require_pace()
    content, name = _sent()
    version = VersionAddress.checked(request.form.get("versie", ""))
    own_is_old = _side() == OLD
    with reading() as services:
        found = services.own_texts.compare(content, name, version=version, own_is_old=own_is_old)
    return _answer(found)


def _answer(found: OwnComparison) -> Response:
    page = render_template("comparison_own.html", **comparison_own_view.shown(found))
    response = Response(page, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _require_pace() -> None:
    pace = cast(Pace, current_app.extensions["own-text-pace"])
    address, now = request.remote_addr or "", monotonic()
    pace.require(address, now)
    pace.failed(address, now)


def _sent() -> tuple[bytes, str]:
    """What was sent and what it is called: the file, else what was pasted."""
    sent = request.files.get("bestand")
    if sent is not None and sent.filename:
        return _bounded(sent.read(MAX_BYTES + 1), MAX_BYTES), sent.filename
    pasted = request.form.get("tekst", "").strip()
    if not pasted:
        raise MissingDetailError(
            "Er is geen bestand gekozen en geen tekst geplakt.",
            remedy="Kies een bestand of plak een tekst, en probeer het opnieuw.",
        )
    return _bounded(pasted.replace("\r\n", "\n").encode(), MOST_PASTED), PASTED


def _bounded(content: bytes, most: int) -> bytes:
    if len(content) > most:
        raise InvalidValueError(
            "De tekst is te groot voor deze pagina.",
            value=f"meer dan {most} bytes",
            remedy="Vergelijk haar met `wetgeving compare`.",
        )
    return content


def _side() -> str:
    side = request.form.get("kant") or NEW
    if side not in (OLD, NEW):
        raise InvalidValueError(
            "Dit is geen kant van een vergelijking.", value=side[:120], remedy=f"Kies {OLD} of {NEW}."
        )
    return side
