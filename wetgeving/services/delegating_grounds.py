"""The grounds of the rules below an act: which provision each meant, and what became of it since.

Read in this order: the words of the rule, in the text of the act they were written for; then the concordance
to the version asked for; then, before anything counts as lost, what a later text says it rests on instead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.delegation.bases import How, NamedBasis
from corpus.delegation.meeting import LOST_FATES, Fate
from corpus.delegation.places import holds
from corpus.reading import Identifier, WorkKind
from corpus.resolving import Context
from wetgeving.services.catalogue import ListedVersion, ShelvedWork
from wetgeving.services.delegating_texts import (
    DelegatingTexts,
    act_identifier,
    asked,
    day_of,
    first_with_these_words,
    in_force_then,
    rule_versions,
)
from wetgeving.services.delegating_values import Ground, RuleVersion

_UNSURE = frozenset({*LOST_FATES, Fate.RENUMBERED})


class Grounds:
    """The grounds that lead to one act, read in one of its versions."""

    def __init__(self, texts: DelegatingTexts, act: ShelvedWork, version: ListedVersion) -> None:
        self._texts, self._act, self._listed = texts, act, version
        self._version, self._identifier = version.version.version, act_identifier(act.work)
        self._name = act.work.short_title or act.work.title or act.work.key

    def all(self) -> tuple[Ground, ...]:
        """Those of every rule that counted on a day on which this version of the act did."""
        found = [g for rule in self._texts.rules() for g in self._of_work(rule)]
        return tuple(self._moved(ground) for ground in found) + tuple(self._said_by_law())

    def of_rule(self, rule: ShelvedWork, version: str) -> tuple[Ground, ...]:
        """Those of one version of one rule."""
        return tuple(self._moved(ground) for ground in self._of_work(rule, only=version))

    def _of_work(self, rule: ShelvedWork, only: str = "") -> Iterator[Ground]:
        kind = WorkKind(rule.work.kind)
        per_version = [self._texts.bases(listed, kind) for listed in rule.versions]
        said = [frozenset((b.text, b.citation.places) for b in bases) for bases in per_version]
        for place, one in enumerate(rule_versions(rule)):
            if one.key != only if only else not self._together(one):
                continue
            first = first_with_these_words(said, place)
            home = in_force_then(self._act, self._texts.written_on(rule, first))
            own = act_identifier(rule.work)
            for basis in per_version[place]:
                if basis.about or not basis.citation.act:
                    continue
                if self._identifier in basis.citation.act.identifiers:
                    ground = self._ground(one, basis, Context(own, basis.eid, kind), home=home)
                    yield replace(ground, amended=first < place)

    def _together(self, rule: RuleVersion) -> bool:
        """Was there a day on which both this version of the rule and of the act counted?"""
        start = day_of(self._listed)
        following = [day for v in self._act.versions if (day := day_of(v)) and start and day > start]
        end = min(following, default=None)
        begins_in_time = end is None or rule.since is None or rule.since < end
        return begins_in_time and (start is None or rule.until is None or rule.until > start)

    def _ground(self, rule: RuleVersion, basis: NamedBasis, context: Context, *, home: str) -> Ground:
        read_in = home or self._version
        eids = self._texts.resolved(basis, context, read_in, self._identifier)
        ground = Ground(
            rule=rule,
            eid=basis.eid,
            said=basis.text,
            how=basis.how,
            act=self._act.work.key,
            act_name=self._name,
            home=home,
            fate=Fate.SAME,
            written=self._texts.places(read_in, eids),
            places=self._texts.places(self._version, eids) if read_in == self._version else (),
            asked=asked(basis),
            by_year=basis.by_year,
        )
        if not basis.citation.places:
            return replace(ground, fate=Fate.UNKNOWN)
        if not eids:
            return replace(ground, fate=Fate.NOT_THERE)
        if not home:
            return replace(ground, fate=Fate.BY_NUMBER)
        return ground if home == self._version else self._since(ground)

    def _since(self, ground: Ground) -> Ground:
        fate, eids = fate_of(self._texts, [p.eid for p in ground.written], (ground.home, self._version))
        return replace(ground, fate=fate, places=self._texts.places(self._version, eids))

    def _moved(self, ground: Ground) -> Ground:
        """A basis that went, of a rule of which is said what it rests on since."""
        if ground.fate not in _UNSURE or ground.how is not How.REGARD:
            return ground
        instead = [g for g in self._said_of(ground.rule) if not g.lost]
        if not instead:
            return ground
        places = dict.fromkeys(place for g in instead for place in g.places)
        return replace(ground, fate=Fate.MOVED, places=tuple(places))

    def _said_of(self, rule: RuleVersion) -> Iterator[Ground]:
        yield from (g for g in self._said_by_law() if g.rule.work == rule.work)
        shelved = next(s for s in self._texts.rules() if s.work.key == rule.work)
        yield from (g for g in self._of_work(shelved, only=rule.key) if g.how is not How.REGARD)

    def _said_by_law(self) -> Iterator[Ground]:
        """What this version of the act, or a bill in a dossier of it, says that rules rest on."""
        for work, listed in self._speaking():
            for basis in self._texts.bases(listed, WorkKind(work.work.kind)):
                if basis.about:
                    yield from self._about(work, basis)

    def _speaking(self) -> Iterator[tuple[ShelvedWork, ListedVersion]]:
        yield self._act, self._listed
        for work in self._texts.shelf:
            shared = set(work.work.dossiers) & set(self._act.work.dossiers)
            if work.work.kind == WorkKind.BILL and shared and work.versions:
                yield work, work.versions[-1]

    def _about(self, speaking: ShelvedWork, basis: NamedBasis) -> Iterator[Ground]:
        own = act_identifier(speaking.work)
        context = Context(own, basis.eid, WorkKind(speaking.work.kind))
        if not self._is_of_act(basis, own):
            return
        for rule in self._texts.rules():
            if act_identifier(rule.work) in basis.rules:
                together = [one for one in rule_versions(rule) if self._together(one)]
                for one in together[-1:]:
                    ground = self._ground(one, basis, context, home="")
                    fate = Fate.SAME if ground.fate is Fate.BY_NUMBER else ground.fate
                    yield replace(ground, fate=fate)

    def _is_of_act(self, basis: NamedBasis, own: Identifier) -> bool:
        act = basis.citation.act
        if act is None or not act.identifiers:
            return own == self._identifier
        return self._identifier in act.identifiers


def fate_of(
    texts: DelegatingTexts, eids: Iterable[str], between: tuple[str, str]
) -> tuple[Fate, tuple[str, ...]]:
    """What became of provisions of one version of an act in another."""
    became = texts.became(*between)
    wanted = tuple(eids)
    known = [became.get(eid, ()) for eid in wanted]
    after = tuple(dict.fromkeys(eid for found in known for eid in found))
    if not after or not all(known):
        return Fate.LOST, after
    stayed = set(wanted) <= set(after) and all(any(holds(e, a) for e in wanted) for a in after)
    return (Fate.SAME, wanted) if stayed else (Fate.RENUMBERED, after)
