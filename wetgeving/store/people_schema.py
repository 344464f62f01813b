"""The tables of people: who may sign in, which sessions and tokens stand, who belongs to a closed dossier.

Secrets are never here: of a password, a session and a token only a hash is kept. `audit` is append-only (a
trigger in the migration) and names people and things by name, so that it outlives them.
"""

from datetime import datetime

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, Table, Text, TypedColumns

from wetgeving.store.column_types import KEY, ROW_ID, UtcTime
from wetgeving.store.schema import metadata


class PersonColumns(TypedColumns):
    """Someone with an account; without a password hash they sign in elsewhere (`subject`: OpenID Connect)."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    name: Column[str] = Column(KEY, nullable=False, unique=True)
    role: Column[str] = Column(Text, nullable=False)
    password_hash: Column[str | None] = Column(Text)
    subject: Column[str | None] = Column(KEY, unique=True)
    failed_attempts: Column[int] = Column(Integer, nullable=False)
    locked_until: Column[datetime | None] = Column(UtcTime)
    created_at: Column[datetime] = Column(UtcTime, nullable=False)
    disabled: Column[bool] = Column(Boolean, nullable=False)


class SessionColumns(TypedColumns):
    """A browser that is signed in, by the SHA-256 of its cookie."""

    token_hash: Column[bytes] = Column(LargeBinary(32), primary_key=True)
    person_id: Column[int] = Column(ROW_ID, ForeignKey("person.id"), nullable=False, index=True)
    created_at: Column[datetime] = Column(UtcTime, nullable=False)
    expires_at: Column[datetime] = Column(UtcTime, nullable=False)


class ApiTokenColumns(TypedColumns):
    """A token of a program, by its SHA-256; its role is at most that of the person it belongs to."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    token_hash: Column[bytes] = Column(LargeBinary(32), nullable=False, unique=True)
    person_id: Column[int] = Column(ROW_ID, ForeignKey("person.id"), nullable=False, index=True)
    label: Column[str] = Column(Text, nullable=False)
    role: Column[str] = Column(Text, nullable=False)
    created_at: Column[datetime] = Column(UtcTime, nullable=False)
    expires_at: Column[datetime] = Column(UtcTime, nullable=False)
    revoked_at: Column[datetime | None] = Column(UtcTime)


class DossierMemberColumns(TypedColumns):
    """Who sees a closed dossier."""

    dossier_id: Column[int] = Column(ROW_ID, ForeignKey("dossier.id"), primary_key=True)
    person_id: Column[int] = Column(ROW_ID, ForeignKey("person.id"), primary_key=True, index=True)


class AuditColumns(TypedColumns):
    """Who did what, when, to what; `before` and `after` are JSON or ""."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    at: Column[datetime] = Column(UtcTime, nullable=False)
    actor: Column[str] = Column(Text, nullable=False)
    action: Column[str] = Column(Text, nullable=False)
    subject: Column[str] = Column(KEY, nullable=False, index=True)
    before: Column[str] = Column(Text, nullable=False)
    after: Column[str] = Column(Text, nullable=False)


person = Table("person", metadata, PersonColumns)
session = Table("session", metadata, SessionColumns, sqlite_with_rowid=False)
api_token = Table("api_token", metadata, ApiTokenColumns)
dossier_member = Table("dossier_member", metadata, DossierMemberColumns, sqlite_with_rowid=False)
audit = Table("audit", metadata, AuditColumns)
