"""Searching provisions, or changes: an index finds; the store says only which works are not for the viewer.

Changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from corpus.dossier.facts import Synonym
from corpus.dossier.written import from_json
from indexer.document import FACETS, SearchEngine, SearchRequest, SearchResult, Sort
from indexer.query import read
from wetgeving.services.errors import InvalidValueError
from wetgeving.store import Store

MAX_LIMIT = 1000
MOST_LOOSER = 20
"""Fewer hits than this are filled up with hits that lack words; never counted, never exported or followed."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """Whether the versions of a provision are one hit, and in which order hits stand."""

    grouped: bool = False
    sort: Sort = Sort.RELEVANCE


EACH_VERSION = Arranged()


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

    def __init__(
        self,
        engine: SearchEngine,
        store: Store,
        today: Callable[[], date],
        facets: tuple[str, ...] = FACETS,
    ) -> None:
        self._engine, self._store, self._today, self._facets = engine, store, today, facets

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
        arranged: Arranged = EACH_VERSION,
    ) -> Found:
        """What a person means to find: real texts; fiction when asked for, or when nothing else answers."""
        asked = self._request(query, filters, limit=limit, offset=offset, arranged=arranged)
        fictional = frozenset[str]() if examples else self._store.visibility.fictional_works()
        if not fictional:
            return Found(self._engine.search(asked))
        real = self._engine.search(replace(asked, hidden_works=asked.hidden_works | fictional))
        if not real.total:
            every = self._engine.search(replace(asked, looser=0))  # else real and fictional would mix
            return Found(every, only_examples=True) if every.total else Found(real)
        beside = self._engine.search(replace(asked, limit=0, looser=0)).total - real.total
        return Found(real, examples_left_out=beside)

    def search(
        self,
        query: str,
        filters: Mapping[str, tuple[str, ...]],
        *,
        limit: int = 20,
        offset: int = 0,
        examples: bool = True,
        arranged: Arranged = EACH_VERSION,
    ) -> SearchResult:
        """What answers the query, in the order asked; filters are exact values per facet.

        Without `examples` fictional texts are neither found nor counted.
        """
        asked = self._request(query, filters, limit=limit, offset=offset, arranged=arranged)
        if not examples:
            fictional = self._store.visibility.fictional_works()
            asked = replace(asked, hidden_works=asked.hidden_works | fictional)
        return self._engine.search(asked)

    def holds_nothing(self) -> bool:
        """Is the index empty? Then no answer says anything about the texts that are stored."""
        return not self._engine.search(SearchRequest("*", limit=0)).total

    def _request(
        self,
        query: str,
        filters: Mapping[str, tuple[str, ...]],
        *,
        limit: int,
        offset: int,
        arranged: Arranged,
    ) -> SearchRequest:
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
        looser = min(limit, MOST_LOOSER) if arranged.grouped and not offset else 0
        return SearchRequest(
            query,
            dict(filters),
            limit,
            offset,
            self._store.visibility.hidden_works(),
            self._synonyms,
            self._store.visibility.hidden_dossiers(),
            arranged.grouped,
            arranged.sort,
            self._today().isoformat() if arranged.grouped else "",
            looser,
        )


def asks_changes(query: str) -> bool:
    """Does a question say by `in:wijzigingen` that it is about what changed?"""
    return read(query).of_changes
