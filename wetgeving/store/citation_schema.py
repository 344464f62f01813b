"""The tables of references: derived from the texts, so that they can be emptied and are made again.

Per version one row with all its references, packed, as a page needs them; and narrow rows that say which
versions refer to a provision. `ground` says of what a row was made. An act that a version names as a whole is
a `citation` of its provision "" ; with `eid` "" it says that the references of the version rest on that act.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text, TypedColumns, UniqueConstraint

from wetgeving.store.column_types import KEY, ROW_ID
from wetgeving.store.schema import metadata


class CitationSetColumns(TypedColumns):
    """The references of a version, found in the text with this hash; `dangling` lead nowhere (any more)."""

    expression_id: Column[int] = Column(
        ROW_ID, ForeignKey("expression.id"), primary_key=True, autoincrement=False
    )
    tree_hash: Column[bytes] = Column(LargeBinary(32), nullable=False)
    ground: Column[str] = Column(Text, nullable=False)
    citations: Column[int] = Column(Integer, nullable=False)
    dangling: Column[int] = Column(Integer, nullable=False)
    content: Column[bytes] = Column(LargeBinary, nullable=False)


class CitedProvisionColumns(TypedColumns):
    """A place that is referred to, stored or not; `provision` is an eId, "" for the whole."""

    id: Column[int] = Column(ROW_ID, primary_key=True)
    value: Column[str] = Column(KEY, nullable=False)
    scheme: Column[str] = Column(KEY, nullable=False)
    provision: Column[str] = Column(KEY, nullable=False)


class CitationColumns(TypedColumns):
    """That a provision (`eid`) of a version refers to a place."""

    cited_id: Column[int] = Column(ROW_ID, ForeignKey("cited_provision.id"), primary_key=True)
    expression_id: Column[int] = Column(ROW_ID, ForeignKey("expression.id"), primary_key=True, index=True)
    eid: Column[str] = Column(KEY, primary_key=True)


citation_set = Table("citation_set", metadata, CitationSetColumns)
cited_provision = Table(
    "cited_provision", metadata, CitedProvisionColumns, UniqueConstraint("value", "scheme", "provision")
)
citation = Table("citation", metadata, CitationColumns, sqlite_with_rowid=False)
