"""Signing in: a name and password, or a name a provider vouches for, becomes a session; a session a viewer.

Repeated failures lock an account for a while. Nothing that comes back says whether a name exists, is locked
or is disabled. The slow check of a password is not done in a transaction: there is one writer at a time.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from wetgeving.services.credentials import fingerprint, new_secret
from wetgeving.services.passwords import is_right
from wetgeving.store import Store
from wetgeving.store.people_values import Person
from wetgeving.store.viewer import Role, Viewer


@dataclass(frozen=True, slots=True)
class AccessLimits:
    """How patient signing in is, and how long it lasts."""

    failures: int = 5
    lock_minutes: int = 15
    session_hours: int = 12
    tries_per_minute: int = 10


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Someone who signed in; `secret` is what their browser is to keep."""

    name: str
    secret: str
    until: datetime


class Access:
    """Finds out who asks."""

    def __init__(self, store: Store, clock: Callable[[], datetime], limits: AccessLimits) -> None:
        self._store, self._clock, self._limits = store, clock, limits

    def password_hash(self, name: str) -> str | None:
        """What a password is checked against."""
        person = self._store.people.find(name)
        return person.password_hash if person else None

    def settle(self, name: str, *, right: bool) -> SignedIn | None:
        """Open a session after a right password, count a wrong one; a locked account takes neither."""
        person, now = self._store.people.find(name), self._clock()
        if person is None or person.disabled or person.is_locked(now):
            return None
        if not right:
            self._count_failure(person, now)
            return None
        if person.failed_attempts:
            self._store.people.count_failures(name, 0, None)
        return self._opened(person, now)

    def vouched_for(self, subject: str) -> SignedIn | None:
        """Open a session for the person a provider calls `subject`."""
        person = self._store.people.with_subject(subject)
        return None if person is None or person.disabled else self._opened(person, self._clock())

    def by_session(self, secret: str) -> Viewer | None:
        """Whose session this is, while it lasts and they have an account."""
        name = self._store.sessions.owner(fingerprint(secret), self._clock())
        return None if name is None else self._viewer(name, Role.ADMIN)

    def by_token(self, secret: str) -> Viewer | None:
        """Whose token this is, with the lesser of its role and theirs."""
        token = self._store.api_tokens.borne(fingerprint(secret))
        if token is None or not token.is_good(self._clock()):
            return None
        return self._viewer(token.person, token.role)

    def end(self, secret: str) -> None:
        """End a session."""
        self._store.sessions.close(fingerprint(secret))

    def _viewer(self, name: str, most: Role) -> Viewer | None:
        person = self._store.people.find(name)
        if person is None or person.disabled:
            return None
        return self._store.people.viewer(name, most if person.role.includes(most) else person.role)

    def _opened(self, person: Person, now: datetime) -> SignedIn:
        secret, until = new_secret(), now + timedelta(hours=self._limits.session_hours)
        self._store.sessions.open(fingerprint(secret), person.name, at=now, until=until)
        return SignedIn(person.name, secret, until)

    def _count_failure(self, person: Person, now: datetime) -> None:
        failed = person.failed_attempts + 1
        lock = failed >= self._limits.failures
        until = now + timedelta(minutes=self._limits.lock_minutes) if lock else None
        self._store.people.count_failures(person.name, 0 if lock else failed, until)


class _Accessible(Protocol):
    @property
    def access(self) -> Access: ...


Unit = Callable[[], AbstractContextManager[_Accessible]]


def sign_in(reading: Unit, storing: Unit, *, name: str, password: str) -> SignedIn | None:
    """A session for a name and its password; None when they do not belong together, or not now."""
    called = name.strip().lower()
    with reading() as services:
        known = services.access.password_hash(called)
    right = is_right(password, known)
    with storing() as services:
        return services.access.settle(called, right=right)
