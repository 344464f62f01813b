"""The token of what is committed: another after every commit of whatever process, the same without one."""

from sqlalchemy import insert

from wetgeving.store import Database
from wetgeving.store.schema import index_task


def test_it_stays_the_same_while_nothing_is_written(database: Database) -> None:
    before = database.state()
    with database.read():
        pass
    assert database.state() == before


def test_it_changes_with_a_commit_of_another_connection(database: Database) -> None:
    before = database.state()
    with database.transaction() as connection:
        connection.execute(insert(index_task).values(version="LAMP@a-1"))
    assert database.state() != before


def test_it_changes_with_a_commit_of_another_process(database: Database) -> None:
    before = database.state()
    other = Database(database._url.render_as_string(hide_password=False))
    with other.transaction() as connection:
        connection.execute(insert(index_task).values(version="LAMP@a-1"))
    other.dispose()
    assert database.state() != before


def test_every_token_of_a_series_of_commits_is_another(database: Database) -> None:
    seen = {database.state()}
    for number in range(5):
        with database.transaction() as connection:
            connection.execute(insert(index_task).values(version=f"LAMP@a-{number}"))
        seen.add(database.state())
    assert len(seen) == 6


def test_after_closing_it_can_be_asked_again(database: Database) -> None:
    before = database.state()
    database.dispose()
    with database.transaction() as connection:
        connection.execute(insert(index_task).values(version="LAMP@a-1"))
    assert database.state() != before
