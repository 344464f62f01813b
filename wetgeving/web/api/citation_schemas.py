"""The JSON schemas of references: `citation_shapes` described, key by key."""

from corpus.resolving import Reason, Rule, Status
from wetgeving.services.citing_fates import WHYS
from wetgeving.web.api.asked import Schema

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
KEY: Schema = {"type": ["string", "null"]}


def _of(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _some(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_AROUND: dict[str, Schema] = {
    "total": NUMBER, "page": NUMBER, "per_page": NUMBER, "next": KEY, "prev": KEY,
}  # fmt: skip
_LOST = _of(why={"type": "string", "enum": list(WHYS)}, version=TEXT, provisions=_some(TEXT))
_REFERENCE: dict[str, Schema] = {
    "eid": TEXT,
    "start": NUMBER,
    "end": NUMBER,
    "text": TEXT,
    "status": {"type": "string", "enum": [status.value for status in Status]},
    "reason": {"enum": [*(reason.value for reason in Reason), None]},
    "rule": {"enum": [*(rule.value for rule in Rule), None]},
    "targets": _some(_of(scheme=TEXT, id=TEXT, provision=KEY, checked={"type": "boolean"}, version=KEY)),
    "lost": {"anyOf": [_LOST, {"type": "null"}]},
}
_CITING = _of(
    work=TEXT,
    title=TEXT,
    version=TEXT,
    places=_some(_of(eid=TEXT, label=TEXT, text=_some(TEXT))),
    other_versions=_some(_of(version=TEXT, places=NUMBER)),
    authentic={"type": "boolean", "description": "false: een fictieve voorbeeldtekst, geen recht."},
)
SCHEMAS: dict[str, Schema] = {
    "Citations": _of(
        version=TEXT,
        known={"type": "boolean", "description": "false: de tekst is nog niet op verwijzingen nagelezen."},
        items=_some(_of(**_REFERENCE)),
        **_AROUND,
    ),
    "CitedBy": _of(version=TEXT, eid=TEXT, label=TEXT, places=NUMBER, items=_some(_CITING), **_AROUND),
}
