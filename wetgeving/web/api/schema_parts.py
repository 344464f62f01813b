"""What the JSON schemas of the subjects are written with: plain types, and a few ways to combine them."""

from enum import StrEnum

from wetgeving.web.api.asked import Schema

Of = dict[str, Schema]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": ["string", "null"], "format": "date"}
KEY: Schema = {"type": ["string", "null"]}
AUTHENTIC: Schema = {"type": "boolean", "description": "false: een fictief voorbeeld, geen recht."}


def of(**properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def some(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def ref(name: str) -> Schema:
    """A schema that stands elsewhere in the description."""
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    """This, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def among(vocabulary: type[StrEnum]) -> Schema:
    """A word of a vocabulary."""
    return {"type": "string", "enum": [member.value for member in vocabulary]}
