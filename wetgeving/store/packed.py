"""Bytes stored once, compressed, each against an earlier one of the same chain where that is worth its
while.

Used for files, trees and accounts alike; it does not know what the bytes mean. Written content is read back
and compared before it counts as stored; read content must have the SHA-256 it is called by.
"""

import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Column, Connection, delete, insert, literal, select, update

from wetgeving.store import frames
from wetgeving.store.errors import CorruptContentError
from wetgeving.store.schema import expression, manifestation, packed

MAX_DEPTH = 128
_MAX_CHAIN_BYTES = 50_000_000


class Packed:
    """The packed contents of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, content: bytes, *, base_id: int | None = None) -> int:
        """Store bytes, against the content of `base_id` when its chain is short; the row that holds them."""
        sha256 = hashlib.sha256(content).digest()
        known = self.find(sha256)
        if known is not None:
            return known
        base_id, depth = self._usable_base(base_id, len(content))
        row = self._frame(content, base_id)
        statement = insert(packed).values(sha256=sha256, byte_count=len(content), depth=depth, **row)
        return self._connection.execute(statement.returning(packed.c.id)).scalar_one()

    def find(self, sha256: bytes) -> int | None:
        """The row of the content with this SHA-256."""
        return self._connection.execute(select(packed.c.id).where(packed.c.sha256 == sha256)).scalar()

    def read(self, packed_id: int, *, base: bytes | None = None) -> bytes:
        """The bytes, exactly as stored; `CorruptContentError` when they no longer are.

        `base` is the content it rests on, when the caller has that at hand.
        """
        content = base
        sha256 = b""
        chain = self._chain(packed_id) if base is None else self._link(packed_id)
        for frame, byte_count, sha256 in chain:  # noqa: B007
            content = frames.decompress(frame, byte_count, content)
        if content is None or hashlib.sha256(content).digest() != sha256:
            raise CorruptContentError(
                "Bewaarde bytes zijn niet meer wat ze waren.",
                value=f"sha256 {sha256.hex()}",
                where=f"packed {packed_id}",
                remedy="Zet een reservekopie van de databank terug.",
            )
        return content

    def prune(self, packed_id: int | None) -> None:
        """Delete a content that nothing refers to or rests on, and then what it rested on alone."""
        while packed_id is not None and not self._referred([packed_id]) and not self._resting_on([packed_id]):
            base_id = select(packed.c.base_id).where(packed.c.id == packed_id)
            above = self._connection.execute(base_id).scalar_one()
            self._connection.execute(delete(packed).where(packed.c.id == packed_id))
            packed_id = above

    def purge(self, packed_ids: Iterable[int]) -> None:
        """Delete contents nothing refers to, and their bases; what rests on them is first made whole."""
        reached = self._with_bases(packed_ids)
        doomed = sorted(reached - self._referred(reached), reverse=True)
        for survivor in sorted(self._resting_on(doomed) - set(doomed)):
            row = self._frame(self.read(survivor), None)
            self._connection.execute(update(packed).where(packed.c.id == survivor).values(depth=0, **row))
        for packed_id in doomed:
            self._connection.execute(delete(packed).where(packed.c.id == packed_id))

    def _usable_base(self, base_id: int | None, byte_count: int) -> tuple[int | None, int]:
        """The base and the depth: a chain is cut where reading it would take too many steps or bytes."""
        if base_id is None:
            return None, 0
        found = select(packed.c.depth, packed.c.byte_count).where(packed.c.id == base_id)
        depth, base_bytes = self._connection.execute(found).one()
        longest = max(byte_count, base_bytes)
        if depth >= MAX_DEPTH or (depth + 2) * longest > _MAX_CHAIN_BYTES:
            return None, 0
        return base_id, depth + 1

    def _frame(self, content: bytes, base_id: int | None) -> dict[str, object]:
        base = None if base_id is None else self.read(base_id)
        frame = frames.compress(content, base)
        if frames.decompress(frame, len(content), base) != content:
            what = "Gecomprimeerde bytes zijn niet gelijk aan het origineel."
            raise CorruptContentError(what, value=f"sha256 {hashlib.sha256(content).hexdigest()}")
        return {"base_id": base_id, "frame": frame}

    def _chain(self, packed_id: int) -> Sequence[tuple[bytes, int, bytes]]:
        """Frame, length and SHA-256 of a content and all it rests on, the whole frame first."""
        chain = (
            select(packed.c.id, packed.c.base_id, literal(0).label("step"))
            .where(packed.c.id == packed_id)
            .cte("chain", recursive=True)
        )
        chain = chain.union_all(
            select(packed.c.id, packed.c.base_id, chain.c.step + 1).where(packed.c.id == chain.c.base_id)
        )
        found = (
            select(packed.c.frame, packed.c.byte_count, packed.c.sha256)
            .join(chain, chain.c.id == packed.c.id)
            .order_by(chain.c.step.desc())
        )
        return [(row[0], row[1], row[2]) for row in self._connection.execute(found)]

    def _link(self, packed_id: int) -> Sequence[tuple[bytes, int, bytes]]:
        """Only the last step of a chain."""
        query = select(packed.c.frame, packed.c.byte_count, packed.c.sha256).where(packed.c.id == packed_id)
        return [(row[0], row[1], row[2]) for row in self._connection.execute(query)]

    def _with_bases(self, packed_ids: Iterable[int]) -> set[int]:
        reached: set[int] = set()
        new = set(packed_ids)
        while new:
            reached |= new
            bases = select(packed.c.base_id).where(packed.c.id.in_(new), packed.c.base_id.is_not(None))
            new = {base for base in self._connection.execute(bases).scalars() if base is not None} - reached
        return reached

    def _referred(self, packed_ids: Iterable[int]) -> set[int]:
        wanted = list(packed_ids)
        columns: tuple[Column[int] | Column[int | None], ...]
        columns = (expression.c.tree_id, expression.c.account_id, manifestation.c.id)
        queries = [select(column).where(column.in_(wanted)) for column in columns]
        found = (self._connection.execute(query).scalars() for query in queries)
        return {number for numbers in found for number in numbers if number is not None}

    def _resting_on(self, packed_ids: Iterable[int]) -> set[int]:
        query = select(packed.c.id).where(packed.c.base_id.in_(list(packed_ids)))
        return set(self._connection.execute(query).scalars())
