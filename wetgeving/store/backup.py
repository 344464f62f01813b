"""All rows out of a database, and into one: for safe keeping, from SQLite to PostgreSQL and back.

Left out are sessions (who was signed in), index tasks and references (both are made again). Row numbers are
kept, since stored trees name texts by them. Restoring takes the place of the whole schema in the caller's
transaction: as it was at the revision of the backup, with its rows, and then migrated.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from sqlalchemy import (
    Connection,
    LargeBinary,
    MetaData,
    Row,
    Table,
    column,
    func,
    insert,
    inspect,
    select,
    table,
    text,
)
from sqlalchemy.exc import DBAPIError

from wetgeving.store.backup_form import TableForm, column_type, form_of
from wetgeving.store.citation_schema import citation, citation_set, cited_provision
from wetgeving.store.errors import BusyDatabaseError, StoreError
from wetgeving.store.migration import upgrade
from wetgeving.store.people_schema import session
from wetgeving.store.revisions import HEAD
from wetgeving.store.schema import index_task, metadata
from wetgeving.store.tombstones import Tombstones

_DERIVED = (citation.name, cited_provision.name, citation_set.name)
_LEFT_OUT = frozenset({session.name, index_task.name, *_DERIVED})
_VERSION = "alembic_version"
_LOCKED = "55P03"
_AT_ONCE = 200
_MOST_BYTES = 2_000_000


class NotEmptyError(StoreError):
    """The database holds something that a restore would take the place of."""

    code = "database-not-empty"


class UnfitBackupError(StoreError):
    """The rows of a backup do not fit together, or not in the tables of their revision."""

    code = "backup-unfit"


class BackupNewerError(StoreError):
    """The backup was made by a newer version of the program."""

    code = "backup-newer"


class Contents(Protocol):
    """What a restore needs of a backup: its revision, and its tables with their rows, checked as they come.

    The rows of a table end in an error when they are not what was written.
    """

    @property
    def revision(self) -> str:
        """The revision of the schema that the rows belong to."""
        ...

    @property
    def tables(self) -> tuple[TableForm, ...]:
        """The tables, those that others refer to first."""
        ...

    def rows(self, form: TableForm) -> Iterator[dict[str, Any]]:
        """The rows of one table."""
        ...


def kept_tables() -> tuple[Table, ...]:
    """The tables that a backup holds, those that others refer to first."""
    return tuple(t for t in metadata.sorted_tables if t.name not in _LEFT_OUT)


def forms() -> tuple[TableForm, ...]:
    """Their forms."""
    return tuple(form_of(t) for t in kept_tables())


def rows(connection: Connection, form: TableForm) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows of a table by primary key; of a table with files in it only one is in memory."""
    source = metadata.tables[form.name]
    holds_files = any(isinstance(c.type, LargeBinary) and c.type.length is None for c in source.columns)
    query = select(source).order_by(*source.primary_key.columns)
    yield from connection.execute(query.execution_options(yield_per=1 if holds_files else _AT_ONCE))


def restore(connection: Connection, backup: Contents, *, replace: bool) -> tuple[str, ...]:
    """Make the database what the backup says; the keys of versions that were removed since and again are.

    A text that the law demanded to be removed does not come back by an older backup: the tombstones that
    stand are carried over.
    """
    standing = _tables(connection)
    buried = Tombstones.standing(connection) if "tombstone" in standing else ()
    if not replace:
        _refuse_when_filled(connection, standing)
    try:
        _drop(connection, standing)
        upgrade(connection, backup.revision)
        _fill(connection, backup)
        upgrade(connection, HEAD)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") == _LOCKED:
            raise BusyDatabaseError(
                "Een ander proces gebruikt de databank; er is niets gewijzigd.",
                remedy="Stop de dienst en de worker, en probeer het opnieuw.",
            ) from error
        raise UnfitBackupError(
            "De rijen van de reservekopie passen niet in de databank.",
            value=type(error.orig).__name__,
            remedy="Er is niets gewijzigd. Gebruik een andere reservekopie.",
        ) from error
    return Tombstones.bury_again(connection, buried)


def _tables(connection: Connection) -> dict[str, Table]:
    """Our tables as they stand in the database, whatever its revision."""
    names = set(inspect(connection).get_table_names()) & {*metadata.tables, _VERSION}
    found = MetaData()
    found.reflect(connection, only=sorted(names))
    return {t.name: t for t in found.sorted_tables}


def _refuse_when_filled(connection: Connection, standing: dict[str, Table]) -> None:
    for name, found in standing.items():
        kept = name not in (*_LEFT_OUT, _VERSION)
        if kept and connection.execute(select(text("1")).select_from(found).limit(1)).first():
            raise NotEmptyError(
                "De databank is niet leeg.",
                value=f"tabel {name}",
                remedy="Zet terug in een lege databank, of vervang alles met --replace.",
            )


def _drop(connection: Connection, standing: dict[str, Table]) -> None:
    guards = _trigger_functions(connection, standing)
    for found in reversed(standing.values()):
        found.drop(connection)
    for guard in guards:
        connection.execute(text(f"DROP FUNCTION {guard}"))


def _trigger_functions(connection: Connection, standing: Iterable[str]) -> list[str]:
    """On PostgreSQL what guards our tables outlives them."""
    if connection.dialect.name != "postgresql":
        return []
    query = text(
        "SELECT DISTINCT t.tgfoid::regprocedure::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND c.relname = ANY(:names)"
    )
    return sorted(connection.execute(query, {"names": list(standing)}).scalars())


def _fill(connection: Connection, backup: Contents) -> None:
    present = inspect(connection)
    known = set(present.get_table_names()) - {_VERSION, *_LEFT_OUT}
    named = [form.name for form in backup.tables]
    if sorted(named) != sorted(known):
        differing = ", ".join(sorted(known.symmetric_difference(named)))[:200]
        raise UnfitBackupError("De reservekopie heeft niet de tabellen van haar revisie.", value=differing)
    for form in backup.tables:
        columns = {found["name"] for found in present.get_columns(form.name)}
        if columns != {name for name, _ in form.columns}:
            raise UnfitBackupError("Een tabel heeft niet de kolommen van haar revisie.", value=form.name)
        _insert(connection, form, backup.rows(form))
        if "id" in columns:
            _count_on(connection, form.name)


def _insert(connection: Connection, form: TableForm, found: Iterator[dict[str, Any]]) -> None:
    into = table(form.name, *(column(name, column_type(kind)) for name, kind in form.columns))
    for batch in _batches(found):
        connection.execute(insert(into), batch)


def _batches(found: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows in portions that are small in number and in bytes."""
    batch: list[dict[str, Any]] = []
    size = 0
    for row in found:
        batch.append(row)
        size += sum(len(value) for value in row.values() if isinstance(value, str | bytes))
        if len(batch) == _AT_ONCE or size > _MOST_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _count_on(connection: Connection, name: str) -> None:
    """Let PostgreSQL number on after the rows that came with a number."""
    if connection.dialect.name != "postgresql":
        return
    sequence = connection.execute(select(func.pg_get_serial_sequence(name, "id"))).scalar()
    highest = connection.execute(select(func.max(column("id"))).select_from(table(name))).scalar()
    if sequence is not None and highest is not None:
        connection.execute(select(func.setval(sequence, highest)))
