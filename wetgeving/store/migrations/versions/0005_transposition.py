"""What people say of the transposition of Union acts: claims that editors make, and reviews.

Revision ID: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Nobody has said anything yet."""
    op.create_table(
        "transposition_entry",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("act", KEY, nullable=False),
        sa.Column("claim", KEY, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transposition_entry")),
    )
    for column in ("act", "claim"):
        op.create_index(op.f(f"ix_transposition_entry_{column}"), "transposition_entry", [column])
    op.create_table(
        "transposition_anchor",
        sa.Column("entry_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("work", KEY, nullable=False),
        sa.Column("version", KEY, nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "work", "version", name=op.f("pk_transposition_anchor")),
        sa.ForeignKeyConstraint(
            ["entry_id"],
            ["transposition_entry.id"],
            name=op.f("fk_transposition_anchor_entry_id_transposition_entry"),
        ),
    )
    op.create_index(op.f("ix_transposition_anchor_version"), "transposition_anchor", ["version"])
    for table in ("transposition_entry", "transposition_anchor"):
        _unchangeable(table)


def _unchangeable(table: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_refuses_update BEFORE UPDATE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'what was said is never changed'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {table}_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'what was said is never changed'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuses()"
    )
