"""The commands `export-table` and `import-table`: a transponeringstabel (EU) to a file, and from one."""

from datetime import UTC, datetime
from pathlib import Path

import click

from corpus.transposition.table_import import OfferedTable, offered
from corpus.transposition.values import TakenIn
from wetgeving import transposition_shapes as shapes
from wetgeving.cli.exporting import written
from wetgeving.cli.running import answer, application, command
from wetgeving.services import exporting_transposition
from wetgeving.services.errors import InvalidValueError, MissingDetailError

_FORMS = exporting_transposition.FORMS


@click.command("export-table", help="Voer een transponeringstabel (EU) uit als Word, Excel, CSV of JSON.")
@click.argument("celex")
@click.option("--as", "form", type=click.Choice(list(_FORMS)), required=True, help="De vorm.")
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Bestand of bestaande map om naar te schrijven; in een map krijgt het bestand zijn eigen naam.",
)
@command
def export_table(celex: str, form: str, target: Path | None, output: str) -> None:
    """Write the table of a Union act as it stands today; without a file to standard output."""
    with application() as running, running.reading() as services:
        table = services.transposing.table(celex)
    today = datetime.now(UTC).date()
    made = exporting_transposition.made(table, form, on=today, to_json=shapes.table_bytes)
    file = None if target is None else written(made, target)
    if file is None and output == "text":
        click.echo(made.content, nl=False)
        return
    answer(shapes.table_file(made, file), output, lambda: f"Geschreven: {file}")


@click.command("import-table", help="Lees een transponeringstabel (XLSX of CSV) in als claims.")
@click.argument("celex")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--work", default="", help="De nationale regeling waarvan een artikel zonder naam is.")
@click.option(
    "--confirm", is_flag=True, help="Bewaar wat past; zonder deze optie wordt alleen verteld wat past."
)
@click.option("--reason", default="", help="Waar de tabel vandaan komt; nodig bij --confirm.")
@command
def import_table(celex: str, file: Path, work: str, *, confirm: bool, reason: str, output: str) -> None:
    """Say which rows of a file fit, and store them as proposed claims when that is confirmed."""
    if confirm and not reason.strip():
        raise MissingDetailError("De reden ontbreekt.", remedy="Zeg met --reason waar de tabel vandaan komt.")
    read = offered(_bytes(file))
    with application() as running:
        if confirm:
            with running.unit_of_work() as services:
                fitted = services.transposing.take_in(celex, read.rows, work=work, reason=reason)
        else:
            with running.reading() as services:
                fitted = services.transposing.fit(celex, read.rows, work=work)
    value = shapes.table_taken_in(read, fitted, stored=confirm)
    answer(value, output, lambda: "\n".join(_lines(read, fitted, stored=confirm)))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InvalidValueError(
            "Het bestand kan niet worden gelezen.", value=str(file), where=error.strerror or ""
        ) from error


def _lines(read: OfferedTable, fitted: TakenIn, *, stored: bool) -> list[str]:
    left = sorted((*read.left, *fitted.left), key=lambda item: item.row.number)
    said = "opgenomen als voorgesteld" if stored else "zouden worden opgenomen"
    lines = [
        f"{len(fitted.added)} claims {said}, {len(fitted.known)} al bekend, {len(left)} rijen passen niet."
    ]
    return lines + [f"Rij {item.row.number}: {item.row.eu or 'leeg'}: {item.why}" for item in left]
