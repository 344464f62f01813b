"""What people say of texts: corrections of a concordance, and later what became of a point or a claim.

Revision ID: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """Nobody has judged anything yet."""
    op.create_table(
        "judgement",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("kind", KEY, nullable=False),
        sa.Column("expression_id", ROW_ID, nullable=False),
        sa.Column("beside_id", ROW_ID, nullable=True),
        sa.Column("subject", KEY, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
        *(_refers_to_expression(column) for column in ("expression_id", "beside_id")),
    )
    for column in ("expression_id", "beside_id"):
        op.create_index(op.f(f"ix_judgement_{column}"), "judgement", [column])
    if op.get_bind().dialect.name == "postgresql":
        _unchangeable_on_postgresql()
    else:
        op.execute(
            "CREATE TRIGGER judgement_refuses_update BEFORE UPDATE ON judgement "
            "BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END"
        )


def _refers_to_expression(column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], ["expression.id"], name=op.f(f"fk_judgement_{column}_expression")
    )


def _unchangeable_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION judgement_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'a judgement is never changed'; END $$"
    )
    op.execute(
        "CREATE TRIGGER judgement_refuses_change BEFORE UPDATE ON judgement "
        "FOR EACH STATEMENT EXECUTE FUNCTION judgement_refuses()"
    )
