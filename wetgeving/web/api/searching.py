"""Searching provisions, or what changed in them.

Counts are those of what is shown: fictional texts are left out unless asked for.
"""

from collections.abc import Mapping

from indexer.document import SearchResult, Sort
from wetgeving import search_shapes
from wetgeving.services.searching import EACH_VERSION, Arranged, Searching
from wetgeving.shapes import Shape
from wetgeving.web.api.answers import Answer
from wetgeving.web.api.asked import Asked
from wetgeving.web.api.paging import around
from wetgeving.web.api.works import works_of
from wetgeving.web.reading import reading

FACETS = {name: name for name in ("kind", "stage", "work", "version", "eu", "dictum", "year")}
CHANGE_FACETS = {"kind": "kinds", "direction": "direction", **{f: f for f in ("stage", "work", "version")}}
"""Parameter of the address to facet of the index."""
_NO_WORK = "-"


def search(asked: Asked) -> Answer:
    """Provisions that answer a question, best first."""
    with reading() as services:
        result = _result(services.searching, asked, FACETS, arranged_by(asked))
        landing = services.typed_citations.landing(asked.one("q"))

    def body() -> Shape:
        found = search_shapes.search_result(result)
        cited = [search_shapes.cited(target) for target in landing.targets]
        return {**found, "citations": cited, **around(asked, result.total)}

    return Answer(body, lasting=False)


def search_changes(asked: Asked) -> Answer:
    """What went into provisions or out of them and answers a question, best first."""
    with reading() as services:
        result = _result(services.searching_changes, asked, CHANGE_FACETS, EACH_VERSION)

    def body() -> Shape:
        return {**search_shapes.change_search_result(result), **around(asked, result.total)}

    return Answer(body, lasting=False)


def arranged_by(asked: Asked) -> Arranged:
    """Whether versions are one hit, and in which order hits stand."""
    return Arranged(asked.one("grouped") == "1", Sort(asked.one("sort") or Sort.RELEVANCE))


def _result(index: Searching, asked: Asked, facets: Mapping[str, str], arranged: Arranged) -> SearchResult:
    return index.search(
        asked.one("q"),
        filters_of(asked, facets),
        limit=asked.per_page,
        offset=asked.offset,
        examples=asked.examples,
        arranged=arranged,
    )


def filters_of(asked: Asked, facets: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The filters of the index; it knows no dossiers, so a dossier stands for its works."""
    filters = {facet: asked.many(name) for name, facet in facets.items() if asked.many(name)}
    if dossiers := asked.many("dossier"):
        works = {w.key for number in dossiers for w in works_of(number)}
        chosen = set(filters.get("work", works)) & works
        filters["work"] = tuple(sorted(chosen)) or (_NO_WORK,)
    return filters
