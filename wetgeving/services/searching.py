"""Searching provisions, or changes: an index finds; the store says only which works are not for the viewer.

Changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.dossier.facts import Synonym
from corpus.dossier.written import from_json
from indexer.document import FACETS, SearchEngine, SearchRequest, SearchResult
from wetgeving.services.errors import InvalidValueError
from wetgeving.store import Store

MAX_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """What answers a question. Real and fictional texts are never counted together unless that was asked.

    `examples_left_out` counts the fictional provisions beside real ones; `only_examples` says that there was
    no real one, so that the result is fiction altogether.
    """

    result: SearchResult
    examples_left_out: int = 0
    only_examples: bool = False


class Searching:
    """Asks the search engine on behalf of a reader."""

    def __init__(self, engine: SearchEngine, store: Store, facets: tuple[str, ...] = FACETS) -> None:
        self._engine, self._store, self._facets = engine, store, facets

    @cached_property
    def _synonyms(self) -> tuple[tuple[str, ...], ...]:
        """The names for the same thing that the dossiers the reader may see give."""
        entries = self._store.dossiers.entries_of("synonym")
        return tuple(from_json(Synonym, entry.content).names for entry in entries)

    def find(
        self,
        query: str,
        filters: Mapping[str, tuple[str, ...]],
        *,
        limit: int = 20,
        offset: int = 0,
        examples: bool = False,
    ) -> Found:
        """What a person means to find: real texts; fiction when asked for, or when nothing else answers."""
        every = self.search(query, filters, limit=limit, offset=offset)
        if examples or not every.total:
            return Found(every)
        real = self.search(query, filters, limit=limit, offset=offset, examples=False)
        if not real.total:
            return Found(every, only_examples=True)
        return Found(real, examples_left_out=every.total - real.total)

    def search(
        self,
        query: str,
        filters: Mapping[str, tuple[str, ...]],
        *,
        limit: int = 20,
        offset: int = 0,
        examples: bool = True,
    ) -> SearchResult:
        """What answers the query, best first; filters are exact values per facet.

        Without `examples` fictional texts are neither found nor counted.
        """
        for facet in filters:
            if facet not in self._facets:
                raise InvalidValueError(
                    "Dit filter bestaat niet.", value=facet, remedy=f"Kies uit {', '.join(self._facets)}."
                )
        if not 1 <= limit <= MAX_LIMIT or offset < 0:
            raise InvalidValueError(
                "Het aantal treffers valt buiten de grenzen.",
                value=f"{limit} vanaf {offset}",
                remedy="Vraag 1 tot 1000.",
            )
        hidden = self._store.visibility.hidden_works()
        if not examples:
            hidden |= self._store.visibility.fictional_works()
        request = SearchRequest(query, dict(filters), limit, offset, hidden, self._synonyms)
        return self._engine.search(request)
