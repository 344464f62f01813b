"""The peers of `benchmarks.search`: SQLite FTS5 and PostgreSQL, each as it is meant to be used.

A page is what ours is: twenty hits with a snippet, the total, and the counts of all facets. Both count per
combination of facet values in one pass, as ours do, and both let heading and label weigh more. Neither
groups the versions of a provision.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.search_corpus import changed
from benchmarks.search_questions import Question
from indexer.document import FACETS, IndexDocument
from indexer.facets import combination
from tests.store.private_postgresql import PrivatePostgresql

PAGE = 20
_SEPARATOR = "\x1f"


class Combinations:
    """A number for each combination of facet values, and the counts per facet of some of them."""

    def __init__(self, documents: Sequence[IndexDocument]) -> None:
        self._numbers: dict[str, int] = {}
        self.borne = [self._numbers.setdefault(combination(d, FACETS), len(self._numbers)) for d in documents]
        self._values = [text.split(_SEPARATOR)[: len(FACETS)] for text in self._numbers]

    def total(self, counted: Sequence[tuple[int, int]]) -> int:
        """How many there are in all, after their facets have been counted."""
        facets: list[Counter[str]] = [Counter() for _ in FACETS]
        for number, times in counted:
            for facet, value in zip(facets, self._values[number], strict=True):
                facet[value] += times
        return facets[0].total()


class Fts5:
    """SQLite's full-text table in a file of its own: words folded, not stemmed."""

    name = "fts5"

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "fts5.sqlite", isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")

    def build(self, documents: Sequence[IndexDocument]) -> None:
        """Store and index all."""
        self._combinations = Combinations(documents)
        run = self._connection.execute
        run("CREATE VIRTUAL TABLE p USING fts5(id UNINDEXED, label, heading, body, tokenize='unicode61')")
        run("INSERT INTO p(p, rank) VALUES ('rank', 'bm25(0, 3, 3, 1)')")
        run("CREATE TABLE facts (id INTEGER PRIMARY KEY, kind TEXT, combination INTEGER)")
        run("BEGIN")
        rows = ((n, d.id, d.label, d.heading, d.text) for n, d in enumerate(documents))
        self._connection.executemany(
            "INSERT INTO p(rowid, id, label, heading, body) VALUES (?,?,?,?,?)", rows
        )
        facts = ((n, d.kind, self._combinations.borne[n]) for n, d in enumerate(documents))
        self._connection.executemany("INSERT INTO facts VALUES (?,?,?)", facts)
        run("COMMIT")

    def page(self, question: Question) -> int:
        """One page; the total."""
        chosen = self._where(question)
        self._all(
            f"SELECT p.id, label, heading, snippet(p, 3, '<mark>', '</mark>', '…', 35) {chosen[0]}"
            f" ORDER BY rank LIMIT {PAGE}",
            chosen[1],
        )
        joined, values = self._where(question, counting=True)
        return self._combinations.total(
            self._all(f"SELECT combination, count(*) {joined} GROUP BY combination", values)
        )

    def bare(self, question: Question) -> None:
        """The ids of the first twenty."""
        chosen, values = self._where(question)
        self._all(f"SELECT p.rowid {chosen} ORDER BY rank LIMIT {PAGE}", values)

    def update(self, documents: Sequence[tuple[int, IndexDocument]], word: str) -> int:
        """Give each document a word more; how many are then found by it."""
        run = self._connection.execute
        run("BEGIN")
        for n, document in documents:
            run("UPDATE p SET body = ? WHERE rowid = ?", (changed(document, word).text, n))
        run("COMMIT")
        return len(self._all("SELECT rowid FROM p WHERE p MATCH ?", [f'"{word}"']))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _where(self, question: Question, *, counting: bool = False) -> tuple[str, list[str]]:
        match = {
            "phrase": f'"{" ".join(question.words)}"',
            "prefix": f'"{question.words[0]}"*',
        }.get(question.name, " AND ".join(f'"{word}"' for word in question.words))
        facts = " JOIN facts ON facts.id = p.rowid" if counting or question.kind else ""
        kind = " AND facts.kind = ?" if question.kind else ""
        return f"FROM p{facts} WHERE p MATCH ?{kind}", [match, *filter(None, [question.kind])]

    def _all(self, query: str, values: Sequence[str]) -> list[tuple[int, int]]:
        return self._connection.execute(query, values).fetchall()


