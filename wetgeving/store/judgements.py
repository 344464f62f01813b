"""What people say of texts: judgements are added and read, never changed; the latest of a subject stands.

Versions are named by their present key. A judgement about a text the viewer does not see is not there.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, and_, delete, func, insert, or_, select

from wetgeving.store.errors import UnknownKeyError
from wetgeving.store.judgement_schema import judgement
from wetgeving.store.schema import expression_key
from wetgeving.store.visibility import Visibility


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """A judgement to be stored; `beside` is the key of the version compared with, or ""."""

    at: datetime
    actor: str
    kind: str
    version: str
    subject: str
    content: Mapping[str, object]
    note: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Judgement(NewJudgement):
    """A stored judgement; a higher `id` was made later."""

    id: int = 0


class Judgements:
    """The judgements of one connection."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self._connection, self._visibility = connection, visibility

    def add(self, new: NewJudgement) -> None:
        """Write down a judgement about versions that are stored."""
        row = {
            "at": new.at,
            "actor": new.actor,
            "kind": new.kind,
            "expression_id": self._id(new.version),
            "beside_id": self._id(new.beside) if new.beside else None,
            "subject": new.subject,
            "content": json.dumps(new.content, ensure_ascii=False, sort_keys=True),
            "note": new.note,
        }
        self._connection.execute(insert(judgement).values(row))

    def of(self, kind: str, version: str, *, beside: str = "") -> tuple[Judgement, ...]:
        """All judgements of a kind about a version (and the one beside it), oldest first."""
        query = self._query().where(judgement.c.kind == kind, judgement.c.expression_id == self._id(version))
        if beside:
            query = query.where(judgement.c.beside_id == self._id(beside))
        rows = self._connection.execute(query.order_by(judgement.c.id)).mappings()
        return tuple(
            Judgement(**{**row, "content": json.loads(row["content"]), "beside": row["beside"] or ""})
            for row in rows
        )

    def latest(self, kind: str) -> int:
        """The id of the last judgement of a kind, whatever it is about; 0 when there is none."""
        query = select(func.max(judgement.c.id)).where(judgement.c.kind == kind)
        return self._connection.execute(query).scalar() or 0

    def _query(self) -> Select[*tuple[object, ...]]:
        j = judgement.c
        present, other = expression_key.alias("present"), expression_key.alias("other")
        return (
            select(
                j.id, j.at, j.actor, j.kind, j.subject, j.content, j.note,
                present.c.key.label("version"), other.c.key.label("beside"),
            )
            .join(present, and_(present.c.expression_id == j.expression_id, present.c.current))
            .outerjoin(other, and_(other.c.expression_id == j.beside_id, other.c.current))
            .where(self._visibility.expressions(j.expression_id))
            .where(or_(j.beside_id.is_(None), self._visibility.expressions(other.c.expression_id)))
        )  # fmt: skip

    def _id(self, key: str) -> int:
        k = expression_key.c
        query = select(k.expression_id).where(k.key == key, self._visibility.expressions(k.expression_id))
        found = self._connection.execute(query).scalar()
        if found is None:
            raise UnknownKeyError("Deze versie is niet opgenomen.", value=key)
        return found


def remove_judgements(connection: Connection, expression_ids: Select[int] | tuple[int, ...]) -> None:
    """Delete what was said of versions that are removed."""
    j = judgement.c
    about = or_(j.expression_id.in_(expression_ids), j.beside_id.in_(expression_ids))
    connection.execute(delete(judgement).where(about))
