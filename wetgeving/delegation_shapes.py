"""The JSON shapes of delegation and legal basis, for the command line and the API. Keys are the contract."""

from typing import Any

from corpus.delegation import Delegation, Voorhang
from wetgeving.services.delegating_values import (
    Candidate,
    DelegationLedger,
    Ground,
    LedgerRow,
    Place,
    RuleGround,
    RuleGrounds,
    RuleVersion,
    Use,
)

Shape = dict[str, Any]


def ledger(found: DelegationLedger) -> Shape:
    """The ledger of one version."""
    return {
        "version": found.version,
        "work": found.work.key,
        "authentic": not found.fictional,
        "against": found.against or None,
        "rules": [_rule(rule) for rule in found.rules],
        "delegations": [_row(row) for row in found.rows],
        "candidates": [_candidate(candidate) for candidate in found.candidates],
        "grounds_without_delegation": [_ground(ground) for ground in found.elsewhere],
        "voorhang_without_delegation": [_voorhang(clause) for clause, _ in found.voorhang],
    }


def grounds(found: RuleGrounds) -> Shape:
    """What one version of a decree or regulation rests on."""
    return {
        "version": found.version,
        "work": found.work.key,
        "authentic": not found.fictional,
        "grounds": [_rule_ground(one) for one in found.grounds],
    }


def _row(row: LedgerRow) -> Shape:
    return {
        **_delegation(row.delegation),
        "label": row.label,
        "state": row.state.value,
        "used_by": [_use(use) for use in row.uses],
        "later": {"fate": row.later.fate.value, "provisions": _places(row.later.places)}
        if row.later
        else None,
    }


def _delegation(one: Delegation) -> Shape:
    return {
        "provision": one.eid,
        "start": one.start,
        "end": one.end,
        "sentence": one.sentence,
        "force": one.force.value,
        "level": one.level.value,
        "subdelegation": one.subdelegation,
        "rule": one.rule.value,
        "subject": one.subject,
        "quoted": one.quoted,
        "voorhang": [_voorhang(clause) for clause in one.voorhang],
    }


def _voorhang(clause: Voorhang) -> Shape:
    return {
        "provision": clause.eid,
        "sentence": clause.sentence,
        "form": clause.form.value,
        "chambers": clause.chambers.value,
        "period": clause.period or None,
        "runs_from": clause.runs_from.value,
    }


def _use(use: Use) -> Shape:
    return {
        "rule": _rule(use.rule),
        "met_by": use.met.value,
        "fit": use.fit.value,
        "ground": _ground(use.ground) if use.ground else None,
        "mentioned_in": _places(use.mentioned_in),
    }


def _rule(rule: RuleVersion) -> Shape:
    return {"version": rule.key, "work": rule.work, "kind": rule.kind.value, "name": rule.name}


def _ground(ground: Ground) -> Shape:
    return {
        "rule": _rule(ground.rule),
        "provision": ground.eid,
        "said": ground.said,
        "place": ground.asked or None,
        "how": ground.how.value,
        "act": ground.act,
        "read_in": ground.home or None,
        "fate": ground.fate.value,
        "written": _places(ground.written),
        "provisions": _places(ground.places),
        "name_completed_by_year": ground.by_year,
        "followed_in": ground.followed_in or None,
    }


def _places(places: tuple[Place, ...]) -> list[Shape]:
    return [{"provision": place.eid, "label": place.label} for place in places]


def _candidate(candidate: Candidate) -> Shape:
    judged = candidate.judged[-1] if candidate.judged else None
    return {
        "doubt": candidate.doubt.value,
        "subject": candidate.subject,
        "provision": candidate.place.eid or None,
        "label": candidate.place.label,
        "rule": _rule(candidate.rule) if candidate.rule else None,
        "ground": _ground(candidate.ground) if candidate.ground else None,
        "became": _places(candidate.became),
        "in_version": candidate.in_version or None,
        "judged": {"verdict": judged.verdict.value, "reason": judged.reason, "at": judged.at.isoformat()}
        if judged
        else None,
    }


def _rule_ground(one: RuleGround) -> Shape:
    return {
        "said": one.said,
        "act_name": one.act_name,
        "act_version": one.act_version or None,
        "ground": _ground(one.ground) if one.ground else None,
        "delegations": [
            {
                "provision": d.eid,
                "level": d.level.value,
                "force": d.force.value,
                "met_by": m.value,
                "fit": f.value,
            }
            for d, m, f in one.delegations
        ],
    }
