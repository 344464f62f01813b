"""The JSON schemas of commitments and of the progress report: `commitment_shapes` described, key by key."""

from enum import StrEnum

from corpus.commitments import DueSort, Rule, Sort, Sureness
from corpus.dossier.facts import Commitment, CommitmentState
from wetgeving.services.commitment_judgements import SAYABLE
from wetgeving.services.commitment_values import Passed, Review, StateBy
from wetgeving.web.api.asked import Schema
from wetgeving.web.api.fact_schema import schema_of

Of = dict[str, Schema]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": ["string", "null"], "format": "date"}
KEY: Schema = {"type": ["string", "null"]}
PLACE: Schema = {"type": ["integer", "null"]}
_AUTHENTIC: Schema = {"type": "boolean", "description": "false: een fictief voorbeeld, geen recht."}


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


_STATE = _among(CommitmentState)
_READ = _of(
    sort=_among(Sort), rules=_some(_among(Rule)), certainty=_among(Sureness), reason=TEXT, spoken_by=KEY
)
_SAID = _of(
    word={"type": "string", "enum": [str(word) for word in SAYABLE]},
    on=DAY,
    at={"type": "string", "format": "date-time"},
    evidence=TEXT,
)

SCHEMAS: Of = {
    "Commitments": _of(
        dossier=TEXT,
        on=DAY,
        commitments=_some(_ref("KnownCommitment")),
        intentions=_some(_ref("KnownCommitment")),
        rejected=_some(_ref("KnownCommitment")),
        unread=_some(TEXT),
        authentic=_AUTHENTIC,
    ),
    "KnownCommitment": _of(
        id=TEXT,
        actor=KEY,
        what=TEXT,
        due=_some(_of(words=TEXT, sort=_among(DueSort), day=DAY, last=DAY, exact=FLAG)),
        last={**DAY, "description": "De laatste dag die nog op tijd is, waar een kalender die geeft."},
        passed=_among(Passed),
        said_in=_some(
            _of(paper=KEY, title=TEXT, version=KEY, eid=KEY, label=TEXT, text=KEY, start=PLACE, end=PLACE)
        ),
        read={**_or_null(_READ), "description": "null: niet in een tekst gelezen, alleen een gegeven."},
        fact=_or_null(schema_of(Commitment)),
        review=_among(Review),
        state=_STATE,
        state_by=_among(StateBy),
        judgements=_some(_SAID),
    ),
    "Happening": _of(day=DAY, what=TEXT, ground=KEY),
    "ReportRow": _of(
        id=TEXT,
        what=TEXT,
        quoted=FLAG,
        said_in=_some(TEXT),
        term=TEXT,
        last=DAY,
        passed=KEY,
        review=TEXT,
        state=_STATE,
        state_ground=KEY,
        open=FLAG,
        since=_some(_ref("Happening")),
    ),
    "ProgressReport": _of(
        dossier=TEXT,
        title=TEXT,
        since=DAY,
        on=DAY,
        actors=_some(
            _of(actor=TEXT, commitments=_some(_ref("ReportRow")), happened=_some(_ref("Happening")))
        ),
        happened=_some(_ref("Happening")),
        sources=_some(_of(key=TEXT, title=TEXT, official=FLAG, url=KEY)),
        unread=_some(TEXT),
        closed_before=NUMBER,
        intentions=NUMBER,
        authentic=_AUTHENTIC,
    ),
}
