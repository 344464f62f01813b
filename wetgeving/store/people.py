"""People: accounts, the closed dossiers they belong to. A person is disabled, never removed.

No password comes here, only its hash; who may do what is for the services and pages to ask.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, true, update

from wetgeving.store.errors import TakenKeyError, UnknownKeyError
from wetgeving.store.people_schema import dossier_member, person
from wetgeving.store.people_values import Person
from wetgeving.store.schema import dossier
from wetgeving.store.viewer import Role, Viewer


class People:
    """The people of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, added: Person) -> None:
        """Store an account under a name that no one bears."""
        if self.find(added.name) is not None:
            raise TakenKeyError("Iemand heeft deze naam al.", value=added.name)
        if added.subject is not None and self.with_subject(added.subject) is not None:
            raise TakenKeyError("Iemand meldt zich al zo aan bij de aanbieder.", value=added.name)
        row = {
            "name": added.name,
            "role": str(added.role),
            "password_hash": added.password_hash,
            "subject": added.subject,
            "failed_attempts": 0,
            "created_at": added.created_at,
            "disabled": False,
        }
        self._connection.execute(insert(person).values(row))

    def find(self, name: str) -> Person | None:
        """The person with this name."""
        return next(iter(self._where(person.c.name == name)), None)

    def with_subject(self, subject: str) -> Person | None:
        """The person who is known by this name at the provider of OpenID Connect."""
        return next(iter(self._where(person.c.subject == subject)), None)

    def all(self) -> tuple[Person, ...]:
        """All people by name."""
        return self._where(true())

    def exist(self) -> bool:
        """Is there anyone with an account?"""
        return self._connection.execute(select(person.c.id).limit(1)).scalar() is not None

    def set_role(self, name: str, role: Role) -> None:
        """Give another role."""
        self._set(name, role=str(role))

    def set_password(self, name: str, password_hash: str) -> None:
        """Set a password; what was counted against the old one is forgotten."""
        self._set(name, password_hash=password_hash, failed_attempts=0, locked_until=None)

    def set_disabled(self, name: str, *, disabled: bool) -> None:
        """Shut an account, or open it again."""
        self._set(name, disabled=disabled)

    def count_failures(self, name: str, failed: int, locked_until: datetime | None) -> None:
        """Remember how many times in a row signing in failed."""
        self._set(name, failed_attempts=failed, locked_until=locked_until)

    def viewer(self, name: str, role: Role) -> Viewer:
        """Someone as the rest of the store knows them."""
        query = (
            select(dossier.c.number)
            .join(dossier_member, dossier_member.c.dossier_id == dossier.c.id)
            .join(person, person.c.id == dossier_member.c.person_id)
            .where(person.c.name == name)
        )
        return Viewer(name, role, frozenset(self._connection.execute(query).scalars()))

    def members(self) -> dict[str, tuple[str, ...]]:
        """The names of the members of every closed dossier, by its number."""
        query = (
            select(dossier.c.number, person.c.name)
            .outerjoin(dossier_member, dossier_member.c.dossier_id == dossier.c.id)
            .outerjoin(person, person.c.id == dossier_member.c.person_id)
            .where(dossier.c.closed)
            .order_by(dossier.c.number, person.c.name)
        )
        found: dict[str, list[str]] = {}
        for number, name in self._connection.execute(query):
            found.setdefault(number, []).extend([name] if name else [])
        return {number: tuple(names) for number, names in found.items()}

    def set_closed(self, number: str, *, closed: bool) -> bool:
        """Close or open a dossier; False when it was so already."""
        dossier_id, before = self._dossier(number)
        values = update(dossier).where(dossier.c.id == dossier_id).values(closed=closed)
        self._connection.execute(values)
        return before != closed

    def set_member(self, number: str, name: str, *, member: bool) -> None:
        """Make someone a member of a dossier, or no longer."""
        m = dossier_member.c
        keys = {"dossier_id": self._dossier(number)[0], "person_id": self.id(name)}
        held = delete(dossier_member).where(
            m.dossier_id == keys["dossier_id"], m.person_id == keys["person_id"]
        )
        self._connection.execute(held)
        if member:
            self._connection.execute(insert(dossier_member).values(keys))

    def id(self, name: str) -> int:
        """The row of a person; `UnknownKeyError` when there is none."""
        found = self._connection.execute(select(person.c.id).where(person.c.name == name)).scalar()
        if found is None:
            raise UnknownKeyError("Niemand heeft deze naam.", value=name)
        return found

    def _dossier(self, number: str) -> tuple[int, bool]:
        row = select(dossier.c.id, dossier.c.closed).where(dossier.c.number == number)
        found = self._connection.execute(row).one_or_none()
        if found is None:
            raise UnknownKeyError("Dit dossier is niet opgenomen.", value=number)
        return found[0], found[1]

    def _set(self, name: str, **columns: Any) -> None:
        self._connection.execute(update(person).where(person.c.id == self.id(name)).values(**columns))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Person, ...]:
        query = select(person).where(condition).order_by(person.c.name)
        return tuple(_person(row) for row in self._connection.execute(query))


def _person(row: Row[*tuple[Any, ...]]) -> Person:
    return Person(
        name=row.name,
        role=Role(row.role),
        created_at=row.created_at,
        password_hash=row.password_hash,
        subject=row.subject,
        failed_attempts=row.failed_attempts,
        locked_until=row.locked_until,
        disabled=row.disabled,
    )
