"""Is this installation fit to answer, and how much is in it: for watchdogs and metrics. Changes nothing."""

from indexer.document import SearchEngine
from wetgeving.store import Store
from wetgeving.store.census import Counts
from wetgeving.store.errors import NotMigratedError


class Condition:
    """Asks database and index."""

    def __init__(self, store: Store, engine: SearchEngine) -> None:
        self._store, self._engine = store, engine

    def check_database(self) -> None:
        """An error when the schema is not, or no longer, the one that this program knows."""
        if not self._store.census.is_at_head():
            raise NotMigratedError(
                "De databank heeft een andere revisie dan dit programma.",
                remedy="Start de dienst opnieuw met de bijpassende versie van het programma.",
            )

    def check_index(self) -> None:
        """An error when the index cannot be read."""
        self._engine.digests("")

    def counts(self) -> Counts:
        """How much is stored."""
        return self._store.census.counts()
