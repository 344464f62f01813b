"""The same over HTTP: everything the pages show as JSON, at `/api/...` (ADR 0007). Only reading; no CORS.

`routes` is the table; this module turns it into addresses. Errors come from `web.errors`, as JSON.
"""

import json
from collections.abc import Callable

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from wetgeving.web import caching
from wetgeving.web.api.answers import JSON, Elsewhere, sent
from wetgeving.web.api.asked import asked, checked_path
from wetgeving.web.api.description import description
from wetgeving.web.api.routes import ROUTES, Route

blueprint = Blueprint("api", __name__)


def _view(route: Route) -> Callable[..., AnyResponse]:
    def view(**path: str) -> AnyResponse:
        checked_path(route.parameters, path)
        answer = route.view(asked(route.parameters, request.args), **path)
        response = redirect(answer.address) if isinstance(answer, Elsewhere) else sent(answer)
        if len(route.media_types) > 1:
            response.headers["Vary"] = "Accept"
        return response

    return view


for _route in ROUTES:
    blueprint.add_url_rule(_route.rule, _route.name, _view(_route), methods=["GET"])


@blueprint.get("/api/openapi.json")
def openapi() -> Response:
    """The description of all of this."""
    return caching.answer("openapi", lambda: json.dumps(description(), ensure_ascii=False), media_type=JSON)


@blueprint.get("/api")
def explanation() -> str:
    """What there is, for people."""
    return render_template("api.html", routes=ROUTES)
