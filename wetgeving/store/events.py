"""What happened, oldest first. Events are added and read; the database itself refuses to change or delete
one."""

from sqlalchemy import ColumnElement, Connection, insert, or_, select

from wetgeving.store.schema import event, expression_key
from wetgeving.store.values import Event


class Events:
    """The events of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, happened: Event) -> None:
        """Record an event."""
        self._connection.execute(
            insert(event).values(
                at=happened.at,
                kind=happened.kind,
                work=happened.work,
                version=happened.version,
                actor=happened.actor,
                reason=happened.reason,
                detail=happened.detail,
            )
        )

    def of(self, work: str) -> tuple[Event, ...]:
        """The events of a work, also after it was removed."""
        return self._where(event.c.work == work)

    def of_version(self, version: str) -> tuple[Event, ...]:
        """The events of a version under every key it ever had."""
        owner = select(expression_key.c.expression_id).where(expression_key.c.key == version)
        keys = select(expression_key.c.key).where(expression_key.c.expression_id.in_(owner))
        of_version = or_(event.c.version == version, event.c.version.in_(keys))
        return self._where((event.c.work == version.partition("@")[0]) & of_version)

    def _where(self, condition: ColumnElement[bool]) -> tuple[Event, ...]:
        e = event.c
        query = (
            select(e.at, e.kind, e.work, e.version, e.actor, e.reason, e.detail)
            .where(condition)
            .order_by(e.id)
        )
        return tuple(Event(*row) for row in self._connection.execute(query))
