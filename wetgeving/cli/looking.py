"""Commands that look without changing anything: `versions`, `show`, `read`."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from corpus.history import History, HistoryEvent
from corpus.provision import Provision
from corpus.readers.history import read_history, recognise_history
from corpus.reading import Dropped, Guessed
from wetgeving import shapes
from wetgeving.cli.hidden import hidden_lines
from wetgeving.cli.law_of_day import Day, print_law_of_day
from wetgeving.cli.reporting import print_report
from wetgeving.cli.running import answer, application, command
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.patient_reading import read_within
from wetgeving.services.source_file import read_bytes


@click.command(help="Toon de versies van een regeling, oudste eerst, of die van een dag.")
@click.argument("work")
@click.option("--in-force-on", type=Day(), help="Alleen wat op deze dag gold (2020-03-28); leeg is vandaag.")
@click.option("--known-on", type=Day(), help="Zoals op deze dag bekend (zichtdatum); leeg is vandaag.")
@command
def versions(work: str, in_force_on: date | None, known_on: date | None, output: str) -> None:
    """List the versions of a work, or answer which was law on a day as far as known on another."""
    if in_force_on or known_on:
        print_law_of_day(work, on=in_force_on, known_on=known_on, output=output)
        return
    with application() as running, running.reading() as services:
        listed = services.catalogue.versions(work)
        fictional = services.catalogue.work(work).fictional
    value = [shapes.version(x.version, fictional=fictional) for x in listed]
    answer(value, output, lambda: "\n".join(_version_line(x) for x in listed) or "Geen versies.")


@click.command(help="Toon een versie, of een bepaling daarvan.")
@click.argument("version")
@click.argument("eid", required=False)
@command
def show(version: str, eid: str | None, output: str) -> None:
    """Print a version or one of its provisions."""
    with application() as running, running.reading() as services:
        if eid:
            found = services.catalogue.provision(version, eid)
            answer(shapes.cited(found), output, lambda: f"{found.label}\n{found.provision.full_text()}")
            return
        text = services.catalogue.text(version)
    heading = f"{text.work.short_title or text.work.key}  {text.listed.version.version}"
    answer(
        shapes.version_text(text),
        output,
        lambda: "\n".join([heading, *(p.full_text() for p in text.provisions)]),
    )


@click.command("read", help="Lees een bestand en toon wat ervan gemaakt wordt; er wordt niets opgeslagen.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--report", "reporting", is_flag=True, help="FILE is een map: tel per lezer wat ervan kwam.")
@command
def read_file(file: Path, reporting: bool, output: str) -> None:
    """Print the reading of a file and its account, its history when it holds nothing else, or a report."""
    if reporting:
        print_report(file, output)
        return
    content = read_bytes(file)
    if recognise_history(content):
        history = read_history(content)
        answer(shapes.history(history), output, lambda: "\n".join(_history_lines(history)))
        return
    reading = read_within(content)
    answer(
        shapes.reading(reading),
        output,
        lambda: "\n".join(
            [
                f"{reading.reader}: {reading.kind}, {reading.short_title or reading.title}",
                *_outline(reading.provisions),
                *_account(reading.dropped, reading.guessed),
                *hidden_lines(reading.hidden),
            ]
        ),
    )


def _version_line(listed: ListedVersion) -> str:
    v = listed.version
    unchanged = "  ongewijzigd" if v.unchanged_from else ""
    return f"{v.version}  {listed.stage_term}  {len(v.sources)} bron(nen)  {v.text_hash[:12]}{unchanged}"


def _history_lines(history: History) -> Iterator[str]:
    of = ", ".join(i.value for i in history.identifiers)
    yield f"{history.reader}: {of}, {len(history.events)} gebeurtenissen"
    yield from (_event_line(event) for event in history.events)
    yield from (f"aanhangig   dossier {bill.dossier or 'niet vermeld'}" for bill in history.pending)


def _event_line(e: HistoryEvent) -> str:
    parts = [f"{e.in_force_on or 'zonder datum'}  {e.what}", ", ".join((*e.publications, *e.files))]
    if e.dossiers:
        parts.append(f"dossier {', '.join(e.dossiers)}")
    if e.commencement:
        parts.append(f"inwerkingtreding {', '.join(e.commencement)}")
    parts += [f"terugwerkend {r.scope} {r.back_to}" for r in e.retroactions]
    if e.until:
        parts.append(f"tot en met {e.until}")
    if e.known_from or e.known_until:
        parts.append(f"zicht {e.known_from or ''}..{e.known_until or ''}")
    return "  ".join(filter(None, parts))


def _outline(provisions: Iterable[Provision], depth: int = 0) -> Iterator[str]:
    for p in provisions:
        yield f"{'  ' * depth}{p.eid}  {' '.join(p.own_words())[:80]}"
        yield from _outline(p.children, depth + 1)


def _account(dropped: Iterable[Dropped], guessed: Iterable[Guessed]) -> Iterator[str]:
    yield from (f"weggelaten ({d.rule}): {d.text[:80]}" for d in dropped)
    yield from (f"geraden ({g.rule}): {g.eid} {g.detail}" for g in guessed)
