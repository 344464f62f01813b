"""Removing a text so that nothing of its words is left in a row: the version, its files, what only it used.

Used is what a version that stands in the database refers to. Everything that nothing refers to is swept with
it: readings that were replaced, bases of frames, texts of no tree. Where the pages of the file still hold
deleted rows is for `Database.erase_deleted`.
"""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, or_, select, update

from wetgeving.store.citations import remove_citations
from wetgeving.store.judgements import remove_judgements
from wetgeving.store.packed import Packed
from wetgeving.store.schema import (
    expression,
    expression_key,
    expression_manifestation,
    index_task,
    manifestation,
    packed,
    provision_text,
    work,
)
from wetgeving.store.texts import Texts
from wetgeving.store.transposition import remove_entries
from wetgeving.store.tree_form import text_ids, tree_nodes

_REMEMBERED = 16


@dataclass(frozen=True, slots=True)
class RemovedText:
    """What a removal took away, and what of it stays because another version holds it too."""

    keys: tuple[str, ...]
    work: str
    files: tuple[str, ...]
    texts: int
    shared_texts: int
    shared_files: tuple[str, ...]
    heirs: tuple[str, ...]
    title_kept: str


def remove_text(connection: Connection, expression_id: int) -> RemovedText:
    """Remove one version with its text; versions that derive from it stay, and no longer say from what."""
    e = expression.c
    row = connection.execute(select(e.work_id, e.tree_id).where(e.id == expression_id)).one()
    own = set(text_ids(tree_nodes(Packed(connection).read(row.tree_id)))) - {0}
    keys, heirs = _keys(connection, expression_id), _heirs(connection, expression_id)
    files, shared_files = _take_files(connection, expression_id, row.work_id)
    _delete_version(connection, expression_id, keys)
    title = _forget_title(connection, row.work_id)
    _sweep_packed(connection)
    used = _used_texts(connection)
    return RemovedText(
        keys=keys,
        work=connection.execute(select(work.c.key).where(work.c.id == row.work_id)).scalar_one(),
        files=files,
        texts=_sweep_texts(connection, used),
        shared_texts=len(own & used),
        shared_files=shared_files,
        heirs=heirs,
        title_kept=title,
    )


def _keys(connection: Connection, expression_id: int) -> tuple[str, ...]:
    """Every key the version ever had, the present one first."""
    k = expression_key.c
    query = select(k.key).where(k.expression_id == expression_id).order_by(k.current.desc(), k.key)
    return tuple(connection.execute(query).scalars())


def _heirs(connection: Connection, expression_id: int) -> tuple[str, ...]:
    query = (
        select(expression_key.c.key)
        .join(expression, expression.c.id == expression_key.c.expression_id)
        .where(expression_key.c.current, expression.c.derived_from_id == expression_id)
        .order_by(expression_key.c.key)
    )
    return tuple(connection.execute(query).scalars())


def _take_files(
    connection: Connection, expression_id: int, work_id: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Detach the files, delete those that no other version carries; the SHA-256 of these and of the rest."""
    link = expression_manifestation.c
    mine = select(link.manifestation_id).where(link.expression_id == expression_id).distinct()
    ids = sorted(connection.execute(mine).scalars())
    connection.execute(delete(expression_manifestation).where(link.expression_id == expression_id))
    carried = (
        select(link.manifestation_id, func.min(expression.c.work_id))
        .join(expression, expression.c.id == link.expression_id)
        .where(link.manifestation_id.in_(ids))
        .group_by(link.manifestation_id)
    )
    heirs = {row[0]: row[1] for row in connection.execute(carried)}
    for file_id, heir in heirs.items():
        own = update(manifestation).where(manifestation.c.id == file_id, manifestation.c.work_id == work_id)
        connection.execute(own.values(work_id=heir))
    gone = [file_id for file_id in ids if file_id not in heirs]
    digests = _digests(connection, ids)
    connection.execute(delete(manifestation).where(manifestation.c.id.in_(gone)))
    return tuple(digests[i] for i in gone), tuple(digests[i] for i in sorted(heirs))


def _digests(connection: Connection, ids: list[int]) -> dict[int, str]:
    query = select(packed.c.id, packed.c.sha256).where(packed.c.id.in_(ids))
    return {row.id: row.sha256.hex() for row in connection.execute(query)}


def _delete_version(connection: Connection, expression_id: int, keys: tuple[str, ...]) -> None:
    heirs = update(expression).where(expression.c.derived_from_id == expression_id)
    connection.execute(heirs.values(derived_from_id=None))
    connection.execute(delete(expression_key).where(expression_key.c.expression_id == expression_id))
    connection.execute(delete(index_task).where(index_task.c.version.in_(keys)))
    remove_judgements(connection, (expression_id,))
    remove_citations(connection, (expression_id,))
    remove_entries(connection, versions=keys)
    connection.execute(delete(expression).where(expression.c.id == expression_id))


def _forget_title(connection: Connection, work_id: int) -> str:
    """A title comes from the texts: without any left it goes too, else it stays and is given back."""
    left = select(func.count()).select_from(expression).where(expression.c.work_id == work_id)
    if connection.execute(left).scalar_one():
        return connection.execute(select(work.c.title).where(work.c.id == work_id)).scalar_one()
    connection.execute(update(work).where(work.c.id == work_id).values(title="", short_title=""))
    return ""


def _sweep_packed(connection: Connection) -> None:
    """Delete every packed content that nothing refers to; what rests on one is first made whole."""
    referred = or_(
        packed.c.id.in_(select(expression.c.tree_id)),
        packed.c.id.in_(select(expression.c.account_id).where(expression.c.account_id.is_not(None))),
        packed.c.id.in_(select(manifestation.c.id)),
    )
    orphans = connection.execute(select(packed.c.id).where(~referred)).scalars().all()
    Packed(connection).purge(orphans)


def _used_texts(connection: Connection) -> set[int]:
    """The texts of all trees; a tree is unpacked against the one before it, which is still at hand."""
    used: set[int] = set()
    for content in _trees(connection):
        used.update(text_ids(tree_nodes(content)))
    return used


def _trees(connection: Connection) -> Iterator[bytes]:
    query = select(packed.c.id, packed.c.base_id).where(packed.c.id.in_(select(expression.c.tree_id)))
    recent: OrderedDict[int, bytes] = OrderedDict()
    reader = Packed(connection)
    for tree_id, base_id in connection.execute(query.order_by(packed.c.id)).all():
        base = recent.get(base_id) if base_id is not None else None
        recent[tree_id] = reader.read(tree_id, base=base)
        yield recent[tree_id]
        if len(recent) > _REMEMBERED:
            recent.popitem(last=False)


def _sweep_texts(connection: Connection, used: set[int]) -> int:
    unused = set(connection.execute(select(provision_text.c.id)).scalars()) - used
    Texts(connection).remove(unused)
    return len(unused)
