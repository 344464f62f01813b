"""The references that were found in the versions: kept per version, and asked for by what they point at.

Derived: `put` takes the place of what was there, and nothing is lost when all of it is forgotten. What the
viewer does not see neither refers nor is referred to.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, func, insert, or_, select

from wetgeving.store.citation_form import Reference, packed, unpacked
from wetgeving.store.citation_schema import citation, citation_set, cited_provision
from wetgeving.store.schema import expression, expression_key, is_current, work
from wetgeving.store.visibility import Visibility

_AT_ONCE = 500
_One = TypeVar("_One")

Act = tuple[str, str]
"""Scheme and value of an identifier."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A version that stands, the hash of its text, and on what ground its references were found, if so."""

    version: str
    work: str
    tree_hash: str
    ground: str


@dataclass(frozen=True, slots=True)
class NewReferences:
    """The references of a version to be kept, with the hash of the text and the ground they rest on."""

    version: str
    tree_hash: str
    ground: str
    references: tuple[Reference, ...]
    acts: frozenset[Act]


@dataclass(frozen=True, slots=True)
class CitedAt:
    """A provision (`eid`) of a version that refers to `provision` of what was asked for."""

    work: str
    version: str
    eid: str
    provision: str


class Citations:
    """The references of one connection."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self._connection, self._visibility = connection, visibility

    def derived(self, works: Collection[str] | None = None) -> tuple[Derived, ...]:
        """Every version that stands (of these works), with what is known of its references."""
        e, s = expression.c, citation_set.c
        query = (
            select(expression_key.c.key, work.c.key, e.tree_hash, s.tree_hash, s.ground)
            .select_from(expression)
            .join(expression_key, and_(expression_key.c.expression_id == e.id, is_current()))
            .join(work, work.c.id == e.work_id)
            .outerjoin(citation_set, s.expression_id == e.id)
            .where(e.withdrawn.is_(None), self._visibility.works())
            .order_by(work.c.key, e.sequence)
        )
        if works is not None:
            query = query.where(work.c.key.in_(sorted(works)))
        return tuple(
            Derived(key, of, now.hex(), ground if then == now else "")
            for key, of, now, then, ground in self._connection.execute(query)
        )

    def put(self, new: NewReferences) -> bool:
        """Keep the references of a version; False when its text is another by now, or gone."""
        query = (
            select(expression.c.id)
            .join(expression_key, expression_key.c.expression_id == expression.c.id)
            .where(expression_key.c.key == new.version, expression.c.withdrawn.is_(None))
            .where(expression.c.tree_hash == bytes.fromhex(new.tree_hash))
        )
        number = self._connection.execute(query).scalar()
        if number is None:
            return False
        remove_citations(self._connection, (number,))
        row = {
            "expression_id": number,
            "tree_hash": bytes.fromhex(new.tree_hash),
            "ground": new.ground,
            "citations": len(new.references),
            "dangling": sum(1 for r in new.references if r.lost),
            "content": packed(new.references),
        }
        self._connection.execute(insert(citation_set).values(row))
        self._point(number, new)
        return True

    def of(self, version: str) -> tuple[Reference, ...] | None:
        """The references of a version in reading order; None when they were not found yet in this text."""
        query = self._standing(select(citation_set.c.content), version)
        content = self._connection.execute(query).scalar()
        return None if content is None else unpacked(content)

    def tag(self, version: str) -> str:
        """Another word when the references of a version are others; "" while they are not known."""
        query = self._standing(select(citation_set.c.ground), version)
        return self._connection.execute(query).scalar() or ""

    def dangling(self, works: Collection[str]) -> dict[str, int]:
        """How many references lead nowhere in each version of these works that has any."""
        query = (
            select(expression_key.c.key, citation_set.c.dangling)
            .join(expression, expression.c.id == citation_set.c.expression_id)
            .join(expression_key, and_(expression_key.c.expression_id == expression.c.id, is_current()))
            .join(work, work.c.id == expression.c.work_id)
            .where(work.c.key.in_(sorted(works)), citation_set.c.dangling > 0)
            .where(citation_set.c.tree_hash == expression.c.tree_hash, expression.c.withdrawn.is_(None))
            .where(self._visibility.works())
        )
        return dict(self._connection.execute(query).all())

    def to(self, acts: Iterable[Act], provision: str) -> tuple[CitedAt, ...]:
        """Who refers to a provision or what is below it, or ("") to an act as a whole."""
        query = (
            self._citing(acts, _at(provision))
            .add_columns(citation.c.eid, cited_provision.c.provision)
            .where(citation.c.eid != "")
            .order_by(work.c.key, expression.c.sequence, citation.c.eid, cited_provision.c.provision)
        )
        rows = self._connection.execute(query)
        return tuple(CitedAt(of, version, eid, to) for of, version, eid, to in rows)

    def count(self, acts: Iterable[Act], provision: str) -> int:
        """How many provisions refer to it, each of the versions of a work counted as one."""
        query = self._citing(acts, _at(provision)).where(citation.c.eid != "")
        pairs = query.with_only_columns(expression.c.work_id, citation.c.eid).distinct().subquery()
        return self._connection.execute(select(func.count()).select_from(pairs)).scalar_one()

    def resting_on(self, acts: Iterable[Act]) -> frozenset[str]:
        """The versions whose references depend on what is stored of these acts."""
        query = self._citing(acts, cited_provision.c.provision == "").where(citation.c.eid == "")
        return frozenset(row[1] for row in self._connection.execute(query))

    def acts_of(self, works: Collection[str]) -> dict[str, frozenset[Act]]:
        """By version, the acts its references rest on."""
        query = (
            select(expression_key.c.key, cited_provision.c.scheme, cited_provision.c.value)
            .select_from(citation)
            .join(cited_provision, cited_provision.c.id == citation.c.cited_id)
            .join(expression, expression.c.id == citation.c.expression_id)
            .join(expression_key, and_(expression_key.c.expression_id == expression.c.id, is_current()))
            .join(work, work.c.id == expression.c.work_id)
            .where(citation.c.eid == "", work.c.key.in_(sorted(works)), self._visibility.works())
        )
        found: dict[str, set[Act]] = {}
        for version, scheme, value in self._connection.execute(query):
            found.setdefault(version, set()).add((scheme, value))
        return {version: frozenset(acts) for version, acts in found.items()}

    def seen(self, versions: Iterable[str]) -> dict[str, str]:
        """Of these keys those of versions that are seen and stand, each with the present key."""
        asked = sorted(set(versions))
        current = expression_key.alias("current_key")
        query = (
            select(expression_key.c.key, current.c.key)
            .join(current, and_(current.c.expression_id == expression_key.c.expression_id, current.c.current))
            .join(expression, expression.c.id == expression_key.c.expression_id)
            .where(expression.c.withdrawn.is_(None), self._visibility.expressions(expression.c.id))
        )
        found: dict[str, str] = {}
        for at in range(0, len(asked), _AT_ONCE):
            some = query.where(expression_key.c.key.in_(asked[at : at + _AT_ONCE]))
            found.update(self._connection.execute(some).all())
        return found

    def forget(self) -> None:
        """Forget all references."""
        for table in (citation, citation_set, cited_provision):
            self._connection.execute(delete(table))

    def sweep(self) -> int:
        """Forget the references of versions that no longer stand; the number of versions."""
        gone = select(citation_set.c.expression_id).join(
            expression, expression.c.id == citation_set.c.expression_id
        )
        numbers = tuple(self._connection.execute(gone.where(expression.c.withdrawn.is_not(None))).scalars())
        if numbers:
            remove_citations(self._connection, numbers)
        used = select(citation.c.cited_id)
        self._connection.execute(delete(cited_provision).where(cited_provision.c.id.not_in(used)))
        return len(numbers)

    def _standing(self, query: Select[_One], version: str) -> Select[_One]:
        return (
            query.select_from(citation_set)
            .join(expression, expression.c.id == citation_set.c.expression_id)
            .join(expression_key, expression_key.c.expression_id == expression.c.id)
            .where(expression_key.c.key == version, citation_set.c.tree_hash == expression.c.tree_hash)
            .where(expression.c.withdrawn.is_(None), self._visibility.expressions(expression.c.id))
        )

    def _citing(self, acts: Iterable[Act], place: ColumnElement[bool]) -> Select[str, str]:
        """The work and the present key of every version that refers to a place of these acts."""
        c = cited_provision.c
        named = or_(*(and_(c.value == value, c.scheme == scheme) for scheme, value in acts))
        return (
            select(work.c.key, expression_key.c.key)
            .select_from(cited_provision)
            .join(citation, citation.c.cited_id == c.id)
            .join(expression, expression.c.id == citation.c.expression_id)
            .join(expression_key, and_(expression_key.c.expression_id == expression.c.id, is_current()))
            .join(work, work.c.id == expression.c.work_id)
            .where(named, place, expression.c.withdrawn.is_(None), self._visibility.works())
        )

    def _point(self, number: int, new: NewReferences) -> None:
        """Write down at what the version points, from where."""
        points = {
            ((place.scheme, place.id, place.provision), r.eid) for r in new.references for place in r.places
        }
        points |= {((scheme, value, ""), "") for scheme, value in new.acts}
        cited = self._cited({to for to, _ in points})
        rows = [{"cited_id": cited[to], "expression_id": number, "eid": eid} for to, eid in sorted(points)]
        for some in _portions(rows):
            self._connection.execute(insert(citation), some)

    def _cited(self, places: set[tuple[str, str, str]]) -> dict[tuple[str, str, str], int]:
        """The row of each of these places, made where there is none."""
        c = cited_provision.c
        values = sorted({value for _, value, _ in places})
        known: dict[tuple[str, str, str], int] = {}
        for at in range(0, len(values), _AT_ONCE):
            some = values[at : at + _AT_ONCE]
            query = select(c.scheme, c.value, c.provision, c.id).where(c.value.in_(some))
            known.update({(row[0], row[1], row[2]): row[3] for row in self._connection.execute(query)})
        names = ("scheme", "value", "provision")
        for rows in _portions([dict(zip(names, p, strict=True)) for p in sorted(places - set(known))]):
            made = insert(cited_provision).returning(c.scheme, c.value, c.provision, c.id)
            known.update({(row[0], row[1], row[2]): row[3] for row in self._connection.execute(made, rows)})
        return known


def remove_citations(connection: Connection, expression_ids: Select[int] | tuple[int, ...]) -> None:
    """Forget what these versions refer to."""
    for table in (citation, citation_set):
        connection.execute(delete(table).where(table.c.expression_id.in_(expression_ids)))


def _at(provision: str) -> ColumnElement[bool]:
    """The place itself and, of a provision, what is below it."""
    c = cited_provision.c.provision
    if not provision:
        return c == ""
    return or_(c == provision, and_(c >= f"{provision}__", c < f"{provision}_`"))


def _portions(rows: list[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    return (rows[at : at + _AT_ONCE] for at in range(0, len(rows), _AT_ONCE))
