"""The tables. What a column means is said here once; the migrations build the same, and a test compares them.

Every text of a provision is a row of `provision_text`, stored once. The tree of a version (kinds, eIds,
numbers, headings, text ids) and its account are `packed`, as are the bytes of files: compressed, a later one
against the one before it, so that storage grows with what changes. Fictional texts never share a row with
real ones, so that fictional works can be removed. Events are append-only (a trigger in the migration).
"""

from datetime import date, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    TextClause,
    TypedColumns,
    UniqueConstraint,
    text,
)

from wetgeving.store.column_types import KEY, ROW_ID, UtcTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)


class DossierColumns(TypedColumns):
    """A Kamerstukdossier."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    number: Column[str] = Column(KEY, nullable=False, unique=True)
    title: Column[str] = Column(Text, nullable=False)
    fictional: Column[bool] = Column(Boolean, nullable=False)
    closed: Column[bool] = Column(Boolean, nullable=False)


class DossierEntryColumns(TypedColumns):
    """One thing known of a dossier (a paper, event, commitment, ...), as JSON; `part` says what it is."""

    dossier_id: Column[int] = Column(ROW_ID, ForeignKey("dossier.id"), primary_key=True)
    part: Column[str] = Column(KEY, primary_key=True)
    key: Column[str] = Column(KEY, primary_key=True)
    position: Column[int] = Column(Integer, nullable=False)
    content: Column[str] = Column(Text, nullable=False)


class WorkColumns(TypedColumns):
    """A work; `key` is the identifier it is called by."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    key: Column[str] = Column(KEY, nullable=False, unique=True)
    kind: Column[str] = Column(Text, nullable=False)
    title: Column[str] = Column(Text, nullable=False)
    short_title: Column[str] = Column(Text, nullable=False)
    fictional: Column[bool] = Column(Boolean, nullable=False)


class WorkIdentifierColumns(TypedColumns):
    """An identifier of a work; two works may bear the same value."""

    work_id: Column[int] = Column(ROW_ID, ForeignKey("work.id"), primary_key=True)
    scheme: Column[str] = Column(KEY, primary_key=True)
    value: Column[str] = Column(KEY, primary_key=True, index=True)


class WorkDossierColumns(TypedColumns):
    """Which works a dossier binds."""

    work_id: Column[int] = Column(ROW_ID, ForeignKey("work.id"), primary_key=True)
    dossier_id: Column[int] = Column(ROW_ID, ForeignKey("dossier.id"), primary_key=True, index=True)


class PackedColumns(TypedColumns):
    """Bytes stored once: a zstd frame, whole (`depth` 0) or against the content of `base_id`."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    base_id: Column[int | None] = Column(ROW_ID, ForeignKey("packed.id"), index=True)
    depth: Column[int] = Column(SmallInteger, nullable=False)
    byte_count: Column[int] = Column(ROW_ID, nullable=False)
    sha256: Column[bytes] = Column(LargeBinary(32), nullable=False, unique=True)
    frame: Column[bytes] = Column(LargeBinary, nullable=False)


class ManifestationColumns(TypedColumns):
    """A file; its bytes are the packed row of the same id, `work_id` the work it was first taken in for."""

    id: Column[int] = Column(ROW_ID, ForeignKey("packed.id"), primary_key=True, autoincrement=False)
    work_id: Column[int] = Column(ROW_ID, ForeignKey("work.id"), nullable=False, index=True)
    media_type: Column[str] = Column(Text, nullable=False)


class ExpressionColumns(TypedColumns):
    """A version: `tree_id` its provisions, `account_id` what was dropped and guessed (NULL when nothing)."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    work_id: Column[int] = Column(ROW_ID, ForeignKey("work.id"), nullable=False)
    sequence: Column[int] = Column(Integer, nullable=False)
    stage: Column[str] = Column(Text, nullable=False)
    language: Column[str] = Column(Text, nullable=False)
    in_force_on: Column[date | None] = Column(Date)
    as_known_on: Column[date | None] = Column(Date)
    document_date: Column[date | None] = Column(Date)
    certainty: Column[str] = Column(Text, nullable=False)
    reason: Column[str] = Column(Text, nullable=False)
    official: Column[bool] = Column(Boolean, nullable=False)
    derived_from_id: Column[int | None] = Column(ROW_ID, ForeignKey("expression.id"), index=True)
    text_hash: Column[bytes] = Column(LargeBinary(32), nullable=False)
    tree_hash: Column[bytes] = Column(LargeBinary(32), nullable=False)
    tree_id: Column[int] = Column(ROW_ID, ForeignKey("packed.id"), nullable=False, index=True)
    account_id: Column[int | None] = Column(ROW_ID, ForeignKey("packed.id"), index=True)
    withdrawn: Column[str | None] = Column(Text)


