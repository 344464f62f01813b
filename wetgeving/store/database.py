"""The database: an address becomes an engine, with the same rules on SQLite and PostgreSQL.

One writer at a time on both (BEGIN IMMEDIATE; an advisory lock), readers see one state from their first
question to their last, and nothing is committed but by `transaction()`. A database of another revision is
not touched.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError

from wetgeving.store import sqlite
from wetgeving.store.committed import Committed
from wetgeving.store.erasing import erase_deleted
from wetgeving.store.errors import (
    BusyDatabaseError,
    NewerDatabaseError,
    NotMigratedError,
    StoreError,
    UnreachableDatabaseError,
    UnusableUrlError,
)
from wetgeving.store.migration import upgrade
from wetgeving.store.revisions import HEAD, REVISIONS

_FORMS = "Schrijf sqlite:////pad/naar/bestand.db of postgresql://gebruiker:wachtwoord@server/databank."
_WRITER_LOCK = 0x77657467
_READ = {sqlite.READ_ONLY: True, "postgresql_readonly": True}


class Database:
    """One database. Creating it connects to nothing."""

    def __init__(self, url: str, *, busy_seconds: int = sqlite.BUSY_SECONDS) -> None:
        self._url, self._busy_seconds = _usable(url), busy_seconds
        self._engine = _engine(self._url, busy_seconds)
        self._committed = Committed(self._engine)
        self._at_head = False

    def migrate(self, *, to: str = HEAD) -> None:
        """Bring the schema to a revision, by default the newest; nothing happens when it is there already."""
        with self._begun(self._engine) as connection:
            found = _revision(connection)
        if self._place(found) >= self._place(to):
            return
        with self._writing() as connection:
            upgrade(connection, to)

    def revision(self) -> str | None:
        """The revision of the schema, or None for a database without one."""
        with self._begun(self._reader()) as connection:
            return _revision(connection)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection that may write; committed at the end, rolled back when an error leaves the block."""
        self._require_head()
        with self._writing() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that cannot write and sees one state, that of its first question."""
        self._require_head()
        with self._begun(self._reader()) as connection:
            yield connection

    def state(self) -> str:
        """A token that is the same while nothing was committed, by this process or another."""
        try:
            return self._committed.token()
        except sqlite3.Error as error:  # of a connection that is not asked through the engine
            raise self._explained(DBAPIError(None, None, error)) from error
        except DBAPIError as error:
            raise self._explained(error) from error

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """A connection that may change the schema too, whatever its revision: for putting back a backup."""
        self._place(self.revision())
        with self._writing() as connection:
            yield connection

    def erase_deleted(self) -> str:
        """Write the database anew without what was deleted; "" when it was done, else why it was not."""
        return erase_deleted(self._engine)

    def dispose(self) -> None:
        """Close all connections; SQLite then folds its log into the file and removes it."""
        self._committed.close()
        self._engine.dispose()

    def _reader(self) -> Engine:
        if self._engine.dialect.name == "sqlite":
            return self._engine.execution_options(**_READ)
        return self._engine.execution_options(isolation_level="REPEATABLE READ", **_READ)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._begun(self._engine) as connection:
            if connection.dialect.name == "postgresql":
                self._wait_for_turn(connection)
            yield connection

    def _wait_for_turn(self, connection: Connection) -> None:
        try:
            connection.execute(text(f"SET LOCAL lock_timeout = '{self._busy_seconds}s'"))
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})
        except DBAPIError as error:
            raise self._explained(error) from error

    @contextmanager
    def _begun(self, engine: Engine) -> Iterator[Connection]:
        try:
            connection = engine.connect()
        except DBAPIError as error:
            raise self._explained(error) from error
        with connection:
            try:
                transaction = connection.begin()
            except DBAPIError as error:
                raise self._explained(error) from error
            with transaction:
                yield connection

    def _require_head(self) -> None:
        if self._at_head:
            return
        found = self.revision()
        if self._place(found) < self._place(HEAD):
            raise NotMigratedError(
                "De databank is nog niet bijgewerkt voor deze versie van het programma.",
                value=f"revisie {found or 'geen'}, nodig is {HEAD}",
                where=self._name(),
                remedy="Voer de migratie uit.",
            )
        self._at_head = True

    def _place(self, revision: str | None) -> int:
        """Where a revision stands in the list, -1 for none; one we do not know is refused."""
        if revision is None:
            return -1
        if revision in REVISIONS:
            return REVISIONS.index(revision)
        raise NewerDatabaseError(
            "De databank is gemaakt door een nieuwere versie van het programma.",
            value=f"revisie {revision}; dit programma kent tot en met {HEAD}",
            where=self._name(),
            remedy="Werk het programma bij; er is niets gewijzigd.",
        )

    def _name(self) -> str:
        return self._url.render_as_string(hide_password=True)

    def _explained(self, error: DBAPIError) -> StoreError:
        reason = str(error.orig).strip().partition("\n")[0]
        if "locked" in reason or getattr(error.orig, "sqlstate", "") == "55P03":
            return BusyDatabaseError(
                f"Een andere schrijver houdt de databank langer dan {self._busy_seconds} seconden bezet.",
                where=self._name(),
                remedy="Probeer het opnieuw.",
            )
        return UnreachableDatabaseError(
            "De databank is niet bereikbaar of is geen databank.",
            value=reason,
            where=self._name(),
            remedy="Controleer het adres en of de map of server bestaat.",
        )


def is_read_only(connection: Connection) -> bool:
    """Is this a connection of `Database.read`, whose answers stay the same?"""
    options = connection.get_execution_options()
    return all(bool(options.get(name)) for name in _READ)


def _usable(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise UnusableUrlError("Dit is geen adres van een databank.", value=url, remedy=_FORMS) from error
    shown = parsed.render_as_string(hide_password=True)
    if parsed.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise UnusableUrlError("Dit soort databank wordt niet ondersteund.", value=shown, remedy=_FORMS)
    if not parsed.database or ":memory:" in parsed.database or "mode" in parsed.query:
        raise UnusableUrlError("SQLite werkt hier alleen met een bestand.", value=shown, remedy=_FORMS)
    return parsed


def _engine(url: URL, busy_seconds: int) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, hide_parameters=True)
        sqlite.set_up(engine, busy_seconds)
        return engine
    return create_engine(url, pool_pre_ping=True, hide_parameters=True)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
