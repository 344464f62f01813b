"""The values that pass the door of a search engine: documents in, a query in, hits and facets out.

The index is disposable: every document can be made again from the store. No engine is named here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One article (or other unit that is cited by itself) of one version, as it is searched.

    `id` begins with `<version>/`; `digest` changes when anything else in the document does; `number` is the
    bare article number ("59b"); dates are ISO 8601 or "" when unknown; `kind` is the kind of work.
    `section` says whose words they are: "text", "explanation" or "opinion". `point` is the number of a point
    of an opinion, with those it is below in `points`; `eu` are Union acts as year/number. `law_from`,
    `entered_on` and `known_on` are what tells which version was law on a day, "" when it never was.
    `sequence` is the place in the text. `context` are the headings above it: they help a looser answer only.
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
    section: str = "text"
    dossiers: tuple[str, ...] = ()
    leden: tuple[str, ...] = ()
    dictum: str = ""
    point: str = ""
    points: tuple[str, ...] = ()
    eu: tuple[str, ...] = ()
    dated_on: str = ""
    law_from: str = ""
    entered_on: str = ""
    known_on: str = ""
    sequence: int = 0
    context: str = ""

    @property
    def year(self) -> str:
        """The year of its date."""
        return self.dated_on[:4]


class Sort(StrEnum):
    """In which order hits stand."""

    RELEVANCE = "relevance"
    DATE = "date"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What is asked: the user's own words, exact filters per facet, and which page of the hits.

    What belongs to `hidden_works` is not there: it is not found, not counted and does not weigh in a score;
    nothing is of one of the `hidden_dossiers`. `grouped`: the versions of a provision are one hit, shown by
    the one in force on `today`, else by the newest.
    `synonyms` are groups of names for the same thing, beside the general ones of `indexer.synonyms`.
    `looser`: when fewer hits than this have all words of a plain question, so many are filled up with others.
    """

    query: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    limit: int = 20
    offset: int = 0
    hidden_works: frozenset[str] = frozenset()
    synonyms: tuple[tuple[str, ...], ...] = ()
    hidden_dossiers: frozenset[str] = frozenset()
    grouped: bool = False
    sort: Sort = Sort.RELEVANCE
    today: str = ""
    looser: int = 0


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One document found. `snippet` is HTML-escaped text in which the words found stand in `<mark>`.

    `versions` are all versions in which a grouped hit was found, the one shown first, then the newest.
    Of a looser hit `missing` are the words asked for that it lacks, and `instead` are pairs of a word asked
    for and what it has for that.
    """

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
    point: str = ""
    versions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TermFound:
    """How many documents a term of the question is in; when it is in none, the nearest words that are.

    `at` is where it stands in the question.
    """

    term: str
    documents: int
    at: tuple[int, int]
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits of one page, the total over all pages, and per facet its counts.

    `remarks` say what in the question was passed over; `terms` explain a question that found nothing.
    `looser` are hits that lack words of the question, best first; total and counts never include them.
    """

    total: int
    hits: tuple[SearchHit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    remarks: tuple[str, ...] = ()
    terms: tuple[TermFound, ...] = ()
    looser: tuple[SearchHit, ...] = ()


class SearchEngine(Protocol):
    """What an engine must do. `FACETS` below is the closed list of filters and facets."""

    def digests(self, version: str | None = None) -> dict[str, str]:
        """Document id to digest, for one version or for the whole index."""
        ...

    def apply(self, add: Iterable[IndexDocument], delete: Iterable[str]) -> None:
        """Delete these ids, add (or replace) these documents, commit: all or nothing."""
        ...

    def search(self, request: SearchRequest) -> SearchResult:
        """Hits in the order asked, then by work, eId and date; equal requests on equal indexes give equal
        results."""
        ...

    def replace(self, documents: Iterable[IndexDocument]) -> None:
        """Hold these documents, each with an id of its own, and nothing else.

        Until they are all there the old ones answer. An index that is damaged or of an older schema is
        made anew.
        """
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


FACETS = ("kind", "stage", "work", "version", "eu", "dictum", "year")