class Postgresql:
    """PostgreSQL's Dutch text search with its own ranking and headlines, settings as they come."""

    name = "postgresql"

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self._connection = connection

    def build(self, documents: Sequence[IndexDocument]) -> None:
        """Store and index all."""
        self._combinations = Combinations(documents)
        vector = (
            "setweight(to_tsvector('dutch', label), 'A') || setweight(to_tsvector('dutch', heading), 'A')"
            " || to_tsvector('dutch', body)"
        )
        self._connection.execute(
            "CREATE TABLE p (n int PRIMARY KEY, id text, kind text, combination int, label text,"
            f" heading text, body text, v tsvector GENERATED ALWAYS AS ({vector}) STORED)"
        )
        columns = "n, id, kind, combination, label, heading, body"
        with self._connection.cursor() as cursor, cursor.copy(f"COPY p ({columns}) FROM STDIN") as copy:
            for n, d in enumerate(documents):
                copy.write_row((n, d.id, d.kind, self._combinations.borne[n], d.label, d.heading, d.text))
        self._connection.execute("CREATE INDEX ON p USING gin(v)")
        self._connection.execute("VACUUM ANALYZE p")

    def page(self, question: Question) -> int:
        """One page; the total."""
        chosen, values = self._where(question)
        best = f"SELECT id, label, heading, body, q {chosen} ORDER BY ts_rank(v, q) DESC LIMIT {PAGE}"
        headline = "ts_headline('dutch', body, q, 'StartSel=<mark>, StopSel=</mark>, MaxWords=35')"
        self._all(f"SELECT id, label, heading, {headline} FROM ({best}) AS best", values)  # noqa: S608
        counted = self._all(f"SELECT combination, count(*) {chosen} GROUP BY combination", values)
        return self._combinations.total(counted)

    def bare(self, question: Question) -> None:
        """The ids of the first twenty."""
        chosen, values = self._where(question)
        self._all(f"SELECT n {chosen} ORDER BY ts_rank(v, q) DESC LIMIT {PAGE}", values)

    def update(self, documents: Sequence[tuple[int, IndexDocument]], word: str) -> int:
        """Give each document a word more; how many are then found by it."""
        with self._connection.transaction(), self._connection.cursor() as cursor:
            rows = [(changed(document, word).text, n) for n, document in documents]
            cursor.executemany("UPDATE p SET body = %s WHERE n = %s", rows)
        return len(self._all("SELECT n FROM p WHERE v @@ to_tsquery('simple', %s)", [word]))

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _where(self, question: Question) -> tuple[str, list[str]]:
        maker = {"phrase": "phraseto_tsquery('dutch', %s)", "prefix": "to_tsquery('simple', %s)"}.get(
            question.name, "plainto_tsquery('dutch', %s)"
        )
        row = f"{question.words[0]}:*" if question.name == "prefix" else " ".join(question.words)
        kind = " AND kind = %s" if question.kind else ""
        return f"FROM p, {maker} AS q WHERE v @@ q{kind}", [row, *filter(None, [question.kind])]

    def _all(self, query: str, values: Sequence[str]) -> list[tuple[int, int]]:
        return self._connection.execute(query, values).fetchall()


@contextmanager
def postgresql() -> Iterator[Postgresql]:
    """A server of our own; `NoPostgresqlError` without one."""
    server = PrivatePostgresql()
    try:
        with psycopg.connect(server.url(server.new_database()), autocommit=True) as connection:
            yield Postgresql(connection)
    finally:
        server.stop()
