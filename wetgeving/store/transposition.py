"""What people say of transposition: added and read, never changed; the latest word on a claim stands.

An entry about a work that the viewer does not see is not there.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, delete, exists, func, insert, not_, select

from wetgeving.store.transposition_schema import transposition_anchor, transposition_entry
from wetgeving.store.visibility import Visibility

CLAIM, REVIEW = "claim", "review"


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to be stored; `anchors` are the works it speaks of with their versions, "" for none."""

    at: datetime
    actor: str
    kind: str
    act: str
    claim: str
    content: Mapping[str, object]
    anchors: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A stored entry; a higher `id` was made later."""

    id: int
    at: datetime
    actor: str
    kind: str
    act: str
    claim: str
    content: Mapping[str, object]
    note: str


class Transpositions:
    """The entries of one connection."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self._connection, self._visibility = connection, visibility

    def add(self, new: NewEntry) -> None:
        """Write down what somebody says."""
        row = {
            "at": new.at,
            "actor": new.actor,
            "kind": new.kind,
            "act": new.act,
            "claim": new.claim,
            "content": json.dumps(new.content, ensure_ascii=False, sort_keys=True),
            "note": new.note,
        }
        added = self._connection.execute(insert(transposition_entry).values(row))
        (entry_id,) = added.inserted_primary_key or (None,)
        anchors = [
            {"entry_id": entry_id, "work": work, "version": version}
            for work, version in sorted(set(new.anchors))
        ]
        self._connection.execute(insert(transposition_anchor), anchors)

    def of_act(self, act: str) -> tuple[Entry, ...]:
        """All entries on a Union act, oldest first."""
        query = self._seen().where(transposition_entry.c.act == act)
        rows = self._connection.execute(query.order_by(transposition_entry.c.id)).mappings()
        return tuple(Entry(**{**row, "content": json.loads(row["content"])}) for row in rows)

    def latest(self, acts: Iterable[str] | None = None) -> int:
        """The id of the last entry (on these acts), whatever it says; 0 when there is none."""
        query = select(func.max(transposition_entry.c.id))
        if acts is not None:
            query = query.where(transposition_entry.c.act.in_(sorted(acts)))
        return self._connection.execute(query).scalar() or 0

    def _seen(self) -> Select[*tuple[object, ...]]:
        e, a = transposition_entry.c, transposition_anchor.c
        unseen = exists().where(a.entry_id == e.id, not_(self._visibility.works_named(a.work)))
        return select(e.id, e.at, e.actor, e.kind, e.act, e.claim, e.content, e.note).where(~unseen)


def remove_entries(connection: Connection, *, work: str = "", versions: Iterable[str] = ()) -> None:
    """Delete what was said of a work that is removed, or of versions that are."""
    a = transposition_anchor.c
    about = a.work == work if work else a.version.in_(sorted(versions))
    found = list(connection.execute(select(a.entry_id).where(about)).scalars())
    connection.execute(delete(transposition_anchor).where(a.entry_id.in_(found)))
    connection.execute(delete(transposition_entry).where(transposition_entry.c.id.in_(found)))
