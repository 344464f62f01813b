"""The hits of `search` as a file: `--as csv` or `--as xlsx`, on standard output or where `--output` says.

All hits up to the bound of `services.exporting_hits`; `--limit` and `--offset` are for the list on screen.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import click

from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.sheets import Sheet
from indexer.changes import ChangeHit
from indexer.document import SearchHit
from wetgeving import search_shapes
from wetgeving.cli.running import answer
from wetgeving.services import Services, exporting_hits
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.saved_search import SavedSearch
from wetgeving.services.searching import Searching


def file_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--as` and `--output`."""
    target = click.option(
        "--output",
        "target",
        type=click.Path(path_type=Path),
        help="Met --as: bestand of bestaande map; in een map krijgt het bestand zijn eigen naam.",
    )
    form = click.option(
        "--as", "form", type=click.Choice(list(exporting_hits.FORMS)), help="Alle treffers als bestand."
    )
    return form(target(function))


def write_hits(
    services: Services, index: Searching, wanted: SavedSearch, *, form: str, target: Path | None, output: str
) -> None:
    """Write the hits; without a file their bytes go to standard output."""
    shown = exporting_hits.as_shown(index, wanted)
    sheet = services.exporting_hits.sheet(index, shown, _address)
    content = exporting_hits.FORMS[form].write(sheet)
    name = exporting_hits.file_name(sheet, form)
    file = None
    if target is not None:
        file = _written(content, target / name if target.is_dir() else target, sheet)
    if file is None and output == "text":
        click.echo(content, nl=False)
        return
    value = search_shapes.hits_file(sheet, content, form=form, name=name, file=file)
    answer(value, output, lambda: f"Geschreven: {file}")


def _address(hit: SearchHit) -> str:
    """The address on whatever site serves this installation, without its host."""
    if isinstance(hit, ChangeHit):
        return f"/vergelijken/{quote(hit.old)}/{quote(hit.version)}#{quote(hit.change)}"
    if hit.point:
        return f"/adviezen/{quote(hit.version)}?punt={quote(hit.point)}"
    work, _, moment = hit.version.partition("@")
    return f"/regelingen/{quote(work)}/{quote(moment)}/{quote(hit.eid)}"


def _written(content: bytes, file: Path, sheet: Sheet) -> Path:
    label = FICTIONAL.replace(" ", "-")
    if sheet.fictional and label not in file.name:
        raise InvalidValueError(
            "Hierin staan fictieve teksten; de naam van het bestand moet dat zeggen.",
            value=file.name,
            remedy=f"Noem een map, of zet {label} in de naam.",
        )
    try:
        file.write_bytes(content)
    except OSError as error:
        raise InvalidValueError(
            "Het bestand kan niet worden geschreven.", value=str(file), where=error.strerror or ""
        ) from error
    return file