class ExpressionKeyColumns(TypedColumns):
    """Every key a version ever had; exactly one is current."""

    key: Column[str] = Column(KEY, primary_key=True)
    expression_id: Column[int] = Column(ROW_ID, ForeignKey("expression.id"), nullable=False)
    current: Column[bool] = Column(Boolean, nullable=False)


class ExpressionManifestationColumns(TypedColumns):
    """That a file carries a version: where it came from, and which reader read it."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    expression_id: Column[int] = Column(ROW_ID, ForeignKey("expression.id"), nullable=False, index=True)
    manifestation_id: Column[int] = Column(ROW_ID, ForeignKey("manifestation.id"), nullable=False, index=True)
    media_type: Column[str] = Column(Text, nullable=False)
    origin: Column[str] = Column(Text, nullable=False)
    file_name: Column[str] = Column(Text, nullable=False)
    retrieved_at: Column[datetime] = Column(UtcTime, nullable=False)
    reader: Column[str] = Column(Text, nullable=False)
    logic_version: Column[int] = Column(Integer, nullable=False)


class ProvisionTextColumns(TypedColumns):
    """A text, once; `fingerprint` (32 bits of its SHA-256) finds it, equality of the text decides."""

    id: Column[int] = Column(ROW_ID, primary_key=True, autoincrement=False)
    fingerprint: Column[int] = Column(Integer, nullable=False, index=True)
    fictional: Column[bool] = Column(Boolean, nullable=False)
    text: Column[str] = Column(Text, nullable=False)


class EventColumns(TypedColumns):
    """What happened; it names work and version by key, so that it outlives them."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    at: Column[datetime] = Column(UtcTime, nullable=False)
    kind: Column[str] = Column(Text, nullable=False)
    work: Column[str] = Column(KEY, nullable=False, index=True)
    version: Column[str | None] = Column(KEY)
    actor: Column[str] = Column(Text, nullable=False)
    reason: Column[str] = Column(Text, nullable=False)
    detail: Column[str] = Column(Text, nullable=False)


class TombstoneColumns(TypedColumns):
    """A version whose text was removed because the law demanded it: that it was here, and why not now."""

    key: Column[str] = Column(KEY, primary_key=True)
    work: Column[str] = Column(KEY, nullable=False, index=True)
    sha256: Column[str] = Column(Text, nullable=False)
    removed_at: Column[datetime] = Column(UtcTime, nullable=False)
    actor: Column[str] = Column(Text, nullable=False)
    reason: Column[str] = Column(Text, nullable=False)


class IndexTaskColumns(TypedColumns):
    """Outbox: what is indexed under this key is to be looked at again, also when no version bears it now.

    An id is never used twice, so that who has dealt with a task cannot strike out a later one.
    """

    id: Column[int] = Column(ROW_ID, primary_key=True)
    version: Column[str] = Column(KEY, nullable=False)


dossier = Table("dossier", metadata, DossierColumns)
dossier_entry = Table("dossier_entry", metadata, DossierEntryColumns, sqlite_with_rowid=False)
work = Table("work", metadata, WorkColumns)
work_identifier = Table("work_identifier", metadata, WorkIdentifierColumns, sqlite_with_rowid=False)
work_dossier = Table("work_dossier", metadata, WorkDossierColumns, sqlite_with_rowid=False)
packed = Table("packed", metadata, PackedColumns)
manifestation = Table("manifestation", metadata, ManifestationColumns)
expression = Table("expression", metadata, ExpressionColumns, UniqueConstraint("work_id", "sequence"))
expression_key = Table("expression_key", metadata, ExpressionKeyColumns, sqlite_with_rowid=False)
expression_manifestation = Table("expression_manifestation", metadata, ExpressionManifestationColumns)
provision_text = Table("provision_text", metadata, ProvisionTextColumns)
event = Table("event", metadata, EventColumns)
tombstone = Table("tombstone", metadata, TombstoneColumns, sqlite_with_rowid=False)
index_task = Table("index_task", metadata, IndexTaskColumns, sqlite_autoincrement=True)


def is_current(name: str = "expression_key") -> TextClause:
    """The key that is current, in the words of the partial index: in any other SQLite does not use it."""
    return text(f"{name}.current")


Index(
    "uq_expression_key_current",
    expression_key.c.expression_id,
    unique=True,
    sqlite_where=expression_key.c.current,
    postgresql_where=expression_key.c.current,
)
