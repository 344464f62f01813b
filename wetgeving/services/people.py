"""Accounts, tokens and closed dossiers: what an admin, or who works on the machine itself, arranges.

Nobody is removed: the log names people, so a name is not given out twice. Every act ends what rested on the
old state: another password ends all sessions, a disabled person has none and their tokens do not work.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from wetgeving.services.audit import Audit
from wetgeving.services.credentials import TOKEN_PREFIX, fingerprint, new_secret
from wetgeving.services.errors import InvalidValueError, NotFoundError
from wetgeving.services.passwords import hashed
from wetgeving.store import Store
from wetgeving.store.people_values import ApiToken, Person
from wetgeving.store.viewer import Role

ROLES = (Role.READER, Role.EDITOR, Role.ADMIN)
LONGEST_TOKEN_DAYS = 366
_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{1,79}")
_UNUSABLE = re.compile(r"[^a-z0-9._@+-]+")


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token that was just made; `secret` is shown once and kept nowhere."""

    token: ApiToken
    secret: str


class PeopleService:
    """Arranges accounts on behalf of the actor of the log."""

    def __init__(self, store: Store, clock: Callable[[], datetime], audit: Audit) -> None:
        self._store, self._clock, self._audit = store, clock, audit

    def all(self) -> tuple[Person, ...]:
        """Everyone, by name."""
        return self._store.people.all()

    def exist(self) -> bool:
        """Is there anyone with an account?"""
        return self._store.people.exist()

    def add(self, name: str, role: str, *, password: str = "", subject: str = "") -> Person:
        """Give someone an account, with a password or with the name the provider knows them by."""
        added = Person(
            name=_usable(name),
            role=role_of(role),
            created_at=self._clock(),
            password_hash=None if subject and not password else hashed(password),
            subject=subject or None,
        )
        self._store.people.add(added)
        self._audit.record("user.add", added.name, after={"role": added.role})
        return added

    def with_subject(self, subject: str) -> Person | None:
        """The person a provider knows by this."""
        return self._store.people.with_subject(subject)

    def add_vouched(self, subject: str, name: str, role: str) -> Person:
        """Give someone an account for whom a provider vouches, under the name it knows them by."""
        return self.add(_UNUSABLE.sub("-", name.lower())[:80].strip("-"), role, subject=subject)

    def set_role(self, name: str, role: str) -> Person:
        """Give another role; the last admin who can sign in stays one."""
        person, wanted = self.named(name), role_of(role)
        if wanted is not Role.ADMIN:
            self._refuse_without_admin(person)
        self._store.people.set_role(person.name, wanted)
        self._audit.record("user.role", person.name, before={"role": person.role}, after={"role": wanted})
        return self.named(name)

    def set_password(self, name: str, password: str) -> Person:
        """Set a password, end every session, and undo a lock."""
        person = self.named(name)
        self._store.people.set_password(person.name, hashed(password))
        self._store.sessions.close_all(person.name)
        self._audit.record("user.password", person.name)
        return self.named(name)

    def set_disabled(self, name: str, *, disabled: bool) -> Person:
        """Shut an account and end its sessions, or open it again."""
        person = self.named(name)
        if disabled:
            self._refuse_without_admin(person)
            self._store.sessions.close_all(person.name)
        self._store.people.set_disabled(person.name, disabled=disabled)
        self._audit.record("user.disable" if disabled else "user.enable", person.name)
        return self.named(name)

    def named(self, name: str) -> Person:
        """The person with this name, or an error that says so."""
        found = self._store.people.find(name.strip().lower())
        if found is None:
            raise NotFoundError(
                "Niemand heeft deze naam.", value=name[:80], remedy="Zie `wetgeving user list`."
            )
        return found

    def tokens(self) -> tuple[ApiToken, ...]:
        """All tokens, oldest first."""
        return self._store.api_tokens.all()

    def add_token(self, name: str, role: str, *, label: str, days: int) -> NewToken:
        """Make a token for a program; it may do no more than its person, whatever its role says."""
        person, wanted = self.named(name), role_of(role)
        if not 1 <= days <= LONGEST_TOKEN_DAYS:
            raise InvalidValueError(
                "Zo lang kan een token niet gelden.",
                value=f"{days} dagen",
                remedy=f"Kies 1 tot {LONGEST_TOKEN_DAYS} dagen.",
            )
        if not person.role.includes(wanted):
            raise InvalidValueError(
                "Een token mag niet meer dan wie het gebruikt.",
                value=wanted,
                where=f"{name} is {person.role}",
            )
        now, secret = self._clock(), TOKEN_PREFIX + new_secret()
        token = ApiToken(0, person.name, label.strip(), wanted, now, now + timedelta(days=days))
        stored = self._store.api_tokens.add(fingerprint(secret), token)
        about = {
            "person": stored.person,
            "label": stored.label,
            "role": stored.role,
            "until": stored.expires_at,
        }
        self._audit.record("token.add", str(stored.id), after=about)
        return NewToken(stored, secret)

    def revoke_token(self, token_id: int) -> ApiToken:
        """Take a token out of use."""
        token = self._store.api_tokens.find(token_id)
        self._store.api_tokens.revoke(token.id, self._clock())
        self._audit.record(
            "token.revoke", str(token.id), before={"person": token.person, "label": token.label}
        )
        return self._store.api_tokens.find(token_id)

    def _refuse_without_admin(self, person: Person) -> None:
        others = (p for p in self.all() if p.name != person.name and not p.disabled)
        if (
            person.role is Role.ADMIN
            and not person.disabled
            and all(p.role is not Role.ADMIN for p in others)
        ):
            raise InvalidValueError(
                "Dit is de enige beheerder.", value=person.name, remedy="Maak eerst iemand anders beheerder."
            )


def role_of(text: str) -> Role:
    """A role by its name."""
    if text not in ROLES:
        raise InvalidValueError(
            "Deze rol bestaat niet.", value=text[:40], remedy=f"Kies uit: {', '.join(ROLES)}."
        )
    return Role(text)


def _usable(name: str) -> str:
    given = name.strip().lower()
    if not _NAME.fullmatch(given):
        raise InvalidValueError(
            "Dit is geen bruikbare naam voor een account.",
            value=name[:80],
            remedy="Gebruik 2 tot 80 kleine letters, cijfers, punt, streepje, plus of apenstaartje.",
        )
    return given
