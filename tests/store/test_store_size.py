"""Storage grows with what changes: a hundred versions take little more room than one. Half a minute.

The empty tables of an installation (80 kB) weigh in the bound for the whole database: a law much under 74 kB
misses it.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.fictional_law import NOW, WORK, GrowingLaw, add_with_file, new_version, text_bytes
from wetgeving.store import Database, Store
from wetgeving.store.values import Event

VERSIONS = 100


@pytest.mark.parametrize(
    ("articles", "words", "change", "most"),
    [
        (600, 20, GrowingLaw.reword, 4.5),
        (600, 20, GrowingLaw.rewrite, 5.0),
        (240, 20, GrowingLaw.reword, 5.7),
        (240, 20, GrowingLaw.rewrite, 6.0),
    ],
    ids=["180-kb-reworded", "180-kb-rewritten", "74-kb-reworded", "74-kb-rewritten"],
)
def test_a_hundred_versions_with_their_files_stay_within_the_contract(
    tmp_path: Path, articles: int, words: int, change: Callable[[GrowingLaw], None], most: float
) -> None:
    law = GrowingLaw(articles=articles, words=words)
    one = text_bytes(law.provisions())
    database = Database(f"sqlite:///{tmp_path / 'wetgeving.db'}")
    database.migrate()
    with database.transaction() as connection:
        Store(connection).works.add(WORK)
    for n in range(VERSIONS):
        with database.transaction() as connection:
            _take_in(Store(connection), law, f"{WORK.key}@wet-{n}")
        change(law)
    database.dispose()
    assert _stored_text(tmp_path / "wetgeving.db") <= 3 * one
    assert (tmp_path / "wetgeving.db").stat().st_size <= most * one


def test_the_files_of_a_hundred_versions_come_back(tmp_path: Path) -> None:
    law = GrowingLaw(articles=40, words=17)
    database = Database(f"sqlite:///{tmp_path / 'wetgeving.db'}")
    database.migrate()
    expected = {}
    with database.transaction() as connection:
        store = Store(connection)
        store.works.add(WORK)
        for n in range(VERSIONS):
            expected[f"V@{n}"] = law.provisions()
            _take_in(store, law, f"V@{n}")
            law.rewrite()
    with database.read() as connection:
        store = Store(connection)
        assert {key: store.versions.provisions(key) for key in expected} == expected
    database.dispose()


def _take_in(store: Store, law: GrowingLaw, key: str) -> None:
    """As the services do: a version, its file, an event and an index task that is dealt with."""
    origin = f"https://voorbeeld.invalid/tuinen/{key}"
    add_with_file(store, new_version(*law.provisions(), reason="opname"), key, origin=origin)
    store.events.add(Event(NOW, "added", WORK.key, key, "jurist", "opname"))
    store.index_tasks.add(key)
    store.index_tasks.done([task for task, _ in store.index_tasks.pending()])


def _stored_text(file: Path) -> int:
    connection = sqlite3.connect(file)
    total = connection.execute("SELECT sum(length(CAST(text AS BLOB))) FROM provision_text").fetchone()[0]
    connection.close()
    return int(total)
