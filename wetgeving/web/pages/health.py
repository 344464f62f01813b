"""For whom watches over the service: does the process live, can it answer, how much does it do."""

from collections.abc import Callable

from flask import Blueprint, Response, current_app, g, jsonify

from corpus.errors import WetgevingError
from wetgeving.services import Services
from wetgeving.services.errors import NotSignedInError
from wetgeving.web.metrics import CONTENT_TYPE
from wetgeving.web.metrics import metrics as of_this_process
from wetgeving.web.reading import reading
from wetgeving.web.signing_in import at_this_machine

blueprint = Blueprint("health", __name__)


@blueprint.get("/healthz")
def alive() -> Response:
    """The process answers; nothing else is asked."""
    return _fresh(jsonify({"status": "goed"}))


@blueprint.get("/readyz")
@blueprint.get("/gezond")
def health() -> tuple[Response, int]:
    """JSON for a watchdog: 200 when database and index answer, else 503 with the code of what does not."""
    said = {
        "database": _asked(lambda services: services.condition.check_database()),
        "index": _asked(lambda services: services.condition.check_index()),
    }
    healthy = all(answer == "goed" for answer in said.values())
    status = {"status": "goed" if healthy else "niet goed"}
    shown = status | said | {"uitgave": current_app.config["EDITION"]}
    return _fresh(jsonify(shown)), 200 if healthy else 503


@blueprint.get("/metrics")
def metrics() -> Response:
    """Numbers for Prometheus, for who is at this machine or sends a token."""
    if not (at_this_machine() or g.get("by_token")):
        raise NotSignedInError(
            "De metingen zijn voor deze machine of wie een token meestuurt.",
            remedy="Maak een token met `wetgeving token add` en stuur het mee als `Authorization: Bearer`.",
        )
    with reading() as services:
        counts = services.condition.counts()
    return _fresh(Response(of_this_process().text(counts), content_type=CONTENT_TYPE))


def _asked(question: Callable[[Services], object]) -> str:
    try:
        with reading() as services:
            question(services)
    except WetgevingError as error:
        return error.code
    return "goed"


def _fresh(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
