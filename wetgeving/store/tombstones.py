"""Tombstones: that a text was here, when it was removed and why, at every key it ever had. Never its words.

A tombstone holds its keys, so that no other version gets one, and the SHA-256 of the removed files, so that
the same file is not taken in again unseen. Restoring an older backup does not bring the text back.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, insert, select

from wetgeving.store.errors import UnknownKeyError
from wetgeving.store.schema import expression_key, index_task, tombstone
from wetgeving.store.text_removal import RemovedText, remove_text
from wetgeving.store.values import Tombstone
from wetgeving.store.visibility import Visibility


class Tombstones:
    """The tombstones of one connection."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self._connection, self._visibility = connection, visibility

    def bury(self, key: str, *, at: datetime, actor: str, reason: str) -> RemovedText:
        """Remove the text of a version and leave a tombstone at every key it had."""
        removed = remove_text(self._connection, self._owner(key))
        stone = Tombstone(key, removed.work, removed.files, at, actor, reason)
        for former in removed.keys:
            _set(self._connection, former, stone)
            self._connection.execute(insert(index_task).values(version=former))
        return removed

    def find(self, key: str) -> Tombstone | None:
        """The tombstone at this key."""
        return next(iter(self._where(tombstone.c.key == key)), None)

    def of_file(self, sha256: str) -> Tombstone | None:
        """The tombstone of a version that this file carried."""
        found = self._where(tombstone.c.sha256.contains(sha256, autoescape=True)) if sha256 else ()
        return next(iter(found), None)

    def of_work(self, work: str) -> tuple[Tombstone, ...]:
        """The tombstones of a work, by key."""
        return self._where(tombstone.c.work == work)

    @classmethod
    def standing(cls, connection: Connection) -> tuple[Tombstone, ...]:
        """All tombstones of a database, by key."""
        return _all(connection, tombstone.c.key != "")

    @classmethod
    def bury_again(cls, connection: Connection, stones: Iterable[Tombstone]) -> tuple[str, ...]:
        """Set tombstones in a restored database, removing what stands there again; the keys of what stood."""
        present = {stone.key for stone in cls.standing(connection)}
        again: list[str] = []
        for stone in stones:
            owner = _owner_of(connection, stone.key)
            if owner is not None:
                again += remove_text(connection, owner).keys
            if stone.key not in present:
                _set(connection, stone.key, stone)
        return tuple(again)

    def _owner(self, key: str) -> int:
        found = _owner_of(self._connection, key)
        if found is None:
            raise UnknownKeyError("Deze versie is niet opgenomen.", value=key)
        return found

    def _where(self, condition: ColumnElement[bool]) -> tuple[Tombstone, ...]:
        return _all(self._connection, condition & self._visibility.works_named(tombstone.c.work))


def _all(connection: Connection, condition: ColumnElement[bool]) -> tuple[Tombstone, ...]:
    t = tombstone.c
    query = select(t.key, t.work, t.sha256, t.removed_at, t.actor, t.reason).where(condition)
    rows = connection.execute(query.order_by(t.key))
    return tuple(Tombstone(r[0], r[1], tuple(r[2].split()), r[3], r[4], r[5]) for r in rows)


def _owner_of(connection: Connection, key: str) -> int | None:
    query = select(expression_key.c.expression_id).where(expression_key.c.key == key)
    return connection.execute(query).scalar()


def _set(connection: Connection, key: str, stone: Tombstone) -> None:
    row = {
        "key": key,
        "work": stone.work,
        "sha256": " ".join(stone.sha256),
        "removed_at": stone.removed_at,
        "actor": stone.actor,
        "reason": stone.reason,
    }
    connection.execute(insert(tombstone).values(row))
