"""Searching all provisions, or what changed in them, with filters that stand in the address."""

from dataclasses import replace

from flask import Blueprint, render_template, request

from indexer.document import SearchResult
from indexer.errors import QueryError
from wetgeving.services import Services
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.searching import Found
from wetgeving.web.changes_found import found_changes
from wetgeving.web.paging import page_number
from wetgeving.web.reading import reading
from wetgeving.web.search_view import IN_CHANGES, IN_TEXTS, PER_PAGE, Asked, Versions, facets, hits

blueprint = Blueprint("searching", __name__)


@blueprint.get("/zoeken")
def search() -> str | tuple[str, int]:
    """Hits for a question; without one, the form and what can be asked."""
    asked = _asked()
    if not asked.query.strip():
        return render_template("search.html", question=asked, result=None, problem=None)
    try:
        with reading() as services:
            answer = _answer(services, asked)
            result, versions = answer.result, Versions(services)
            found = found_changes(result, versions) if asked.changes else hits(result, versions)
            choices = facets(asked, result, versions)
    except QueryError as problem:
        page = render_template("search.html", question=asked, result=None, problem=problem)
        return page, 400
    return render_template(
        "search.html",
        question=asked,
        result=result,
        answer=answer,
        hits=found,
        facets=choices,
        pages=_neighbours(asked, result),
        problem=None,
        fictional=bool(found) and all(h.hit.fictional for h in found),
        partly_fictional=any(h.hit.fictional for h in found),
    )


def _answer(services: Services, asked: Asked) -> Found:
    index = services.searching_changes if asked.changes else services.searching
    return index.find(
        asked.query, asked.filters, limit=PER_PAGE, offset=asked.offset, examples=asked.examples
    )


def _asked() -> Asked:
    where = request.args.get("in") or IN_TEXTS
    if where not in (IN_TEXTS, IN_CHANGES):
        remedy = f"Zoek in {IN_TEXTS} of in {IN_CHANGES}."
        raise InvalidValueError("Hierin kan niet worden gezocht.", value=where[:120], remedy=remedy)
    examples = request.args.get("voorbeelden") == "1"
    asked = Asked(request.args.get("q", ""), {}, page_number(), examples, where == IN_CHANGES)
    filters = {
        facet: tuple(dict.fromkeys(v for v in request.args.getlist(name) if v))
        for facet, name in asked.facet_names.items()
    }
    return replace(asked, filters={facet: values for facet, values in filters.items() if values})


def _neighbours(asked: Asked, result: SearchResult) -> dict[str, str]:
    """Addresses of the page before and after, "" where there is none."""
    last = max(1, -(-result.total // PER_PAGE))
    before = replace(asked, page=min(asked.page - 1, last)).url() if asked.page > 1 else ""
    after = replace(asked, page=asked.page + 1).url() if asked.page < last else ""
    return {"before": before, "after": after, "last": str(last)}
