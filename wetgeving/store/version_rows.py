"""From rows to `Version`: one question for the versions, one for their sources. Only reads."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, Row, and_, select

from wetgeving.store.schema import (
    expression,
    expression_key,
    expression_manifestation,
    is_current,
    packed,
    work,
)
from wetgeving.store.values import Source, Version, VersionDates
from wetgeving.store.visibility import Visibility


def versions_where(
    connection: Connection,
    condition: ColumnElement[bool],
    visibility: Visibility,
    *,
    with_sources: bool = True,
) -> tuple[Version, ...]:
    """The versions that are seen and meet a condition on `expression` or `work`, by work and sequence."""
    base_key = expression_key.alias("base_key")
    query = (
        select(expression, work.c.key.label("work"), expression_key.c.key.label("version"))
        .add_columns(base_key.c.key.label("derived_from"))
        .join(work, work.c.id == expression.c.work_id)
        .join(expression_key, and_(expression_key.c.expression_id == expression.c.id, is_current()))
        .outerjoin(
            base_key,
            and_(
                base_key.c.expression_id == expression.c.derived_from_id,
                is_current("base_key"),
                visibility.expressions(base_key.c.expression_id),
            ),
        )
        .where(condition, visibility.works())
        .order_by(work.c.key, expression.c.sequence)
    )
    rows = connection.execute(query).all()
    if not with_sources:
        return tuple(_version(row, ()) for row in rows)
    hidden = {f"dossier {number}" for number in visibility.hidden_dossiers()}
    sources = _sources(connection, condition & visibility.works(), hidden)
    return tuple(_version(row, tuple(sources[row.id])) for row in rows)


def _version(row: Row[*tuple[object, ...]], sources: tuple[Source, ...]) -> Version:
    return Version(
        version=row.version,
        work=row.work,
        stage=row.stage,
        dates=VersionDates(row.in_force_on, row.as_known_on, row.document_date, row.certainty),
        language=row.language,
        reason=row.reason,
        derived_from=row.derived_from,
        official=row.official,
        text_hash=row.text_hash.hex(),
        tree_hash=row.tree_hash.hex(),
        sequence=row.sequence,
        sources=sources,
        withdrawn=row.withdrawn,
    )


def _sources(
    connection: Connection, condition: ColumnElement[bool], hidden_origins: Collection[str]
) -> dict[int, list[Source]]:
    """The sources of each version; an origin that names a dossier the viewer does not see is left blank."""
    link = expression_manifestation.c
    query = (
        select(expression_manifestation, packed.c.sha256, packed.c.byte_count)
        .join(expression, expression.c.id == link.expression_id)
        .join(work, work.c.id == expression.c.work_id)
        .join(packed, packed.c.id == link.manifestation_id)
        .where(condition)
        .order_by(link.id)
    )
    found: dict[int, list[Source]] = defaultdict(list)
    for row in connection.execute(query):
        source = Source(
            sha256=row.sha256.hex(),
            media_type=row.media_type,
            byte_count=row.byte_count,
            origin="" if row.origin in hidden_origins else row.origin,
            file_name=row.file_name,
            retrieved_at=row.retrieved_at,
            reader=row.reader,
            logic_version=row.logic_version,
        )
        found[row.expression_id].append(source)
    return found
