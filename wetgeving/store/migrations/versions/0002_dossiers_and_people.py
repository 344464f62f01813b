"""Dossiers with what is known of them, people with their rights, tombstones of removed texts.

Revision ID: 0002
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Existing dossiers are open."""
    _dossiers()
    _people()
    _closed_dossiers()
    _audit()
    _tombstones()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _time(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, TIME, nullable=nullable)


def _unique(table: str, column: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(column, name=op.f(f"uq_{table}_{column}"))


def _primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _foreign(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}"))


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _dossiers() -> None:
    op.add_column("dossier", sa.Column("closed", sa.Boolean(), nullable=False, server_default=sa.false()))
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("dossier", "closed", server_default=None)
    op.create_table(
        "dossier_entry",
        sa.Column("dossier_id", ROW_ID, nullable=False),
        sa.Column("part", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("content"),
        _primary("dossier_entry", "dossier_id", "part", "key"),
        _foreign("dossier_entry", "dossier_id", "dossier"),
        sqlite_with_rowid=False,
    )


def _people() -> None:
    op.create_table(
        "person",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("name", KEY, nullable=False),
        _text("role"),
        sa.Column("password_hash", sa.Text()),
        sa.Column("subject", KEY),
        sa.Column("failed_attempts", sa.Integer(), nullable=False),
        _time("locked_until", nullable=True),
        _time("created_at"),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        _primary("person", "id"),
        _unique("person", "name"),
        _unique("person", "subject"),
    )
    op.create_table(
        "session",
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        _time("created_at"),
        _time("expires_at"),
        _primary("session", "token_hash"),
        _foreign("session", "person_id", "person"),
        sqlite_with_rowid=False,
    )
    _index("session", "person_id")
    _api_tokens()


def _api_tokens() -> None:
    op.create_table(
        "api_token",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        _text("label"),
        _text("role"),
        _time("created_at"),
        _time("expires_at"),
        _time("revoked_at", nullable=True),
        _primary("api_token", "id"),
        _unique("api_token", "token_hash"),
        _foreign("api_token", "person_id", "person"),
    )
    _index("api_token", "person_id")


def _closed_dossiers() -> None:
    op.create_table(
        "dossier_member",
        sa.Column("dossier_id", ROW_ID, nullable=False),
        sa.Column("person_id", ROW_ID, nullable=False),
        _primary("dossier_member", "dossier_id", "person_id"),
        _foreign("dossier_member", "dossier_id", "dossier"),
        _foreign("dossier_member", "person_id", "person"),
        sqlite_with_rowid=False,
    )
    _index("dossier_member", "person_id")


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", ROW_ID, nullable=False),
        _time("at"),
        _text("actor"),
        _text("action"),
        sa.Column("subject", KEY, nullable=False),
        _text("before"),
        _text("after"),
        _primary("audit", "id"),
    )
    _index("audit", "subject")
    if op.get_bind().dialect.name == "postgresql":
        _append_only_on_postgresql()
    else:
        _append_only_on_sqlite()


def _append_only_on_sqlite() -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_refuses_{act.lower()} BEFORE {act} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
        )


def _append_only_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuses()"
    )


def _tombstones() -> None:
    op.create_table(
        "tombstone",
        sa.Column("key", KEY, nullable=False),
        sa.Column("work", KEY, nullable=False),
        _text("sha256"),
        _time("removed_at"),
        _text("actor"),
        _text("reason"),
        _primary("tombstone", "key"),
        sqlite_with_rowid=False,
    )
    _index("tombstone", "work")
