"""Works: what is known of a regulation, bill or paper as such. Its versions are in `versions`.

Identifiers and dossiers come back sorted. Real works are never removed; fictional ones can be, without a
trace in the texts and files of others.
"""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, insert, select, true, update

from corpus.reading import Identifier
from wetgeving.store.dossiers import Dossiers
from wetgeving.store.errors import (
    AmbiguousIdentifierError,
    NotFictionalError,
    TakenKeyError,
    UnknownKeyError,
)
from wetgeving.store.removal import remove_work
from wetgeving.store.schema import dossier, work, work_dossier, work_identifier
from wetgeving.store.values import Work
from wetgeving.store.visibility import Visibility


class Works:
    """The works of one connection."""

    def __init__(self, connection: Connection, dossiers: Dossiers, visibility: Visibility) -> None:
        self._connection, self._dossiers, self._visibility = connection, dossiers, visibility

    def add(self, added: Work) -> None:
        """Store a work that is not known yet, with dossiers that may not be known yet."""
        if self._row(added.key, seen=False) is not None:
            raise TakenKeyError("Dit kenmerk is al van een andere regeling.", value=added.key)
        row = {
            "key": added.key,
            "kind": str(added.kind),
            "title": added.title,
            "short_title": added.short_title,
            "fictional": added.fictional,
        }
        work_id = self._connection.execute(insert(work).values(row).returning(work.c.id)).scalar_one()
        self._bind(work_id, added)

    def update(self, changed: Work) -> None:
        """Set kind and titles (an empty title changes nothing) and add identifiers and dossiers."""
        known, work_id = self._known(changed.key)
        if known.fictional != changed.fictional:
            raise NotFictionalError("Een regeling is echt of fictief, en blijft dat.", value=changed.key)
        row = {
            "kind": str(changed.kind),
            "title": changed.title or known.title,
            "short_title": changed.short_title or known.short_title,
        }
        self._connection.execute(update(work).where(work.c.id == work_id).values(row))
        self._bind(work_id, changed)

    def find(self, key: str) -> Work | None:
        """The work with this key, else the one work that bears it as an identifier."""
        by_key = self._where(work.c.key == key)
        if by_key:
            return by_key[0]
        named = work_identifier.c.value == key
        bearers = select(work_identifier.c.work_id).where(named, self._visibility.identifiers())
        found = self._where(work.c.id.in_(bearers))
        if len(found) > 1:
            raise AmbiguousIdentifierError(
                "Meer dan één regeling draagt dit kenmerk.",
                value=key,
                remedy=f"Kies uit: {', '.join(w.key for w in found)}.",
            )
        return found[0] if found else None

    def bearing(self, values: Collection[str]) -> tuple[Work, ...]:
        """The works with one of these values as key or identifier."""
        named = work_identifier.c.value.in_(values)
        bearers = select(work_identifier.c.work_id).where(named, self._visibility.identifiers())
        return self._where(work.c.key.in_(values) | work.c.id.in_(bearers))

    def of_dossier(self, number: str) -> tuple[Work, ...]:
        """The works that a dossier binds, or that state its number themselves."""
        i = work_identifier.c
        stated = (i.scheme == "dossier") & (i.value == number)
        stating = select(i.work_id).where(stated, self._visibility.identifiers())
        bound = (
            select(work_dossier.c.work_id)
            .join(dossier, dossier.c.id == work_dossier.c.dossier_id)
            .where(dossier.c.number == number, self._visibility.dossiers())
        )
        return self._where(work.c.id.in_(stating) | work.c.id.in_(bound))

    def all(self) -> tuple[Work, ...]:
        """All works by key."""
        return self._where(true())

    def remove(self, key: str) -> tuple[str, ...]:
        """Remove a fictional work with all it holds, but not its events; the keys its versions had."""
        known, work_id = self._known(key)
        if not known.fictional:
            raise NotFictionalError(
                "Alleen een fictieve regeling kan worden verwijderd.",
                value=key,
                remedy="Trek versies in die er niet horen.",
            )
        return remove_work(self._connection, work_id)

    def _known(self, key: str) -> tuple[Work, int]:
        work_id, known = self._row(key, seen=True), self._where(work.c.key == key)
        if work_id is None:
            raise UnknownKeyError("Deze regeling is niet opgenomen.", value=key)
        return known[0], work_id

    def _row(self, key: str, *, seen: bool) -> int | None:
        condition = self._visibility.works() if seen else true()
        return self._connection.execute(select(work.c.id).where(work.c.key == key, condition)).scalar()

    def _bind(self, work_id: int, given: Work) -> None:
        """Add the identifiers and dossiers that the work does not have yet."""
        kept = self._where(work.c.id == work_id)[0]
        for i in sorted(set(given.identifiers) - set(kept.identifiers)):
            row = {"work_id": work_id, "scheme": i.scheme, "value": i.value}
            self._connection.execute(insert(work_identifier).values(row))
        new = sorted(set(given.dossiers) - set(kept.dossiers))
        for dossier_id in self._dossiers.ids(new, fictional=given.fictional):
            self._connection.execute(insert(work_dossier).values(work_id=work_id, dossier_id=dossier_id))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Work, ...]:
        w = work.c
        condition = condition & self._visibility.works()
        query = (
            select(w.id, w.key, w.kind, w.title, w.short_title, w.fictional).where(condition).order_by(w.key)
        )
        rows = self._connection.execute(query).all()
        identifiers = self._identifiers(condition)
        dossiers = self._dossier_numbers(condition)
        return tuple(
            Work(
                key=row.key,
                kind=row.kind,
                title=row.title,
                short_title=row.short_title,
                identifiers=tuple(identifiers[row.id]),
                dossiers=tuple(dossiers[row.id]),
                fictional=row.fictional,
            )
            for row in rows
        )

    def _identifiers(self, condition: ColumnElement[bool]) -> dict[int, list[Identifier]]:
        i = work_identifier.c
        query = (
            select(i.work_id, i.scheme, i.value)
            .join(work, work.c.id == i.work_id)
            .where(condition, self._visibility.identifiers())
            .order_by(i.scheme, i.value)
        )
        found: dict[int, list[Identifier]] = defaultdict(list)
        for work_id, scheme, value in self._connection.execute(query):
            found[work_id].append(Identifier(scheme, value))
        return found

    def _dossier_numbers(self, condition: ColumnElement[bool]) -> dict[int, list[str]]:
        query = (
            select(work_dossier.c.work_id, dossier.c.number)
            .join(work, work.c.id == work_dossier.c.work_id)
            .join(dossier, dossier.c.id == work_dossier.c.dossier_id)
            .where(condition, self._visibility.dossiers())
            .order_by(dossier.c.number)
        )
        found: dict[int, list[str]] = defaultdict(list)
        for work_id, number in self._connection.execute(query):
            found[work_id].append(number)
        return found
