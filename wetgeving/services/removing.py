"""Removing what the law demands to be removed, and a fictional dossier as a whole. Both say what they took.

A removed text leaves a tombstone with the reason at each of its addresses. The words are gone from the rows
when the transaction commits, and from the files when `erase` has written database and index anew.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from indexer.document import SearchEngine
from indexer.errors import IndexBusyError, IndexUnreadableError
from wetgeving.services.commitments import forget_commitments
from wetgeving.services.comparing import forget_comparisons
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.services.following import forget_followed
from wetgeving.services.opinion_tracking import forget_opinions
from wetgeving.services.transposing import forget_tables
from wetgeving.store import Database, Store
from wetgeving.store.errors import StillDerivedFromError
from wetgeving.store.values import Event, Tombstone


@dataclass(frozen=True, slots=True)
class Removal:
    """What was removed with a version, and what of it stays because another version holds it too.

    `again` says that it was removed before, and only the tombstone was found.
    """

    tombstone: Tombstone
    keys: tuple[str, ...] = ()
    texts: int = 0
    shared_texts: int = 0
    shared_files: tuple[str, ...] = ()
    heirs: tuple[str, ...] = ()
    title_kept: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class RemovedExample:
    """A fictional dossier that is gone, with its works."""

    number: str
    works: tuple[str, ...]
    entries: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """Why the words may still be in the files of the database or the index; "" where they are not."""

    database: str
    index: str

    @property
    def complete(self) -> bool:
        """Is nothing of what was removed left in a file of this installation?"""
        return not (self.database or self.index)


class Removing:
    """Removes on behalf of `actor`."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def remove(self, key: str, reason: str) -> Removal:
        """Remove the text of a version, standing or withdrawn, and leave a tombstone at every key it had."""
        if not reason.strip():
            raise MissingDetailError(
                "Een verwijdering heeft een reden nodig.", value=key, remedy="Geef --reason op."
            )
        buried = self._store.tombstones.find(key)
        if buried is not None:
            return Removal(buried, (buried.key,), again=True)
        version = self._store.versions.find(key)
        if version is None:
            raise NotFoundError("Deze versie is niet opgenomen.", value=key)
        at = self._clock()
        removed = self._store.tombstones.bury(version.version, at=at, actor=self._actor, reason=reason)
        _forget()
        detail = f"{removed.texts} teksten, {len(removed.files)} bestanden"
        self._record(at, "removed", version.work, version.version, reason, detail)
        for heir in removed.heirs:
            self._record(at, "base-removed", heir.partition("@")[0], heir, reason, version.version)
        return Removal(
            Tombstone(version.version, removed.work, removed.files, at, self._actor, reason),
            removed.keys,
            removed.texts,
            removed.shared_texts,
            removed.shared_files,
            removed.heirs,
            removed.title_kept,
        )

    def remove_example(self, number: str) -> RemovedExample:
        """Remove a fictional dossier: its works with their texts, and all that is known of it."""
        dossier = self._store.dossiers.find(number)
        if dossier is None:
            raise NotFoundError("Dit dossier is niet opgenomen.", value=number)
        if not dossier.fictional:
            raise InvalidValueError(
                "Dit is geen voorbeelddossier; een echt dossier wordt niet verwijderd.",
                value=number,
                remedy="Trek versies in die er niet horen, of verwijder een tekst met `wetgeving remove`.",
            )
        entries = len(self._store.dossiers.entries(number))
        works = [w.key for w in self._store.works.all() if w.fictional and w.dossiers == (number,)]
        self._remove_works(works)
        self._store.dossiers.remove(number)
        _forget()
        return RemovedExample(number, tuple(works), entries)

    def _remove_works(self, works: list[str]) -> None:
        """Remove works, each after those that have a version derived from it."""
        left = list(works)
        while left:
            removed = [work for work in left if self._removed(work)]
            if not removed:
                self._store.works.remove(left[0])  # raises: it says which versions stand in the way
            left = [work for work in left if work not in removed]

    def _removed(self, work: str) -> bool:
        try:
            keys = self._store.works.remove(work)
        except StillDerivedFromError:
            return False
        for key in keys:
            self._store.index_tasks.add(key)
        self._record(self._clock(), "example-removed", work, None, "voorbeelddossier verwijderd", "")
        return True

    def _record(
        self, at: datetime, kind: str, work: str, version: str | None, reason: str, detail: str
    ) -> None:
        self._store.events.add(Event(at, kind, work, version, self._actor, reason, detail))


def erase(database: Database, engines: Iterable[SearchEngine], keys: Iterable[str]) -> Erasure:
    """Write the files of database and indexes anew, after what was removed was committed and indexed."""
    gone = frozenset(keys)
    left = dict.fromkeys(_compacted(engine, gone) for engine in engines)
    return Erasure(database.erase_deleted(), "; ".join(filter(None, left)))


def _compacted(engine: SearchEngine, keys: frozenset[str]) -> str:
    """What was removed may also be the older side of a change: the parts of an id name all versions in it."""
    try:
        if any(not keys.isdisjoint(id_.split("/")) for id_ in engine.digests()):
            return "de zoekindex is nog niet bijgewerkt"
        engine.compact()
    except (IndexBusyError, IndexUnreadableError) as error:
        return error.what
    return ""


def _forget() -> None:
    """Leave nothing of it in the memory of this process."""
    forget_comparisons()
    forget_opinions()
    forget_commitments()
    forget_followed()
    forget_tables()
