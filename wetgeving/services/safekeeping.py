"""Backup and restore: everything that is true, in one file that does not know which database it came from.

A backup is one state, read while writers go on, and is read back before it gets its name. A restore checks
the whole file before it changes anything, and then changes all or nothing. The index is never part of it: it
is made again. The file holds closed dossiers and password hashes: it is for its owner's eyes only.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from wetgeving.services.backup_file import BackupFile, write
from wetgeving.services.errors import InvalidValueError
from wetgeving.store import Database
from wetgeving.store.backup import BackupNewerError, forms, restore, rows
from wetgeving.store.revisions import HEAD, REVISIONS

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup: where, of which revision and moment, how many rows per table, and its SHA-256 as a file."""

    file: Path
    revision: str
    made_at: datetime
    rows: tuple[tuple[str, int], ...]
    byte_count: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that was put back; `removed_again` are texts in it that were removed by law since."""

    kept: Kept
    removed_again: tuple[str, ...]


def back_up(database: Database, target: Path, *, made_at: datetime, overwrite: bool = False) -> Kept:
    """Write a backup; a file that is there already stays there unless `overwrite`."""
    if target.exists() and not overwrite:
        raise _taken(target)
    with _new_file(target, overwrite=overwrite) as (file, path):
        with database.read() as connection:
            tables = ((form, rows(connection, form)) for form in forms())
            write(file, tables, revision=HEAD, made_at=made_at)
        file.flush()
        os.fsync(file.fileno())
        kept = _checked(path)
    return Kept(target, kept.revision, kept.made_at, kept.rows, kept.byte_count, kept.sha256)


def put_back(database: Database, source: Path, *, replace: bool = False) -> Restored:
    """Put a backup back into an empty database, or with `replace` in the place of what is there."""
    kept = _checked(source)
    with closing(BackupFile(source)) as backup, database.rebuilding() as connection:
        removed_again = restore(connection, backup, replace=replace)
    return Restored(kept, removed_again)


def _checked(path: Path) -> Kept:
    """Read a whole backup; an error when anything in it is not as it was written."""
    with closing(BackupFile(path)) as backup:
        if backup.revision not in REVISIONS:
            raise BackupNewerError(
                "De reservekopie is gemaakt door een nieuwere versie van het programma.",
                value=f"revisie {backup.revision}; dit programma kent tot en met {HEAD}",
                where=str(path),
                remedy="Werk het programma bij; er is niets gewijzigd.",
            )
        backup.check()
        counts = tuple((member.form.name, member.rows) for member in backup.members)
    sha256, byte_count = _digest(path)
    return Kept(path, backup.revision, backup.made_at, counts, byte_count, sha256)


def _digest(path: Path) -> tuple[str, int]:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
        return digest.hexdigest(), file.tell()


@contextmanager
def _new_file(target: Path, *, overwrite: bool) -> Iterator[tuple[IO[bytes], Path]]:
    """A file for its owner only, that gets its name when all of it is on disk, and is gone on any error."""
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise _unwritable(target, error) from error
    path = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            yield file, path
        _name(path, target, overwrite=overwrite)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        path.unlink(missing_ok=True)


def _name(path: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        path.replace(target)
    else:
        try:
            target.hardlink_to(path)
        except FileExistsError as error:
            raise _taken(target) from error
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _taken(target: Path) -> InvalidValueError:
    return InvalidValueError(
        "Dit bestand bestaat al.", value=str(target), remedy="Kies een andere naam, of geef --overwrite."
    )


def _unwritable(target: Path, error: OSError) -> InvalidValueError:
    return InvalidValueError(
        "De reservekopie kan niet worden geschreven.", value=str(target), where=error.strerror or ""
    )
