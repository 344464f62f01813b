"""The audit log: entries are added and read; the database itself refuses to change or delete one."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, insert, select

from wetgeving.store.people_schema import audit
from wetgeving.store.people_values import AuditEntry

State = Mapping[str, object]


def state_json(state: State | None) -> str:
    """How something was or is, as JSON; "" when there is nothing to say."""
    return json.dumps(state, ensure_ascii=False, sort_keys=True, default=str) if state else ""


class AuditLog:
    """The audit log of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: AuditEntry) -> None:
        """Write down what was done."""
        row = {
            "at": entry.at,
            "actor": entry.actor,
            "action": entry.action,
            "subject": entry.subject,
            "before": entry.before,
            "after": entry.after,
        }
        self._connection.execute(insert(audit).values(row))

    def newest(self, limit: int, *, skipped: int = 0) -> tuple[AuditEntry, ...]:
        """Entries, newest first."""
        a = audit.c
        query = select(a.at, a.actor, a.action, a.subject, a.before, a.after)
        page = query.order_by(a.id.desc()).limit(limit).offset(skipped)
        return tuple(AuditEntry(*row) for row in self._connection.execute(page))
