"""The command `report`: the progress report on the commitments of a dossier, since a day."""

from datetime import date, datetime
from pathlib import Path

import click

from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.fact_words import COMMITMENT_STATES
from corpus.exporters.progress_report import ProgressReport
from corpus.exporters.progress_report_docx import happening, lines
from wetgeving import commitment_shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services import exporting_progress
from wetgeving.services.errors import InvalidValueError

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("report", help="Maak het voortgangsverslag over de toezeggingen van een dossier.")
@click.argument("dossier")
@click.option("--since", type=_DAY, required=True, help="De dag waarop het verslag begint (2026-01-31).")
@click.option("--on", "on", type=_DAY, help="De dag waarop wordt gekeken; zonder is het vandaag.")
@click.option(
    "--as", "form", type=click.Choice(list(exporting_progress.FORMS)), help="De vorm van het bestand."
)
@click.option(
    "--output",
    "target",
    type=click.Path(path_type=Path),
    help="Bestand of bestaande map om naar te schrijven; in een map krijgt het bestand zijn eigen naam.",
)
@command
def progress_report(
    dossier: str, since: datetime, on: datetime | None, form: str | None, target: Path | None, output: str
) -> None:
    """Print the report, or write it to a file."""
    with application() as running, running.reading() as services:
        day: date | None = on.date() if on else None
        report = services.progress_reports.report(dossier, since.date(), on=day)
    value = commitment_shapes.progress(report)
    if form is None and target is None:
        answer(value, output, lambda: "\n".join(_text(report)))
        return
    ending = form or "docx"
    content = exporting_progress.content(report, ending, commitment_shapes.progress_file)
    if target is None:
        click.echo(content, nl=False)
        return
    file = _file(report, target, ending)
    _write(file, content)
    answer({**value, "file": str(file)}, output, lambda: f"Geschreven: {file}")


def _text(report: ProgressReport) -> list[str]:
    said = [f"Dossier {report.dossier}{f' [{FICTIONAL}]' if report.fictional else ''}", *lines(report)]
    for part in report.actors:
        said += ["", part.actor]
        for row in part.rows:
            state = COMMITMENT_STATES[row.state]
            said.append(f"- {row.what}")
            said.append(f"  {row.term}{f' [{row.passed}]' if row.passed else ''}; {state}; {row.review}")
            said += [f"  {place}" for place in row.said_in]
            said += [f"  {happening(h)}" for h in row.since]
        said += [f"  * {happening(h)}" for h in part.happened]
    return [*said, "", "Verder gebeurd:", *(f"- {happening(h)}" for h in report.happened)]


def _file(report: ProgressReport, target: Path, ending: str) -> Path:
    file = target / exporting_progress.file_name(report, ending) if target.is_dir() else target
    label = FICTIONAL.replace(" ", "-")
    if report.fictional and label not in file.name:
        raise InvalidValueError(
            "Dit is een fictief dossier; de naam van het bestand moet dat zeggen.",
            value=file.name,
            remedy=f"Noem een map, of zet {label} in de naam.",
        )
    return file


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise InvalidValueError(
            "Het bestand kan niet worden geschreven.", value=str(file), where=error.strerror or ""
        ) from error
