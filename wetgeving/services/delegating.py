"""The ledger of delegation: what a text leaves to other rules, which rules use it, and what is missing.

Computed anew from the texts that are stored; a rule that is not stored cannot be seen, and the ledger says
when none is. What it finds amiss is a candidate for a person. Circulars are policy and no rules.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.delegation import find_delegations, find_voorhang
from corpus.delegation.bases import How
from corpus.delegation.meeting import Fate
from corpus.reading import WorkKind
from wetgeving.services import delegating_rows as rows
from wetgeving.services.catalogue import Catalogue, ListedVersion, ShelvedWork
from wetgeving.services.comparing import Comparing
from wetgeving.services.delegating_grounds import Grounds, fate_of
from wetgeving.services.delegating_judgements import DelegationJudgements
from wetgeving.services.delegating_texts import (
    DelegatingTexts,
    act_identifier,
    day_of,
    in_force_then,
    rule_versions,
)
from wetgeving.services.delegating_values import (
    Candidate,
    DelegationLedger,
    Doubt,
    Ground,
    Later,
    LedgerRow,
    RuleGround,
    RuleGrounds,
)
from wetgeving.services.errors import NotFoundError


class Delegating:
    """Looks delegations and legal bases up."""

    def __init__(self, catalogue: Catalogue, comparing: Comparing, said: DelegationJudgements) -> None:
        self._catalogue, self._comparing, self._said = catalogue, comparing, said

    def ledger(self, version: str, against: str = "") -> DelegationLedger:
        """The ledger of a version, with what becomes of it in another (the newest, when none is named)."""
        text = self._catalogue.text(version)
        key = text.listed.version.version
        texts = self._texts(fictional=text.work.fictional)
        act = texts.of(text.work.key)
        below = _Below(texts, act, text.listed)
        ahead = _Ahead(texts, act, (key, self._other(act, key, against)))
        found = tuple(below.rows(ahead))
        candidates = [c for row in found for c in rows.of_row(row)]
        candidates += [c for g in below.grounds for c in (*rows.of_ground(g), *ahead.of_ground(g))]
        said = self._said.of(key)
        voorhang = find_voorhang(text.provisions, below.delegations)
        return DelegationLedger(
            version=key,
            work=text.work,
            against=ahead.other,
            rows=found,
            candidates=tuple(replace(c, judged=said.get(c.subject, ())) for c in rows.once(candidates)),
            voorhang=tuple((v, texts.places(key, (v.eid,))[0]) for v in voorhang if not v.about),
            rules=below.rules,
            elsewhere=tuple(g for g in below.grounds if g.places and not rows.met(g, below.delegations)),
        )

    def grounds(self, version: str) -> RuleGrounds:
        """What a version of a decree or regulation rests on, each act read in its version of that day."""
        text = self._catalogue.text(version)
        key = text.listed.version.version
        texts = self._texts(fictional=text.work.fictional)
        rule = texts.of(text.work.key)
        bases = texts.bases(text.listed, WorkKind(text.work.kind))
        found: list[RuleGround] = []
        for basis in bases:
            named = basis.citation.act
            if named is None or basis.about:
                continue
            act = texts.work(named.identifiers)
            if act is None or not act.versions:
                found.append(RuleGround(basis.text, named.said))
            else:
                found += _in_act(texts, act, rule, key)
        return RuleGrounds(key, text.work, tuple(dict.fromkeys(found)))

    def judge(self, version: str, subject: str, verdict: str, *, reason: str) -> None:
        """Say of a candidate whether it is right; only of one that the ledger has."""
        ledger = self.ledger(version)
        if subject not in {c.subject for c in ledger.candidates}:
            raise NotFoundError(
                "Deze kandidaat staat niet in het overzicht.", value=subject[:120], where=version
            )
        self._said.say(ledger.version, subject, verdict, reason=reason)

    def _texts(self, *, fictional: bool) -> DelegatingTexts:
        return DelegatingTexts(self._catalogue, self._comparing, fictional=fictional)

    def _other(self, act: ShelvedWork, key: str, against: str) -> str:
        """The version to look ahead to: the one asked for, else the newest; none behind the newest."""
        keys = [v.version.version for v in act.versions]
        if not against:
            return keys[-1] if keys and keys[-1] != key else ""
        asked = self._catalogue.version(against).version
        if asked.work != act.work.key:
            raise NotFoundError(
                "Dit is geen versie van dezelfde regeling.", value=against[:120], where=act.work.key
            )
        return asked.version if asked.version != key else ""


class _Below:
    """The delegations of one version of an act and the rules below it."""

    def __init__(self, texts: DelegatingTexts, act: ShelvedWork, listed: ListedVersion) -> None:
        self._texts, self._act, self._key = texts, act, listed.version.version
        self.delegations = find_delegations(texts.tree(self._key))
        self.grounds = Grounds(texts, act, listed).all()
        self.rules = tuple(dict.fromkeys(g.rule for g in self.grounds))

    def rows(self, ahead: "_Ahead") -> Iterator[LedgerRow]:
        """Each delegation with what uses it and what becomes of it."""
        using = rows.uses(self.grounds, self.delegations)
        own = act_identifier(self._act.work)
        mentions = {
            rule: {
                target: self._texts.places(rule.key, where)
                for target, where in self._texts.mentions(rule, own, self._key).items()
            }
            for rule in self.rules
        }
        for delegation in self.delegations:
            found = using.get(delegation, ())
            found += tuple(rows.mentioned(delegation, found, mentions))
            places = self._texts.places(self._key, (delegation.eid,))
            label = places[0].label if places else delegation.eid
            state = rows.state(delegation, found, self.grounds)
            yield LedgerRow(delegation, label, state, found, ahead.later(delegation.eid))


class _Ahead:
    """What becomes of a version of an act in another one."""

    def __init__(self, texts: DelegatingTexts, act: ShelvedWork, between: tuple[str, str]) -> None:
        self._texts, self._between, self.other = texts, between, between[1]
        listed = next((v for v in act.versions if v.version.version == self.other), None)
        self._then: Sequence[Ground] = Grounds(texts, act, listed).all() if listed else ()

    def later(self, eid: str) -> Later | None:
        """What becomes of a delegation."""
        if not self.other:
            return None
        fate, after = fate_of(self._texts, (eid,), self._between)
        return Later(fate, self._texts.places(self.other, after))

    def of_ground(self, ground: Ground) -> Iterator[Candidate]:
        """A basis that stands in this version and not, or elsewhere, in the other one."""
        if not self.other or ground.lost or not ground.places:
            return
        fate, after = fate_of(self._texts, [p.eid for p in ground.places], self._between)
        if fate is Fate.SAME or self._is_told(ground):
            return
        doubt = Doubt.LOST if fate is Fate.LOST else Doubt.RENUMBERED
        became = self._texts.places(self.other, after)
        found = rows.gone(doubt, ground, became=became, in_version=self.other)
        yield rows.followed(found, ground, self._followed(ground, set(after)))

    def _is_told(self, ground: Ground) -> bool:
        """Does the law say what the rule rests on from then on?"""
        return any(g.rule.work == ground.rule.work and g.how is not How.REGARD for g in self._then)

    def _followed(self, ground: Ground, after: set[str]) -> str:
        """The version of the same rule that names the new place."""
        later = (g for g in self._then if g.rule.work == ground.rule.work and g.rule.key != ground.rule.key)
        kept = (g.rule.key for g in later if g.fate is Fate.SAME and after & {p.eid for p in g.places})
        return next(kept, "")


def _in_act(
    texts: DelegatingTexts, act: ShelvedWork, rule: ShelvedWork, version: str
) -> Iterator[RuleGround]:
    """The grounds in one act, in its version of the day of the rule."""
    listed = _of_that_day(act, rule, version)
    of_act = listed.version.version
    delegations = find_delegations(texts.tree(of_act))
    for ground in Grounds(texts, act, listed).of_rule(rule, version):
        yield RuleGround(ground.said, ground.act_name, of_act, ground, rows.met(ground, delegations))


def _of_that_day(act: ShelvedWork, rule: ShelvedWork, version: str) -> ListedVersion:
    """The version of an act on the day of a version of a rule; the first stored when it is older."""
    day = next(r.since for r in rule_versions(rule) if r.key == version)
    then = in_force_then(act, day)
    oldest_first = sorted(act.versions, key=lambda v: day_of(v) or date.max)
    return next((v for v in act.versions if v.version.version == then), oldest_first[0])
