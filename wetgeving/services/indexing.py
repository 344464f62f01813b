"""Keeping the search index true: both sides are compared, nothing is replayed.

The index is derived: deleting it loses nothing, `rebuild` makes the same one again.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.dossier.facts import EuAct
from corpus.dossier.written import from_json
from corpus.opinion import Opinion
from corpus.reading import WorkKind
from indexer.document import IndexDocument, SearchEngine
from wetgeving.services.index_documents import Indexed, documents
from wetgeving.services.named_union_acts import NamedUnionActs
from wetgeving.services.progress import Progress, silent
from wetgeving.store import Store

_EU_ACT = "eu_act"
_LOG = logging.getLogger("wetgeving.indexing")
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

    def __init__(
        self,
        store: Store,
        engine: SearchEngine,
        opinions: Callable[[str], Opinion] | None = None,
        *,
        portion: int = PORTION,
    ) -> None:
        self._store, self._engine, self._opinions, self._portion = store, engine, opinions, portion

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
        return self._align(tuple(sorted(self._stored() | indexed)), progress)

    def rebuild(self, progress: Progress = silent) -> int:
        """Make the whole index again; until that is done the old one answers."""
        written = 0

        def documents() -> Iterator[IndexDocument]:
            nonlocal written
            keys = sorted(self._stored())
            for done, key in enumerate(keys, start=1):
                for document in {d.id: d for d in self._documents_of(key)}.values():
                    written += 1
                    yield document
                progress(done, len(keys))

        self._engine.replace(documents())
        return written

    def _stored(self) -> set[str]:
        return {v.version for w in self._store.works.all() for v in self._store.versions.of(w.key)}

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
        opinion = self._opinion(key) if work.kind == WorkKind.OPINION else None
        provisions = self._store.versions.provisions(key)
        yield from documents(Indexed(work, version, provisions, opinion, self._acts[work.fictional]))

    def _opinion(self, key: str) -> Opinion | None:
        """The opinion in a version; one that cannot be read is logged and indexed as any other text."""
        if self._opinions is None:
            return None
        try:
            return self._opinions(key)
        except Exception:  # one paper that fails must not keep the others out of the index
            _LOG.exception("no points indexed: %s", key)
            return None

    @cached_property
    def _acts(self) -> Mapping[bool, NamedUnionActs]:
        """The names of Union acts that open dossiers give: for real texts, and for fictional ones."""
        opened = [d for d in self._store.dossiers.all() if not d.closed]
        return {
            fictional: NamedUnionActs.known(
                from_json(EuAct, entry.content)
                for dossier in opened
                if dossier.fictional == fictional
                for entry in self._store.dossiers.entries(dossier.number)
                if entry.part == _EU_ACT
            )
            for fictional in (False, True)
        }
