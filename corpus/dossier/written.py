"""Facts as plain data, and back: one way for the manifest (TOML) and the store (JSON).

The dataclasses of `facts` are the schema: a field that is not theirs, a value of another type and a missing
field are refused by name. Dates are dates in TOML and ISO 8601 in JSON.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from corpus.dossier.facts import Fact
from corpus.errors import WetgevingError

T = TypeVar("T")
_HINTS: dict[type, dict[str, Any]] = {}


class ManifestError(WetgevingError):
    """A dossier's manifest is absent, unreadable, holds what is not a fact, or contradicts itself."""

    code = "manifest"


def decoded(kind: type[T], table: Mapping[str, Any], where: str) -> T:
    """The dataclass `kind` from a table; raises `ManifestError`."""
    hints = _hints(kind)
    unknown = sorted(set(table) - set(hints))
    if unknown:
        known = ", ".join(sorted(hints))
        what = "Het manifest heeft een onbekend veld."
        raise ManifestError(what, value=", ".join(unknown), where=where, remedy=f"Bekend zijn: {known}.")
    for f in fields(kind):  # type: ignore[arg-type]
        if f.default is MISSING and f.default_factory is MISSING and f.name not in table:
            raise ManifestError(f"In het manifest ontbreekt `{f.name}`.", where=where)
    return kind(**{name: _value(hints[name], value, f"{where}, {name}") for name, value in table.items()})


def _hints(kind: type) -> dict[str, Any]:
    """The types of the fields, worked out once: it costs more than reading a fact does."""
    if kind not in _HINTS:
        _HINTS[kind] = get_type_hints(kind)
    return _HINTS[kind]


def to_json(fact: Fact) -> str:
    """A fact as JSON, without the fields that say nothing."""
    return json.dumps(plain(fact), ensure_ascii=False, sort_keys=True)


def from_json(kind: type[T], content: str) -> T:
    """The fact that `to_json` wrote."""
    return decoded(kind, json.loads(content), kind.__name__)


def plain(value: Any) -> Any:
    """A value as dictionaries, lists, strings and numbers; what a field is by default is left out."""
    if is_dataclass(value):
        held = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: plain(x) for f, x in held if x != _default(f)}
    if isinstance(value, tuple):
        return [plain(x) for x in value]
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else value


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _value(kind: Any, value: Any, where: str) -> Any:
    """One value of the type that its field has."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return None if value is None else _value(_but_none(kind), value, where)
    if origin is tuple:
        return _tuple(get_args(kind)[0], value, where)
    if is_dataclass(kind):
        return decoded(kind, _checked(Mapping, value, where), where)  # type: ignore[arg-type]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _word(kind, value, where)
    if kind is date:
        return _day(value, where)
    if origin is not None:
        return {str(k): _checked(str, v, where) for k, v in _checked(Mapping, value, where).items()}
    return _checked(kind, value, where)


def _tuple(kind: Any, value: Any, where: str) -> tuple[Any, ...]:
    items = _checked(list, value, where)
    return tuple(_value(kind, item, f"{where} {n}") for n, item in enumerate(items, start=1))


def _but_none(kind: Any) -> Any:
    return next(option for option in get_args(kind) if option is not NoneType)


def _word(kind: type[StrEnum], value: Any, where: str) -> StrEnum:
    try:
        return kind(value)
    except ValueError as error:
        words = ", ".join(word.value for word in kind)
        raise ManifestError(
            "Dit woord staat niet in de woordenlijst.",
            value=str(value),
            where=where,
            remedy=f"Kies uit: {words}.",
        ) from error


def _day(value: Any, where: str) -> date:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            value = f"{value!r}"
    if type(value) is date:
        return value
    raise ManifestError("Dit is geen datum.", value=str(value), where=where, remedy="Schrijf 2031-01-01.")


def _checked(kind: Any, value: Any, where: str) -> Any:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ManifestError("Deze waarde heeft niet de juiste vorm.", value=str(value)[:100], where=where)
    return value
