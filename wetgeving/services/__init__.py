"""The service layer: what the web, the command line and the worker all call, and nobody else commits."""

from collections.abc import Callable
from datetime import datetime

from indexer.document import SearchEngine
from wetgeving.services.catalogue import Catalogue
from wetgeving.services.comparing import Comparing
from wetgeving.services.curation import Curation
from wetgeving.services.exporting import Exporting
from wetgeving.services.indexing import Indexing
from wetgeving.services.ingest import IngestService
from wetgeving.services.loading import Loading
from wetgeving.services.proposing import Proposing
from wetgeving.services.refreshing import Refreshing
from wetgeving.services.searching import Searching
from wetgeving.store import Store


class Services:
    """All services over one store in one transaction, on behalf of one actor."""

    def __init__(self, store: Store, engine: SearchEngine, clock: Callable[[], datetime], actor: str) -> None:
        self.catalogue = Catalogue(store, clock)
        self.comparing = Comparing(self.catalogue)
        self.exporting = Exporting(self.catalogue)
        self.searching = Searching(engine)
        self.ingesting = IngestService(store, clock, actor)
        self.proposing = Proposing(self.catalogue)
        self.loading = Loading(store, self.ingesting)
        self.curation = Curation(store, clock, actor)
        self.refreshing = Refreshing(store, clock, actor)
        self.indexing = Indexing(store, engine)
