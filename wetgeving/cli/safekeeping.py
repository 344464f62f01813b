"""Commands that keep safe or take away: `backup`, `restore`, `remove`, `remove-example`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from indexer.errors import IndexBusyError
from wetgeving.bootstrap import Application
from wetgeving.cli.running import answer, application, command, progress
from wetgeving.cli.storing import index
from wetgeving.services.removing import Erasure, Removal, erase
from wetgeving.services.safekeeping import Kept, Restored, back_up, put_back
from wetgeving.settings import Settings
from wetgeving.shapes import Shape

_FILE = click.Path(dir_okay=False, path_type=Path)
_NOT_INDEXED = "De zoekindex is bezet; maak hem daarna opnieuw met `wetgeving refresh --index`."


@click.command(help="Schrijf een reservekopie: alles wat waar is, in één bestand, zonder de zoekindex.")
@click.argument("file", type=_FILE)
@click.option("--overwrite", is_flag=True, help="Vervang een bestand dat er al staat.")
@command
def backup(file: Path, overwrite: bool, output: str) -> None:
    """Write a backup that was read back before it got its name."""
    with application() as running:
        kept = back_up(running.database, file, made_at=datetime.now(UTC), overwrite=overwrite)
    total = sum(count for _, count in kept.rows)
    answer(
        _kept(kept),
        output,
        lambda: f"Geschreven en nagelezen: {kept.file}, {total} rijen.\nSHA-256 {kept.sha256}",
    )


@click.command(help="Zet een reservekopie terug; het hele bestand wordt eerst nagekeken.")
@click.argument("file", type=_FILE)
@click.option("--replace", is_flag=True, help="Vervang alles wat er nu in de databank staat.")
@command
def restore(file: Path, replace: bool, output: str) -> None:
    """Put a backup back, all or nothing, and make the index again."""
    with _unmigrated() as running:
        restored = put_back(running.database, file, replace=replace)
        if restored.removed_again:
            running.database.erase_deleted()
        indexed = _indexed_anew(running)
    value = {
        **_kept(restored.kept),
        "removed_again": list(restored.removed_again),
        "indexed": indexed,
    }
    answer(value, output, lambda: "\n".join(_restored_lines(restored, indexed)))


@click.command(help="Verwijder de tekst van een versie omdat de wet dat eist; reden en adres blijven.")
@click.argument("version")
@click.option("--reason", required=True, help="Waarom de tekst wordt verwijderd; dit blijft zichtbaar.")
@command
def remove(version: str, reason: str, output: str) -> None:
    """Remove a text from rows, files and index, and leave a tombstone."""
    with application() as running:
        with running.unit_of_work() as services:
            removal = services.removing.remove(version, reason)
        index(running)
        erasure = erase(running.database, running.engines, removal.keys)
    answer(_removal(removal, erasure), output, lambda: "\n".join(_removal_lines(removal, erasure)))


@click.command("remove-example", help="Verwijder een fictief dossier met al zijn regelingen en teksten.")
@click.argument("number")
@command
def remove_example(number: str, output: str) -> None:
    """Remove a fictional dossier as a whole."""
    with application() as running:
        with running.unit_of_work() as services:
            removed = services.removing.remove_example(number)
        index(running)
    value = {"dossier": removed.number, "works": list(removed.works), "entries": removed.entries}
    answer(
        value,
        output,
        lambda: f"Verwijderd: dossier {number}, {len(removed.works)} regelingen, {removed.entries} gegevens.",
    )


@contextmanager
def _unmigrated() -> Iterator[Application]:
    """The installation as it is found: nothing is changed before the backup was checked."""
    running = Application(Settings.from_environment())
    try:
        yield running
    finally:
        running.close()


def _indexed_anew(running: Application) -> int | None:
    try:
        with progress("Zoekindex") as step:
            return running.verify_index(step, rebuild=True)
    except IndexBusyError:
        click.echo(_NOT_INDEXED, err=True)
        return None


def _kept(kept: Kept) -> Shape:
    return {
        "file": str(kept.file),
        "revision": kept.revision,
        "made_at": kept.made_at.isoformat(),
        "byte_count": kept.byte_count,
        "sha256": kept.sha256,
        "rows": dict(kept.rows),
    }


def _restored_lines(restored: Restored, indexed: int | None) -> Iterator[str]:
    kept = restored.kept
    total = sum(count for _, count in kept.rows)
    yield f"Teruggezet: {total} rijen van {kept.made_at:%Y-%m-%d %H:%M} UTC (revisie {kept.revision})."
    if indexed is not None:
        yield f"De zoekindex is opnieuw gemaakt: {indexed} documenten."
    yield "Wachtwoorden, sleutels van programma's en rechten zijn weer die van toen; niemand is aangemeld."
    yield from (f"opnieuw verwijderd (grafsteen): {key}" for key in restored.removed_again)


def _removal(removal: Removal, erasure: Erasure) -> Shape:
    stone = removal.tombstone
    return {
        "version": stone.key,
        "removed_at": stone.removed_at.isoformat(),
        "reason": stone.reason,
        "keys": list(removal.keys),
        "files": list(stone.sha256),
        "texts": removal.texts,
        "shared_texts": removal.shared_texts,
        "shared_files": list(removal.shared_files),
        "heirs": list(removal.heirs),
        "title_kept": removal.title_kept,
        "again": removal.again,
        "not_erased": {"database": erasure.database, "index": erasure.index},
    }


def _removal_lines(removal: Removal, erasure: Erasure) -> Iterator[str]:
    stone = removal.tombstone
    if removal.again:
        yield f"Al verwijderd op {stone.removed_at:%Y-%m-%d}: {stone.key} (reden: {stone.reason})"
    else:
        yield f"Verwijderd: {stone.key}; {removal.texts} teksten, {len(stone.sha256)} bestanden."
    if removal.shared_texts or removal.shared_files:
        shared = f"{removal.shared_texts} teksten en {len(removal.shared_files)} bestanden"
        yield f"Let op: {shared} horen ook bij een andere versie en blijven staan."
    if removal.title_kept:
        yield f"Let op: de titel van de regeling blijft staan: {removal.title_kept}"
    yield from (f"was hiervan afgeleid en blijft: {key}" for key in removal.heirs)
    if erasure.complete:
        yield "Databank en zoekindex zijn opnieuw geschreven; oudere reservekopieën bevatten de tekst nog."
    for part, why in (("databank", erasure.database), ("zoekindex", erasure.index)):
        if why:
            yield f"Nog niet gewist in de bestanden van de {part} ({why}). Geef deze opdracht straks opnieuw."
