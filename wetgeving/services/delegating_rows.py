"""Puts delegations and grounds together: which rule uses which delegation, and what a person should look at.

Nothing is looked up here. A duty counts as met by a rule that names it, its article or its onderdeel as
ground; a rule that only mentions it in an article of its own is shown as such.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.delegation import Delegation, Force
from corpus.delegation.meeting import TRACKED, Fate, Fit, MetBy, fit, used
from wetgeving.services.delegating_values import (
    Candidate,
    Doubt,
    Ground,
    LedgerRow,
    Place,
    RuleVersion,
    State,
    Use,
)

Met = tuple[Delegation, MetBy, Fit]


def met(ground: Ground, delegations: Sequence[Delegation]) -> tuple[Met, ...]:
    """The delegations a ground stands for, in the provisions it now leads to."""
    found = (m for place in ground.places for m in used(delegations, place.eid, ground.rule.kind))
    return tuple(dict.fromkeys(found))


def uses(grounds: Iterable[Ground], delegations: Sequence[Delegation]) -> dict[Delegation, tuple[Use, ...]]:
    """Per delegation the rules that use it."""
    found: dict[Delegation, dict[Use, None]] = {}
    for ground in grounds:
        for delegation, by, fits in met(ground, delegations):
            found.setdefault(delegation, {})[Use(ground.rule, by, fits, ground)] = None
    return {delegation: tuple(kept) for delegation, kept in found.items()}


def mentioned(
    delegation: Delegation,
    using: Iterable[Use],
    mentions: Mapping[RuleVersion, Mapping[str, tuple[Place, ...]]],
) -> Iterator[Use]:
    """The rules that name the provision in an article of theirs, and not as their ground."""
    named_as_ground = {use.rule for use in using}
    for rule, by_target in mentions.items():
        where = by_target.get(delegation.eid, ())
        if where and rule not in named_as_ground:
            yield Use(rule, MetBy.MENTIONED, Fit.NOT_JUDGED, mentioned_in=where)


def state(delegation: Delegation, using: Sequence[Use], grounds: Sequence[Ground]) -> State:
    """What is known of the rule a delegation asks for."""
    if delegation.starts_law:
        return State.COMMENCEMENT
    named = [use.ground for use in using if use.ground]
    if named:
        only_number = all(ground.fate is Fate.BY_NUMBER for ground in named)
        return State.BY_NUMBER if only_number else State.MET
    if using:
        return State.MENTIONED
    if delegation.level not in TRACKED:
        return State.NOT_TRACKED
    fitting = [g for g in grounds if fit(delegation, g.rule.kind) in (Fit.FITS, Fit.THROUGH_DECREE)]
    if not fitting:
        return State.NOT_STORED
    if delegation.force is Force.POWER:
        return State.UNUSED
    return State.UNSEEN if _hidden(fitting) else State.UNMET


def _hidden(fitting: Sequence[Ground]) -> bool:
    """May a rule have met the duty without saying so? A preamble keeps the words of its first day."""
    latest = {ground.rule.work: ground.rule for ground in fitting}
    newest = [g for g in fitting if g.rule == latest[g.rule.work]]
    return any(not ground.home or ground.amended for ground in newest)


def of_row(row: LedgerRow) -> Iterator[Candidate]:
    """The candidates of a delegation: a duty unmet, a rule at another level."""
    place = Place(row.delegation.eid, row.label)
    if row.state is State.UNMET:
        yield Candidate(Doubt.UNMET, subject(Doubt.UNMET, place.eid, row.delegation.level), place)
    for use in row.uses:
        if use.fit is Fit.NOT_ALLOWED and use.ground and use.ground.fate is not Fate.BY_NUMBER:
            named = subject(Doubt.LEVEL, place.eid, use.rule.work)
            yield Candidate(Doubt.LEVEL, named, place, use.rule, use.ground)


def of_ground(ground: Ground) -> Iterator[Candidate]:
    """The candidate of a ground that is not there, or elsewhere, in the version itself."""
    if ground.lost:
        yield gone(Doubt.LOST, ground, became=ground.places)
    elif ground.fate is Fate.RENUMBERED:
        yield gone(Doubt.RENUMBERED, ground, became=ground.places)


def gone(doubt: Doubt, ground: Ground, *, became: tuple[Place, ...], in_version: str = "") -> Candidate:
    """A ground that went: named by what the rule prints, for that is what lasts."""
    written = ground.written or ground.places
    place = written[0] if written else Place("", ground.asked or ground.said)
    named = subject(doubt, ground.rule.key, place.eid or place.label, in_version)
    return Candidate(doubt, named, place, ground.rule, ground, became, in_version)


def subject(doubt: Doubt, *parts: str) -> str:
    """The lasting name of a candidate."""
    return " ".join((doubt.value, *(part for part in parts if part)))


def once(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each candidate once, in the order of the doubts."""
    kept = {c.subject: c for c in reversed(tuple(found))}
    order = list(Doubt)
    yield from sorted(kept.values(), key=lambda c: (order.index(c.doubt), c.place.eid, c.subject))


def followed(candidate: Candidate, ground: Ground, by: str) -> Candidate:
    """The same candidate, with the version of the rule that already names the new place."""
    return replace(candidate, ground=replace(ground, followed_in=by))
