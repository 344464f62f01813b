"""The commands `export` and `export-comparison`: another format, on standard output or in a file."""

from pathlib import Path
from typing import Protocol

import click

from corpus.exporters import EXPORTERS
from corpus.exporters.comparison_forms import FORMS
from corpus.exporters.exported_version import FICTIONAL
from wetgeving import comparison_shapes, shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services import exporting_comparisons
from wetgeving.services.errors import InvalidValueError


class Writable(Protocol):
    """A file that was made: its bytes, its own name, and whether it holds fiction."""

    @property
    def content(self) -> bytes:
        """What is in it."""
        ...

    @property
    def file_name(self) -> str:
        """What it is called where only a folder is named."""
        ...

    @property
    def fictional(self) -> bool:
        """Does it hold fictional text?"""
        ...


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
    file = None if target is None else written(exported, target)
    answer(
        shapes.exported(exported, file),
        output,
        lambda: exported.content.decode().rstrip("\n") if file is None else f"Geschreven: {file}",
    )


@click.command("export-comparison", help="Voer een vergelijking uit als Word, PDF, HTML, JSON, CSV of XLSX.")
@click.argument("old")
@click.argument("new")
@click.option("--as", "form", type=click.Choice(list(FORMS)), required=True, help="De vorm.")
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Bestand of bestaande map om naar te schrijven; in een map krijgt het bestand zijn eigen naam.",
)
@command
def export_comparison(old: str, new: str, form: str, target: Path | None, output: str) -> None:
    """Write a comparison, never swapping what was given; without a file its bytes go to standard output."""
    with application() as running, running.reading() as services:
        compared = services.comparing.as_given(old, new)
        exported = exporting_comparisons.export(compared, form, comparison_shapes.comparison_file)
    if compared.reversed:
        click.echo("Let op: de eerst genoemde versie is de nieuwere; er is niets omgewisseld.", err=True)
    file = None if target is None else written(exported, target)
    if file is None and output == "text":
        click.echo(exported.content, nl=False)
        return
    answer(comparison_shapes.exported_file(exported, file), output, lambda: f"Geschreven: {file}")


def written(exported: Writable, target: Path) -> Path:
    """Write a file where it was asked for; the name of one with fiction must say so."""
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
