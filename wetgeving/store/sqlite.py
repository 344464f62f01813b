"""How SQLite is set up: WAL, foreign keys, one writer at a time, readers that see one state and cannot write.

Transactions are begun here and not by the driver, whose own rules begin too late (first write) and so turn
two writers into a deadlock instead of a queue. Pages are small because most rows are, so that little of a
page stays empty. https://docs.sqlalchemy.org/en/21/dialects/sqlite.html
"""

from typing import Any

from sqlalchemy import Connection, Engine, event

BUSY_SECONDS = 10
PAGE_BYTES = 1024
READ_ONLY = "wetgeving_read_only"


def set_up(engine: Engine, busy_seconds: int) -> None:
    """Attach the settings to every connection of the engine."""
    event.listen(engine, "connect", lambda connection, _record: _on_connect(connection, busy_seconds))
    event.listen(engine, "begin", _on_begin)


def _on_connect(connection: Any, busy_seconds: int) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={busy_seconds * 1000}",
        f"page_size={PAGE_BYTES}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    read_only = bool(connection.get_execution_options().get(READ_ONLY))
    connection.exec_driver_sql(f"PRAGMA query_only={int(read_only)}")
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
