"""Column types that behave the same on SQLite and PostgreSQL.

Keys sort by code point on both (collation C), times are UTC and aware on both, row ids have 64 bits on both.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from wetgeving.store.errors import NaiveTimeError

ROW_ID = BigInteger().with_variant(Integer(), "sqlite")
KEY = Text().with_variant(Text(collation="C"), "postgresql")


class UtcTime(TypeDecorator[datetime]):
    """An aware time, kept in UTC: ISO 8601 text on SQLite, `timestamptz` on PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite has no type for time; text in one fixed width sorts as time."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        """Refuse a time without a zone: guessing one would move it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveTimeError("Een tijdstip zonder tijdzone wordt niet bewaard.", value=value.isoformat())
        utc = value.astimezone(UTC)
        return utc.isoformat(timespec="microseconds") if dialect.name == "sqlite" else utc

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give the time back in UTC, whatever the zone of the session is."""
        if value is None:
            return None
        return (datetime.fromisoformat(value) if isinstance(value, str) else _aware(value)).astimezone(UTC)


def _aware(value: object) -> datetime:
    assert isinstance(value, datetime)
    return value
