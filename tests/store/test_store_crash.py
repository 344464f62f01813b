"""A process that dies while it adds versions leaves every version whole or absent. About ten seconds."""

import sqlite3
import subprocess
import sys
from pathlib import Path

from corpus.hashing import text_hash, tree_hash
from tests.store.fictional_law import WORK
from wetgeving.store import Database, Store

REPOSITORY = Path(__file__).parents[2]
DRIVER = "tests.store.crash_driver"
KILLS = 50


def test_after_fifty_kills_every_version_is_whole_or_absent(tmp_path: Path) -> None:
    file = tmp_path / "wetgeving.db"
    url = f"sqlite:///{file}"
    database = Database(url)
    database.migrate()
    with database.transaction() as connection:
        Store(connection).works.add(WORK)
    database.dispose()
    done = subprocess.run(
        [sys.executable, "-m", DRIVER, url, str(KILLS)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == str(KILLS), done.stderr
    _check_file(file)
    with database.read() as connection:
        _check_versions(Store(connection))
    database.dispose()


def _check_file(file: Path) -> None:
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def _check_versions(store: Store) -> None:
    versions = store.versions.of(WORK.key)
    assert len(versions) > KILLS, "de kinderen kwamen niet aan schrijven toe"
    assert [v.version for v in versions] == [f"V@{n}" for n in range(len(versions))]
    assert [key for _, key in store.index_tasks.pending()] == [v.version for v in versions]
    for version in versions:
        provisions = store.versions.provisions(version.version)
        assert (text_hash(provisions), tree_hash(provisions)) == (version.text_hash, version.tree_hash)
        (source,) = version.sources
        assert len(store.manifestations.content(source.sha256)) == source.byte_count
