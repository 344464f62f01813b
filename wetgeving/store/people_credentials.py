"""Sessions of browsers and tokens of programs, each known here by the SHA-256 of what they carry.

What has expired is not found. Who it belongs to is a name; whether that person still may is for the services.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, true, update

from wetgeving.store.errors import UnknownKeyError
from wetgeving.store.people import People
from wetgeving.store.people_schema import api_token, person, session
from wetgeving.store.people_values import ApiToken
from wetgeving.store.viewer import Role


class Sessions:
    """The sessions of one connection."""

    def __init__(self, connection: Connection, people: People) -> None:
        self._connection, self._people = connection, people

    def open(self, token_hash: bytes, name: str, *, at: datetime, until: datetime) -> None:
        """Store a session, and forget those that have expired."""
        self._connection.execute(delete(session).where(session.c.expires_at <= at))
        row = {
            "token_hash": token_hash,
            "person_id": self._people.id(name),
            "created_at": at,
            "expires_at": until,
        }
        self._connection.execute(insert(session).values(row))

    def owner(self, token_hash: bytes, at: datetime) -> str | None:
        """The name of who is signed in."""
        query = (
            select(person.c.name)
            .join(session, session.c.person_id == person.c.id)
            .where(session.c.token_hash == token_hash, session.c.expires_at > at)
        )
        return self._connection.execute(query).scalar()

    def close(self, token_hash: bytes) -> None:
        """End one session."""
        self._connection.execute(delete(session).where(session.c.token_hash == token_hash))

    def close_all(self, name: str) -> None:
        """End every session of a person."""
        self._connection.execute(delete(session).where(session.c.person_id == self._people.id(name)))


class ApiTokens:
    """The tokens of one connection."""

    def __init__(self, connection: Connection, people: People) -> None:
        self._connection, self._people = connection, people

    def add(self, token_hash: bytes, token: ApiToken) -> ApiToken:
        """Store a token; the same, with the id it got."""
        row = {
            "token_hash": token_hash,
            "person_id": self._people.id(token.person),
            "label": token.label,
            "role": str(token.role),
            "created_at": token.created_at,
            "expires_at": token.expires_at,
        }
        added = insert(api_token).values(row).returning(api_token.c.id)
        return self.find(self._connection.execute(added).scalar_one())

    def find(self, token_id: int) -> ApiToken:
        """One token by its id."""
        found = self._where(api_token.c.id == token_id)
        if not found:
            raise UnknownKeyError("Dit token bestaat niet.", value=str(token_id))
        return found[0]

    def borne(self, token_hash: bytes) -> ApiToken | None:
        """The token with this hash, good or not."""
        return next(iter(self._where(api_token.c.token_hash == token_hash)), None)

    def all(self) -> tuple[ApiToken, ...]:
        """All tokens, oldest first."""
        return self._where(true())

    def revoke(self, token_id: int, at: datetime) -> None:
        """Take a token out of use; revoking twice keeps the first time."""
        known = update(api_token).where(api_token.c.id == token_id, api_token.c.revoked_at.is_(None))
        self._connection.execute(known.values(revoked_at=at))

    def _where(self, condition: ColumnElement[bool]) -> tuple[ApiToken, ...]:
        t = api_token.c
        query = (
            select(t.id, person.c.name, t.label, t.role, t.created_at, t.expires_at, t.revoked_at)
            .join(person, person.c.id == t.person_id)
            .where(condition)
            .order_by(t.id)
        )
        return tuple(
            ApiToken(row[0], row[1], row[2], Role(row[3]), row[4], row[5], row[6])
            for row in self._connection.execute(query)
        )
