"""The file of a backup: a zip with a member of JSON lines per table, and a manifest with what each must hold.

Written and read as a stream: a row at a time is in memory. Nothing is unpacked to disk and no name in the
archive is used as a path: the members are those that the manifest's tables name, or the file is refused.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, cast

from wetgeving.store.backup_form import BackupUnreadableError, TableForm, stated_form

FORMAT, FORM = "wetgeving-backup", 1
MANIFEST = "manifest.json"
MAX_LINE = 300_000_000
MAX_RATIO = 200
_MAX_MANIFEST = 1_000_000
_SMALL = 50_000_000
_EPOCH = (1980, 1, 1, 0, 0, 0)
_OWNER_ONLY = 0o600 << 16
_UNREADABLE = (
    KeyError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
)
Table = tuple[TableForm, Iterable[Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class Member:
    """What the manifest says of the rows of a table."""

    form: TableForm
    rows: int
    byte_count: int
    sha256: str

    @property
    def name(self) -> str:
        """Its name in the archive."""
        return f"tables/{self.form.name}.jsonl"


def write(target: IO[bytes], tables: Iterable[Table], *, revision: str, made_at: datetime) -> None:
    """Write all tables and then the manifest."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        members = [_write_table(archive, form, rows) for form, rows in tables]
        manifest = {
            "format": FORMAT,
            "form": FORM,
            "revision": revision,
            "made_at": made_at.isoformat(),
            "tables": [_stated(member) for member in members],
        }
        archive.writestr(_info(MANIFEST), json.dumps(manifest, indent=1).encode())


def _write_table(archive: zipfile.ZipFile, form: TableForm, rows: Iterable[Sequence[Any]]) -> Member:
    digest, count, byte_count = hashlib.sha256(), 0, 0
    with archive.open(_info(Member(form, 0, 0, "").name), "w", force_zip64=True) as member:
        for row in rows:
            line = form.line(row)
            member.write(line)
            digest.update(line)
            count, byte_count = count + 1, byte_count + len(line)
    return Member(form, count, byte_count, digest.hexdigest())


def _info(name: str) -> zipfile.ZipInfo:
    """A member without the time of the machine; nobody but the owner reads it where it is unpacked."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, _OWNER_ONLY
    return info


def _stated(member: Member) -> dict[str, Any]:
    return {
        "name": member.form.name,
        "columns": [list(column) for column in member.form.columns],
        "rows": member.rows,
        "bytes": member.byte_count,
        "sha256": member.sha256,
    }


class BackupFile:
    """A backup to be put back. Opening it checks its shape; `check` reads every row."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with _readable(path):
            self._archive = zipfile.ZipFile(path)
            try:
                self._open()
            except BaseException:
                self._archive.close()
                raise

    def _open(self) -> None:
        stated = self._manifest()
        self.revision = str(stated["revision"])
        self.made_at = datetime.fromisoformat(str(stated["made_at"]))
        self.members = tuple(_member(table) for table in stated["tables"])
        self._check_names()
        self._by_table = {member.form.name: member for member in self.members}

    @property
    def tables(self) -> tuple[TableForm, ...]:
        """The tables, in the order in which they were written."""
        return tuple(member.form for member in self.members)

    def check(self) -> None:
        """Read every row, and compare all with the manifest; changes nothing."""
        for form in self.tables:
            for _ in self.rows(form):
                pass

    def rows(self, form: TableForm) -> Iterator[dict[str, Any]]:
        """The rows of a table; at the end an error when they are not those of the manifest."""
        stated = self._by_table[form.name]
        digest, count, byte_count = hashlib.sha256(), 0, 0
        with _readable(self._path), self._archive.open(stated.name) as member:
            lines = BufferedReader(cast(Any, member), 1 << 16)
            while line := lines.readline(MAX_LINE):
                byte_count, count = byte_count + len(line), count + 1
                if byte_count > stated.byte_count or not line.endswith(b"\n"):
                    raise _broken("een onderdeel is langer dan de lijst zegt", stated.name)
                digest.update(line)
                yield form.row(line)
        if (count, byte_count, digest.hexdigest()) != (stated.rows, stated.byte_count, stated.sha256):
            raise _broken("een onderdeel is niet wat de lijst zegt", stated.name)

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def _manifest(self) -> Mapping[str, Any]:
        if self._archive.getinfo(MANIFEST).file_size > _MAX_MANIFEST:
            raise _broken("de lijst is te lang", MANIFEST)
        stated = json.loads(self._archive.read(MANIFEST))
        if not isinstance(stated, dict) or (stated.get("format"), stated.get("form")) != (FORMAT, FORM):
            raise _broken("dit is geen reservekopie in een bekende vorm", MANIFEST)
        return stated

    def _check_names(self) -> None:
        """The archive holds what the manifest names, each once, and nothing that unpacks to far more."""
        found = self._archive.infolist()
        expected = sorted([MANIFEST, *(member.name for member in self.members)])
        if sorted(info.filename for info in found) != expected:
            raise _broken("er staat iets anders in dan de lijst noemt", MANIFEST)
        for info in found:
            if info.file_size > max(_SMALL, MAX_RATIO * info.compress_size):
                raise _broken(f"meer dan {MAX_RATIO} keer zo groot als ingepakt", info.filename)


def _member(stated: Mapping[str, Any]) -> Member:
    form = stated_form(stated["name"], stated["columns"])
    return Member(form, int(stated["rows"]), int(stated["bytes"]), str(stated["sha256"]))


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Whatever is wrong with the file is one named error."""
    try:
        yield
    except _UNREADABLE as error:
        raise _broken(f"{type(error).__name__}: {error}"[:200], str(path)) from error
    except TypeError as error:
        raise _broken("de lijst heeft een andere vorm", MANIFEST) from error


def _broken(value: str, where: str) -> BackupUnreadableError:
    return BackupUnreadableError(
        "Dit is geen reservekopie, of zij is beschadigd of gewijzigd.",
        value=value,
        where=where,
        remedy="Er is niets gewijzigd. Gebruik een andere reservekopie.",
    )
