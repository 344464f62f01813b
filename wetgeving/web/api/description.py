"""The OpenAPI 3.1 description, made from the table of routes and nothing else."""

from wetgeving.web.api.answers import JSON
from wetgeving.web.api.asked import Parameter, Schema
from wetgeving.web.api.routes import ROUTES, Route
from wetgeving.web.api.schemas import SCHEMAS, ref

VERSION = "1.0.0"
_SAYS = {
    302: "Het adres is veranderd: dezelfde zaak heeft nu een andere sleutel.",
    304: "Niet veranderd sinds de ETag die is meegegeven.",
    400: "Er is iets gevraagd dat niet kan; `remedy` zegt wat wel.",
    404: "Niet opgenomen.",
    406: "Geen van de gevraagde vormen kan worden gegeven.",
    409: "Een fictieve voorbeeldtekst wordt niet met een echte tekst vergeleken.",
    410: "Ingetrokken of verwijderd; de reden staat erbij.",
    503: "De database of de index antwoordt niet.",
}


def description() -> Schema:
    """The whole description."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "wetgeving",
            "version": VERSION,
            "description": "Alles wat de pagina's tonen, als JSON. Alleen lezen; datums zijn ISO 8601.",
        },
        "paths": {route.path: {"get": _operation(route)} for route in ROUTES},
        "components": {"schemas": SCHEMAS},
    }


def _operation(route: Route) -> Schema:
    return {
        "operationId": route.name,
        "summary": route.summary,
        "parameters": [_parameter(p) for p in route.parameters],
        "responses": {
            "200": {"description": route.summary, "content": _content(route)},
            **({"302": {"description": _SAYS[302]}} if route.moves else {}),
            "304": {"description": _SAYS[304]},
            **{str(code): _error(code) for code in (*route.errors, 503)},
        },
    }


def _content(route: Route) -> Schema:
    shapes = {JSON: {"schema": ref(route.schema)}}
    return {name: shapes.get(name, {"schema": {"type": "string"}}) for name in route.media_types}


def _error(code: int) -> Schema:
    return {"description": _SAYS[code], "content": {JSON: {"schema": ref("Error")}}}


def _parameter(parameter: Parameter) -> Schema:
    shown = {
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.says,
        "required": parameter.required,
        "schema": parameter.schema,
    }
    return {**shown, **({"example": parameter.example} if parameter.example else {})}
