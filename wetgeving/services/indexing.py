"""Keeping the search index true: both sides are compared, nothing is replayed.

The index is derived: deleting it loses nothing, `rebuild` makes the same one again.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.diff.units import units
from corpus.numbering import bare_number, label
from corpus.provision import Provision, ProvisionKind
from indexer.document import IndexDocument, SearchEngine
from wetgeving.services.catalogue import path_to
from wetgeving.services.progress import Progress, silent
from wetgeving.store import Store
from wetgeving.store.values import Version, Work

PORTION = 5_000
"""Documents written at once: as many as the engine sorts without the disk; more make fewer segments."""


@dataclass(frozen=True, slots=True)
class Converged:
    """How many documents were written or deleted, and the tasks that asked for it with what they named."""

    documents: int
    tasks: tuple[int, ...]
    touched: tuple[str, ...] = ()


class Indexing:
    """Brings the index in line with the store."""

    def __init__(self, store: Store, engine: SearchEngine, *, portion: int = PORTION) -> None:
        self._store, self._engine, self._portion = store, engine, portion

    def converge(self, progress: Progress = silent) -> Converged:
        """Deal with every version that was touched since; its tasks can then be settled."""
        pending = self._store.index_tasks.pending()
        touched = tuple(dict.fromkeys(key for _, key in pending))
        return Converged(self._align(touched, progress), tuple(task for task, _ in pending), touched)

    def settle(self, converged: Converged) -> None:
        """Forget the tasks that were dealt with; a crash before this only makes the index look again."""
        self._store.index_tasks.done(converged.tasks)

    def verify(self, progress: Progress = silent) -> int:
        """Compare the whole index with the whole store; the number of documents written or deleted."""
        indexed = {document.rpartition("/")[0] for document in self._engine.digests()}
        stored = {v.version for w in self._store.works.all() for v in self._store.versions.of(w.key)}
        return self._align(tuple(sorted(stored | indexed)), progress)

    def rebuild(self, progress: Progress = silent) -> int:
        """Throw the index away and make it again."""
        self._engine.clear()
        return self.verify(progress)

    def _align(self, keys: tuple[str, ...], progress: Progress) -> int:
        add: list[IndexDocument] = []
        delete: list[str] = []
        changed = 0
        for done, key in enumerate(keys, start=1):
            wanted = {d.id: d for d in self._documents_of(key)}
            present = self._engine.digests(key)
            add += [d for d in wanted.values() if present.get(d.id) != d.digest]
            delete += sorted(set(present) - set(wanted))
            if len(add) + len(delete) >= self._portion or done == len(keys):
                changed += self._apply(add, delete)
                add, delete = [], []
            progress(done, len(keys))
        return changed

    def _apply(self, add: list[IndexDocument], delete: list[str]) -> int:
        if add or delete:
            self._engine.apply(add, delete)
        return len(add) + len(delete)

    def _documents_of(self, key: str) -> Iterator[IndexDocument]:
        version = self._store.versions.find(key)
        if version is None or version.withdrawn is not None or version.version != key:
            return
        work = self._store.works.find(version.work)
        assert work is not None
        yield from documents(work, version, self._store.versions.provisions(key))


def documents(work: Work, version: Version, provisions: tuple[Provision, ...]) -> Iterator[IndexDocument]:
    """The documents of a version: one for each unit with words, quoted law included in the unit around it."""
    for unit in units(provisions):
        p = unit.provision
        text = _searchable(p)
        if not text and not p.heading:
            continue
        path = path_to(provisions, p.eid)
        document = IndexDocument(
            id=f"{version.version}/{p.eid}",
            digest="",
            version=version.version,
            work=work.key,
            work_title=work.short_title or work.title or work.key,
            kind=work.kind,
            stage=version.stage,
            in_force_on=version.dates.in_force_on.isoformat() if version.dates.in_force_on else "",
            eid=p.eid,
            number=bare_number(p.num) if p.kind is ProvisionKind.ARTICLE else "",
            label=label(path),
            heading=p.heading,
            text=text,
            fictional=work.fictional,
        )
        yield replace(document, digest=_digest(document))


def _searchable(p: Provision) -> str:
    """The own text of a unit and all print below it; its number and heading are fields of their own."""
    return "\n".join(part for part in (p.text, *(c.full_text() for c in p.children)) if part)


def _digest(document: IndexDocument) -> str:
    return hashlib.sha256(repr(document).encode()).hexdigest()[:32]
