"""The form of a row outside a database: a JSON list of values that mean the same on SQLite and PostgreSQL.

Bytes are base64, dates and times ISO 8601 (times in UTC). The type of each column stands beside the rows, so
that they can be checked, and put into a schema of their own revision, without the tables of that time.
"""

import base64
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, LargeBinary, Table, Text
from sqlalchemy.types import TypeEngine

from wetgeving.store.column_types import UtcTime
from wetgeving.store.errors import StoreError

_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}")


class ColumnKind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    BYTES = "bytes"
    DATE = "date"
    TIME = "time"


class BackupUnreadableError(StoreError):
    """A file is no backup, is damaged, or was altered."""

    code = "backup-unreadable"


@dataclass(frozen=True, slots=True)
class TableForm:
    """The name of a table and its columns in order, each with its kind."""

    name: str
    columns: tuple[tuple[str, ColumnKind], ...]

    def line(self, row: Sequence[Any]) -> bytes:
        """One row as a line of JSON."""
        values = [_neutral(value) for value in row]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"

    def row(self, line: bytes) -> dict[str, Any]:
        """The row of a line by column; `BackupUnreadableError` when it does not fit the columns."""
        try:
            values = json.loads(line)
            if not isinstance(values, list) or len(values) != len(self.columns):
                raise ValueError("een ander aantal kolommen")
            pairs = zip(self.columns, values, strict=True)
            return {name: _READ[kind](value) for (name, kind), value in pairs}
        except (ValueError, TypeError, RecursionError) as error:
            raise BackupUnreadableError(
                "Een rij van de reservekopie is onleesbaar.", value=str(error)[:200], where=self.name
            ) from error


def form_of(table: Table) -> TableForm:
    """The form of a table of this program."""
    return TableForm(table.name, tuple((column.name, _kind(column)) for column in table.columns))


def stated_form(name: object, columns: Iterable[tuple[Any, Any]]) -> TableForm:
    """The form that a backup states; only plain names and known kinds pass."""
    try:
        found = tuple((str(column), ColumnKind(kind)) for column, kind in columns)
    except (ValueError, TypeError) as error:
        raise BackupUnreadableError(
            "De reservekopie beschrijft een kolom verkeerd.", value=str(error)[:200]
        ) from error
    names = [str(name), *(column for column, _ in found)]
    wrong = next((n for n in names if not _NAME.fullmatch(n)), None)
    if wrong is not None or len(set(names[1:])) != len(found):
        raise BackupUnreadableError(
            "De reservekopie noemt een tabel of kolom verkeerd.", value=str(wrong)[:100]
        )
    return TableForm(names[0], found)


def column_type(kind: ColumnKind) -> TypeEngine[Any]:
    """The type with which values of a kind are stored."""
    return _TYPES[kind]


def _kind(column: Column[Any]) -> ColumnKind:
    known = {UtcTime: ColumnKind.TIME, LargeBinary: ColumnKind.BYTES, Boolean: ColumnKind.BOOLEAN}
    known |= {Date: ColumnKind.DATE, Integer: ColumnKind.INTEGER, Text: ColumnKind.TEXT}
    return next(kind for type_, kind in known.items() if isinstance(column.type, type_))


def _neutral(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


def _text(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError("een tekst is geen tekst")
    return value


def _integer(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 1 << 63:
        raise ValueError("een getal is geen getal van 64 bits")
    return value


def _boolean(value: object) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise ValueError("een ja of nee is geen van beide")
    return value


def _bytes(value: object) -> bytes | None:
    text = _text(value)
    return None if text is None else base64.b64decode(text, validate=True)


def _date(value: object) -> date | None:
    text = _text(value)
    return None if text is None else date.fromisoformat(text)


def _time(value: object) -> datetime | None:
    text = _text(value)
    time = None if text is None else datetime.fromisoformat(text)
    if time is not None and time.tzinfo is None:
        raise ValueError("een tijdstip zonder tijdzone")
    return time


_READ = {
    ColumnKind.TEXT: _text,
    ColumnKind.INTEGER: _integer,
    ColumnKind.BOOLEAN: _boolean,
    ColumnKind.BYTES: _bytes,
    ColumnKind.DATE: _date,
    ColumnKind.TIME: _time,
}
_TYPES: dict[ColumnKind, TypeEngine[Any]] = {
    ColumnKind.TEXT: Text(),
    ColumnKind.INTEGER: BigInteger(),
    ColumnKind.BOOLEAN: Boolean(),
    ColumnKind.BYTES: LargeBinary(),
    ColumnKind.DATE: Date(),
    ColumnKind.TIME: UtcTime(),
}
