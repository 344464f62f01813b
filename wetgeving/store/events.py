"""What happened, oldest first. Events are added and read; the database itself refuses to change or delete
one.

Every event is written to the audit log as well, here, so that none can be forgotten.
"""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, insert, or_, select

from wetgeving.store.audit import AuditLog, State, state_json
from wetgeving.store.people_values import AuditEntry
from wetgeving.store.schema import event, expression_key
from wetgeving.store.values import Event
from wetgeving.store.visibility import Visibility


class Events:
    """The events of one connection."""

    def __init__(self, connection: Connection, visibility: Visibility, audit: AuditLog) -> None:
        self._connection, self._visibility, self._audit = connection, visibility, audit

    def add(self, happened: Event, *, before: State | None = None, after: State | None = None) -> None:
        """Record an event, and in the audit log how it was before and is after."""
        told = {"reason": happened.reason, "detail": happened.detail}
        self._audit.add(
            AuditEntry(
                at=happened.at,
                actor=happened.actor,
                action=f"text.{happened.kind}",
                subject=happened.version or happened.work,
                before=state_json(before),
                after=state_json({**(after or {}), **{key: said for key, said in told.items() if said}}),
            )
        )
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
            .where(condition, self._visibility.works_named(e.work))
            .order_by(e.id)
        )
        hidden = self._visibility.hidden_works()
        return tuple(_without(Event(*row), hidden) for row in self._connection.execute(query))


def _without(event: Event, hidden: Collection[str]) -> Event:
    """The event; a detail that is the version of a hidden work is left out."""
    return replace(event, detail="") if event.detail.partition("@")[0] in hidden else event
