"""A backup is destroyed and restored: on both databases, from one to the other, from an older revision."""

import random
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import MetaData, func, insert, select, text

from corpus.reading import Dropped, Guessed, Identifier
from tests.store.fictional_law import NOW, WORK, GrowingLaw, add_with_file, article, attach, new_version
from tests.store.private_postgresql import PrivatePostgresql
from tests.store.test_store_migrations import ROWS_AT
from wetgeving.services.backup_file import write
from wetgeving.services.safekeeping import back_up, put_back
from wetgeving.store import Database, Store
from wetgeving.store.backup import NotEmptyError, kept_tables
from wetgeving.store.backup_form import TableForm, form_of
from wetgeving.store.people_schema import api_token, audit, dossier_member, person, session
from wetgeving.store.revisions import HEAD, REVISIONS
from wetgeving.store.schema import dossier, index_task, metadata
from wetgeving.store.values import Dossier, DossierEntry, Event, VersionDates, Work

MADE = datetime(2026, 4, 1, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A second database without tables, on either server: what remains after all was lost."""
    if request.param == "sqlite":
        opened = Database(f"sqlite:///{tmp_path / 'andere.db'}")
    else:
        server: PrivatePostgresql = request.getfixturevalue("postgresql")
        opened = Database(server.url(server.new_database()))
    yield opened
    opened.dispose()


def fill(database: Database) -> None:
    """Something of every kind, with texts that are stored as changes, and a number that was skipped."""
    law = GrowingLaw(articles=40, words=12)
    with database.transaction() as connection:
        store = Store(connection)
        store.dossiers.add(Dossier("VOORBEELD-1", "Tuinen", fictional=True, closed=True))
        entries = (DossierEntry("event", "e1", '{"wat":"ingediend é"}'), DossierEntry("paper", "p1", "{}"))
        store.dossiers.replace_entries("VOORBEELD-1", entries)
        store.works.add(Work(WORK.key, "act", WORK.title, "T", (Identifier("proef", "P"),), ("VOORBEELD-1",)))
        store.works.add(Work("LEEG", "bill"))
        for day in range(1, 6):
            new = new_version(*law.provisions(), article(900, "Dag \u2028 en\tnacht\n𝄞"), day=day)
            add_with_file(store, new, f"{WORK.key}@voorstel-2026-01-0{day}")
            law.reword()
        extra = new_version(
            article(1, "Een haag."),
            dates=VersionDates(None, date(2026, 2, 1)),
            dropped=(Dropped("voetregel", "blz. 1", 7),),
            guessed=(Guessed("soort", "", "uit de titel"),),
            derived_from=f"{WORK.key}@voorstel-2026-01-05",
        )
        add_with_file(store, extra, "VOORBEELD-1@advies-2026-02-01")
        attach(store, "VOORBEELD-1@advies-2026-02-01", _first_file(store), origin="elders")
        store.versions.withdraw(f"{WORK.key}@voorstel-2026-01-02", "dubbel")
        dates = VersionDates(date(2026, 1, 9), certainty="given")
        store.versions.correct(
            f"{WORK.key}@voorstel-2026-01-03",
            dates=dates,
            stage="voorstel",
            new_key=f"{WORK.key}@voorstel-2026-01-09",
        )
        store.events.add(Event(NOW, "added", WORK.key, None, "a", "r", "d"))
        store.index_tasks.add(f"{WORK.key}@voorstel-2026-01-05")
        store.tombstones.bury(f"{WORK.key}@voorstel-2026-01-04", at=NOW, actor="a", reason="op last")
        people = {"role": "editor", "failed_attempts": 0, "created_at": NOW, "disabled": False}
        connection.execute(insert(person).values(id=7, name="j", password_hash="scrypt:1", **people))
        connection.execute(
            insert(session).values(token_hash=b"\x01" * 32, person_id=7, created_at=NOW, expires_at=NOW)
        )
        token = {"label": "l", "role": "reader", "created_at": NOW, "expires_at": NOW}
        connection.execute(insert(api_token).values(token_hash=b"\x02" * 32, person_id=7, **token))
        of_number = select(dossier.c.id).scalar_subquery()
        connection.execute(insert(dossier_member).values(dossier_id=of_number, person_id=7))
        row = {"at": NOW, "actor": "j", "action": "ingest", "subject": "s", "before": "", "after": "{}"}
        connection.execute(insert(audit).values(row))


def _first_file(store: Store) -> str:
    version = store.versions.find(f"{WORK.key}@voorstel-2026-01-01")
    assert version is not None
    return version.sources[0].sha256


def everything(database: Database) -> dict[str, object]:
    """All that is stored, as the store gives it, and the rows of the tables it does not give yet."""
    with database.read() as connection:
        store = Store(connection)
        works = store.works.all()
        versions = [v for w in works for v in store.versions.of(w.key, include_withdrawn=True)]
        rows = (person, api_token, dossier_member, audit)
        return {
            "works": works,
            "versions": versions,
            "texts": {v.version: store.versions.provisions(v.version) for v in versions},
            "accounts": {v.version: store.versions.account(v.version) for v in versions},
            "files": {s.sha256: store.manifestations.content(s.sha256) for v in versions for s in v.sources},
            "keys": store.versions.keys_like(WORK.key),
            "dossiers": store.dossiers.all(),
            "entries": [store.dossiers.entries(d.number) for d in store.dossiers.all()],
            "events": [store.events.of(w.key) for w in works],
            "tombstones": store.tombstones.of_work(WORK.key),
            "rows": [
                connection.execute(select(t).order_by(*t.primary_key.columns)).mappings().all() for t in rows
            ],
        }


def members(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}


def test_what_was_destroyed_comes_back_on_either_database(
    database: Database, other: Database, tmp_path: Path
) -> None:
    fill(database)
    file, again = tmp_path / "kopie.zip", tmp_path / "kopie2.zip"
    before = everything(database)
    kept = back_up(database, file, made_at=MADE)
    restored = put_back(other, file)
    assert everything(other) == before
    assert restored.kept == kept
    back_up(other, again, made_at=MADE)
    assert members(again) == members(file)
    with other.transaction() as connection:
        assert connection.execute(select(func.count()).select_from(session)).scalar() == 0
        assert connection.execute(select(func.count()).select_from(index_task)).scalar() == 0


def test_a_restored_database_numbers_on_and_still_guards_its_events(
    database: Database, other: Database, tmp_path: Path
) -> None:
    fill(database)
    back_up(database, tmp_path / "k", made_at=MADE)
    put_back(other, tmp_path / "k")
    with other.transaction() as connection:
        store = Store(connection)
        add_with_file(
            store, new_version(article(1, "Een nieuwe heg."), day=20), f"{WORK.key}@voorstel-2026-01-20"
        )
        store.events.add(Event(NOW, "added", WORK.key, None, "a", "r"))
    with pytest.raises(Exception, match="append-only"), other.transaction() as connection:
        connection.execute(text("DELETE FROM event"))


def test_a_backup_is_one_state_while_a_writer_goes_on(database: Database, tmp_path: Path) -> None:
    fill(database)
    before = everything(database)
    stop, wrote = threading.Event(), []

    def write() -> None:
        while not stop.is_set():
            with database.transaction() as connection:
                day = len(wrote) + 1
                new = new_version(article(1, f"Nog een heg van {day}."), work="LEEG")
                add_with_file(Store(connection), new, f"LEEG@voorstel-{day}")
            wrote.append(day)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept = [back_up(database, tmp_path / f"k{n}", made_at=MADE) for n in range(3)]
    finally:
        stop.set()
        writer.join()
    assert wrote
    for one in kept:
        rows = dict(one.rows)
        assert rows["expression"] == rows["expression_key"] - 1  # one former key
        assert rows["expression_manifestation"] == rows["expression"] + 1
    put_back(database, tmp_path / "k0", replace=True)
    after = everything(database)
    assert after["dossiers"] == before["dossiers"]


def test_a_restore_refuses_a_database_that_holds_something(database: Database, tmp_path: Path) -> None:
    fill(database)
    back_up(database, tmp_path / "k", made_at=MADE)
    with database.transaction() as connection:
        Store(connection).works.add(Work("LATER", "act"))
    before = everything(database)
    with pytest.raises(NotEmptyError, match="--replace"):
        put_back(database, tmp_path / "k")
    assert everything(database) == before
    put_back(database, tmp_path / "k", replace=True)
    assert "LATER" not in [w.key for w in everything(database)["works"]]  # type: ignore[attr-defined]


def test_a_text_that_was_removed_after_the_backup_does_not_come_back(
    database: Database, tmp_path: Path
) -> None:
    fill(database)
    back_up(database, tmp_path / "k", made_at=MADE)
    key = f"{WORK.key}@voorstel-2026-01-05"
    with database.transaction() as connection:
        Store(connection).tombstones.bury(key, at=NOW, actor="a", reason="geheim")
    restored = put_back(database, tmp_path / "k", replace=True)
    assert restored.removed_again == (key,)
    with database.read() as connection:
        store = Store(connection)
        assert store.versions.find(key) is None
        stone = store.tombstones.find(key)
        assert stone is not None
        assert stone.reason == "geheim"


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_backup_of_an_older_revision_is_restored_and_then_migrated(
    empty_url: str, other: Database, tmp_path: Path, revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Database(empty_url)
    old.migrate(to=revision)
    with old._writing() as connection:
        for row in ROWS_AT[revision]:
            connection.execute(text(row))
    _back_up_as_then(old, tmp_path / "oud", revision)
    old.dispose()
    put_back(other, tmp_path / "oud")
    assert other.revision() == HEAD
    with other.read() as connection:
        store = Store(connection)
        work = store.works.find("P1")
        assert work is not None
        assert (work.key, work.dossiers, work.short_title) == ("W", ("VOORBEELD-1",), "K")
        assert [e.reason for e in store.events.of("W")] == ["r"]


def _back_up_as_then(database: Database, file: Path, revision: str) -> None:
    """A backup as the program of that revision would have written it: the tables and columns of its time."""

    with database._begun(database._reader()) as connection:
        then = MetaData()
        then.reflect(connection)
        tables = []
        for now in kept_tables():
            if now.name in then.tables:
                there = then.tables[now.name].c
                columns = [c for c in form_of(now).columns if c[0] in there]
                chosen = select(*(metadata.tables[now.name].c[name] for name, _ in columns))
                tables.append((TableForm(now.name, tuple(columns)), connection.execute(chosen).all()))
        with file.open("wb") as target:
            write(target, tables, revision=revision, made_at=MADE)


def test_memory_stays_that_of_the_largest_file(database: Database, tmp_path: Path) -> None:
    chance = random.Random(1)
    with database.transaction() as connection:
        store = Store(connection)
        store.works.add(WORK)
        for number in range(12):
            store.manifestations.add(chance.randbytes(1_000_000), f"application/{number}", WORK.key)
    assert _peak(lambda: back_up(database, tmp_path / "k", made_at=MADE)) < 8_000_000
    assert (tmp_path / "k").stat().st_size > 11_900_000
    assert _peak(lambda: put_back(database, tmp_path / "k", replace=True)) < 11_000_000


def _peak(act: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
