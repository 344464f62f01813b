"""The peers of the search: SQLite FTS5 and PostgreSQL's Dutch text search, on the same provisions.

Both get what they offer out of the box: BM25 with the heading weighing as heavily as ours, and Dutch stemming
where the engine has it. All words must occur; when no provision has them all, any of them may: a peer is not
made to fail on a question that is a sentence.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg

from tests.quality.known_items import Place, Text
from tests.store.private_postgresql import PrivatePostgresql

_WORD = re.compile(r"[\w:.]+")
MOST = 10


class Fts5:
    """SQLite's full-text table, as it comes: words folded, not stemmed; a quoted "6:7" is a phrase to it."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._places: list[Place] = [(t.act, t.eid) for t in texts]
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE p USING fts5(title, label, heading, body,"
            " tokenize='unicode61 remove_diacritics 2')"
        )
        rows = [(n, t.title, t.label, t.heading, t.text) for n, t in enumerate(texts)]
        self._connection.executemany(
            "INSERT INTO p(rowid, title, label, heading, body) VALUES (?,?,?,?,?)", rows
        )

    def places(self, question: str) -> list[Place]:
        """The first answers, best first."""
        words = [f'"{word}"' for word in _WORD.findall(question.lower())]
        return self._asked(" AND ".join(words)) or self._asked(" OR ".join(words))

    def _asked(self, match: str) -> list[Place]:
        ranked = "SELECT rowid FROM p WHERE p MATCH ? ORDER BY bm25(p, 1, 3, 3, 1) LIMIT ?"
        return [self._places[row] for (row,) in self._connection.execute(ranked, (match, MOST))]


class Postgresql:
    """PostgreSQL's text search in Dutch, ranked by cover density."""

    def __init__(self, connection: "psycopg.Connection[tuple[int]]", texts: Sequence[Text]) -> None:
        self._places: list[Place] = [(t.act, t.eid) for t in texts]
        self._connection = connection
        connection.execute("CREATE TABLE p (id int, v tsvector)")
        vector = (
            "setweight(to_tsvector('dutch', %s), 'A') || setweight(to_tsvector('dutch', %s), 'A')"
            " || setweight(to_tsvector('dutch', %s), 'B') || to_tsvector('dutch', %s)"
        )
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO p VALUES (%s, {vector})",  # type: ignore[arg-type]
                [(n, t.label, t.heading, t.title, t.text) for n, t in enumerate(texts)],
            )
        connection.execute("CREATE INDEX ON p USING gin(v)")

    def places(self, question: str) -> list[Place]:
        """The first answers, best first."""
        every = "plainto_tsquery('dutch', %s)"
        any_of = "CAST(replace(plainto_tsquery('dutch', %s)::text, '&', '|') AS tsquery)"
        return self._asked(every, question) or self._asked(any_of, question)

    def _asked(self, query: str, question: str) -> list[Place]:
        ranked = (
            f"SELECT id FROM p, {query} q WHERE v @@ q ORDER BY ts_rank_cd(v, q, 1) DESC, id LIMIT {MOST}"
        )
        rows = self._connection.execute(ranked, (question,))  # type: ignore[arg-type]
        return [self._places[row[0]] for row in rows]


@contextmanager
def postgresql(texts: Sequence[Text]) -> Iterator[Postgresql]:
    """A server of our own with these texts; `NoPostgresqlError` without one."""
    server = PrivatePostgresql()
    try:
        with psycopg.connect(server.url(server.new_database()), autocommit=True) as connection:
            yield Postgresql(connection, texts)
    finally:
        server.stop()
