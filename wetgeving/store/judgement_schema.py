"""The table of judgements: what a person says of texts, where a machine only proposes.

A judgement is never changed (a trigger in the migration); a later one about the same subject takes its place.
It goes only with a text that is removed, since it may quote it.
"""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, Table, Text, TypedColumns

from wetgeving.store.column_types import KEY, ROW_ID, UtcTime
from wetgeving.store.schema import metadata


class JudgementColumns(TypedColumns):
    """Who judged what, when; `kind` says of what sort, `subject` of what, `content` (JSON) how.

    `expression_id` is the version it is about, `beside_id` the one it compares that with.
    """

    id: Column[int] = Column(ROW_ID, primary_key=True)
    at: Column[datetime] = Column(UtcTime, nullable=False)
    actor: Column[str] = Column(Text, nullable=False)
    kind: Column[str] = Column(KEY, nullable=False)
    expression_id: Column[int] = Column(ROW_ID, ForeignKey("expression.id"), nullable=False, index=True)
    beside_id: Column[int | None] = Column(ROW_ID, ForeignKey("expression.id"), index=True)
    subject: Column[str] = Column(KEY, nullable=False)
    content: Column[str] = Column(Text, nullable=False)
    note: Column[str] = Column(Text, nullable=False)


judgement = Table("judgement", metadata, JudgementColumns)
