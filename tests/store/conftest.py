"""Every test of the store that asks for `database` or `store` runs on SQLite and on PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.private_postgresql import NoPostgresqlError, PrivatePostgresql
from wetgeving.store import Database, Store


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PrivatePostgresql]:
    """A server for this run; without one the tests are skipped, or fail where CI=1."""
    try:
        server = PrivatePostgresql()
    except NoPostgresqlError as error:
        absent = f"Geen PostgreSQL om mee te testen: {error}"
        if os.environ.get("CI") in ("1", "true"):
            pytest.fail(absent)
        pytest.skip(absent)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated_template(postgresql: PrivatePostgresql) -> str:
    """A PostgreSQL database at head, to copy."""
    name = postgresql.new_database()
    database = Database(postgresql.url(name))
    database.migrate()
    database.dispose()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'wetgeving.db'}"
    server: PrivatePostgresql = request.getfixturevalue("postgresql")
    return server.url(server.new_database())


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database at head."""
    if request.param == "sqlite":
        opened = Database(f"sqlite:///{tmp_path / 'wetgeving.db'}")
        opened.migrate()
    else:
        server: PrivatePostgresql = request.getfixturevalue("postgresql")
        template: str = request.getfixturevalue("migrated_template")
        opened = Database(server.url(server.new_database(template)))
    yield opened
    opened.dispose()


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    """A store in one transaction that is committed when the test succeeds."""
    with database.transaction() as connection:
        yield Store(connection)
