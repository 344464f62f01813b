"""When versions were taken in, the latest first: what is new here is told from this, never from a clock.

A version is taken in when the first file that carries it is. Only reads; withdrawn versions are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, and_, func, select

from wetgeving.store.schema import expression, expression_key, expression_manifestation, is_current, work
from wetgeving.store.visibility import Visibility


@dataclass(frozen=True, slots=True)
class TakenIn:
    """That a version was taken in, and when."""

    version: str
    work: str
    at: datetime


class Intake:
    """The taking in of versions, over one connection."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self._connection, self._visibility = connection, visibility

    def latest_first(self) -> Iterator[TakenIn]:
        """Every version that stands, the one that was taken in last first; read as far as it is asked for."""
        at = func.min(expression_manifestation.c.retrieved_at)
        query = (
            select(expression_key.c.key, work.c.key, at)
            .select_from(expression)
            .join(work, work.c.id == expression.c.work_id)
            .join(expression_key, and_(expression_key.c.expression_id == expression.c.id, is_current()))
            .join(expression_manifestation, expression_manifestation.c.expression_id == expression.c.id)
            .where(expression.c.withdrawn.is_(None), self._visibility.works())
            .group_by(expression_key.c.key, work.c.key)
            .order_by(at.desc(), expression_key.c.key)
        )
        for row in self._connection.execute(query):
            yield TakenIn(*row)
