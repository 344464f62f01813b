"""Searching provisions: the index finds, the store is not asked. Changes nothing."""

from collections.abc import Mapping

from indexer.document import FACETS, SearchEngine, SearchRequest, SearchResult
from wetgeving.services.errors import InvalidValueError

MAX_LIMIT = 1000


class Searching:
    """Asks the search engine on behalf of a reader."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine

    def search(
        self, query: str, filters: Mapping[str, tuple[str, ...]], *, limit: int = 20, offset: int = 0
    ) -> SearchResult:
        """Provisions that answer the query, best first; filters are exact values per facet."""
        for facet in filters:
            if facet not in FACETS:
                raise InvalidValueError(
                    "Dit filter bestaat niet.", value=facet, remedy=f"Kies uit {', '.join(FACETS)}."
                )
        if not 1 <= limit <= MAX_LIMIT or offset < 0:
            raise InvalidValueError(
                "Het aantal treffers valt buiten de grenzen.",
                value=f"{limit} vanaf {offset}",
                remedy="Vraag 1 tot 1000.",
            )
        return self._engine.search(SearchRequest(query, dict(filters), limit, offset))
