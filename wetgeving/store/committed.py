"""A token for what is committed: while it stays the same, nothing was written, by whatever process.

It says nothing of what changed. Cheap enough to ask at every request, and exact: on SQLite `data_version` of
a connection that is kept for this alone (https://sqlite.org/pragma.html#pragma_data_version), on PostgreSQL
the snapshot, which moves with every transaction that writes.
"""

from itertools import count
from threading import Lock

from sqlalchemy import Engine, text
from sqlalchemy.pool import PoolProxiedConnection

_OPENED = count()


class Committed:
    """Watches one database. It connects when it is first asked."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._lock = engine, Lock()
        self._watching: PoolProxiedConnection | None = None
        self._opened = 0

    def token(self) -> str:
        """Another text whenever anything was committed since the text before."""
        if self._engine.dialect.name != "sqlite":
            with self._engine.connect() as connection:
                return str(connection.execute(text("SELECT pg_current_snapshot()")).scalar_one())
        with self._lock:
            cursor = self._connection().cursor()
            cursor.execute("PRAGMA data_version")
            (version,) = cursor.fetchone() or (0,)
            cursor.close()
            return f"{self._opened}.{version}"

    def close(self) -> None:
        """Let go of the connection that watches."""
        with self._lock:
            if self._watching is not None:
                self._watching.close()
                self._watching = None

    def _connection(self) -> PoolProxiedConnection:
        """A connection outside the pool: a number of one connection means nothing to another."""
        if self._watching is None:
            self._watching = self._engine.raw_connection()
            self._watching.detach()
            self._opened = next(_OPENED)
        return self._watching
