"""A removed text is in no row and in no file of the database, on both; what rested on its bytes is whole."""

from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.store.fictional_law import NOW, WORK, GrowingLaw, add_with_file, article, new_version
from wetgeving.store import Database, Store
from wetgeving.store.errors import TakenKeyError, UnknownKeyError
from wetgeving.store.packed import Packed
from wetgeving.store.schema import metadata, packed, provision_text

SECRET = "Wobbelsma"
KEY = f"{WORK.key}@voorstel-2026-01-10"


def fill(database: Database, *, before: int = 3, after: int = 3) -> GrowingLaw:
    """Versions around one with a secret in it, the files and trees of the later ones stored against it."""
    law = GrowingLaw(articles=40, words=12)
    with database.transaction() as connection:
        store = Store(connection)
        store.works.add(WORK)
        for day in range(10 - before, 11 + after):
            extra = (article(99, f"De heer {SECRET} houdt toezicht."),) if day == 10 else ()
            add_with_file(
                store,
                new_version(*law.provisions(), *extra, day=day),
                f"{WORK.key}@voorstel-2026-01-{day:02}",
            )
            law.reword()
    return law


def bury(database: Database) -> None:
    with database.transaction() as connection:
        Store(connection).tombstones.bury(KEY, at=NOW, actor="a", reason="op last")


def rows_with(database: Database, word: str) -> list[str]:
    """The tables that hold a word, in a column or in what is packed there."""
    with database.read() as connection:
        found = {
            table.name
            for table in metadata.sorted_tables
            for row in connection.execute(select(table))
            if word in str(tuple(row))
        }
        ids = connection.execute(select(packed.c.id)).scalars().all()
        if any(word.encode() in Packed(connection).read(number) for number in ids):
            found.add("packed")
        return sorted(found)


def files_with(database: Database, word: str, folder: Path) -> list[Path]:
    """The files of tables and indexes (on PostgreSQL not its log) that hold a word."""
    if database._engine.dialect.name == "postgresql":
        with database._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("CHECKPOINT"))
            folder = Path(str(connection.execute(text("SHOW data_directory")).scalar_one())) / "base"
    return [p for p in sorted(folder.rglob("*")) if p.is_file() and word.encode() in p.read_bytes()]


def test_nothing_is_left_in_rows_or_files(database: Database, tmp_path: Path) -> None:
    fill(database)
    assert rows_with(database, SECRET) == ["packed", "provision_text"]
    assert files_with(database, SECRET, tmp_path)
    bury(database)
    assert rows_with(database, SECRET) == []
    assert database.erase_deleted() == ""
    assert files_with(database, SECRET, tmp_path) == []


@pytest.mark.parametrize(("before", "after"), [(0, 0), (0, 3), (3, 0), (3, 3)])
def test_every_other_version_and_file_is_as_it_was(database: Database, before: int, after: int) -> None:
    fill(database, before=before, after=after)
    with database.read() as connection:
        store = Store(connection)
        kept = [v for v in store.versions.of(WORK.key) if v.version != KEY]
        texts = [store.versions.provisions(v.version) for v in kept]
        files = [store.manifestations.content(v.sources[0].sha256) for v in kept]
    bury(database)
    with database.read() as connection:
        store = Store(connection)
        assert store.versions.of(WORK.key) == tuple(kept)
        assert [store.versions.provisions(v.version) for v in kept] == texts
        assert [store.manifestations.content(v.sources[0].sha256) for v in kept] == files
        used = {p.text for text_ in texts for root in text_ for p in root.walk()} - {""}
        assert set(connection.execute(select(provision_text.c.text)).scalars()) == used


def test_a_key_with_a_tombstone_is_given_to_no_other(database: Database) -> None:
    fill(database)
    bury(database)
    with database.transaction() as connection:
        store = Store(connection)
        assert KEY in store.versions.keys_like(WORK.key)
        with pytest.raises(TakenKeyError):
            store.versions.add(new_version(article(1, "Nieuw.")), KEY)
        with pytest.raises(UnknownKeyError):
            store.tombstones.bury(KEY, at=NOW, actor="a", reason="nog eens")


def test_a_tombstone_says_what_and_why_and_knows_the_file(database: Database) -> None:
    fill(database)
    with database.read() as connection:
        version = Store(connection).versions.find(KEY)
        assert version is not None
    bury(database)
    with database.read() as connection:
        store = Store(connection)
        (stone,) = store.tombstones.of_work(WORK.key)
        assert (stone.key, stone.work, stone.reason, stone.removed_at) == (KEY, WORK.key, "op last", NOW)
        assert store.tombstones.of_file(version.sources[0].sha256) == stone
        assert store.tombstones.of_file("0" * 64) is None
        assert store.tombstones.of_file("") is None
        assert [key for _, key in store.index_tasks.pending()] == [KEY]
