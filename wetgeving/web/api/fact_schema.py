"""The JSON schema of a fact of a dossier, from the type of its values: what `dossier_shapes.fact` writes."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from wetgeving.web.api.asked import Schema

_PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    type(None): {"type": "null"},
}


def schema_of(kind: Any) -> Schema:
    """The schema of a type: a dataclass with exactly its fields, a list, a choice, or a plain value."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return {"anyOf": [schema_of(one) for one in arguments]}
    if origin is tuple:
        return {"type": "array", "items": schema_of(arguments[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "string", "enum": [str(word) for word in kind]}
    if not is_dataclass(kind):
        raise TypeError(f"{kind!r} heeft geen JSON-vorm")
    hints = get_type_hints(kind)
    properties = {f.name: schema_of(hints[f.name]) for f in fields(kind)}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
