"""Reading again from the kept bytes: what would the readers of today make of them?

`report` changes nothing. `apply` stores the new reading of every version that would change, in place: the
words of a source do not change, only what we made of them.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from corpus.errors import WetgevingError
from corpus.hashing import text_hash, tree_hash
from corpus.provision import Provision, walk
from corpus.reading import Reading
from wetgeving.services import file_name
from wetgeving.services.patient_reading import read_within
from wetgeving.services.progress import Progress, silent
from wetgeving.store import Store
from wetgeving.store.values import Event, NewVersion, Version


@dataclass(frozen=True, slots=True)
class Difference:
    """A version read differently. `changed` names what: text, tree, dates, account or unreadable."""

    version: str
    changed: tuple[str, ...]
    provisions_before: int
    provisions_after: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """How many versions were read again, and which of them came out otherwise."""

    checked: int
    differences: tuple[Difference, ...]
    applied: bool


class Refreshing:
    """Re-reads the first source of every version."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def report(self, progress: Progress = silent) -> RefreshReport:
        """What would change, without changing it."""
        return self._run(progress, apply=False)

    def apply(self, progress: Progress = silent) -> RefreshReport:
        """Store what the readers of today make of the kept bytes; what cannot be read stays as it is."""
        return self._run(progress, apply=True)

    def _run(self, progress: Progress, *, apply: bool) -> RefreshReport:
        versions = [v for w in self._store.works.all() for v in self._store.versions.of(w.key)]
        differences: list[Difference] = []
        for done, version in enumerate(versions, start=1):
            differences += self._checked(version, apply=apply)
            progress(done, len(versions))
        return RefreshReport(len(versions), tuple(differences), apply)

    def _checked(self, version: Version, *, apply: bool) -> Iterator[Difference]:
        before = self._store.versions.provisions(version.version)
        count = sum(1 for root in before for _ in root.walk())
        try:
            reading = read_within(self._store.manifestations.content(version.sources[0].sha256))
        except WetgevingError as error:
            yield Difference(version.version, ("unreadable",), count, 0, str(error))
            return
        changed = tuple(self._changed(version, reading))
        if changed:
            after = sum(1 for root in reading.provisions for _ in root.walk())
            yield Difference(version.version, changed, count, after)
            if apply:
                self._store_again(version, reading, changed)

    def _changed(self, version: Version, reading: Reading) -> Iterator[str]:
        if text_hash(reading.provisions) != version.text_hash:
            yield "text"
        if tree_hash(reading.provisions) != version.tree_hash:
            yield "tree"
        elif _dates(reading.provisions) != _dates(self._store.versions.outline(version.version)):
            yield "dates"
        dropped, guessed = self._store.versions.account(version.version)
        if (
            dropped != reading.dropped
            or tuple(g for g in guessed if g.rule != "file-name") != reading.guessed
        ):
            yield "account"

    def _store_again(self, version: Version, reading: Reading, changed: tuple[str, ...]) -> None:
        _, guessed = self._store.versions.account(version.version)
        kept = tuple(g for g in guessed if g.rule == file_name.RULE)
        new = NewVersion(
            work=version.work,
            stage=version.stage,
            dates=version.dates,
            language=reading.language,
            provisions=reading.provisions,
            dropped=reading.dropped,
            guessed=(*reading.guessed, *kept),
            reason=version.reason,
            derived_from=version.derived_from,
            official=version.official,
        )
        self._store.versions.replace_text(version.version, new)
        self._read_by(version, reading)
        self._store.index_tasks.add(version.version)
        detail = f"{reading.reader} {reading.logic_version}: {', '.join(changed)}"
        self._store.events.add(
            Event(self._clock(), "refreshed", version.work, version.version, self._actor, "refresh", detail)
        )

    def _read_by(self, version: Version, reading: Reading) -> None:
        """Note on the source which reader, at which logic version, the stored text now comes from."""
        source = version.sources[0]
        self._store.versions.attach_source(
            version.version,
            sha256=source.sha256,
            media_type=source.media_type,
            origin=source.origin,
            file_name=source.file_name,
            retrieved_at=source.retrieved_at,
            reader=reading.reader,
            logic_version=reading.logic_version,
        )


def _dates(provisions: Iterable[Provision]) -> list[tuple[object, ...]]:
    """What the provisions say of their being law, which no hash of words sees."""
    return [(p.status, p.in_force_on, p.commencement) for p in walk(provisions)]
