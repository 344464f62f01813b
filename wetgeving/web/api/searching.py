"""Searching provisions. Counts are those of what is shown: fictional texts are left out unless asked for."""

from wetgeving import shapes
from wetgeving.shapes import Shape
from wetgeving.web.api.answers import Answer
from wetgeving.web.api.asked import Asked
from wetgeving.web.api.paging import around
from wetgeving.web.api.works import works_of
from wetgeving.web.reading import reading

_FACETS = ("kind", "stage", "work", "version")
_NO_WORK = "-"


def search(asked: Asked) -> Answer:
    """Provisions that answer a question, best first."""
    with reading() as services:
        result = services.searching.search(
            asked.one("q"),
            _filters(asked),
            limit=asked.per_page,
            offset=asked.offset,
            examples=asked.examples,
        )

    def body() -> Shape:
        return {**shapes.search_result(result), **around(asked, result.total)}

    return Answer(body, lasting=False)


def _filters(asked: Asked) -> dict[str, tuple[str, ...]]:
    """The filters of the index; it knows no dossiers, so a dossier stands for its works."""
    filters = {facet: asked.many(facet) for facet in _FACETS if asked.many(facet)}
    if dossiers := asked.many("dossier"):
        works = {w.key for number in dossiers for w in works_of(number)}
        chosen = set(filters.get("work", works)) & works
        filters["work"] = tuple(sorted(chosen)) or (_NO_WORK,)
    return filters
