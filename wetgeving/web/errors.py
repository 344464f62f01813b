"""Error pages: what is wrong, which value, where, what to do; and for what is not there, what is.

The status follows from the error's code. A traceback goes to the log, never to the page.
"""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from corpus.errors import WetgevingError
from corpus.provision import Provision
from wetgeving.services import Services
from wetgeving.services.catalogue import ListedVersion, path_to
from wetgeving.web.addresses import VersionAddress, comparison_url, provision_url, version_url
from wetgeving.web.api import problems
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import version_name

Answer = Response | tuple[str, int]

_STATUS = {
    "not-found": HTTPStatus.NOT_FOUND,
    "unknown-key": HTTPStatus.NOT_FOUND,
    "withdrawn": HTTPStatus.GONE,
    "removed": HTTPStatus.GONE,
    "not-allowed": HTTPStatus.FORBIDDEN,
    "not-signed-in": HTTPStatus.UNAUTHORIZED,
    "openid": HTTPStatus.FORBIDDEN,
    "openid-unreachable": HTTPStatus.SERVICE_UNAVAILABLE,
    "too-many-tries": HTTPStatus.TOO_MANY_REQUESTS,
    "key-taken": HTTPStatus.CONFLICT,
    "missing-detail": HTTPStatus.BAD_REQUEST,
    "invalid-value": HTTPStatus.BAD_REQUEST,
    "fictional-comparison": HTTPStatus.CONFLICT,
    "not-acceptable": HTTPStatus.NOT_ACCEPTABLE,
    "not-exportable": HTTPStatus.NOT_ACCEPTABLE,
    "query": HTTPStatus.BAD_REQUEST,
    "ambiguous-identifier": HTTPStatus.BAD_REQUEST,
    "database-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "database-unreachable": HTTPStatus.SERVICE_UNAVAILABLE,
    "database-not-migrated": HTTPStatus.SERVICE_UNAVAILABLE,
    "index-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "index-unreadable": HTTPStatus.SERVICE_UNAVAILABLE,
}
_UNREADABLE = (
    "unknown-format", "unsupported-version", "empty", "not-well-formed", "error-document", "no-law",
    "history-only", "metadata-only", "too-large", "too-slow", "undecodable", "encrypted", "broken-package",
    "macro", "no-text", "no-cut-line", "no-opinion", "no-table",
)  # fmt: skip
_STATUS |= dict.fromkeys(_UNREADABLE, HTTPStatus.UNPROCESSABLE_ENTITY)
"""What someone sends and no reader can take is a fault of the request, not of the program."""
_HTTP = {
    404: WetgevingError("Deze pagina bestaat niet.", remedy="Ga naar de lijst van regelingen, of zoek."),
    405: WetgevingError("Dit adres kan alleen worden gelezen.", remedy="Open het met een gewone verwijzing."),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that does exist: an address and what it is called."""

    url: str
    name: str


def register(app: Flask) -> None:
    """Turn every error into a page."""
    app.register_error_handler(WetgevingError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unforeseen)


def status(error: WetgevingError) -> int:
    """The HTTP status of an error."""
    return _STATUS.get(error.code, HTTPStatus.INTERNAL_SERVER_ERROR)


def _known(error: WetgevingError) -> Answer:
    code = status(error)
    if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        current_app.logger.error("request failed", extra={"code": error.code})
    if problems.wanted():
        return problems.response(error, code)
    heading, found = _what_exists() if code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE) else ("", [])
    return _page(error, code, heading, found)


def _http(error: HTTPException) -> Answer:
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if problems.wanted():
        answer = problems.response(problems.http_error(code, error.name), code)
    else:
        shown = _HTTP.get(code) or WetgevingError("Dit verzoek kan niet worden beantwoord.", value=error.name)
        answer = current_app.make_response(_page(shown, code))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.headers["Allow"] = ", ".join(sorted(error.valid_methods))
    return answer


def _unforeseen(error: Exception) -> Answer:
    current_app.logger.exception("unforeseen error", exc_info=error)
    shown = WetgevingError(
        "Er ging iets mis dat niet had mogen gebeuren.",
        remedy="Het staat in het logboek van de dienst. Probeer het opnieuw, of meld het de beheerder.",
    )
    if problems.wanted():
        return problems.response(shown, HTTPStatus.INTERNAL_SERVER_ERROR)
    return _page(shown, HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(
    error: WetgevingError, code: int, heading: str = "", found: list[Suggestion] | None = None
) -> tuple[str, int]:
    shown = {"error": error, "code": int(code), "heading": heading, "suggestions": found or []}
    return render_template("error.html", **shown), code


def _what_exists() -> tuple[str, list[Suggestion]]:
    """For a work, version or provision that is not there: what of the address does exist."""
    asked = request.view_args or {}
    keys = [asked[name] for name in ("old", "new") if name in asked]
    work = asked.get("work") or next((VersionAddress.of(k).work for k in keys if "@" in k), None)
    if work is None:
        return "", []
    try:
        with reading() as services:
            if "change" in asked and all(services.catalogue.version(key) for key in keys):
                return "Wat er wel is:", [Suggestion(comparison_url(*keys), "de hele vergelijking")]
            return _near(services, work, asked.get("moment", ""), asked.get("eid", ""))
    except WetgevingError:  # the suggestion is a service; the error itself is what is shown
        return "", []


def _near(services: Services, work: str, moment: str, eid: str) -> tuple[str, list[Suggestion]]:
    versions = services.catalogue.versions(work)
    asked = next((v for v in versions if v.version.version.endswith(f"@{moment}")), None)
    if asked is None or not eid:
        named = [Suggestion(version_url(v.version.version), version_name(v)) for v in versions]
        return "Van deze regeling zijn er wel deze versies:", named
    keys = (asked.version.version, asked.previous, asked.next)
    listed = {v.version.version: v for v in versions}
    found = [s for key in keys if key for s in _around(services, listed[key], eid)]
    return "Wat er wel is:", found


def _around(services: Services, listed: ListedVersion, eid: str) -> list[Suggestion]:
    """The version itself, and in it the provision or the nearest one around it."""
    key = listed.version.version
    provisions = services.catalogue.text(key).provisions
    path = _nearest(provisions, eid)
    found = [Suggestion(version_url(key), f"de hele {version_name(listed)}")]
    if path:
        name = services.catalogue.provision(key, path[-1].eid).label
        found.append(Suggestion(provision_url(key, path[-1].eid), f"{name} in de {version_name(listed)}"))
    return found


def _nearest(provisions: tuple[Provision, ...], eid: str) -> tuple[Provision, ...]:
    while eid:
        if path := path_to(provisions, eid):
            return path
        eid = eid.rpartition("__")[0]
    return ()
