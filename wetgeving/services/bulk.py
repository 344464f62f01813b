"""Taking in a whole folder: in batches, each stored in one transaction, resumable after any crash.

A file that carries a version already is recognised by the SHA-256 of its bytes and not read again, so a
second run goes on where the first one stopped. Files are read before the transaction opens; one that cannot
be read or stored is reported and undoes no other. The index is not touched: its tasks are left for
afterwards. At most one batch is in memory.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import WetgevingError
from corpus.hashing import sha256
from corpus.reading import Reading
from wetgeving.services import Services
from wetgeving.services.ingest import Outcome, Statement
from wetgeving.services.patient_reading import read_within
from wetgeving.services.progress import Progress, silent
from wetgeving.services.source_file import FileUnreadableError, files_in, read_bytes
from wetgeving.store.errors import BusyDatabaseError, UnreachableDatabaseError

MOST_FILES, MOST_BYTES = 50, 1_000_000

Unit = Callable[[], AbstractContextManager[Services]]


class ReaderCrashError(WetgevingError):
    """A reader stopped on a file with an error of its own: a fault in the program, not in the file."""

    code = "reader-crash"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken in, and why."""

    file: Path
    error: WetgevingError


@dataclass(slots=True)
class BulkReport:
    """What became of the files of a folder."""

    files: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)

    def refuse(self, file: Path, error: WetgevingError) -> None:
        """Note a refusal, without what the error would keep in memory: the bytes and the tree of the file."""
        error.__traceback__ = error.__cause__ = error.__context__ = None
        self.refused.append(Refused(file, error))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file of a batch: its bytes, and what a reader made of them."""

    file: Path
    content: bytes
    reading: Reading


class Bulk:
    """One run over a folder; `unit` opens a transaction, `origin` and `said` hold for every file."""

    def __init__(self, unit: Unit, reading: Unit, *, origin: str, said: Statement) -> None:
        self._unit, self._reading, self._origin, self._said = unit, reading, origin, said
        self.report = BulkReport()

    def take_in(self, folder: Path, progress: Progress = silent) -> BulkReport:
        """Take in every file below a folder; what was taken in before is left alone."""
        files = files_in(folder)
        self.report.files = len(files)
        batch: list[tuple[Path, bytes]] = []
        for done, file in enumerate(files, start=1):
            batch += self._opened(file)
            if done == len(files) or _is_full(batch):
                self._take_in_batch(batch)
                batch = []
                progress(done, len(files))
        return self.report

    def _opened(self, file: Path) -> list[tuple[Path, bytes]]:
        try:
            return [(file, read_bytes(file))]
        except FileUnreadableError as error:
            self.report.refuse(file, error)
            return []

    def _take_in_batch(self, batch: list[tuple[Path, bytes]]) -> None:
        digests = [sha256(content) for _, content in batch]
        with self._reading() as services:
            carried = services.ingesting.carried(digests)
        new = [item for item, digest in zip(batch, digests, strict=True) if digest not in carried]
        self.report.outcomes[Outcome.ALREADY_STORED] += len(batch) - len(new)
        self._store([sheet for file, content in new for sheet in self._read(file, content)])

    def _read(self, file: Path, content: bytes) -> list[_Sheet]:
        try:
            return [_Sheet(file, content, read_within(content))]
        except WetgevingError as error:
            self.report.refuse(file, error)
        except Exception as error:  # one file must not hold up thousands; the report names the fault
            self.report.refuse(file, _crash(error))
        return []

    def _store(self, sheets: list[_Sheet]) -> None:
        """Store a batch in one transaction; when one of them is refused, each in a transaction of its own."""
        if not sheets:
            return
        try:
            with self._unit() as services:
                outcomes = [self._store_one(services, sheet) for sheet in sheets]
        except (BusyDatabaseError, UnreachableDatabaseError):
            raise
        except WetgevingError as error:
            if len(sheets) == 1:
                self.report.refuse(sheets[0].file, error)
                return
            for sheet in sheets:
                self._store([sheet])
        else:
            self.report.outcomes.update(outcomes)

    def _store_one(self, services: Services, sheet: _Sheet) -> Outcome:
        return services.ingesting.take_in(
            sheet.reading, sheet.content, name=sheet.file.name, origin=self._origin, said=self._said
        ).outcome


def _is_full(batch: list[tuple[Path, bytes]]) -> bool:
    return len(batch) >= MOST_FILES or sum(len(content) for _, content in batch) >= MOST_BYTES


def _crash(error: Exception) -> ReaderCrashError:
    return ReaderCrashError(
        "De lezer is op dit bestand vastgelopen; dat is een fout in het programma.",
        value=f"{type(error).__name__}: {error}",
        remedy="Meld dit met het bestand erbij.",
    )
