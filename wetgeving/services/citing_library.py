"""The texts that references are looked up in: per act and day the version that was law, outlined once.

Of an act whose versions are drafts the last one up to the day counts. Where nothing was law on the day, or
that is not known, the last version serves. Nothing is stored here.
"""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date

from corpus.provision import Provision, ProvisionKind, walk
from corpus.reading import Identifier
from corpus.resolving import Outline
from wetgeving.services.catalogue import Catalogue, ListedVersion
from wetgeving.services.errors import NotFoundError
from wetgeving.services.validity import Dated, ValidityService, in_force
from wetgeving.services.version_key import leading_date
from wetgeving.store.values import Work

_OUTLINES = 24
"""As many as the acts that one text names often; an outline of a large act takes some megabytes."""


class StoredTexts:
    """The library of what is stored, for texts of one sort: examples, or the real ones."""

    def __init__(self, catalogue: Catalogue, validity: ValidityService, *, fictional: bool) -> None:
        self._catalogue, self._validity, self._fictional = catalogue, validity, fictional
        self._works: dict[Identifier, Work | None] = {}
        self._dated: dict[str, tuple[Dated, ...]] = {}
        self._chosen: dict[tuple[Identifier, date | None], ListedVersion | None] = {}
        self._outlines: OrderedDict[str, Outline] = OrderedDict()

    def outline(self, act: Identifier, on: date | None) -> Outline | None:
        """The text of an act on a day."""
        listed = self.listed(act, on)
        return self.outlined(listed.version.version) if listed else None

    def outlined(self, version: str) -> Outline:
        """The text of a version."""
        if version in self._outlines:
            self._outlines.move_to_end(version)
        else:
            self._outlines[version] = Outline(self.provisions(version))
            if len(self._outlines) > _OUTLINES:
                self._outlines.popitem(last=False)
        return self._outlines[version]

    def provisions(self, version: str) -> tuple[Provision, ...]:
        """The provisions of a version."""
        return self._catalogue.text(version).provisions

    def listed(self, act: Identifier, on: date | None) -> ListedVersion | None:
        """The version of an act that serves for a day; without a day the last one."""
        if (act, on) not in self._chosen:
            work = self.work(act)
            self._chosen[act, on] = self._choice(work, on) if work else None
        return self._chosen[act, on]

    def looked_into(self, act: Identifier, on: date | None, provision: str) -> str:
        """The key of the version that has this provision: that of the day, else the last one."""
        for listed in (self.listed(act, on), self.listed(act, None)):
            if listed and (not provision or provision in self.outlined(listed.version.version).by_eid):
                return listed.version.version
        return ""

    def work(self, act: Identifier) -> Work | None:
        """The stored work that an identifier names."""
        if act not in self._works:
            try:
                work = self._catalogue.work(act.value)
            except NotFoundError:
                work = None
            self._works[act] = work if work and work.fictional == self._fictional else None
        return self._works[act]

    def _choice(self, work: Work, on: date | None) -> ListedVersion | None:
        versions = self._catalogue.versions(work.key)
        if not versions or on is None or len(versions) == 1:
            return versions[-1] if versions else None
        if work.key not in self._dated:
            self._dated[work.key] = tuple(self._validity.of(listed) for listed in versions)
        found = in_force(self._dated[work.key], on=on, known_on=self._validity.today()).found
        if found:
            return found.listed
        drafts = not any(dated.validity.law_from for dated in self._dated[work.key])
        return (drafts and _until(versions, on)) or versions[-1]


def _until(versions: Sequence[ListedVersion], on: date) -> ListedVersion | None:
    """The last of these drafts that is not later than a day."""
    days = [(leading_date(v.version.dates), v) for v in versions]
    return next((v for day, v in reversed(days) if day and day <= on), None)


class BesideOwn:
    """A library in which one act is the text at hand itself; it remembers which acts were asked for."""

    def __init__(self, texts: StoredTexts, own: Identifier, provisions: Sequence[Provision]) -> None:
        self._texts, self.own, self.outlined_own = texts, own, Outline(provisions)
        self.asked: set[Identifier] = set()
        self._quoted: dict[str, Outline] = {}

    def outline(self, act: Identifier, on: date | None) -> Outline | None:
        """The text of an act on a day."""
        if act == self.own:
            return self.outlined_own
        self.asked.add(act)
        return self._texts.outline(act, on)

    def quoted(self, act: Identifier, on: date | None) -> Outline:
        """All law that the text of an act quotes, as a bill does."""
        self.asked.add(act)
        listed = self._texts.listed(act, on)
        if listed is None:
            return Outline(())
        key = listed.version.version
        if key not in self._quoted:
            quotes = (p for p in walk(self._texts.provisions(key)) if p.kind is ProvisionKind.MOD)
            self._quoted[key] = Outline([child for quote in quotes for child in quote.children])
        return self._quoted[key]
