"""Versions: what was stored, in the order in which it was stored. Order in time is for the services to find.

A version is found by every key it ever had. Its words do not change: `replace_text` only takes in what a
reader of today makes of the same bytes. Nothing is deleted; withdrawing leaves a reason.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, insert, select, union, update

from corpus.provision import Provision
from corpus.reading import Dropped, Guessed
from wetgeving.store.errors import TakenKeyError, UnknownKeyError
from wetgeving.store.manifestations import Manifestations
from wetgeving.store.packed import Packed
from wetgeving.store.schema import (
    expression,
    expression_key,
    expression_manifestation,
    is_current,
    tombstone,
    work,
)
from wetgeving.store.values import NewVersion, Version, VersionDates
from wetgeving.store.version_rows import versions_where
from wetgeving.store.version_texts import VersionTexts
from wetgeving.store.visibility import Visibility


class Versions:
    """The versions of one connection."""

    def __init__(
        self, connection: Connection, packed: Packed, manifestations: Manifestations, visibility: Visibility
    ) -> None:
        self._connection, self._packed, self._manifestations = connection, packed, manifestations
        self._texts, self._visibility = VersionTexts(connection, packed), visibility

    def add(self, new: NewVersion, key: str) -> None:
        """Store a version under a key that nothing bears or bore."""
        if self._owner(key) is not None or key in self.keys_like(key):
            raise TakenKeyError("Deze sleutel is al van een andere versie.", value=key)
        work_id = self._work_id(new.work)
        row = {
            "work_id": work_id,
            "sequence": self._next_sequence(work_id),
            "stage": new.stage,
            "language": new.language,
            "reason": new.reason,
            "official": new.official,
            "derived_from_id": new.derived_from and self._id(new.derived_from),
            **_date_columns(new.dates),
            **self._texts.add(new, work_id=work_id),
        }
        statement = insert(expression).values(row).returning(expression.c.id)
        added = self._connection.execute(statement).scalar_one()
        self._connection.execute(insert(expression_key).values(key=key, expression_id=added, current=True))

    def attach_source(
        self,
        version: str,
        *,
        sha256: str,
        media_type: str,
        origin: str,
        file_name: str,
        retrieved_at: datetime,
        reader: str,
        logic_version: int,
    ) -> None:
        """Record that a kept file carries a version.

        The same file from the same place is one source, first retrieved when it first was; only its reader
        and logic version follow the last reading.
        """
        manifestation_id = self._manifestations.find(sha256)
        if manifestation_id is None:
            raise UnknownKeyError("Dit bestand is niet opgenomen.", value=f"sha256 {sha256}", where=version)
        place = {
            "expression_id": self._id(version),
            "manifestation_id": manifestation_id,
            "origin": origin,
            "file_name": file_name,
        }
        reading = {"reader": reader, "logic_version": logic_version, "media_type": media_type}
        columns = expression_manifestation.c
        known = update(expression_manifestation).where(
            *(columns[name] == value for name, value in place.items())
        )
        if self._connection.execute(known.values(reading)).rowcount == 0:
            row = {**place, **reading, "retrieved_at": retrieved_at}
            self._connection.execute(insert(expression_manifestation).values(row))

    def find(self, key: str) -> Version | None:
        """The version with this key, present or former; withdrawn ones too."""
        return next(iter(self._where(expression.c.id == self._owner(key))), None)

    def of(self, work_key: str, *, include_withdrawn: bool = False) -> tuple[Version, ...]:
        """The versions of a work in the order in which they were stored."""
        found = self._where(work.c.key == work_key)
        return tuple(v for v in found if include_withdrawn or v.withdrawn is None)

    def by_work(
        self, *, of: Collection[str] | None = None, with_sources: bool = True
    ) -> dict[str, tuple[Version, ...]]:
        """The versions that stand, of every work that has any or of these, in two questions for all of them.

        Half of the time goes to their sources; who does not need them can leave them out.
        """
        found: dict[str, list[Version]] = defaultdict(list)
        standing = expression.c.withdrawn.is_(None)
        wanted = standing if of is None else standing & work.c.key.in_(of)
        rows = versions_where(self._connection, wanted, self._visibility, with_sources=with_sources)
        for version in rows:
            found[version.work].append(version)
        return {key: tuple(versions) for key, versions in found.items()}

    def several(self) -> frozenset[str]:
        """The keys of the works with more than one version that stands."""
        query = (
            select(work.c.key)
            .join(expression, expression.c.work_id == work.c.id)
            .where(expression.c.withdrawn.is_(None), self._visibility.works())
            .group_by(work.c.key)
            .having(func.count() > 1)
        )
        return frozenset(self._connection.execute(query).scalars())

    def content(self, version: str) -> tuple[bytes, ...]:
        """What is stored as the text of a version, as a key: equal keys, equal provisions and account."""
        return self._texts.content(self._id(version))

    def provisions(self, version: str) -> tuple[Provision, ...]:
        """The provisions of a version as they were read, without links."""
        return self._texts.provisions(self._id(version))

    def outline(self, version: str) -> tuple[Provision, ...]:
        """The provisions of a version without their texts: numbers, headings and dates."""
        return self._texts.outline(self._id(version))

    def provision(self, version: str, eid: str) -> Provision | None:
        """One provision of a version with everything below it."""
        return self._texts.provision(self._id(version), eid)

    def account(self, version: str) -> tuple[tuple[Dropped, ...], tuple[Guessed, ...]]:
        """What was left out and what was guessed when the version was read."""
        return self._texts.account(self._id(version))

    def replace_text(self, version: str, new: NewVersion) -> None:
        """Put another reading of the same bytes in place: provisions, account, language and hashes."""
        expression_id = self._id(version)
        e = expression.c
        query = select(e.work_id, e.sequence, e.tree_id, e.account_id).where(e.id == expression_id)
        old = self._connection.execute(query).one()
        columns = self._texts.add(new, work_id=old.work_id, before=old.sequence)
        self._set(expression_id, language=new.language, **columns)
        self._packed.prune(old.tree_id)
        self._packed.prune(old.account_id)

    def withdraw(self, version: str, reason: str) -> None:
        """Take a version out of the list; its text stays."""
        self._set(self._id(version), withdrawn=reason)

    def correct(self, version: str, *, dates: VersionDates, stage: str, new_key: str) -> None:
        """Correct stage and dates; the new key becomes the present one, the old one stays valid."""
        expression_id = self._id(version)
        owner = self._owner(new_key)
        if owner not in (None, expression_id):
            raise TakenKeyError("Deze sleutel is al van een andere versie.", value=new_key, where=version)
        self._set(expression_id, stage=stage, **_date_columns(dates))
        keys = expression_key
        self._connection.execute(
            update(keys).where(keys.c.expression_id == expression_id).values(current=False)
        )
        if owner is None:
            row = {"key": new_key, "expression_id": expression_id, "current": True}
            self._connection.execute(insert(keys).values(row))
        else:
            self._connection.execute(update(keys).where(keys.c.key == new_key).values(current=True))

    def same(
        self, work_key: str, stage: str, language: str, dates: VersionDates, text_hash: str
    ) -> str | None:
        """The first version that stands with these words at this stage, in this language, at these dates."""
        e = expression.c
        query = (
            select(expression_key.c.key)
            .join(expression, e.id == expression_key.c.expression_id)
            .join(work, work.c.id == e.work_id)
            .where(work.c.key == work_key, e.stage == stage, e.language == language)
            .where(e.in_force_on.is_not_distinct_from(dates.in_force_on))
            .where(e.as_known_on.is_not_distinct_from(dates.as_known_on))
            .where(e.document_date.is_not_distinct_from(dates.document_date))
            .where(e.text_hash == bytes.fromhex(text_hash), e.withdrawn.is_(None), is_current())
            .where(self._visibility.works())
            .order_by(e.sequence)
        )
        return self._connection.execute(query).scalars().first()

    def keys_like(self, base: str) -> tuple[str, ...]:
        """Every key, present, former or of a tombstone, that begins with `base`."""
        columns = (expression_key.c.key, tombstone.c.key)
        queries = [select(key).where(key >= base, key < base + "\U0010ffff") for key in columns]
        return tuple(sorted(self._connection.execute(union(*queries)).scalars()))

    def _where(self, condition: ColumnElement[bool]) -> tuple[Version, ...]:
        return versions_where(self._connection, condition, self._visibility)

    def _owner(self, key: str) -> int | None:
        """The version that bears or bore a key, whoever may see it: a key is given once."""
        query = select(expression_key.c.expression_id).where(expression_key.c.key == key)
        return self._connection.execute(query).scalar()

    def _id(self, key: str) -> int:
        query = (
            select(expression.c.id)
            .join(expression_key, expression_key.c.expression_id == expression.c.id)
            .join(work, work.c.id == expression.c.work_id)
            .where(expression_key.c.key == key, self._visibility.works())
        )
        found = self._connection.execute(query).scalar()
        if found is None:
            raise UnknownKeyError("Deze versie is niet opgenomen.", value=key)
        return found

    def _work_id(self, key: str) -> int:
        query = select(work.c.id).where(work.c.key == key, self._visibility.works())
        found = self._connection.execute(query).scalar()
        if found is None:
            raise UnknownKeyError("Deze regeling is niet opgenomen.", value=key)
        return found

    def _next_sequence(self, work_id: int) -> int:
        last = select(func.max(expression.c.sequence)).where(expression.c.work_id == work_id)
        return (self._connection.execute(last).scalar() or 0) + 1

    def _set(self, expression_id: int, **columns: object) -> None:
        self._connection.execute(update(expression).where(expression.c.id == expression_id).values(**columns))


def _date_columns(dates: VersionDates) -> dict[str, object]:
    return {
        "in_force_on": dates.in_force_on,
        "as_known_on": dates.as_known_on,
        "document_date": dates.document_date,
        "certainty": dates.certainty,
    }
