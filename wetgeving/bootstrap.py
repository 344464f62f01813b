"""The one place that sees everything: settings become a database, an index and units of work.

`with application.unit_of_work() as services:` opens a transaction, commits it, or rolls it back.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from indexer import open_engine
from wetgeving.services import Services
from wetgeving.services.progress import Progress, silent
from wetgeving.settings import Settings
from wetgeving.store import Database, Store


class Application:
    """A running installation: one database, one index, one clock."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        settings.home.mkdir(parents=True, exist_ok=True)
        self.database = Database(settings.database_url)
        self.engine = open_engine(settings.index_url)

    @property
    def uploads(self) -> bool:
        """May files be taken in through a page?"""
        return self.settings.uploads

    @contextmanager
    def unit_of_work(self) -> Iterator[Services]:
        """Services in one transaction: committed at the end, rolled back on any error."""
        with self.database.transaction() as connection:
            yield self._services(Store(connection))

    @contextmanager
    def reading(self) -> Iterator[Services]:
        """Services over a connection that only reads."""
        with self.database.read() as connection:
            yield self._services(Store(connection))

    def index(self, progress: Progress = silent) -> int:
        """Bring the index in line with what was touched; writers of texts are not kept waiting meanwhile."""
        with self.reading() as services:
            converged = services.indexing.converge(progress)
        if converged.tasks:
            with self.unit_of_work() as services:
                services.indexing.settle(converged)
        return converged.documents

    def verify_index(self, progress: Progress = silent, *, rebuild: bool = False) -> int:
        """Compare the whole index with the store, or make it again; the number of documents written."""
        with self.reading() as services:
            indexing = services.indexing
            return indexing.rebuild(progress) if rebuild else indexing.verify(progress)

    def close(self) -> None:
        """Let go of the database; SQLite folds its write-ahead log into the file."""
        self.database.dispose()

    def _services(self, store: Store) -> Services:
        return Services(store, self.engine, _now, self.settings.actor)


def shipped_dossiers() -> tuple[Path, ...]:
    """The folders of the dossiers that ship with the service, by number."""
    root = Path(str(files("corpus").joinpath("dossiers")))
    return tuple(sorted(p for p in root.iterdir() if (p / "manifest.toml").is_file()))


def _now() -> datetime:
    return datetime.now(UTC)
