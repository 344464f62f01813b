"""Dossiers: the numbers that bind the papers of a bill."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from wetgeving.store.errors import NotFictionalError, TakenKeyError
from wetgeving.store.people_schema import dossier_member
from wetgeving.store.schema import dossier, dossier_entry, work_dossier
from wetgeving.store.values import Dossier, DossierEntry
from wetgeving.store.visibility import Visibility


class Dossiers:
    """The dossiers of one connection."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self._connection, self._visibility = connection, visibility

    def add(self, added: Dossier) -> None:
        """Store a dossier, or give a known one the title it did not have."""
        known = self.find(added.number)
        if known is None:
            self._refuse_hidden(added.number)
            self._connection.execute(
                insert(dossier).values(
                    number=added.number, title=added.title, fictional=added.fictional, closed=added.closed
                )
            )
            return
        if known.fictional != added.fictional:
            raise NotFictionalError(
                "Een dossier is echt of fictief, en blijft dat.",
                value=added.number,
                remedy="Gebruik een ander dossiernummer.",
            )
        if added.title:
            self._connection.execute(
                update(dossier).where(dossier.c.number == added.number).values(title=added.title)
            )

    def find(self, number: str) -> Dossier | None:
        """The dossier with this number."""
        return next((d for d in self.all() if d.number == number), None)

    def all(self) -> tuple[Dossier, ...]:
        """All dossiers by number."""
        d = dossier.c
        query = select(d.number, d.title, d.fictional, d.closed).order_by(d.number)
        seen = query.where(self._visibility.dossiers())
        return tuple(Dossier(*row) for row in self._connection.execute(seen))

    def entries(self, number: str) -> tuple[DossierEntry, ...]:
        """What is known of a dossier, in the order in which it was given."""
        e = dossier_entry.c
        query = (
            select(e.part, e.key, e.content)
            .join(dossier, dossier.c.id == e.dossier_id)
            .where(dossier.c.number == number, self._visibility.dossiers())
            .order_by(e.part, e.position)
        )
        return tuple(DossierEntry(*row) for row in self._connection.execute(query))

    def entries_of(self, part: str) -> tuple[DossierEntry, ...]:
        """The entries of one part over all real dossiers that are seen."""
        e = dossier_entry.c
        query = (
            select(e.part, e.key, e.content)
            .join(dossier, dossier.c.id == e.dossier_id)
            .where(e.part == part, ~dossier.c.fictional, self._visibility.dossiers())
            .order_by(dossier.c.number, e.position)
        )
        return tuple(DossierEntry(*row) for row in self._connection.execute(query))

    def replace_entries(self, number: str, entries: Iterable[DossierEntry]) -> None:
        """Set all that is known of a dossier that is stored."""
        of_number = select(dossier.c.id).where(dossier.c.number == number, self._visibility.dossiers())
        dossier_id = self._connection.execute(of_number).scalar_one()
        self._connection.execute(delete(dossier_entry).where(dossier_entry.c.dossier_id == dossier_id))
        for position, entry in enumerate(entries):
            self._connection.execute(
                insert(dossier_entry).values(
                    dossier_id=dossier_id,
                    part=entry.part,
                    key=entry.key,
                    position=position,
                    content=entry.content,
                )
            )

    def remove(self, number: str) -> None:
        """Remove a fictional dossier with what is known of it; its works are removed first."""
        known = self.find(number)
        if known is None or not known.fictional:
            raise NotFictionalError("Alleen een fictief dossier kan worden verwijderd.", value=number)
        self.replace_entries(number, ())
        of_number = select(dossier.c.id).where(dossier.c.number == number)
        for table in (work_dossier, dossier_member):
            self._connection.execute(delete(table).where(table.c.dossier_id.in_(of_number)))
        self._connection.execute(delete(dossier).where(dossier.c.number == number))

    def ids(self, numbers: Iterable[str], *, fictional: bool) -> list[int]:
        """The rows of these dossiers; one that is only known by number is stored with it."""
        found = []
        for number in dict.fromkeys(numbers):
            if self.find(number) is None:
                self.add(Dossier(number, fictional=fictional))
            row = select(dossier.c.id).where(dossier.c.number == number)
            found.append(self._connection.execute(row).scalar_one())
        return found

    def _refuse_hidden(self, number: str) -> None:
        """A number that is taken by a dossier the viewer does not see is refused without a reason."""
        row = select(dossier.c.id).where(dossier.c.number == number)
        if self._connection.execute(row).scalar() is not None:
            raise TakenKeyError("Onder dit dossiernummer kan niets worden opgenomen.", value=number)
