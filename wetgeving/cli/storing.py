"""Commands that take texts in: `init`, `load`, `ingest`."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import monotonic
from typing import Any

import click

from corpus.errors import WetgevingError
from indexer.errors import IndexBusyError
from wetgeving import shapes
from wetgeving.bootstrap import Application
from wetgeving.cli.hidden import hidden_lines
from wetgeving.cli.running import answer, application, command, date_options, exit_code, progress, report
from wetgeving.services.bulk import Bulk, BulkReport
from wetgeving.services.ingest import Ingested, Statement
from wetgeving.services.source_file import read_bytes


@click.command(help="Maak of werk de database en de zoekindex bij.")
@command
def init(output: str) -> None:
    """Migrate the database and compare the whole index with it."""
    with application() as running:
        with progress("Zoekindex") as step:
            indexed = running.verify_index(step)
        index(running)
        settings = running.settings
        value = {"home": str(settings.home), "index": settings.index_url, "indexed": indexed}
        answer(value, output, lambda: f"Klaar. Gegevens in {running.settings.home}.")


@click.command(help="Neem een dossier op uit een map met een manifest.toml.")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@command
def load(folder: Path, output: str) -> None:
    """Load a dossier and index it."""
    with application() as running:
        results = load_dossier(running, folder)
        value = {"results": [shapes.ingested(r.version, r) for r in results]}
        answer(value, output, lambda: "\n".join(f"{r.outcome}  {r.version}" for r in results))


def load_dossier(running: Application, folder: Path) -> tuple[Ingested, ...]:
    """Take in a dossier in one transaction, then bring the index in line."""
    with running.unit_of_work() as services, progress(f"Dossier {folder.name}") as step:
        results = services.loading.load(folder, step)
    index(running)
    return results


def index(running: Application) -> int:
    """Index what was touched, unless the worker is doing so: what is stored is stored either way."""
    try:
        with progress("Zoekindex") as step:
            return running.index(step)
    except IndexBusyError:
        click.echo("De zoekindex is bezet; de worker werkt hem bij.", err=True)
        return 0


@click.command(help="Neem bestanden op; wat het bestand zelf zegt is de standaard.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dossier", default="", help="Nummer van het dossier.")
@click.option("--work", default="", help="Kenmerk van de regeling, bijvoorbeeld BWBR0011823.")
@click.option("--derived-from", default="", metavar="VERSION", help="De versie waarvan deze is afgeleid.")
@click.option("--reason", default="", help="Waarom deze versie bestaat.")
@click.option("--origin", default="opdrachtregel", show_default=True, help="Waar de bestanden vandaan komen.")
@click.option("--bulk", is_flag=True, help="FILE is een map: neem alles daarin op, hervatbaar.")
@date_options
@command
def ingest(files: tuple[Path, ...], bulk: bool, origin: str, output: str, **said: Any) -> None:
    """Take in each file by itself: one that cannot be read does not stop the others."""
    if bulk:
        _ingest_folder(files, origin, output, said)
        return
    results: list[tuple[Path, Ingested]] = []
    failures: list[WetgevingError] = []
    with application() as running:
        with progress("Bestanden") as step:
            for done, file in enumerate(files, start=1):
                try:
                    results.append((file, _ingest_one(running, file, origin, Statement(**said))))
                except WetgevingError as error:
                    report(error, output, file=str(file))
                    failures.append(error)
                step(done, len(files))
        index(running)
    value = {
        "results": [shapes.ingested(str(file), result) for file, result in results],
        "failed": len(failures),
    }
    answer(value, output, lambda: "\n".join(_line(result) for _, result in results) or "Niets opgenomen.")
    if failures:
        sys.exit(exit_code(failures[0]))


def _ingest_folder(folders: tuple[Path, ...], origin: str, output: str, said: Mapping[str, Any]) -> None:
    """Take in a folder in batches, then index; what was taken in before is left alone."""
    if len(folders) != 1 or not folders[0].is_dir():
        raise click.UsageError(f"Met --bulk hoort één map, niet: {', '.join(map(str, folders))}.")
    of_one_text = [name for name, value in said.items() if value and name != "reason"]
    if of_one_text:
        raise click.UsageError(
            f"Met --bulk gelden alleen --origin en --reason, niet: {', '.join(of_one_text)}."
        )
    with application() as running:
        work = Bulk(running.unit_of_work, running.reading, origin=origin, said=Statement(**said))
        started = monotonic()
        with progress("Bestanden") as step:
            report = work.take_in(folders[0], step)
        stored = monotonic()
        indexed = index(running)
        seconds = {"store": round(stored - started, 1), "index": round(monotonic() - stored, 1)}
    value = {**shapes.bulk(report), "indexed": indexed, "seconds": seconds}
    answer(value, output, lambda: "\n".join(_bulk_lines(report, indexed, seconds)))
    if report.refused:
        sys.exit(exit_code(report.refused[0].error))


def _bulk_lines(report: BulkReport, indexed: int, seconds: Mapping[str, float]) -> Iterator[str]:
    counts = ", ".join(f"{count} {outcome}" for outcome, count in report.outcomes.items() if count)
    yield f"{report.files} bestanden: {counts or 'niets opgenomen'}; {len(report.refused)} geweigerd"
    yield f"opgenomen in {seconds['store']} s; {indexed} documenten geïndexeerd in {seconds['index']} s"
    for code, times in Counter(refused.error.code for refused in report.refused).most_common():
        yield f"geweigerd wegens {code}: {times}"
    yield from (f"  {refused.file}: {refused.error}" for refused in report.refused)


def _ingest_one(running: Application, file: Path, origin: str, said: Statement) -> Ingested:
    content = read_bytes(file)
    with running.unit_of_work() as services:
        return services.ingesting.ingest(content, file.name, origin, said)


def _line(result: Ingested) -> str:
    account = f"{result.provisions} bepalingen, {result.dropped} weggelaten, {result.guessed} geraden"
    line = f"{result.outcome}  {result.version}  ({result.reader}: {account})"
    return "\n  ".join([line, *hidden_lines(result.hidden)])
