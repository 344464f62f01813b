"""The JSON schemas of delegation and legal basis: `delegation_shapes` described, key by key."""

from corpus.delegation import Chambers, Force, Involvement, Level, Rule, Start
from corpus.delegation.bases import How
from corpus.delegation.meeting import Fate, Fit, MetBy
from wetgeving.services.delegating_values import Doubt, State, Verdict
from wetgeving.web.api.asked import Schema
from wetgeving.web.api.schema_parts import AUTHENTIC, FLAG, KEY, NUMBER, TEXT, among, of, or_null, ref


def _some(name: str) -> Schema:
    return {"type": "array", "items": ref(name)}


SCHEMAS: dict[str, Schema] = {
    "DelegationLedger": of(
        version=TEXT,
        work=TEXT,
        authentic=AUTHENTIC,
        against={"type": ["string", "null"], "description": "De versie waarnaar vooruit is gekeken."},
        rules=_some("RuleVersion"),
        delegations=_some("Delegation"),
        candidates=_some("DelegationCandidate"),
        grounds_without_delegation=_some("Ground"),
        voorhang_without_delegation=_some("Voorhang"),
    ),
    "Delegation": of(
        provision=TEXT,
        start=NUMBER,
        end=NUMBER,
        sentence=TEXT,
        force=among(Force),
        level=among(Level),
        subdelegation=FLAG,
        rule={**among(Rule), "description": "De vorm van woorden waaraan zij is herkend."},
        subject=TEXT,
        quoted={"type": "boolean", "description": "true: in een wijzigingsopdracht aangehaald recht."},
        voorhang=_some("Voorhang"),
        label=TEXT,
        state=among(State),
        used_by=_some("DelegationUse"),
        later=or_null(of(fate=among(Fate), provisions=_some("Place"))),
    ),
    "Voorhang": of(
        provision=TEXT,
        sentence=TEXT,
        form=among(Involvement),
        chambers=among(Chambers),
        period=KEY,
        runs_from=among(Start),
    ),
    "DelegationUse": of(
        rule=ref("RuleVersion"),
        met_by=among(MetBy),
        fit=among(Fit),
        ground=or_null(ref("Ground")),
        mentioned_in=_some("Place"),
    ),
    "RuleVersion": of(version=TEXT, work=TEXT, kind=TEXT, name=TEXT),
    "Ground": of(
        rule=ref("RuleVersion"),
        provision=TEXT,
        said=TEXT,
        place=KEY,
        how=among(How),
        act=TEXT,
        read_in={"type": ["string", "null"], "description": "null: de tekst van toen is niet opgenomen."},
        fate=among(Fate),
        written=_some("Place"),
        provisions=_some("Place"),
        name_completed_by_year=FLAG,
        followed_in=KEY,
    ),
    "Place": of(provision=TEXT, label=TEXT),
    "DelegationCandidate": of(
        doubt=among(Doubt),
        subject=TEXT,
        provision=KEY,
        label=TEXT,
        rule=or_null(ref("RuleVersion")),
        ground=or_null(ref("Ground")),
        became=_some("Place"),
        in_version=KEY,
        judged=or_null(of(verdict=among(Verdict), reason=TEXT, at={"type": "string", "format": "date-time"})),
    ),
    "RuleGrounds": of(version=TEXT, work=TEXT, authentic=AUTHENTIC, grounds=_some("RuleGround")),
    "RuleGround": of(
        said=TEXT,
        act_name=TEXT,
        act_version=KEY,
        ground=or_null(ref("Ground")),
        delegations={
            "type": "array",
            "items": of(
                provision=TEXT,
                level=among(Level),
                force=among(Force),
                met_by=among(MetBy),
                fit=among(Fit),
            ),
        },
    ),
}
