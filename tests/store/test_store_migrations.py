"""The schema grows by scripts: they build what the tables say, and data survives every step."""

from importlib.resources import files

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from wetgeving.store import Database, Store
from wetgeving.store.revisions import HEAD, REVISIONS
from wetgeving.store.schema import metadata

# Rows as they were when a revision was the newest; a new revision must say here what its rows look like.
ROWS_AT = {
    "0001": (
        "INSERT INTO dossier (id, number, title, fictional) VALUES (1, 'VOORBEELD-1', 'Tuinen', true)",
        "INSERT INTO work (id, key, kind, title, short_title, fictional)"
        " VALUES (1, 'W', 'act', 'T', 'K', true)",
        "INSERT INTO work_identifier (work_id, scheme, value) VALUES (1, 'proef', 'P1')",
        "INSERT INTO work_dossier (work_id, dossier_id) VALUES (1, 1)",
        "INSERT INTO event (at, kind, work, version, actor, reason, detail)"
        " VALUES ('2026-03-01T12:00:00.000000+00:00', 'added', 'W', NULL, 'a', 'r', 'd')",
        "INSERT INTO index_task (version) VALUES ('W@voorstel-unknown')",
    ),
    "0002": (
        "INSERT INTO dossier (id, number, title, fictional, closed)"
        " VALUES (1, 'VOORBEELD-1', 'Tuinen', true, true)",
        "INSERT INTO dossier_entry (dossier_id, part, key, position, content)"
        " VALUES (1, 'event', 'e1', 0, '{}')",
        "INSERT INTO work (id, key, kind, title, short_title, fictional)"
        " VALUES (1, 'W', 'act', 'T', 'K', true)",
        "INSERT INTO work_identifier (work_id, scheme, value) VALUES (1, 'proef', 'P1')",
        "INSERT INTO work_dossier (work_id, dossier_id) VALUES (1, 1)",
        "INSERT INTO event (at, kind, work, version, actor, reason, detail)"
        " VALUES ('2026-03-01T12:00:00.000000+00:00', 'added', 'W', NULL, 'a', 'r', 'd')",
        "INSERT INTO index_task (version) VALUES ('W@voorstel-unknown')",
        "INSERT INTO person (id, name, role, failed_attempts, created_at, disabled)"
        " VALUES (1, 'a', 'editor', 0, '2026-03-01T12:00:00.000000+00:00', false)",
        "INSERT INTO dossier_member (dossier_id, person_id) VALUES (1, 1)",
    ),
}
ROWS_AT["0003"] = ROWS_AT["0002"]  # judgements came; test_store_judgements.py holds what their rows look like
ROWS_AT["0004"] = ROWS_AT["0003"]  # references came, which are derived
ROWS_AT["0005"] = ROWS_AT["0004"]  # test_store_transposition.py holds what those rows look like


def test_the_list_of_revisions_is_that_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(files("wetgeving.store") / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(s.revision for s in scripts.walk_revisions())[::-1] == REVISIONS
    assert scripts.get_current_head() == HEAD
    assert tuple(ROWS_AT) == REVISIONS


def test_the_migrated_schema_is_that_of_the_tables(empty_url: str) -> None:
    database = Database(empty_url)
    database.migrate()
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.dispose()


def test_constraints_bear_the_same_names_as_the_tables_say(empty_url: str) -> None:
    database = Database(empty_url)
    database.migrate()
    with database.read() as connection:
        if connection.dialect.name == "sqlite":
            rows = connection.execute(text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))
            schema = " ".join(rows.scalars())
        else:
            rows = connection.execute(text("SELECT conname FROM pg_constraint"))
            schema = " ".join(rows.scalars())
    named = {str(c.name) for t in metadata.tables.values() for c in t.constraints}
    if connection.dialect.name == "sqlite":
        named.remove("pk_index_task")  # SQLite has no syntax to name an AUTOINCREMENT key
    assert {name for name in named if name not in schema} == set()
    database.dispose()


@pytest.mark.parametrize("revision", REVISIONS)
def test_data_of_an_earlier_revision_survives(empty_url: str, revision: str) -> None:
    database = Database(empty_url)
    database.migrate(to=revision)
    assert database.revision() == revision
    with database._writing() as connection:
        for row in ROWS_AT[revision]:
            connection.execute(text(row))
    database.migrate()
    assert database.revision() == HEAD
    with database.read() as connection:
        store = Store(connection)
        work = store.works.find("P1")
        assert work is not None
        assert (work.key, work.dossiers, work.short_title) == ("W", ("VOORBEELD-1",), "K")
        assert [e.at.isoformat() for e in store.events.of("W")] == ["2026-03-01T12:00:00+00:00"]
        assert store.index_tasks.pending() == ((1, "W@voorstel-unknown"),)
    database.dispose()


def test_a_migration_that_fails_leaves_the_database_as_it_was(empty_url: str) -> None:
    database = Database(empty_url)
    with database._writing() as connection:
        connection.execute(text("CREATE TABLE index_task (name TEXT)"))
    with pytest.raises(Exception, match="index_task"):
        database.migrate()
    assert database.revision() is None
    with database._writing() as connection:
        connection.execute(text("DROP TABLE index_task"))
    database.migrate()
    assert database.revision() == HEAD
    database.dispose()
