"""Removing a fictional work: its versions, the texts and bytes only it used, keys, sources and index tasks.

Called by `works` alone, which has checked that the work is fictional. Events stay. A file that another work
also carries stays, with that work as its owner.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, select, update

from wetgeving.store.citations import remove_citations
from wetgeving.store.errors import StillDerivedFromError
from wetgeving.store.judgements import remove_judgements
from wetgeving.store.packed import Packed
from wetgeving.store.schema import (
    expression,
    expression_key,
    expression_manifestation,
    index_task,
    manifestation,
    work,
    work_dossier,
    work_identifier,
)
from wetgeving.store.texts import Texts
from wetgeving.store.transposition import remove_entries
from wetgeving.store.tree_form import text_ids, tree_nodes


def remove_work(connection: Connection, work_id: int) -> tuple[str, ...]:
    """Remove the work and return every key its versions ever had."""
    _refuse_when_derived_from(connection, work_id)
    of_work = select(expression.c.id).where(expression.c.work_id == work_id)
    key_query = select(expression_key.c.key).where(expression_key.c.expression_id.in_(of_work))
    keys = tuple(sorted(connection.execute(key_query).scalars()))
    trees = _packed_of(connection, work_id)
    unused = _texts_of(connection, trees[0]) - _texts_of(
        connection, _other_fictional_trees(connection, work_id)
    )
    _delete_versions(connection, work_id, keys)
    files = _delete_files(connection, work_id)
    Packed(connection).purge([*trees[0], *trees[1], *files])
    Texts(connection).remove(unused)
    for table in (work_identifier, work_dossier):
        connection.execute(delete(table).where(table.c.work_id == work_id))
    connection.execute(delete(work).where(work.c.id == work_id))
    return keys


def _refuse_when_derived_from(connection: Connection, work_id: int) -> None:
    of_work = select(expression.c.id).where(expression.c.work_id == work_id)
    query = (
        select(expression_key.c.key)
        .join(expression, expression.c.id == expression_key.c.expression_id)
        .where(expression_key.c.current, expression.c.work_id != work_id)
        .where(expression.c.derived_from_id.in_(of_work))
        .order_by(expression_key.c.key)
    )
    heirs = connection.execute(query).scalars().all()
    if heirs:
        raise StillDerivedFromError(
            "Versies van andere regelingen zijn van deze regeling afgeleid.",
            value=", ".join(heirs),
            remedy="Verwijder die eerst.",
        )


def _packed_of(connection: Connection, work_id: int) -> tuple[set[int], set[int]]:
    """The trees and the accounts of a work."""
    query = select(expression.c.tree_id, expression.c.account_id).where(expression.c.work_id == work_id)
    rows = connection.execute(query).all()
    return {tree for tree, _ in rows}, {account for _, account in rows if account is not None}


def _other_fictional_trees(connection: Connection, work_id: int) -> set[int]:
    query = (
        select(expression.c.tree_id)
        .join(work, work.c.id == expression.c.work_id)
        .where(work.c.fictional, work.c.id != work_id)
    )
    return set(connection.execute(query).scalars())


def _texts_of(connection: Connection, trees: Iterable[int]) -> set[int]:
    packed = Packed(connection)
    return {number for tree in sorted(trees) for number in text_ids(tree_nodes(packed.read(tree)))}


def _delete_versions(connection: Connection, work_id: int, keys: tuple[str, ...]) -> None:
    of_work = select(expression.c.id).where(expression.c.work_id == work_id)
    for table in (expression_manifestation, expression_key):
        connection.execute(delete(table).where(table.c.expression_id.in_(of_work)))
    connection.execute(delete(index_task).where(index_task.c.version.in_(keys)))
    remove_judgements(connection, of_work)
    remove_citations(connection, of_work)
    work_key = connection.execute(select(work.c.key).where(work.c.id == work_id)).scalar_one()
    remove_entries(connection, work=work_key)
    inner = update(expression).where(expression.c.work_id == work_id).values(derived_from_id=None)
    connection.execute(inner)
    connection.execute(delete(expression).where(expression.c.work_id == work_id))


def _delete_files(connection: Connection, work_id: int) -> list[int]:
    """Delete the work's files that no version of another work carries; the others get that work as owner."""
    heirs = (
        select(expression_manifestation.c.manifestation_id, func.min(expression.c.work_id))
        .join(expression, expression.c.id == expression_manifestation.c.expression_id)
        .join(manifestation, manifestation.c.id == expression_manifestation.c.manifestation_id)
        .where(manifestation.c.work_id == work_id)
        .group_by(expression_manifestation.c.manifestation_id)
    )
    for file_id, heir in connection.execute(heirs).all():
        connection.execute(update(manifestation).where(manifestation.c.id == file_id).values(work_id=heir))
    own = select(manifestation.c.id).where(manifestation.c.work_id == work_id)
    files = list(connection.execute(own).scalars())
    connection.execute(delete(manifestation).where(manifestation.c.work_id == work_id))
    return files
