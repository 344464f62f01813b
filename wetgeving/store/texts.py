"""Texts of provisions, each stored once. A fingerprint finds candidates; only equal text is the same text.

Fictional texts are kept apart from real ones, so that they can be removed without asking every real version.
"""

import hashlib
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, delete, func, insert, select

from wetgeving.store.errors import CorruptContentError, UnstorableTextError
from wetgeving.store.schema import provision_text

NO_TEXT = 0
_AT_ONCE = 1000


class Texts:
    """The texts of one connection. Ids are given here: there is one writer at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, texts: Iterable[str], *, fictional: bool) -> dict[str, int]:
        """The id of every text; those not known yet are stored. The empty text is 0."""
        wanted = {text: fingerprint(text) for text in dict.fromkeys(texts) if text}
        ids = {"": NO_TEXT} | self._known(wanted, fictional=fictional)
        start = self._connection.execute(select(func.max(provision_text.c.id))).scalar() or NO_TEXT
        new = [text for text in wanted if text not in ids]
        ids |= {text: number for number, text in enumerate(new, start=start + 1)}
        rows = [
            {"id": ids[text], "fingerprint": wanted[text], "fictional": fictional, "text": text}
            for text in new
        ]
        if rows:
            self._connection.execute(insert(provision_text), rows)
        return ids

    def read(self, ids: Iterable[int]) -> dict[int, str]:
        """The texts with these ids; every one must be there."""
        wanted = sorted(set(ids) - {NO_TEXT})
        texts = {NO_TEXT: ""}
        for chunk in _chunks(wanted):
            query = select(provision_text.c.id, provision_text.c.text).where(provision_text.c.id.in_(chunk))
            texts.update((row[0], row[1]) for row in self._connection.execute(query))
        if len(texts) != len(wanted) + 1:
            raise CorruptContentError(
                "Teksten van bepalingen ontbreken in de databank.",
                value=", ".join(str(i) for i in wanted if i not in texts)[:200],
                remedy="Zet een reservekopie van de databank terug.",
            )
        return texts

    def remove(self, ids: Iterable[int]) -> None:
        """Delete texts; the caller knows that no version uses them."""
        for chunk in _chunks(sorted(set(ids) - {NO_TEXT})):
            self._connection.execute(delete(provision_text).where(provision_text.c.id.in_(chunk)))

    def _known(self, wanted: dict[str, int], *, fictional: bool) -> dict[str, int]:
        known: dict[str, int] = {}
        for chunk in _chunks(sorted(set(wanted.values()))):
            query = (
                select(provision_text.c.id, provision_text.c.text)
                .where(provision_text.c.fingerprint.in_(chunk), provision_text.c.fictional == fictional)
                .order_by(provision_text.c.id)
            )
            for number, text in self._connection.execute(query):
                if text in wanted:
                    known.setdefault(text, number)
        return known


def fingerprint(text: str) -> int:
    """The first 32 bits of the SHA-256 of a text, as a signed integer."""
    try:
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise unstorable(text) from error
    if "\0" in text:
        raise unstorable(text)
    return int.from_bytes(hashlib.sha256(encoded).digest()[:4], signed=True)


def unstorable(text: str) -> UnstorableTextError:
    """The error for a text that a database cannot hold as it is."""
    return UnstorableTextError(
        "De tekst bevat een teken dat geen databank kan bewaren (U+0000 of een half surrogaat).",
        value=ascii(text[:60]),
        remedy="Herstel het bronbestand.",
    )


def _chunks(values: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
