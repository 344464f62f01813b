"""Writing a database anew, so that deleted words are no longer in its file or its write-ahead log.

SQLite leaves deleted rows in free pages and old pages in the log: VACUUM and a truncating checkpoint end
both. On PostgreSQL VACUUM FULL writes the tables anew; its log, archives and replicas keep the words until
they are recycled, which is for who runs the server. https://www.sqlite.org/lang_vacuum.html
"""

import sqlite3
from contextlib import closing

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from wetgeving.store import sqlite
from wetgeving.store.schema import metadata

_READERS_GET = 3
"""Seconds for who is reading to come to an end."""
_OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE backend_xmin IS NOT NULL "
    "AND pid <> pg_backend_pid() AND datname = current_database()"
)


def erase_deleted(engine: Engine) -> str:
    """Write the database anew without what was deleted; "" when it was done, else why it was not."""
    return _on_sqlite(engine) if engine.dialect.name == "sqlite" else _on_postgresql(engine)


def _on_sqlite(engine: Engine) -> str:
    with closing(engine.raw_connection()) as connection:
        try:
            connection.execute("PRAGMA query_only=0")
            connection.execute("VACUUM")
            connection.execute(f"PRAGMA busy_timeout={_READERS_GET * 1000}")
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            connection.execute(f"PRAGMA busy_timeout={sqlite.BUSY_SECONDS * 1000}")
        except sqlite3.Error as error:
            return str(error)
    return "een ander proces leest nog in de databank" if busy else ""


def _on_postgresql(engine: Engine) -> str:
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"SET lock_timeout = '{sqlite.BUSY_SECONDS}s'"))
            others = connection.execute(text(_OTHERS)).scalar_one()
            for table in metadata.sorted_tables:
                connection.execute(text(f'VACUUM FULL "{table.name}"'))
            connection.execute(text("RESET lock_timeout"))
    except DBAPIError as error:
        return str(error.orig).partition("\n")[0]
    return "een ander proces leest nog in de databank" if others else ""
