"""The command `synopsis`: two to four versions beside one another, as JSON or as a file to print."""

import json
from pathlib import Path

import click

from corpus.exporters.exported_version import FICTIONAL
from wetgeving import synopsis_shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services import exporting_synopses
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.synopses import Synopsis

JSON = "json"
_FORMS = (*exporting_synopses.FORMS, JSON)


@click.command(help="Zet twee tot vier versies naast elkaar, een regel per lid, als Word, PDF of JSON.")
@click.argument("versions", nargs=-1, required=True)
@click.option("--as", "form", type=click.Choice(_FORMS), required=True, help="De vorm.")
@click.option("--explanation", default="", help="Versie van een toelichting, als laatste kolom.")
@click.option("--only-changed", is_flag=True, help="Alleen artikelen waarin iets wijzigde (docx, pdf).")
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Bestand of bestaande map om naar te schrijven; in een map krijgt het bestand zijn eigen naam.",
)
@command
def synopsis(
    versions: tuple[str, ...],
    form: str,
    explanation: str,
    only_changed: bool,
    target: Path | None,
    output: str,
) -> None:
    """Write a synopsis in the order given; without a file its bytes go to standard output."""
    with application() as running, running.reading() as services:
        found = services.synopses.of(versions, explanation=explanation)
    content = _content(found, form, whole=not only_changed)
    keys = [text.listed.version.version for text in found.texts]
    name = exporting_synopses.file_name(keys, form, fictional=found.fictional)
    file = None if target is None else _written(content, target / name if target.is_dir() else target, found)
    if file is None and (output == "text" or form == JSON):
        click.echo(content, nl=False)
        return
    answer(synopsis_shapes.synopsis_file(found, content, name, file), output, lambda: f"Geschreven: {file}")


def _content(found: Synopsis, form: str, *, whole: bool) -> bytes:
    if form == JSON:
        shape = synopsis_shapes.synopsis(found)
        return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode()
    return exporting_synopses.content(found, exporting_synopses.FORMS[form], whole=whole)


def _written(content: bytes, file: Path, found: Synopsis) -> Path:
    label = FICTIONAL.replace(" ", "-")
    if found.fictional and label not in file.name:
        raise InvalidValueError(
            "Dit is een fictieve tekst; de naam van het bestand moet dat zeggen.",
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
