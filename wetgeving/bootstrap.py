"""The one place that sees everything: settings become a database, two indexes and units of work.

`with application.unit_of_work() as services:` opens a transaction, commits it, or rolls it back. Without a
viewer it is the operator who asks: the command line and the worker; every page names the viewer it has.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from corpus.limits import applied
from indexer import open_change_engine, open_engine
from indexer.errors import IndexUnreadableError
from wetgeving.services import Engines, Services
from wetgeving.services.citing_batch import CitationBatch, portions
from wetgeving.services.openid import open_provider
from wetgeving.services.progress import Progress, silent
from wetgeving.settings import Settings
from wetgeving.store import Database, Store
from wetgeving.store.citations import NewReferences
from wetgeving.store.viewer import OPERATOR, Viewer

_LOG = logging.getLogger("wetgeving.changes")
_REFERENCES = 10_000
"""References written in one transaction."""


class Application:
    """A running installation: one database, its index and that of its changes, one clock."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        settings.home.mkdir(parents=True, exist_ok=True)
        self.database = Database(settings.database_url)
        self.engine = open_engine(settings.index_url)
        self.changes = open_change_engine(settings.index_url)
        self.openid = open_provider(settings.openid) if settings.openid else None

    @property
    def engines(self) -> Engines:
        """Both indexes."""
        return Engines(self.engine, self.changes)

    @property
    def uploads(self) -> bool:
        """May files be taken in at this machine while there are no accounts?"""
        return self.settings.uploads

    @property
    def new_people_role(self) -> str | None:
        """What someone gets for whom the provider vouches and who has no account; None: nothing."""
        return self.settings.openid.role if self.settings.openid else None

    @property
    def reading_closed(self) -> bool:
        """Is everything for who signed in?"""
        return self.settings.reading_closed

    @contextmanager
    def unit_of_work(self, viewer: Viewer = OPERATOR) -> Iterator[Services]:
        """Services in one transaction: committed at the end, rolled back on any error."""
        with applied(self.settings.limits), self.database.transaction() as connection:
            yield self._services(Store(connection, self._shown(viewer)))

    @contextmanager
    def reading(self, viewer: Viewer = OPERATOR) -> Iterator[Services]:
        """Services over a connection that only reads, and in which nothing is that the viewer may not see."""
        with applied(self.settings.limits), self.database.read() as connection:
            yield self._services(Store(connection, self._shown(viewer)))

    def state(self) -> str:
        """A token that is the same while nothing was committed, by whatever process."""
        return self.database.state()

    def index(self, progress: Progress = silent) -> int:
        """Bring the index in line with what was touched; writers of texts are not kept waiting meanwhile."""
        with self.reading() as services:
            converged = services.indexing.converge(progress)
            changes = _unless_unreadable(lambda: services.change_indexing.converge(converged.touched))
        if converged.tasks:
            self._cite(lambda batch: batch.converge(converged.touched))
            with self.unit_of_work() as services:
                services.indexing.settle(converged)
        return converged.documents + changes

    def verify_index(self, progress: Progress = silent, *, rebuild: bool = False) -> int:
        """Compare the whole index with the store, or make it again; the number of documents written."""
        with self.reading() as services:
            indexing, changes = services.indexing, services.change_indexing
            written = indexing.rebuild(progress) if rebuild else indexing.verify(progress)
            written += _unless_unreadable(changes.rebuild if rebuild else changes.verify)
        self.verify_references(rebuild=rebuild)
        return written

    def verify_references(self, *, rebuild: bool = False) -> int:
        """Compare the table of references with the texts, or make it again; the number of versions read."""
        with self.unit_of_work() as services:
            if rebuild:
                services.references.forget()
            services.references.sweep()
        return self._cite(lambda batch: batch.verify())

    def _cite(self, stale: Callable[[CitationBatch], Iterator[NewReferences]]) -> int:
        """Keep the references of versions as they are found, a portion at a time; no writer waits long."""
        kept = 0
        with self.reading() as services:
            for some in portions(stale(services.citation_batch), _REFERENCES):
                with self.unit_of_work() as writing:
                    kept += writing.references.put(some)
        return kept

    def close(self) -> None:
        """Let go of the index and the database; SQLite folds its write-ahead log into the file."""
        self.engine.close()
        self.changes.close()
        self.database.dispose()

    def _shown(self, viewer: Viewer) -> Viewer:
        """The viewer, for whom there may be no examples; the operator keeps them in hand."""
        return viewer if self.settings.examples or viewer.sees_all else replace(viewer, examples=False)

    def _services(self, store: Store) -> Services:
        actor = store.visibility.viewer.name or self.settings.actor
        return Services(store, self.engines, _now, actor, self.settings.access)


def shipped_dossiers() -> tuple[Path, ...]:
    """The folders of the dossiers that ship with the service, by number."""
    root = Path(str(files("corpus").joinpath("dossiers")))
    return tuple(sorted(p for p in root.iterdir() if (p / "manifest.toml").is_file()))


def _unless_unreadable(bring_in_line: Callable[[], int]) -> int:
    """Bring the index of changes in line; one that cannot be made is logged, and search goes on without."""
    try:
        return bring_in_line()
    except IndexUnreadableError as error:
        _LOG.error("changes not indexed: %s", error)
        return 0


def _now() -> datetime:
    return datetime.now(UTC)
