"""Commands that change what is known of a version: `refresh`, `withdraw`, `correct`."""

from typing import Any

import click

from wetgeving import shapes
from wetgeving.cli.running import answer, application, command, date_options, progress
from wetgeving.cli.storing import index
from wetgeving.services.refreshing import RefreshReport


@click.command(help="Lees alle bewaarde bestanden opnieuw en meld wat anders zou worden.")
@click.option("--apply", "applying", is_flag=True, help="Sla de nieuwe lezing ook op.")
@click.option("--index", "reindex", is_flag=True, help="Maak de zoekindex helemaal opnieuw.")
@command
def refresh(applying: bool, reindex: bool, output: str) -> None:
    """Re-read everything; report first, store only when asked."""
    with application() as running:
        with running.unit_of_work() as services, progress("Opnieuw lezen") as step:
            report = services.refreshing.apply(step) if applying else services.refreshing.report(step)
        with progress("Zoekindex") as step:
            indexed = running.verify_index(step, rebuild=reindex)
    answer({**shapes.refresh_report(report), "indexed": indexed}, output, lambda: _report(report))


@click.command(help="Trek een versie in; tekst en kenmerk blijven als grafsteen bewaard.")
@click.argument("version")
@click.option("--reason", required=True, help="Waarom de versie wordt ingetrokken.")
@command
def withdraw(version: str, reason: str, output: str) -> None:
    """Take a version out of every list."""
    with application() as running:
        with running.unit_of_work() as services:
            withdrawn = services.curation.withdraw(version, reason)
        index(running)
    value = {"version": withdrawn.version, "withdrawn": withdrawn.withdrawn}
    answer(value, output, lambda: f"Ingetrokken: {withdrawn.version}")


@click.command(help="Verbeter fase of datums van een versie; het oude kenmerk blijft werken.")
@click.argument("version")
@click.option("--reason", required=True, help="Waarom dit wordt verbeterd.")
@date_options
@command
def correct(version: str, reason: str, output: str, **said: Any) -> None:
    """Correct the stage or the dates of a version."""
    with application() as running:
        with running.unit_of_work() as services:
            corrected = services.curation.correct(version, reason, **said)
            fictional = services.catalogue.work(corrected.work).fictional
        index(running)
    value = {"former": version, **shapes.version(corrected, fictional=fictional)}
    answer(value, output, lambda: f"{version} heet nu {corrected.version}")


def _report(report: RefreshReport) -> str:
    verb = "anders geworden" if report.applied else "zouden anders worden"
    lines = [f"{report.checked} versies gelezen, {len(report.differences)} {verb}."]
    lines += [
        f"{d.version}: {', '.join(d.changed)}, {d.provisions_before}>{d.provisions_after} {d.problem}"
        for d in report.differences
    ]
    return "\n".join(lines)
