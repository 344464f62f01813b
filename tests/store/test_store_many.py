"""Many works: questions whose number and cost do not grow with what is stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from sqlalchemy import Connection, event

from tests.store.fictional_law import WORK, GrowingLaw, add_with_file, article, new_version
from wetgeving.store import Database, Store
from wetgeving.store.values import VersionDates, Work

MANY = 40
AT_ONCE = 1000


def _fill(store: Store) -> list[str]:
    digests = []
    for n in range(MANY):
        key = f"TUIN{n:02}"
        store.works.add(Work(key, "act", f"Wet op tuin {n}", "", (), (), fictional=WORK.fictional))
        for day in (1, 2):
            text = article(1, f"Tuin {n} op dag {day}.")
            digests.append(add_with_file(store, new_version(text, day=day, work=key), f"{key}@{day}"))
    store.versions.withdraw("TUIN00@2", "vergissing")
    return digests


@contextmanager
def _asked(connection: Connection) -> Iterator[list[tuple[str, object]]]:
    """The questions that are put to the database meanwhile."""
    questions: list[tuple[str, object]] = []

    def note(_c: object, _k: object, statement: str, parameters: object, *_: object) -> None:
        questions.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield questions
    finally:
        event.remove(connection, "before_cursor_execute", note)


def test_the_versions_of_all_works_come_in_two_questions(database: Database) -> None:
    with database.transaction() as connection:
        store = Store(connection)
        _fill(store)
        with _asked(connection) as questions:
            found = store.versions.by_work()
        assert len(questions) == 2
        assert len(found) == MANY
        assert found["TUIN01"] == store.versions.of("TUIN01")
        assert [v.version for v in found["TUIN00"]] == ["TUIN00@1"]


def test_which_files_are_carried_by_a_standing_version_is_one_question(database: Database) -> None:
    with database.transaction() as connection:
        store = Store(connection)
        digests = _fill(store)
        with _asked(connection) as questions:
            carried = store.manifestations.carried([*digests, "0" * 64])
        assert len(questions) == 1
        assert carried == set(digests) - {digests[1]}
        assert store.manifestations.carried([]) == frozenset()


def test_a_large_version_costs_about_as_many_questions_as_a_small_one(database: Database) -> None:
    with database.transaction() as connection:
        Store(connection).works.add(WORK)
        small, large = _cost(connection, 40, day=1), _cost(connection, 1640, day=2)
    assert large.provisions > 5000
    batches = large.provisions // AT_ONCE
    assert large.read <= small.read + batches
    assert large.stored <= small.stored + 2 * batches


class _Cost(NamedTuple):
    """How many provisions a version had, and how many questions it took to store and to read them."""

    provisions: int
    stored: int
    read: int


def _cost(connection: Connection, articles: int, *, day: int) -> _Cost:
    store, provisions = Store(connection), GrowingLaw(articles=articles, words=20).provisions()
    with _asked(connection) as storing:
        store.versions.add(new_version(*provisions, day=day), f"V@{day}")
    with _asked(connection) as reading:
        found = store.versions.provisions(f"V@{day}")
    assert found == provisions
    return _Cost(sum(1 for root in provisions for _ in root.walk()), len(storing), len(reading))


def test_finding_a_version_walks_through_no_table(database: Database) -> None:
    """On SQLite the index of current keys counts only when asked for in its own words."""
    with database.transaction() as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("PostgreSQL kiest zijn eigen weg naar gelang de tabel groot is.")
        store = Store(connection)
        digests = _fill(store)
        with _asked(connection) as questions:
            store.versions.find("TUIN07@1")
            store.manifestations.known("0" * 64)
            store.manifestations.known(digests[0])
            dates = VersionDates(None, None, None, "unknown")
            store.versions.same("TUIN07", "consolidated", "nl", dates, "0" * 64)
        for statement, parameters in questions:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
            scans = [row[3] for row in plan if row[3].startswith("SCAN")]
            assert scans == [], statement
