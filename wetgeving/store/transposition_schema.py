"""The tables of what people say of transposition: claims that editors make, and reviews of any claim.

Nothing in them is ever changed (a trigger in the migration). Union acts may have no stored text, so an
entry names works and versions by key, in `transposition_anchor`. It goes only with a work or a text that is
removed, since it may quote it.
"""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, Table, Text, TypedColumns

from wetgeving.store.column_types import KEY, ROW_ID, UtcTime
from wetgeving.store.schema import metadata


class TranspositionEntryColumns(TypedColumns):
    """Who said what of which claim, when. `kind` is "claim" or "review"; `act` the key of the Union act.

    `content` (JSON) is the claim as it was then, with what was seen and the verdict.
    """

    id: Column[int] = Column(ROW_ID, primary_key=True)
    at: Column[datetime] = Column(UtcTime, nullable=False)
    actor: Column[str] = Column(Text, nullable=False)
    kind: Column[str] = Column(KEY, nullable=False)
    act: Column[str] = Column(KEY, nullable=False, index=True)
    claim: Column[str] = Column(KEY, nullable=False, index=True)
    content: Column[str] = Column(Text, nullable=False)
    note: Column[str] = Column(Text, nullable=False)


class TranspositionAnchorColumns(TypedColumns):
    """A work that an entry speaks of or quotes, and the version of it, "" when none was at hand."""

    entry_id: Column[int] = Column(
        ROW_ID, ForeignKey("transposition_entry.id"), primary_key=True, autoincrement=False
    )
    work: Column[str] = Column(KEY, primary_key=True)
    version: Column[str] = Column(KEY, primary_key=True, index=True)


transposition_entry = Table("transposition_entry", metadata, TranspositionEntryColumns)
transposition_anchor = Table("transposition_anchor", metadata, TranspositionAnchorColumns)
