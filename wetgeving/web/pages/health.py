"""Is the service alive: the database answers, the index answers."""

from collections.abc import Callable

from flask import Blueprint, Response, current_app, jsonify

from corpus.errors import WetgevingError
from wetgeving.services import Services
from wetgeving.web.reading import reading

blueprint = Blueprint("health", __name__)


@blueprint.get("/gezond")
def health() -> tuple[Response, int]:
    """JSON for a watchdog: 200 when both answer, else 503 with the code of what does not."""
    said = {"database": _database(), "index": _index()}
    healthy = all(answer == "goed" for answer in said.values())
    status = {"status": "goed" if healthy else "niet goed"}
    return jsonify(status | said | {"uitgave": current_app.config["EDITION"]}), 200 if healthy else 503


def _database() -> str:
    return _asked(lambda services: services.catalogue.works())


def _index() -> str:
    return _asked(lambda services: services.searching.search("artikel 1", {}, limit=1))


def _asked(question: Callable[[Services], object]) -> str:
    try:
        with reading() as services:
            question(services)
    except WetgevingError as error:
        return error.code
    return "goed"
