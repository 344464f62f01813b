"""Which texts a table of a Union act is made with: the act, the memoranda, the national law and the bill.

Chosen among the works of the dossiers that bind the act, by kind and by date; nothing is read here that is
not asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.citations import Name, Names
from corpus.citations.name_sources import identifier_of, named
from corpus.dossier.facts import EuAct, EuMapping
from corpus.reading import Identifier
from corpus.resolving.library import Outline
from wetgeving.services.catalogue import Catalogue, ListedVersion, VersionText
from wetgeving.services.dossiers import DossierFacts, Dossiers
from wetgeving.services.version_key import leading_date
from wetgeving.store.values import Work

EU_KINDS = ("eu-regulation", "eu-directive", "eu-decision")
LAW_KINDS = ("act", "decree", "ministerial-regulation")
BILL, MEMORANDUM = "bill", "memorandum"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A work with its standing versions, oldest first; there may be none."""

    work: Work
    versions: tuple[ListedVersion, ...]

    @property
    def last(self) -> ListedVersion | None:
        """The newest version."""
        return self.versions[-1] if self.versions else None

    def known_on(self, day: date | None) -> ListedVersion | None:
        """The newest version that is not of after a day; without a day the first."""
        until = [v for v in self.versions if day and (when := leading_date(v.version.dates)) and when <= day]
        return until[-1] if until else next(iter(self.versions), None)

    def after(self, day: date | None) -> ListedVersion | None:
        """The first version of after a day."""
        later = (v for v in self.versions if day and (when := leading_date(v.version.dates)) and when > day)
        return next(later, None)


def day_of(listed: ListedVersion) -> date | None:
    """The day a version is of."""
    return leading_date(listed.version.dates)


def identifier(work: Work) -> Identifier:
    """What references to a work are resolved to."""
    return identifier_of(work.key, {i.scheme: i.value for i in work.identifiers})


class DossierTexts:
    """The works around one Union act, or around all those of a dossier."""

    def __init__(
        self, catalogue: Catalogue, dossiers: Dossiers, numbers: Iterable[str], works: tuple[Work, ...]
    ) -> None:
        self._catalogue, self._dossiers = catalogue, dossiers
        self.numbers, self.works = tuple(numbers), works
        self._shelved: dict[str, Shelved] = {}
        self._outlines: dict[str, Outline] = {}

    def of_kind(self, *kinds: str) -> Iterator[Shelved]:
        """The works of these kinds, by key."""
        for work in sorted(self.works, key=lambda w: w.key):
            if work.kind in kinds:
                yield self.shelved(work.key)

    def shelved(self, key: str) -> Shelved:
        """One of the works with its versions."""
        if key not in self._shelved:
            work = next(w for w in self.works if w.key == key)
            self._shelved[key] = Shelved(work, self._catalogue.versions(key))
        return self._shelved[key]

    def has(self, key: str) -> bool:
        """Is this work one of them?"""
        return any(work.key == key for work in self.works)

    def text(self, key: str) -> VersionText:
        """The text of a version."""
        return self._catalogue.text(key)

    def outline(self, key: str) -> Outline:
        """The provisions of a version by number."""
        if key not in self._outlines:
            self._outlines[key] = Outline(self.text(key).provisions)
        return self._outlines[key]

    @cached_property
    def facts(self) -> tuple[DossierFacts, ...]:
        """What is known of the dossiers."""
        return tuple(self._dossiers.facts(number) for number in self.numbers)

    def fact(self, act: str) -> EuAct | None:
        """What is known of a Union act."""
        return next((fact for facts in self.facts for fact in facts.eu_acts if fact.key == act), None)

    def mappings(self, act: str) -> tuple[EuMapping, ...]:
        """How its provisions are met as far as the sources say."""
        return tuple(m for facts in self.facts for m in facts.mappings if m.act == act)

    @cached_property
    def names(self) -> Names:
        """The names that these works go by."""
        return Names.of(self._names())

    def _names(self) -> Iterator[Name]:
        for work in self.works:
            yield from named((work.short_title, work.title), identifier(work))
        own = {work.key: identifier(work) for work in self.works}
        for facts in self.facts:
            for act in facts.eu_acts:
                yield from named((*act.names, act.number), own.get(act.key) or identifier_of(act.key, {}))

    @cached_property
    def by_identifier(self) -> dict[Identifier, Work]:
        """The works by what references are resolved to."""
        return {identifier(work): work for work in self.works}
