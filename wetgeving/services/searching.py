"""Searching provisions: the index finds; the store says only which works are not for the viewer.

Changes nothing.
"""

from collections.abc import Mapping

from indexer.document import FACETS, SearchEngine, SearchRequest, SearchResult
from wetgeving.services.errors import InvalidValueError
from wetgeving.store.visibility import Visibility

MAX_LIMIT = 1000


class Searching:
    """Asks the search engine on behalf of a reader."""

    def __init__(self, engine: SearchEngine, visibility: Visibility) -> None:
        self._engine, self._visibility = engine, visibility

    def search(
        self,
        query: str,
        filters: Mapping[str, tuple[str, ...]],
        *,
        limit: int = 20,
        offset: int = 0,
        examples: bool = True,
    ) -> SearchResult:
        """Provisions that answer the query, best first; filters are exact values per facet.

        Without `examples` fictional texts are neither found nor counted.
        """
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
        hidden = self._visibility.hidden_works()
        if not examples:
            hidden |= self._visibility.fictional_works()
        return self._engine.search(SearchRequest(query, dict(filters), limit, offset, hidden))
