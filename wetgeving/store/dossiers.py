"""Dossiers: the numbers that bind the papers of a bill."""

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select, update

from wetgeving.store.errors import NotFictionalError
from wetgeving.store.schema import dossier
from wetgeving.store.values import Dossier


class Dossiers:
    """The dossiers of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, added: Dossier) -> None:
        """Store a dossier, or give a known one the title it did not have."""
        known = self.find(added.number)
        if known is None:
            row = {"number": added.number, "title": added.title, "fictional": added.fictional}
            self._connection.execute(insert(dossier).values(row))
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
        query = select(dossier.c.number, dossier.c.title, dossier.c.fictional).order_by(dossier.c.number)
        return tuple(Dossier(*row) for row in self._connection.execute(query))

    def ids(self, numbers: Iterable[str], *, fictional: bool) -> list[int]:
        """The rows of these dossiers; one that is only known by number is stored with it."""
        found = []
        for number in dict.fromkeys(numbers):
            if self.find(number) is None:
                self.add(Dossier(number, fictional=fictional))
            row = select(dossier.c.id).where(dossier.c.number == number)
            found.append(self._connection.execute(row).scalar_one())
        return found
