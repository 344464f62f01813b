"""What a request asks: parameters checked against the table of routes, and nothing let through unseen.

A name that a route does not know is an error, not a filter that quietly does nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from wetgeving.services.errors import InvalidValueError

Schema = dict[str, Any]
_UNWANTED = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a route: its place (`path` or `query`), its JSON schema, and what it means."""

    name: str
    says: str
    schema: Schema
    place: str = "query"
    required: bool = False
    example: str = ""

    @property
    def repeats(self) -> bool:
        """May it be given more than once?"""
        return self.schema.get("type") == "array"


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of one request, checked."""

    values: Mapping[str, tuple[str, ...]]
    page: int = 1
    per_page: int = 50

    def one(self, name: str) -> str:
        """The value of a parameter that is given once, or ""."""
        return next(iter(self.values.get(name, ())), "")

    def many(self, name: str) -> tuple[str, ...]:
        """The values of a parameter that may repeat."""
        return self.values.get(name, ())

    def day(self, name: str) -> date | None:
        """A date, or None when it is not given; `InvalidValueError` for a day that is not in the calendar."""
        value = self.one(name)
        if not value:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise InvalidValueError(
                "Deze dag bestaat niet.", value=value, where=name, remedy="Schrijf 2031-01-31."
            ) from error

    @property
    def offset(self) -> int:
        """How many items come before this page."""
        return (self.page - 1) * self.per_page

    @property
    def examples(self) -> bool:
        """Are fictional texts wanted too?"""
        return self.one("examples") == "1"


def asked(parameters: tuple[Parameter, ...], given: MultiDict[str, str]) -> Asked:
    """Check what was given; `InvalidValueError` for what the route does not know or allow."""
    known = {p.name: p for p in parameters if p.place == "query"}
    values: dict[str, tuple[str, ...]] = {}
    for name, found in given.lists():
        if name not in known:
            remedy = f"Dit adres kent: {', '.join(known) or 'geen parameters'}."
            raise InvalidValueError("Deze parameter bestaat hier niet.", value=name[:80], remedy=remedy)
        values[name] = tuple(dict.fromkeys(_checked(known[name], found)))
    for parameter in known.values():
        if parameter.required and parameter.name not in values:
            raise InvalidValueError("Deze parameter ontbreekt.", value=parameter.name, remedy=parameter.says)
    numbers = {name: int(values[name][0]) for name in ("page", "per_page") if name in values}
    return Asked(values, **numbers)


def checked_path(parameters: tuple[Parameter, ...], given: Mapping[str, str]) -> None:
    """Refuse a part of the address that no key can be."""
    for parameter in parameters:
        if parameter.place == "path":
            _fits(parameter, parameter.schema, given[parameter.name])


def _checked(parameter: Parameter, found: list[str]) -> list[str]:
    if len(found) > 1 and not parameter.repeats:
        raise InvalidValueError("Deze parameter kan maar één keer.", value=parameter.name)
    schema = parameter.schema["items"] if parameter.repeats else parameter.schema
    for value in found:
        _fits(parameter, schema, value)
    return found


def _fits(parameter: Parameter, schema: Schema, value: str) -> None:
    if schema["type"] == "integer":
        fits = bool(re.fullmatch(r"[1-9][0-9]{0,8}", value)) and int(value) <= schema["maximum"]
    else:
        fits = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", _LONGEST)
        fits = fits and (not schema.get("enum") or value in schema["enum"])
        fits = fits and (not schema.get("pattern") or bool(re.search(schema["pattern"], value)))
        fits = fits and not _UNWANTED.search(value)
    if not fits:
        what = f"De waarde van {parameter.name} klopt niet."
        shown = value[:120].encode("utf-8", "backslashreplace").decode()
        raise InvalidValueError(what, value=shown, where=parameter.name, remedy=parameter.says)
