"""The first schema. Types are written out here, not imported: a released script must never change.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """From an empty database."""
    _works()
    _packed()
    _expressions()
    _sources()
    _texts()
    _events()
    _index_tasks()


def _id() -> sa.Column[int]:
    return sa.Column("id", ROW_ID, primary_key=True)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _key(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, KEY, nullable=nullable)


def _refers(name: str, target: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, ROW_ID, sa.ForeignKey(f"{target}.id"), nullable=nullable)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _works() -> None:
    op.create_table("dossier", _id(), _key("number"), _text("title"), _flag("fictional"), _unique("number"))
    op.create_table(
        "work",
        _id(),
        _key("key"),
        _text("kind"),
        _text("title"),
        _text("short_title"),
        _flag("fictional"),
        _unique("key"),
    )
    op.create_table(
        "work_identifier",
        _refers("work_id", "work"),
        _key("scheme"),
        _key("value"),
        sa.PrimaryKeyConstraint("work_id", "scheme", "value"),
        sqlite_with_rowid=False,
    )
    _index("work_identifier", "value")
    op.create_table(
        "work_dossier",
        _refers("work_id", "work"),
        _refers("dossier_id", "dossier"),
        sa.PrimaryKeyConstraint("work_id", "dossier_id"),
        sqlite_with_rowid=False,
    )
    _index("work_dossier", "dossier_id")


def _unique(*columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns)


def _packed() -> None:
    op.create_table(
        "packed",
        _id(),
        _refers("base_id", "packed", nullable=True),
        sa.Column("depth", sa.SmallInteger(), nullable=False),
        sa.Column("byte_count", ROW_ID, nullable=False),
        sa.Column("sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("frame", sa.LargeBinary(), nullable=False),
        _unique("sha256"),
    )
    _index("packed", "base_id")


def _expressions() -> None:
    op.create_table(
        "expression",
        _id(),
        _refers("work_id", "work"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        _text("stage"),
        _text("language"),
        sa.Column("in_force_on", sa.Date()),
        sa.Column("as_known_on", sa.Date()),
        sa.Column("document_date", sa.Date()),
        _text("certainty"),
        _text("reason"),
        _flag("official"),
        _refers("derived_from_id", "expression", nullable=True),
        sa.Column("text_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("tree_hash", sa.LargeBinary(32), nullable=False),
        _refers("tree_id", "packed"),
        _refers("account_id", "packed", nullable=True),
        _text("withdrawn", nullable=True),
        _unique("work_id", "sequence"),
    )
    for column in ("derived_from_id", "tree_id", "account_id"):
        _index("expression", column)
    op.create_table(
        "expression_key",
        _key("key"),
        _refers("expression_id", "expression"),
        _flag("current"),
        sa.PrimaryKeyConstraint("key"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("uq_expression_key_current"),
        "expression_key",
        ["expression_id"],
        unique=True,
        sqlite_where=sa.text("current"),
        postgresql_where=sa.text("current"),
    )


def _sources() -> None:
    op.create_table(
        "manifestation",
        sa.Column("id", ROW_ID, sa.ForeignKey("packed.id"), primary_key=True, autoincrement=False),
        _refers("work_id", "work"),
        _text("media_type"),
    )
    _index("manifestation", "work_id")
    op.create_table(
        "expression_manifestation",
        _id(),
        _refers("expression_id", "expression"),
        _refers("manifestation_id", "manifestation"),
        _text("media_type"),
        _text("origin"),
        _text("file_name"),
        sa.Column("retrieved_at", TIME, nullable=False),
        _text("reader"),
        sa.Column("logic_version", sa.Integer(), nullable=False),
    )
    _index("expression_manifestation", "expression_id")
    _index("expression_manifestation", "manifestation_id")


def _texts() -> None:
    op.create_table(
        "provision_text",
        sa.Column("id", ROW_ID, primary_key=True, autoincrement=False),
        sa.Column("fingerprint", sa.Integer(), nullable=False),
        _flag("fictional"),
        _text("text"),
    )
    _index("provision_text", "fingerprint")


def _events() -> None:
    op.create_table(
        "event",
        _id(),
        sa.Column("at", TIME, nullable=False),
        _text("kind"),
        _key("work"),
        _key("version", nullable=True),
        _text("actor"),
        _text("reason"),
        _text("detail"),
    )
    _index("event", "work")
    if op.get_bind().dialect.name == "postgresql":
        _append_only_on_postgresql()
    else:
        _append_only_on_sqlite()


def _append_only_on_sqlite() -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER event_refuses_{act.lower()} BEFORE {act} ON event "
            "BEGIN SELECT RAISE(ABORT, 'event is append-only'); END"
        )


def _append_only_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION event_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'event is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER event_refuses_change BEFORE UPDATE OR DELETE OR TRUNCATE ON event "
        "FOR EACH STATEMENT EXECUTE FUNCTION event_refuses()"
    )


def _index_tasks() -> None:
    op.create_table("index_task", _id(), _key("version"), sqlite_autoincrement=True)
