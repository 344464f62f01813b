"""The command `search`: provisions that answer a query."""

import html
import re
from typing import Any

import click

from indexer.document import FACETS, SearchHit
from wetgeving import shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.searching import Found


def _facet_options(function: Any) -> Any:
    for facet in reversed(FACETS):
        function = click.option(f"--{facet}", multiple=True, help=f"Alleen deze waarde van {facet}.")(
            function
        )
    return function


@click.command(help='Zoek bepalingen, bijvoorbeeld "artikel 59b" of bewaring -grens.')
@click.argument("query")
@_facet_options
@click.option("--limit", default=100, show_default=True, help="Hoogstens zoveel treffers.")
@click.option("--offset", default=0, help="Sla zoveel treffers over.")
@click.option("--examples", is_flag=True, help="Tel ook fictieve voorbeelden mee.")
@command
def search(
    query: str, limit: int, offset: int, output: str, *, examples: bool, **filters: tuple[str, ...]
) -> None:
    """Search the index."""
    chosen = {facet: values for facet, values in filters.items() if values}
    with application() as running, running.reading() as services:
        found = services.searching.find(query, chosen, limit=limit, offset=offset, examples=examples)
    value = {**shapes.search_result(found.result), "examples_left_out": found.examples_left_out}
    answer(value, output, lambda: "\n\n".join([_count(found), *(_hit(hit) for hit in found.result.hits)]))


def _count(found: Found) -> str:
    if found.only_examples:
        return f"{found.result.total} treffers, alleen in fictieve voorbeelden"
    beside = f"; {found.examples_left_out} in fictieve voorbeelden (--examples)"
    return f"{found.result.total} treffers{beside if found.examples_left_out else ''}"


def _hit(hit: SearchHit) -> str:
    plain = html.unescape(re.sub(r"</?mark>", "*", hit.snippet))
    return f"{hit.label}  {hit.version}  {hit.heading}\n  {plain}"
