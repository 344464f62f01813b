"""The JSON schemas of the register of opinions: `opinion_shapes` described, key by key."""

from enum import StrEnum

from corpus.follow_up.values import About, AccountKind, Opvolging
from corpus.opinion import Asked, Certainty, OpinionKind, System
from wetgeving.web.api.asked import Schema

Of = dict[str, Schema]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": ["string", "null"], "format": "date"}
KEY: Schema = {"type": ["string", "null"]}
_AUTHENTIC: Schema = {"type": "boolean", "description": "false: een fictief voorbeeld, geen recht."}
_YEAR: Schema = {"type": ["integer", "null"]}


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


_OUTCOME, _SURE = _among(Opvolging), _among(Certainty)
_CHANGES = _some(_ref("Change"))
_ENTRY: Of = {
    "number": TEXT,
    "version": {"type": ["string", "null"], "description": "null: de tekst is niet opgenomen."},
    "work": KEY,
    "dossiers": _some(TEXT),
    "kind": _or_null(_among(OpinionKind)),
    "title": TEXT,
    "subject": TEXT,
    "ministry": TEXT,
    "ministry_by_code": _some(TEXT),
    "missive": KEY,
    "year": _YEAR,
    "dates": _of(
        **{name: _ref("ClaimedDay") for name in ("pending", "adopted", "published", "nader_rapport")}
    ),
    "dictum": _or_null(_ref("Dictum")),
    "text_available": FLAG,
    "advised_version": KEY,
    "advised_absent": KEY,
    "opvolging": _of(points=NUMBER, confirmed=_ref("Tally"), proposed=_ref("Tally")),
    "first_unanswered": KEY,
    "subjects": _some(TEXT),
    "sources": _some(_ref("FactSource")),
    "note": TEXT,
    "authentic": _AUTHENTIC,
}
_POINT: Of = {
    "point": TEXT,
    "heading": TEXT,
    "text": TEXT,
    "asks": _some(_among(Asked)),
    "response": KEY,
    "split": {**_SURE, "description": "Hoe zeker advies en reactie zijn onderscheiden."},
    "counts": {"type": "boolean", "description": "false: alleen een opschrift boven punten."},
    "outcome": {**_OUTCOME, "description": "Wat geldt: vastgesteld, anders voorgesteld."},
    "proposed": _of(outcome=_OUTCOME, reason=TEXT, certainty=_SURE),
    "judged": _or_null(_of(outcome=_OUTCOME, at={"type": "string", "format": "date-time"}, reason=TEXT)),
    "provisions": _some(_of(eid=TEXT, label=TEXT, words=TEXT, in_response=FLAG)),
    "changes": _CHANGES,
    "memorandum_changes": _CHANGES,
    "elsewhere": _some(_ref("Account")),
}

SCHEMAS: Of = {
    "RegisterEntry": _of(**_ENTRY),
    "ClaimedDay": _of(day=DAY, claims=_some(_of(day=DAY, source=_ref("FactSource")))),
    "FactSource": _of(title=TEXT, certainty=KEY, official=FLAG, url=KEY),
    "Dictum": _of(
        letter=KEY,
        rank=_YEAR,
        system=_among(System),
        wording=KEY,
        where=KEY,
        source=_ref("FactSource"),
        conflicting=_some(TEXT),
    ),
    "Tally": {
        "type": "object",
        "propertyNames": _OUTCOME,
        "additionalProperties": NUMBER,
    },
    "LedgerPoint": _of(**_POINT),
    "Account": _of(change=TEXT, kind=_among(AccountKind), point=KEY, words=TEXT),
    "Ledger": _of(
        **_ENTRY,
        points=_some(_ref("LedgerPoint")),
        unexplained=_of(changes=_CHANGES, papers_searched=_some(TEXT), refused=KEY, unplaced=_some(TEXT)),
        unkept=_some(_of(point=KEY, words=TEXT, about=_among(About), searched=TEXT)),
        further_changes=_some(TEXT),
        editorial=_of(remarks=_some(TEXT), response=KEY),
        accounts=_some(_ref("Account")),
        next_version=KEY,
        memoranda=_some(TEXT),
        memorandum_absent=KEY,
    ),
}
"""By the name under which the description refers to them; `Opinions` is a page of `RegisterEntry`."""
