"""The command `search`: provisions that answer a query."""

import html
import re
from typing import Any

import click

from indexer.document import FACETS, SearchHit
from wetgeving import shapes
from wetgeving.cli.running import answer, application, command


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
@command
def search(query: str, limit: int, offset: int, output: str, **filters: tuple[str, ...]) -> None:
    """Search the index."""
    chosen = {facet: values for facet, values in filters.items() if values}
    with application() as running, running.reading() as services:
        result = services.searching.search(query, chosen, limit=limit, offset=offset)
    answer(
        shapes.search_result(result),
        output,
        lambda: "\n\n".join([f"{result.total} treffers", *(_hit(hit) for hit in result.hits)]),
    )


def _hit(hit: SearchHit) -> str:
    plain = html.unescape(re.sub(r"</?mark>", "*", hit.snippet))
    return f"{hit.label}  {hit.version}  {hit.heading}\n  {plain}"
