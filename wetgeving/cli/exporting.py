"""The command `export`: a version in another format, on standard output or in a file."""

from pathlib import Path

import click

from corpus.exporters import EXPORTERS
from corpus.exporters.exported_version import FICTIONAL
from wetgeving import shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.exporting import Exported


@click.command(help="Voer een versie uit in een andere vorm, naar de standaarduitvoer of een bestand.")
@click.argument("version")
@click.option("--as", "form", type=click.Choice(list(EXPORTERS)), required=True, help="De vorm.")
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Bestand of bestaande map om naar te schrijven; in een map krijgt het bestand zijn eigen naam.",
)
@command
def export(version: str, form: str, target: Path | None, output: str) -> None:
    """Write a version in another format."""
    with application() as running, running.reading() as services:
        exported = services.exporting.export(version, form)
    file = None if target is None else _written(exported, target)
    answer(
        shapes.exported(exported, file),
        output,
        lambda: exported.content.decode().rstrip("\n") if file is None else f"Geschreven: {file}",
    )


def _written(exported: Exported, target: Path) -> Path:
    file = target / exported.file_name if target.is_dir() else target
    label = FICTIONAL.replace(" ", "-")
    if exported.fictional and label not in file.name:
        raise InvalidValueError(
            "Dit is een fictieve tekst; de naam van het bestand moet dat zeggen.",
            value=file.name,
            remedy=f"Noem een map, of zet {label} in de naam.",
        )
    try:
        file.write_bytes(exported.content)
    except OSError as error:
        raise InvalidValueError(
            "Het bestand kan niet worden geschreven.", value=str(file), where=error.strerror or ""
        ) from error
    return file
