"""The references in the texts, derived: what each version refers to, and which versions refer to a provision.

Revision ID: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Nothing is filled in here: who keeps the index makes these rows, and makes them again."""
    op.create_table(
        "citation_set",
        sa.Column("expression_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("tree_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("citations", sa.Integer(), nullable=False),
        sa.Column("dangling", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("expression_id", name=op.f("pk_citation_set")),
        _refers("citation_set", "expression_id", "expression"),
    )
    op.create_table(
        "cited_provision",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("value", KEY, nullable=False),
        sa.Column("scheme", KEY, nullable=False),
        sa.Column("provision", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cited_provision")),
        sa.UniqueConstraint(
            "value", "scheme", "provision", name=op.f("uq_cited_provision_value_scheme_provision")
        ),
    )
    op.create_table(
        "citation",
        sa.Column("cited_id", ROW_ID, nullable=False),
        sa.Column("expression_id", ROW_ID, nullable=False),
        sa.Column("eid", KEY, nullable=False),
        sa.PrimaryKeyConstraint("cited_id", "expression_id", "eid", name=op.f("pk_citation")),
        _refers("citation", "cited_id", "cited_provision"),
        _refers("citation", "expression_id", "expression"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_citation_expression_id"), "citation", ["expression_id"])


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"))
