"""Opening, migrating, reading and writing, on both databases."""

import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.store.fictional_law import WORK, article, new_version
from wetgeving.store import Database, Store
from wetgeving.store.errors import (
    BusyDatabaseError,
    NewerDatabaseError,
    NotMigratedError,
    UnreachableDatabaseError,
    UnusableUrlError,
)
from wetgeving.store.values import Work


@pytest.mark.parametrize(
    "url",
    [
        "",
        "wetgeving.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:x?mode=memory",
        "mysql://server/db",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_by_name(url: str) -> None:
    with pytest.raises(UnusableUrlError) as error:
        Database(url)
    assert error.value.code == "unusable-url"
    assert "sqlite:////pad" in str(error.value)


def test_a_password_is_never_shown() -> None:
    database = Database("postgresql://user:geheim@localhost:1/none")
    with pytest.raises(UnreachableDatabaseError) as error:
        database.revision()
    assert "geheim" not in str(error.value)
    assert "localhost" in str(error.value)


def test_a_folder_that_does_not_exist_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UnreachableDatabaseError, match="niet bereikbaar"):
        Database(f"sqlite:///{tmp_path}/nergens/x.db").migrate()


def test_a_file_that_is_no_database_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("Artikel 1. Dit is geen databank." * 100)
    database = Database(f"sqlite:///{tmp_path}/x.db")
    with pytest.raises(UnreachableDatabaseError, match="geen databank"):
        database.migrate()
    database.dispose()


def test_a_database_of_a_newer_program_is_refused_and_left_alone(database: Database) -> None:
    with database.transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    again = Database(database._url.render_as_string(hide_password=False))
    with pytest.raises(NewerDatabaseError, match="revisie 9999"):
        again.migrate()
    with pytest.raises(NewerDatabaseError), again.read():
        pass
    assert again.revision() == "9999"
    again.dispose()


def test_a_database_that_was_not_migrated_is_refused(empty_url: str) -> None:
    database = Database(empty_url)
    with pytest.raises(NotMigratedError, match="migratie"), database.transaction():
        pass
    database.dispose()


def test_migrating_at_head_is_quick(database: Database) -> None:
    database.migrate()
    start = time.perf_counter()
    database.migrate()
    assert time.perf_counter() - start < 0.05


def test_an_error_in_the_block_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as connection:
            Store(connection).works.add(WORK)
            raise RuntimeError("halverwege")

    with pytest.raises(RuntimeError):
        fail()
    with database.read() as connection:
        assert Store(connection).works.all() == ()


def test_a_reading_connection_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"(?i)read.?only"), database.read() as connection:
        Store(connection).works.add(WORK)
    with database.transaction() as connection:
        Store(connection).works.add(WORK)


def test_a_reader_sees_the_old_state_while_a_writer_writes(database: Database) -> None:
    with database.transaction() as connection:
        Store(connection).works.add(WORK)
    with database.read() as reader:
        assert Store(reader).versions.of(WORK.key) == ()
        with database.transaction() as writer:
            Store(writer).versions.add(new_version(article(1, "Nieuw.")), "V@a")
            assert Store(reader).versions.of(WORK.key) == ()
        assert Store(reader).versions.of(WORK.key) == ()
    with database.read() as reader:
        assert [v.version for v in Store(reader).versions.of(WORK.key)] == ["V@a"]


def test_a_second_writer_waits_for_the_first(database: Database) -> None:
    seen: list[tuple[str, ...]] = []

    def second() -> None:
        with database.transaction() as connection:
            Store(connection).works.add(Work("B", "act"))
            seen.append(tuple(w.key for w in Store(connection).works.all()))

    thread = threading.Thread(target=second)
    with database.transaction() as connection:
        Store(connection).works.add(Work("A", "act"))
        thread.start()
        time.sleep(0.2)
        assert seen == []
    thread.join()
    assert seen == [("A", "B")]


def test_a_writer_that_waits_too_long_is_told_so(database: Database) -> None:
    other = Database(database._url.render_as_string(hide_password=False), busy_seconds=1)
    with database.transaction(), pytest.raises(BusyDatabaseError, match="dan 1 sec"), other.transaction():
        pass
    other.dispose()


def test_closing_folds_the_log_into_the_file(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'x.db'}")
    database.migrate()
    with database.transaction() as connection:
        Store(connection).works.add(WORK)
    database.dispose()
    assert [p.name for p in tmp_path.iterdir()] == ["x.db"]
