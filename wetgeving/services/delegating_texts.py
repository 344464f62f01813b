"""The texts that delegation is read from: rules with the bases they name, and an act in another version.

Names of acts are those of what is stored; an example names only examples. Bases are remembered by the words
they come from; which texts a viewer sees is asked of the catalogue each time.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from corpus.citations import Names
from corpus.citations.document import cited
from corpus.citations.name_sources import identifier_of, named
from corpus.delegation.bases import RULES, NamedBasis, named_bases
from corpus.delegation.established import written_for
from corpus.diff.concordance import LEVELS, concordance
from corpus.numbering import label
from corpus.provision import Provision
from corpus.reading import Identifier, WorkKind
from corpus.resolving import Context, Outline, Status, resolve
from wetgeving.services.catalogue import Catalogue, ListedVersion, ShelvedWork
from wetgeving.services.comparing import Comparing
from wetgeving.services.delegating_values import Place, RuleVersion
from wetgeving.services.remembered import Remembered
from wetgeving.store.values import Work

_BASES: Remembered[tuple[NamedBasis, ...]] = Remembered(400_000)
_MENTIONS: Remembered[tuple[tuple[str, str], ...]] = Remembered(400_000)
_WRITTEN: Remembered[date | None] = Remembered(10_000)
_COUNTED = 300


def act_identifier(work: Work) -> Identifier:
    """What references to a work are resolved to."""
    return identifier_of(work.key, {i.scheme: i.value for i in work.identifiers})


def day_of(listed: ListedVersion) -> date | None:
    """From which day a version counts."""
    dates = listed.version.dates
    return dates.in_force_on or dates.document_date


class DelegatingTexts:
    """Everything of one shelf: real texts, or examples."""

    def __init__(self, catalogue: Catalogue, comparing: Comparing, *, fictional: bool) -> None:
        self._catalogue, self._comparing = catalogue, comparing
        self.shelf = tuple(s for s in catalogue.shelf() if s.work.fictional == fictional)
        names = [
            n for s in self.shelf for n in named((s.work.short_title, s.work.title), act_identifier(s.work))
        ]
        self._names, self._names_are = Names.of(names), hash(tuple(names))
        self._hashes = {v.version.version: v.version.tree_hash for s in self.shelf for v in s.versions}
        self._outlines: dict[str, Outline] = {}
        self._became: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}

    def work(self, identifiers: Iterable[Identifier]) -> ShelvedWork | None:
        """The one stored work that these identifiers name."""
        wanted = set(identifiers)
        found = [s for s in self.shelf if act_identifier(s.work) in wanted]
        return found[0] if len(found) == 1 and len(wanted) == 1 else None

    def rules(self) -> tuple[ShelvedWork, ...]:
        """The decrees and regulations."""
        return tuple(s for s in self.shelf if WorkKind(s.work.kind) in RULES and s.versions)

    def bases(self, listed: ListedVersion, kind: WorkKind) -> tuple[NamedBasis, ...]:
        """What a version says rules rest on."""
        key = listed.version.tree_hash, kind, self._names_are
        return _BASES.value(
            key,
            lambda: named_bases(self.tree(listed.version.version), self._names, kind),
            lambda v: _COUNTED * (len(v) + 1),
        )

    def of(self, key: str) -> ShelvedWork:
        """A work by its key."""
        return next(s for s in self.shelf if s.work.key == key)

    def mentions(self, rule: RuleVersion, act: Identifier, version: str) -> dict[str, tuple[str, ...]]:
        """The provisions of an act that the articles of a rule name, with the provisions that do."""
        key = self._hashes[rule.key], act, self._hashes[version], self._names_are
        found = _MENTIONS.value(
            key, lambda: tuple(self._mentioned(rule, act, version)), lambda v: 60 * (len(v) + 1)
        )
        by_target: dict[str, tuple[str, ...]] = {}
        for target, eid in found:
            by_target[target] = (*by_target.get(target, ()), eid)
        return by_target

    def _mentioned(self, rule: RuleVersion, act: Identifier, version: str) -> dict[tuple[str, str], None]:
        library, own = _Only(act, self.outline(version)), act_identifier(self.of(rule.work).work)
        found: dict[tuple[str, str], None] = {}
        for provision, citations in cited(self.tree(rule.key), self._names):
            here = Context(own, provision.eid, rule.kind)
            for citation in citations:
                if citation.act and act in citation.act.identifiers and "art_" in provision.eid:
                    for target in resolve(citation, here, library).targets:
                        found[target.provision, provision.eid] = None
        return found

    def written_on(self, rule: ShelvedWork, first: int) -> date | None:
        """The day the bases of a version were written: of the first one stored, when the rule was made."""
        listed = rule.versions[first]
        if first:
            return day_of(listed)
        return _WRITTEN.value(
            (listed.version.tree_hash, rule.work.title),
            lambda: written_for(rule.work.title, self.tree(listed.version.version)),
            lambda _: 1,
        )

    def tree(self, version: str) -> tuple[Provision, ...]:
        """The provisions of a version."""
        return self._catalogue.text(version).provisions

    def outline(self, version: str) -> Outline:
        """A version outlined once."""
        if version not in self._outlines:
            self._outlines[version] = Outline(self.tree(version))
        return self._outlines[version]

    def places(self, version: str, eids: Iterable[str]) -> tuple[Place, ...]:
        """Provisions of a version as they are cited."""
        outline = self.outline(version)
        found = [
            (e, [outline.by_eid[x] for x in reversed(outline.path(e))]) for e in eids if e in outline.by_eid
        ]
        return tuple(Place(eid, label(path)) for eid, path in found)

    def resolved(self, basis: NamedBasis, context: Context, version: str, act: Identifier) -> tuple[str, ...]:
        """The provisions that a basis means in a version of the act; none when it has no such place."""
        found = resolve(basis.citation, context, _Only(act, self.outline(version)))
        kept = found.targets if found.status is Status.FOUND else ()
        return tuple(t.provision for t in kept if (t.scheme, t.id) == (act.scheme, act.value) and t.provision)

    def became(self, old: str, new: str) -> dict[str, tuple[str, ...]]:
        """What each provision of one version of an act is in another."""
        if (old, new) not in self._became:
            compared = self._comparing.as_given(old, new)
            found: dict[str, tuple[str, ...]] = {}
            for row in concordance(compared.comparison, LEVELS["paragraph"]):
                for before, after in row.pairs:
                    found[before] = (*found.get(before, ()), after)
                found.update({p.eid: found.get(p.eid, ()) for p in row.old})
            self._became[old, new] = found
        return self._became[old, new]


class _Only:
    """A library of one text."""

    def __init__(self, act: Identifier, outline: Outline) -> None:
        self._act, self._outline = act, outline

    def outline(self, act: Identifier, on: date | None) -> Outline | None:
        """The text in hand, whatever the day."""
        del on
        return self._outline if act == self._act else None


def rule_versions(shelved: ShelvedWork) -> tuple[RuleVersion, ...]:
    """The versions of a rule with the days between which they count."""
    days = [day_of(listed) for listed in shelved.versions]
    name = shelved.work.short_title or shelved.work.title or shelved.work.key
    return tuple(
        RuleVersion(
            listed.version.version,
            shelved.work.key,
            name,
            WorkKind(shelved.work.kind),
            days[place],
            days[place + 1] if place + 1 < len(days) else None,
        )
        for place, listed in enumerate(shelved.versions)
    )


def first_with_these_words(said: Sequence[frozenset[object]], place: int) -> int:
    """The version in which the bases of the one at `place` first stood as they stand."""
    while place and said[place - 1] == said[place]:
        place -= 1
    return place


def asked(basis: NamedBasis) -> str:
    """The place a basis names, as it is cited."""
    steps = basis.citation.places[0].steps if basis.citation.places else ()
    return label(tuple(Provision(step.kind, num=step.number) for step in steps)) if steps else ""


def in_force_then(act: ShelvedWork, day: date | None) -> str:
    """The version of an act that was there on a day; "" when none is stored, or the day is not known."""
    if day is None:
        return ""
    before = [v for v in act.versions if (since := day_of(v)) and since <= day]
    return before[-1].version.version if before else ""
