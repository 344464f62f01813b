"""Counting what is stored, for whom watches over the service. Numbers only; fictional texts are left out."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text

from wetgeving.store.revisions import HEAD
from wetgeving.store.schema import event, expression, index_task, tombstone, work
from wetgeving.store.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each; `events` by kind, `index_tasks` those that wait for the index."""

    works: int
    versions: int
    tombstones: int
    index_tasks: int
    events: tuple[tuple[str, int], ...]


class Census:
    """The counts of one connection."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self._connection, self._visibility = connection, visibility

    def counts(self) -> Counts:
        """Count everything that is not hidden from who asks."""
        seen = self._visibility
        real = select(func.count()).select_from(work).where(~work.c.fictional, seen.works())
        standing = real.join(expression, expression.c.work_id == work.c.id).where(
            expression.c.withdrawn.is_(None)
        )
        events = select(event.c.kind, func.count()).where(seen.works_named(event.c.work))
        events = events.group_by(event.c.kind).order_by(event.c.kind)
        stones = select(func.count()).select_from(tombstone).where(seen.works_named(tombstone.c.work))
        return Counts(
            works=self._connection.execute(real).scalar_one(),
            versions=self._connection.execute(standing).scalar_one(),
            tombstones=self._connection.execute(stones).scalar_one(),
            index_tasks=self._connection.execute(select(func.count()).select_from(index_task)).scalar_one(),
            events=tuple((kind, count) for kind, count in self._connection.execute(events)),
        )

    def is_at_head(self) -> bool:
        """Is the schema, now, of the revision that this program knows?"""
        return self._connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
