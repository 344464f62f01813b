"""Files: the bytes of every source, kept for ever exactly as they came, called by their SHA-256."""

from collections.abc import Collection

from sqlalchemy import Connection, func, insert, select

from corpus.hashing import sha256 as sha256_of
from wetgeving.store.errors import UnknownKeyError
from wetgeving.store.packed import Packed
from wetgeving.store.schema import (
    expression,
    expression_key,
    expression_manifestation,
    is_current,
    manifestation,
    packed,
    work,
)
from wetgeving.store.visibility import Visibility


class Manifestations:
    """The files of one connection."""

    def __init__(self, connection: Connection, packed: Packed, visibility: Visibility) -> None:
        self._connection, self._packed, self._visibility = connection, packed, visibility

    def add(self, content: bytes, media_type: str, work_key: str) -> str:
        """Keep the bytes of a file, against the file before it of the same work; the same bytes are kept
        once."""
        sha256 = sha256_of(content)
        if self.find(sha256) is None:
            work_id = self._work_id(work_key)
            packed_id = self._packed.add(content, base_id=self._last(work_id, media_type))
            row = {"id": packed_id, "work_id": work_id, "media_type": media_type}
            self._connection.execute(insert(manifestation).values(row))
        return sha256

    def content(self, sha256: str) -> bytes:
        """The bytes with this SHA-256, which is checked."""
        found = self.find(sha256)
        if found is None or not (self._visibility.viewer.sees_all or self.known(sha256)):
            raise UnknownKeyError("Dit bestand is niet opgenomen.", value=f"sha256 {sha256}")
        return self._packed.read(found)

    def known(self, sha256: str) -> tuple[str, ...]:
        """The keys of the versions that carry this file, standing ones before withdrawn ones."""
        found = self.find(sha256)
        if found is None:
            return ()
        query = (
            select(expression_key.c.key)
            .join(expression, expression.c.id == expression_key.c.expression_id)
            .join(work, work.c.id == expression.c.work_id)
            .join(expression_manifestation, expression_manifestation.c.expression_id == expression.c.id)
            .where(is_current(), expression_manifestation.c.manifestation_id == found)
            .where(self._visibility.works())
            .order_by(expression.c.withdrawn.is_not(None), expression.c.id)
        )
        return tuple(dict.fromkeys(self._connection.execute(query).scalars()))

    def carried(self, digests: Collection[str]) -> frozenset[str]:
        """Which of these files carry a version that stands, asked in one question."""
        query = (
            select(packed.c.sha256)
            .join(expression_manifestation, expression_manifestation.c.manifestation_id == packed.c.id)
            .join(expression, expression.c.id == expression_manifestation.c.expression_id)
            .join(work, work.c.id == expression.c.work_id)
            .where(packed.c.sha256.in_([bytes.fromhex(digest) for digest in digests]))
            .where(expression.c.withdrawn.is_(None), self._visibility.works())
        )
        return frozenset(found.hex() for found in self._connection.execute(query).scalars())

    def find(self, sha256: str) -> int | None:
        """The row of a file, whoever may see it: the same bytes are kept once."""
        packed_id = self._packed.find(bytes.fromhex(sha256)) if _is_sha256(sha256) else None
        if packed_id is None:
            return None
        query = select(manifestation.c.id).where(manifestation.c.id == packed_id)
        return self._connection.execute(query).scalar()

    def _work_id(self, key: str) -> int:
        query = select(work.c.id).where(work.c.key == key, self._visibility.works())
        found = self._connection.execute(query).scalar()
        if found is None:
            raise UnknownKeyError("Deze regeling is niet opgenomen.", value=key)
        return found

    def _last(self, work_id: int, media_type: str) -> int | None:
        """The file to compare with: the newest of the work in the same form."""
        query = select(func.max(manifestation.c.id)).where(
            manifestation.c.work_id == work_id, manifestation.c.media_type == media_type
        )
        return self._connection.execute(query).scalar()


def _is_sha256(text: str) -> bool:
    return len(text) == 64 and all(sign in "0123456789abcdef" for sign in text)
