"""Errors of the API: the same keys as on the command line, with the status that belongs to the code."""

import json
from http import HTTPStatus

from flask import Response, request

from corpus.errors import WetgevingError
from wetgeving import shapes

PREFIX = "/api/"


class NotAcceptableError(WetgevingError):
    """None of the forms the client accepts can be made."""

    code = "not-acceptable"


class NoSuchAddressError(WetgevingError):
    """The API has no such address."""

    code = "not-found"


class MethodNotAllowedError(WetgevingError):
    """The API can only be read."""

    code = "method-not-allowed"


_HTTP: dict[int, WetgevingError] = {
    404: NoSuchAddressError("Dit adres bestaat niet.", remedy="De adressen staan op /api."),
    405: MethodNotAllowedError("Dit adres kan alleen worden gelezen.", remedy="Gebruik GET of HEAD."),
}


def wanted() -> bool:
    """Is an error at this address to be told as JSON?"""
    return request.path.startswith(PREFIX)


def http_error(code: int, name: str) -> WetgevingError:
    """The error for a status that Flask itself gives."""
    return _HTTP.get(code) or WetgevingError("Dit verzoek kan niet worden beantwoord.", value=name)


def response(error: WetgevingError, status: int) -> Response:
    """The error as JSON."""
    body = json.dumps({"error": shapes.error(error)}, ensure_ascii=False)
    answer = Response(body, status=HTTPStatus(status), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-store"
    return answer
