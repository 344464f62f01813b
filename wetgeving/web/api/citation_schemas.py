"""The JSON schemas of references: `citation_shapes` described, key by key."""

from corpus.resolving import Reason, Rule, Status
from wetgeving.services.citing_fates import WHYS
from wetgeving.web.api.asked import Schema
from wetgeving.web.api.schema_parts import KEY, NUMBER, TEXT, of, some

_AROUND: dict[str, Schema] = {
    "total": NUMBER, "page": NUMBER, "per_page": NUMBER, "next": KEY, "prev": KEY,
}  # fmt: skip
_LOST = of(why={"type": "string", "enum": list(WHYS)}, version=TEXT, provisions=some(TEXT))
_REFERENCE: dict[str, Schema] = {
    "eid": TEXT,
    "start": NUMBER,
    "end": NUMBER,
    "text": TEXT,
    "status": {"type": "string", "enum": [status.value for status in Status]},
    "reason": {"enum": [*(reason.value for reason in Reason), None]},
    "rule": {"enum": [*(rule.value for rule in Rule), None]},
    "targets": some(of(scheme=TEXT, id=TEXT, provision=KEY, checked={"type": "boolean"}, version=KEY)),
    "lost": {"anyOf": [_LOST, {"type": "null"}]},
}
_CITING = of(
    work=TEXT,
    title=TEXT,
    version=TEXT,
    places=some(of(eid=TEXT, label=TEXT, text=some(TEXT))),
    other_versions=some(of(version=TEXT, places=NUMBER)),
    authentic={"type": "boolean", "description": "false: een fictieve voorbeeldtekst, geen recht."},
)
SCHEMAS: dict[str, Schema] = {
    "Citations": of(
        version=TEXT,
        known={"type": "boolean", "description": "false: de tekst is nog niet op verwijzingen nagelezen."},
        items=some(of(**_REFERENCE)),
        **_AROUND,
    ),
    "CitedBy": of(version=TEXT, eid=TEXT, label=TEXT, places=NUMBER, items=some(_CITING), **_AROUND),
}
