"""The JSON schemas of the transponeringstabel (EU): `transposition_shapes` described, key by key."""

from enum import StrEnum

from corpus.diff import ChangeKind
from corpus.dossier.facts import Certainty
from corpus.transposition.values import (
    Claimant,
    Doubt,
    NoProvision,
    RecheckSide,
    Relation,
    RowStatus,
    Verdict,
)
from wetgeving.web.api.asked import Schema

Of = dict[str, Schema]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
KEY: Schema = {"type": ["string", "null"]}
_AUTHENTIC: Schema = {"type": "boolean", "description": "false: een fictief voorbeeld, geen recht."}
_COUNTED = (
    "total", "confirmed", "proposed", "not_needed", "not_needed_confirmed", "to_be_rechecked", "open",
    "not_examined",
)  # fmt: skip


def _of(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _some(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _among(vocabulary: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [member.value for member in vocabulary]}


_REASONS = _some(_among(NoProvision))
_HEAD: Of = {
    "act": {"type": "string", "description": "De sleutel van de EU-handeling."},
    "title": TEXT,
    "kind": TEXT,
    "dossiers": _some(TEXT),
    "authentic": _AUTHENTIC,
    "counts": _of(articles=_ref("TranspositionCounts"), units=_ref("TranspositionCounts")),
    "denominator": {"type": "string", "description": "Wat is geteld, en wat niet."},
    "texts_used": _some(
        _of(
            side={"type": "string", "enum": ["eu", "national", "table"]},
            work=TEXT,
            version=KEY,
            title=TEXT,
            date=KEY,
        )
    ),
}
_ROW: Of = {
    "eu": _ref("EuPlace"),
    "label": TEXT,
    "num": TEXT,
    "heading": TEXT,
    "text": {"type": ["string", "null"], "description": "null: de tekst is niet opgenomen."},
    "depth": NUMBER,
    "unit": {"type": "boolean", "description": "Telt mee: er is niets onder."},
    "status": _among(RowStatus),
    "confirmed": FLAG,
    "examined": FLAG,
    "gap": FLAG,
    "reasons": _REASONS,
    "claims": _some(_ref("TranspositionClaim")),
    "doubts": _some(_ref("Contradiction")),
}
_CLAIM: Of = {
    "id": TEXT,
    "eu": _ref("EuPlace"),
    "eu_said": KEY,
    "national": _some(_ref("NationalPlace")),
    "lapsing": _some(_ref("NationalPlace")),
    "relation": _or_null(_among(Relation)),
    "reasons": _REASONS,
    "claimant": _among(Claimant),
    "rule": TEXT,
    "source": _ref("Passage"),
    "policy_room": KEY,
    "choice": KEY,
    "pointer": _or_null(_ref("Passage")),
    "certainty": _or_null(_among(Certainty)),
    "sources": _some(TEXT),
    "verdict": _among(Verdict),
    "reviewed_at": {"type": ["string", "null"], "format": "date-time"},
    "review_note": KEY,
    "rechecks": _some(_ref("Recheck")),
    "covers": {"type": ["string", "null"], "description": "De bepaling waarvan het is gezegd, als dat een"
               " grotere is; `act` is de hele handeling."},
    "gone": FLAG,
}  # fmt: skip

SCHEMAS: Of = {
    "TranspositionActs": _of(items=_some(_ref("TranspositionAct")), total=NUMBER),
    "TranspositionAct": _of(**_HEAD, gaps=NUMBER),
    "TranspositionCounts": _of(**dict.fromkeys(_COUNTED, NUMBER)),
    "TranspositionTable": _of(
        **_HEAD,
        rows=_some(_ref("TranspositionRow")),
        unread=_some(_of(source=_ref("Passage"), cells=_some(TEXT), why=TEXT)),
        contradictions=_some(_ref("Contradiction")),
    ),
    "TranspositionRow": _of(**_ROW),
    "TranspositionClaim": _of(**_CLAIM),
    "TranspositionClaims": _of(items=_some(_ref("TranspositionClaim")), total=NUMBER),
    "TranspositionGaps": _of(
        dossier=TEXT,
        authentic=_AUTHENTIC,
        rows=_some(_ref("TranspositionRow")),
        contradictions=_some(_ref("Contradiction")),
        not_examined=_some(_of(act=TEXT, articles=NUMBER)),
    ),
    "TranspositionChanges": _of(
        items=_some(
            _of(
                day={"type": "string", "format": "date"},
                what=TEXT,
                act=TEXT,
                eid=KEY,
                label=TEXT,
                text=TEXT,
                claim=KEY,
            )
        ),
        total=NUMBER,
    ),
    "NationalTransposition": _of(
        version=TEXT,
        title=TEXT,
        authentic=_AUTHENTIC,
        articles=NUMBER,
        answers=NUMBER,
        rows=_some(
            _of(
                eid=TEXT,
                label=TEXT,
                heading=TEXT,
                depth=NUMBER,
                claims=_some(_ref("TranspositionClaim")),
            )
        ),
    ),
    "EuPlace": _of(act=TEXT, eid=KEY),
    "NationalPlace": _of(
        work=KEY, eid=KEY, said=TEXT, label=TEXT, via=KEY, existing=FLAG, version=KEY,
        found={"type": ["boolean", "null"], "description": "null: er was geen tekst om in te kijken."},
    ),
    "Passage": _of(version=KEY, eid=KEY, words=TEXT, line={"type": ["integer", "null"]}),
    "Recheck": _of(
        side=_among(RecheckSide), work=TEXT, eid=TEXT, label=TEXT, old=KEY, new=KEY,
        kinds=_some(_among(ChangeKind)), change=KEY, old_text=KEY, new_text=KEY,
    ),
    "Contradiction": _of(doubt=_among(Doubt), eu=_ref("EuPlace"), claim=KEY, text=TEXT),
}  # fmt: skip
"""By the name under which the description refers to them."""
