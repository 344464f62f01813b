"""The command `search`: provisions that answer a query, or what went into provisions and out of them."""

import html
import re
from typing import Any

import click

from indexer.changes import DELETED, INSERTED, ChangeHit
from indexer.document import FACETS, SearchHit
from wetgeving import search_shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services import Services
from wetgeving.services.searching import Found, Searching

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
@command
def search(
    query: str, place: str, limit: int, offset: int, output: str, *, examples: bool, **given: tuple[str, ...]
) -> None:
    """Search the index of provisions or that of changes."""
    if given["direction"] and place != CHANGES:
        raise click.UsageError("--direction hoort bij --in changes.")
    with application() as running, running.reading() as services:
        index, filters = _asked(services, place, given)
        found = index.find(query, filters, limit=limit, offset=offset, examples=examples)
    shape = search_shapes.change_search_result if place == CHANGES else search_shapes.search_result
    value = {**shape(found.result), "examples_left_out": found.examples_left_out}
    answer(value, output, lambda: "\n\n".join([_count(found), *(_hit(hit) for hit in found.result.hits)]))


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


def _hit(hit: SearchHit) -> str:
    plain = html.unescape(re.sub(r"</?mark>", "*", hit.snippet))
    if isinstance(hit, ChangeHit):
        step = f"{hit.old} > {hit.version}#{hit.change}"
        return f"{_SIGNS[hit.direction]} {hit.label} ({', '.join(hit.kinds)})  {step}\n  {plain}"
    return f"{hit.label}  {hit.version}  {hit.heading}\n  {plain}"
