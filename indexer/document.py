"""The values that pass the door of a search engine: documents in, a query in, hits and facets out.

The index is disposable: every document can be made again from the store. No engine is named here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One article (or other unit that is cited by itself) of one version, as it is searched.

    `id` is `<version>/<eid>`; `digest` changes when anything else in the document does; `number` is the bare
    article number ("59b"); dates are ISO 8601 or "" when unknown; `kind` is the kind of work.
    """

    id: str
    digest: str
    version: str
    work: str
    work_title: str
    kind: str
    stage: str
    in_force_on: str
    eid: str
    number: str
    label: str
    heading: str
    text: str
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is asked: the user's own words, exact filters per facet, and which page of the hits.

    What belongs to `hidden_works` is not there: it is not found, not counted and does not weigh in a score.
    `synonyms` are groups of names for the same thing, beside the general ones of `indexer.synonyms`.
    """

    query: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int = 20
    offset: int = 0
    hidden_works: frozenset[str] = frozenset()
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One document found. `snippet` is HTML-escaped text in which the words found stand in `<mark>`."""

    version: str
    work: str
    work_title: str
    kind: str
    stage: str
    in_force_on: str
    eid: str
    label: str
    heading: str
    snippet: str
    score: float
    fictional: bool


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits of one page, the total over all pages, and per facet (kind, stage, work, version) its counts."""

    total: int
    hits: tuple[SearchHit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]


class SearchEngine(Protocol):
    """What an engine must do. `FACETS` below is the closed list of filters and facets."""

    def digests(self, version: str | None = None) -> dict[str, str]:
        """Document id to digest, for one version or for the whole index."""
        ...

    def apply(self, add: Iterable[IndexDocument], delete: Iterable[str]) -> None:
        """Delete these ids, add (or replace) these documents, commit: all or nothing."""
        ...

    def search(self, request: SearchRequest) -> SearchResult:
        """Hits by score, then work, eId and date; equal requests on equal indexes give equal results."""
        ...

    def clear(self) -> None:
        """Throw the whole index away."""
        ...

    def close(self) -> None:
        """Let go of what is held open; the engine can still be asked."""
        ...

    def compact(self) -> None:
        """Write the index anew, so that nothing of deleted documents is left in it."""
        ...


FACETS = ("kind", "stage", "work", "version")
