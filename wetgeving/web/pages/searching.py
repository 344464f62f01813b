"""Searching all provisions, or what changed in them, with filters that stand in the address."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from indexer.document import SearchResult, Sort
from indexer.errors import QueryError
from wetgeving.services import Services
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.searching import Found, Searching, asks_changes
from wetgeving.services.typed_citations import NOWHERE
from wetgeving.web import search_advice
from wetgeving.web.changes_found import found_changes
from wetgeving.web.paging import page_number
from wetgeving.web.reading import reading
from wetgeving.web.search_view import (
    APART,
    IN_CHANGES,
    IN_TEXTS,
    PER_PAGE,
    SORT_NAMES,
    SORTS,
    Asked,
    Versions,
    facets,
    hits,
    lid_asked,
)
from wetgeving.web.target_view import landing_address

blueprint = Blueprint("searching", __name__)


@blueprint.get("/zoeken")
def search() -> str | tuple[str, int] | Response:
    """Hits for a question; a citation leads to what it cites; without a question, what can be asked."""
    asked = _asked()
    if not asked.query.strip():
        return render_template("search.html", question=asked, result=None, problem=None)
    try:
        asked = _in_changes(asked)
        with reading() as services:
            landing = NOWHERE if asked.changes else services.typed_citations.landing(asked.query)
            if asked.may_land and landing.certain:
                return redirect(landing_address(landing.certain))
            answer = _answer(services, asked)
            result, versions = answer.result, Versions(services)
            found = (
                found_changes(result, versions)
                if asked.changes
                else hits(result.hits, versions, lid_asked(asked.query))
            )
            looser = hits(result.looser, versions)
            choices = facets(asked, result, versions)
            nothing_held = not result.total and _index_of(services, asked).holds_nothing()
    except QueryError as problem:
        marked = search_advice.marked(asked.query, problem)
        page = render_template("search.html", question=asked, result=None, problem=problem, marked=marked)
        return page, 400
    return render_template(
        "search.html",
        question=asked,
        result=result,
        answer=answer,
        hits=found,
        looser=looser,
        facets=choices,
        pages=_neighbours(asked, result),
        terms=search_advice.terms(asked.query, result.terms, lambda query: asked.asking(query).url()),
        cited=search_advice.cited(landing),
        sorts=[(name, asked.sorted_by(sort).url(), sort is asked.sort) for sort, name in SORT_NAMES.items()],
        problem=None,
        nothing_held=nothing_held,
        fictional=bool(found or looser) and all(h.hit.fictional for h in (*found, *looser)),
        partly_fictional=any(h.hit.fictional for h in (*found, *looser)),
    )


@blueprint.get("/zoeken/vindplaats")
def landing() -> str:
    """A part of a page: where the words lead as a citation; empty when they are none, or cannot be read."""
    try:
        with reading() as services:
            found = services.typed_citations.landing(request.args.get("q", ""))
    except QueryError:
        found = NOWHERE
    return render_template("landing.html", choices=search_advice.cited(found).choices if found.whole else ())


def _in_changes(asked: Asked) -> Asked:
    """The same question of what changed, when its own words say so."""
    return asked.elsewhere(changes=True) if not asked.changes and asks_changes(asked.query) else asked


def _index_of(services: Services, asked: Asked) -> Searching:
    return services.searching_changes if asked.changes else services.searching


def _answer(services: Services, asked: Asked) -> Found:
    return _index_of(services, asked).find(
        asked.query,
        asked.filters,
        limit=PER_PAGE,
        offset=asked.offset,
        examples=asked.examples,
        arranged=asked.arranged,
    )


def _asked() -> Asked:
    where = request.args.get("in") or IN_TEXTS
    if where not in (IN_TEXTS, IN_CHANGES):
        remedy = f"Zoek in {IN_TEXTS} of in {IN_CHANGES}."
        raise InvalidValueError("Hierin kan niet worden gezocht.", value=where[:120], remedy=remedy)
    examples = request.args.get("voorbeelden") == "1"
    asked = Asked(
        query=request.args.get("q", ""),
        filters={},
        page=page_number(),
        examples=examples,
        changes=where == IN_CHANGES,
        sort=_sort(),
        apart=request.args.get("versies") == APART,
        stay=request.args.get("blijf") == "1",
    )
    filters = {
        facet: tuple(dict.fromkeys(v for v in request.args.getlist(name) if v))
        for facet, name in asked.facet_names.items()
    }
    return replace(asked, filters={facet: values for facet, values in filters.items() if values})


def _sort() -> Sort:
    named = {name: sort for sort, name in SORTS.items()}
    given = request.args.get("volgorde", "")
    if given not in named:
        known = ", ".join(filter(None, named))
        raise InvalidValueError("Deze volgorde bestaat niet.", value=given[:120], remedy=f"Kies uit {known}.")
    return named[given]


def _neighbours(asked: Asked, result: SearchResult) -> dict[str, str]:
    """Addresses of the page before and after, "" where there is none."""
    last = max(1, -(-result.total // PER_PAGE))
    before = replace(asked, page=min(asked.page - 1, last)).url() if asked.page > 1 else ""
    after = replace(asked, page=asked.page + 1).url() if asked.page < last else ""
    return {"before": before, "after": after, "last": str(last)}
