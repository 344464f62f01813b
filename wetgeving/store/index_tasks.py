"""The outbox of the index: which keys are to be looked at again. Committed together with what changed.

A task names a key and not a row, so that the documents of a key that no longer exists can be taken away.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from wetgeving.store.schema import index_task


class IndexTasks:
    """The index tasks of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, version: str) -> None:
        """Ask for a version to be indexed again; asking twice is two tasks, so that none is struck out
        unseen."""
        self._connection.execute(insert(index_task).values(version=version))

    def pending(self) -> tuple[tuple[int, str], ...]:
        """Task id and version key, oldest first."""
        query = select(index_task.c.id, index_task.c.version).order_by(index_task.c.id)
        return tuple((number, version) for number, version in self._connection.execute(query))

    def done(self, ids: Iterable[int]) -> None:
        """Strike out the tasks that were dealt with."""
        self._connection.execute(delete(index_task).where(index_task.c.id.in_(list(ids))))
