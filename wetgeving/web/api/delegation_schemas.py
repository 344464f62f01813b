"""The JSON schemas of delegation and legal basis: `delegation_shapes` described, key by key."""

from enum import StrEnum

from corpus.delegation import Chambers, Force, Involvement, Level, Rule, Start
from corpus.delegation.bases import How
from corpus.delegation.meeting import Fate, Fit, MetBy
from wetgeving.services.delegating_values import Doubt, State, Verdict
from wetgeving.web.api.asked import Schema

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
KEY: Schema = {"type": ["string", "null"]}
_AUTHENTIC: Schema = {"type": "boolean", "description": "false: een fictief voorbeeld, geen recht."}


def _of(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _some(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _among(vocabulary: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [member.value for member in vocabulary]}


SCHEMAS: dict[str, Schema] = {
    "DelegationLedger": _of(
        version=TEXT,
        work=TEXT,
        authentic=_AUTHENTIC,
        against={"type": ["string", "null"], "description": "De versie waarnaar vooruit is gekeken."},
        rules=_some("RuleVersion"),
        delegations=_some("Delegation"),
        candidates=_some("DelegationCandidate"),
        grounds_without_delegation=_some("Ground"),
        voorhang_without_delegation=_some("Voorhang"),
    ),
    "Delegation": _of(
        provision=TEXT,
        start=NUMBER,
        end=NUMBER,
        sentence=TEXT,
        force=_among(Force),
        level=_among(Level),
        subdelegation=FLAG,
        rule={**_among(Rule), "description": "De vorm van woorden waaraan zij is herkend."},
        subject=TEXT,
        quoted={"type": "boolean", "description": "true: in een wijzigingsopdracht aangehaald recht."},
        voorhang=_some("Voorhang"),
        label=TEXT,
        state=_among(State),
        used_by=_some("DelegationUse"),
        later=_or_null(_of(fate=_among(Fate), provisions=_some("Place"))),
    ),
    "Voorhang": _of(
        provision=TEXT,
        sentence=TEXT,
        form=_among(Involvement),
        chambers=_among(Chambers),
        period=KEY,
        runs_from=_among(Start),
    ),
    "DelegationUse": _of(
        rule=_ref("RuleVersion"),
        met_by=_among(MetBy),
        fit=_among(Fit),
        ground=_or_null(_ref("Ground")),
        mentioned_in=_some("Place"),
    ),
    "RuleVersion": _of(version=TEXT, work=TEXT, kind=TEXT, name=TEXT),
    "Ground": _of(
        rule=_ref("RuleVersion"),
        provision=TEXT,
        said=TEXT,
        place=KEY,
        how=_among(How),
        act=TEXT,
        read_in={"type": ["string", "null"], "description": "null: de tekst van toen is niet opgenomen."},
        fate=_among(Fate),
        written=_some("Place"),
        provisions=_some("Place"),
        name_completed_by_year=FLAG,
        followed_in=KEY,
    ),
    "Place": _of(provision=TEXT, label=TEXT),
    "DelegationCandidate": _of(
        doubt=_among(Doubt),
        subject=TEXT,
        provision=KEY,
        label=TEXT,
        rule=_or_null(_ref("RuleVersion")),
        ground=_or_null(_ref("Ground")),
        became=_some("Place"),
        in_version=KEY,
        judged=_or_null(
            _of(verdict=_among(Verdict), reason=TEXT, at={"type": "string", "format": "date-time"})
        ),
    ),
    "RuleGrounds": _of(version=TEXT, work=TEXT, authentic=_AUTHENTIC, grounds=_some("RuleGround")),
    "RuleGround": _of(
        said=TEXT,
        act_name=TEXT,
        act_version=KEY,
        ground=_or_null(_ref("Ground")),
        delegations={
            "type": "array",
            "items": _of(
                provision=TEXT,
                level=_among(Level),
                force=_among(Force),
                met_by=_among(MetBy),
                fit=_among(Fit),
            ),
        },
    ),
}
