"""People, their tokens and what they did, as frozen values. Hashes are left out of every `repr`."""

from dataclasses import dataclass, field
from datetime import datetime

from wetgeving.store.viewer import Role


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with an account. Without a password hash they sign in elsewhere, as `subject`."""

    name: str
    role: Role
    created_at: datetime
    password_hash: str | None = field(default=None, repr=False)
    subject: str | None = field(default=None, repr=False)
    failed_attempts: int = 0
    locked_until: datetime | None = None
    disabled: bool = False

    def is_locked(self, now: datetime) -> bool:
        """Is the account shut for a while after wrong passwords?"""
        return self.locked_until is not None and now < self.locked_until


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A token of a program, without the token itself."""

    id: int
    person: str
    label: str
    role: Role
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None = None

    def is_good(self, now: datetime) -> bool:
        """May it be used?"""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what, when, to what; `before` and `after` are JSON, or "" where there is nothing to say."""

    at: datetime
    actor: str
    action: str
    subject: str
    before: str = ""
    after: str = ""
