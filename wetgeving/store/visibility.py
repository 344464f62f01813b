"""The one place that says which rows a viewer sees: conditions for every question of the store.

A dossier is seen when it is open, or by its members. A work is hidden when it is bound to closed dossiers
only and the viewer is a member of none of them; what belongs to a hidden work is hidden with it. For a viewer
without `examples` fictional works and dossiers are hidden too.
"""

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, true

from wetgeving.store.database import is_read_only
from wetgeving.store.schema import dossier, expression, work, work_dossier, work_identifier
from wetgeving.store.viewer import Viewer


class Visibility:
    """What one viewer sees, in one connection."""

    def __init__(self, connection: Connection, viewer: Viewer) -> None:
        self._connection, self.viewer = connection, viewer
        self._nothing_hidden: bool | None = True if viewer.sees_all else None

    def dossiers(self) -> ColumnElement[bool]:
        """Holds for the rows of `dossier` that are seen."""
        return true() if self._sees_everything() else self._dossiers()

    def works(self) -> ColumnElement[bool]:
        """Holds for the rows of `work` that are seen."""
        return true() if self._sees_everything() else work.c.id.not_in(self._hidden_ids())

    def expressions(self, column: ColumnElement[int]) -> ColumnElement[bool]:
        """Holds where a column that refers to `expression` refers to one that is seen."""
        if self._sees_everything():
            return true()
        hidden = select(expression.c.id).where(expression.c.work_id.in_(self._hidden_ids()))
        return column.not_in(hidden)

    def sees_work(self, key: str) -> bool:
        """Is there a work with this key, for this viewer?"""
        query = select(work.c.id).where(work.c.key == key, self.works())
        return self._connection.execute(query).scalar() is not None

    def hidden_works(self) -> frozenset[str]:
        """The keys of the works that are not seen: for what is asked outside the store, as the index is."""
        if self._sees_everything():
            return frozenset()
        query = select(work.c.key).where(work.c.id.in_(self._hidden_ids()))
        return frozenset(self._connection.execute(query).scalars())

    def fictional_works(self) -> frozenset[str]:
        """The keys of the works that are examples."""
        return frozenset(self._connection.execute(select(work.c.key).where(work.c.fictional)).scalars())

    def hidden_dossiers(self) -> frozenset[str]:
        """The numbers of the dossiers that are not seen."""
        if self._sees_everything():
            return frozenset()
        query = select(dossier.c.number).where(~self._dossiers())
        return frozenset(self._connection.execute(query).scalars())

    def works_named(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """Holds where a column names, by key, a work that is seen or one that is no longer there."""
        if self._sees_everything():
            return true()
        return column.not_in(select(work.c.key).where(work.c.id.in_(self._hidden_ids())))

    def _sees_everything(self) -> bool:
        """Is nothing hidden from the viewer? Where nothing can be written the answer stays, and is kept."""
        if self._nothing_hidden is not None:
            return self._nothing_hidden
        some = select(dossier.c.id).where(~self._dossiers()).limit(1)
        nothing = self.viewer.examples and self._connection.execute(some).first() is None
        if is_read_only(self._connection):
            self._nothing_hidden = nothing
        return nothing

    def _dossiers(self) -> ColumnElement[bool]:
        seen = or_(~dossier.c.closed, dossier.c.number.in_(sorted(self.viewer.dossiers)))
        return seen if self.viewer.examples else and_(seen, ~dossier.c.fictional)

    def identifiers(self) -> ColumnElement[bool]:
        """Holds for the rows of `work_identifier` but those that name a dossier that is not seen."""
        if self.viewer.sees_all:
            return true()
        hidden = select(dossier.c.number).where(~self.dossiers()).correlate(None)
        return (work_identifier.c.scheme != "dossier") | work_identifier.c.value.not_in(hidden)

    def _hidden_ids(self) -> Select[int]:
        """Works in a dossier that is not seen, but for those in one that is; few dossiers are closed."""
        bound = work_dossier.alias("bound")
        join = dossier.c.id == bound.c.dossier_id
        seen = select(bound.c.work_id).join(dossier, join).where(self._dossiers())
        closed = (
            select(work_dossier.c.work_id)
            .join(dossier, dossier.c.id == work_dossier.c.dossier_id)
            .where(~self._dossiers(), work_dossier.c.work_id.not_in(seen.correlate(None)))
            .correlate(None)
        )
        if self.viewer.examples:
            return closed
        shelved = work.alias("shelved")
        return select(shelved.c.id).where(or_(shelved.c.fictional, shelved.c.id.in_(closed))).correlate(None)
