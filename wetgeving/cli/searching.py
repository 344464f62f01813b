"""The command `search`: provisions that answer a query, or what went into provisions and out of them."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from indexer.changes import DELETED, INSERTED, ChangeHit
from indexer.document import FACETS, SearchHit, Sort
from wetgeving import search_shapes
from wetgeving.cli.hits_file import file_options, write_hits
from wetgeving.cli.running import answer, application, command
from wetgeving.services import Services
from wetgeving.services.saved_search import SavedSearch
from wetgeving.services.searching import EACH_VERSION, Arranged, Found, Searching, asks_changes
from wetgeving.services.typed_citations import NOWHERE, Landing

TEXTS, CHANGES = "texts", "changes"
_SIGNS = {INSERTED: "+", DELETED: "-"}
_Filters = dict[str, tuple[str, ...]]


def _facet_options(function: Any) -> Any:
    for facet in reversed(FACETS):
        function = click.option(f"--{facet}", multiple=True, help=f"Alleen deze waarde van {facet}.")(
            function
        )
    return function


@click.command(help='Zoek bepalingen, bijvoorbeeld "artikel 59b" of bewaring -grens; of wat erin veranderde.')
@click.argument("query")
@click.option("--in", "place", type=click.Choice([TEXTS, CHANGES]), default=TEXTS, help="Waarin te zoeken.")
@click.option(
    "--direction",
    type=click.Choice([INSERTED, DELETED]),
    multiple=True,
    help="Met --in changes: alleen wat erin kwam, of alleen wat eruit ging.",
)
@_facet_options
@click.option("--limit", default=100, show_default=True, help="Hoogstens zoveel treffers.")
@click.option("--offset", default=0, help="Sla zoveel treffers over.")
@click.option("--examples", is_flag=True, help="Tel ook fictieve voorbeelden mee.")
@click.option("--grouped", is_flag=True, help="De versies van een bepaling zijn één treffer.")
@click.option(
    "--sort", type=click.Choice(list(Sort)), default=Sort.RELEVANCE, help="Volgorde van de treffers."
)
@file_options
@command
def search(
    query: str,
    place: str,
    limit: int,
    offset: int,
    form: str | None,
    target: Path | None,
    output: str,
    *,
    examples: bool,
    grouped: bool,
    sort: str,
    **given: tuple[str, ...],
) -> None:
    """Search the index of provisions or that of changes."""
    if given["direction"] and place != CHANGES:
        raise click.UsageError("--direction hoort bij --in changes.")
    place = CHANGES if asks_changes(query) else place
    if target is not None and form is None:
        raise click.UsageError("--output hoort bij --as.")
    with application() as running, running.reading() as services:
        index, filters = _asked(services, place, given)
        if form is not None:
            changes = place == CHANGES
            wanted = SavedSearch(query, filters, changes, examples=examples, sort=Sort(sort), grouped=grouped)
            write_hits(services, index, wanted, form=form, target=target, output=output)
            return
        arranged = Arranged(grouped, Sort(sort)) if place == TEXTS else EACH_VERSION
        found = index.find(query, filters, limit=limit, offset=offset, examples=examples, arranged=arranged)
        landing = services.typed_citations.landing(query) if place == TEXTS else NOWHERE
    shape = search_shapes.change_search_result if place == CHANGES else search_shapes.search_result
    value = {**shape(found.result), "examples_left_out": found.examples_left_out}
    value["citations"] = [search_shapes.cited(t) for t in landing.targets]
    answer(
        value,
        output,
        lambda: "\n\n".join(
            [
                _count(found),
                *_said(found, landing),
                *(_hit(hit) for hit in found.result.hits),
                *(_looser(hit) for hit in found.result.looser),
            ]
        ),
    )


def _asked(services: Services, place: str, given: _Filters) -> tuple[Searching, _Filters]:
    """The index that is asked, and the filters by its own names: of a change `--kind` is its kind."""
    filters = {facet: values for facet, values in given.items() if values}
    if place == TEXTS:
        return services.searching, filters
    if "kind" in filters:
        filters["kinds"] = filters.pop("kind")
    return services.searching_changes, filters


def _count(found: Found) -> str:
    if found.only_examples:
        return f"{found.result.total} treffers, alleen in fictieve voorbeelden"
    beside = f"; {found.examples_left_out} in fictieve voorbeelden (--examples)"
    return f"{found.result.total} treffers{beside if found.examples_left_out else ''}"


def _said(found: Found, landing: Landing) -> Iterator[str]:
    """What is to be said of the question: what it cites, what was passed over, what occurs nowhere."""
    for target in landing.targets:
        named = (target.dossier, target.work.key if target.work else "", target.eid)
        yield f"Vindplaats: {target.label} ({' '.join(filter(None, named))})"
    yield from found.result.remarks
    for term in found.result.terms:
        near = f"; bedoelt u {' of '.join(term.nearest)}?" if term.nearest else ""
        yield f'"{term.term}": {term.documents} bepalingen{near}'


def _looser(hit: SearchHit) -> str:
    instead = (f"{asked}: {found}" for asked, found in hit.instead)
    lacking = (f"zonder {word}" for word in hit.missing)
    return f"Niet alle woorden ({', '.join((*lacking, *instead)) or 'anders geschreven'})\n{_hit(hit)}"


def _hit(hit: SearchHit) -> str:
    plain = html.unescape(re.sub(r"</?mark>", "*", hit.snippet))
    if isinstance(hit, ChangeHit):
        step = f"{hit.old} > {hit.version}#{hit.change}"
        return f"{_SIGNS[hit.direction]} {hit.label} ({', '.join(hit.kinds)})  {step}\n  {plain}"
    return f"{hit.label}  {hit.version}  {hit.heading}\n  {plain}"
