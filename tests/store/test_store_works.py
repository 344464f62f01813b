"""Works, dossiers, events, index tasks, and the removal of fictional works, on both databases."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from corpus.reading import Guessed, Identifier
from tests.store.fictional_law import NOW, WORK, GrowingLaw, add_with_file, article, attach, new_version
from wetgeving.store import Database, Store
from wetgeving.store.errors import (
    AmbiguousIdentifierError,
    NotFictionalError,
    StillDerivedFromError,
    TakenKeyError,
    UnknownKeyError,
)
from wetgeving.store.schema import metadata
from wetgeving.store.values import Dossier, Event, VersionDates, Work

FULL = Work(
    "TUIN",
    "bill",
    "Voorstel van wet op de tuinen",
    "Tuinwet",
    (Identifier("proef", "P-1"), Identifier("stuk", "99999")),
    ("VOORBEELD-1", "VOORBEELD-2"),
)


def test_a_work_comes_back_and_is_found_by_key_and_identifier(store: Store) -> None:
    store.works.add(FULL)
    assert store.works.find("TUIN") == FULL
    assert store.works.find("99999") == FULL
    assert store.works.find("tuin") is None
    assert store.works.all() == (FULL,)


def test_a_work_is_stored_once(store: Store) -> None:
    store.works.add(FULL)
    with pytest.raises(TakenKeyError):
        store.works.add(Work("TUIN", "act"))


def test_works_sort_by_code_point_on_both_databases(store: Store) -> None:
    for key in ("b", "A", "é", "B", "a-1", "a"):
        store.works.add(Work(key, "act"))
    assert [w.key for w in store.works.all()] == ["A", "B", "a", "a-1", "b", "é"]


def test_updating_completes_and_erases_nothing(store: Store) -> None:
    store.works.add(FULL)
    store.works.update(Work("TUIN", "act", short_title="Wet", identifiers=(Identifier("bwb", "X"),)))
    found = store.works.find("TUIN")
    assert found is not None
    assert (found.kind, found.title, found.short_title) == ("act", FULL.title, "Wet")
    assert found.identifiers == (Identifier("bwb", "X"), *FULL.identifiers)
    assert found.dossiers == FULL.dossiers
    with pytest.raises(UnknownKeyError):
        store.works.update(Work("NIETS", "act"))


def test_an_identifier_of_two_works_is_an_error_that_names_both(store: Store) -> None:
    store.works.add(FULL)
    store.works.add(Work("HEG", "act", identifiers=(Identifier("ander", "P-1"),)))
    with pytest.raises(AmbiguousIdentifierError, match="Kies uit: HEG, TUIN"):
        store.works.find("P-1")
    store.works.add(Work("P-1", "act"))
    assert store.works.find("P-1") == Work("P-1", "act")


def test_dossiers_are_stored_with_a_work_and_completed_later(store: Store) -> None:
    store.works.add(FULL)
    store.dossiers.add(Dossier("VOORBEELD-2", "Tuinen"))
    store.dossiers.add(Dossier("VOORBEELD-2"))
    store.dossiers.add(Dossier("33992 (R2034)", "Rijkswet"))
    assert store.dossiers.all() == (
        Dossier("33992 (R2034)", "Rijkswet"),
        Dossier("VOORBEELD-1"),
        Dossier("VOORBEELD-2", "Tuinen"),
    )
    assert store.dossiers.find("NIETS") is None


def test_what_is_real_never_becomes_fictional(store: Store) -> None:
    store.works.add(FULL)
    with pytest.raises(NotFictionalError):
        store.works.update(Work("TUIN", "bill", fictional=True))
    with pytest.raises(NotFictionalError):
        store.dossiers.add(Dossier("VOORBEELD-1", fictional=True))
    with pytest.raises(NotFictionalError):
        store.works.remove("TUIN")


def test_events_come_in_order_and_follow_a_version_through_its_keys(store: Store) -> None:
    store.works.add(WORK)
    first, second = f"{WORK.key}@a", f"{WORK.key}@b"
    store.versions.add(new_version(article(1, "Heg.")), first)
    added = Event(NOW, "added", WORK.key, first, "jurist", "opname", "bijzonderheid")
    corrected = Event(datetime(2020, 1, 1, tzinfo=UTC), "corrected", WORK.key, second, "jurist", "fout")
    of_work = Event(NOW, "noted", WORK.key, None, "jurist", "")
    for happened in (added, corrected, of_work):
        store.events.add(happened)
    store.versions.correct(first, dates=VersionDates(), stage="wet", new_key=second)
    assert store.events.of(WORK.key) == (added, corrected, of_work)
    assert store.events.of_version(first) == store.events.of_version(second) == (added, corrected)
    assert store.events.of("NIETS") == ()


@pytest.mark.parametrize(
    "change", ["UPDATE event SET reason = 'anders'", "DELETE FROM event", "TRUNCATE event"]
)
def test_the_database_refuses_to_change_events(database: Database, change: str) -> None:
    with database.transaction() as connection:
        Store(connection).events.add(Event(NOW, "added", "W", None, "jurist", "opname"))
    said = "append-only" if connection.dialect.name == "postgresql" or "TRUNCATE" not in change else "syntax"
    with pytest.raises(DBAPIError, match=said), database.transaction() as connection:
        connection.execute(text(change))
    with database.read() as connection:
        assert len(Store(connection).events.of("W")) == 1


def test_index_tasks_are_struck_out_one_by_one_and_ids_never_return(store: Store) -> None:
    for key in ("V@a", "V@b", "V@a"):
        store.index_tasks.add(key)
    pending = store.index_tasks.pending()
    assert [key for _, key in pending] == ["V@a", "V@b", "V@a"]
    store.index_tasks.done([task for task, _ in pending])
    assert store.index_tasks.pending() == ()
    store.index_tasks.add("V@a")
    assert store.index_tasks.pending()[0][0] > pending[-1][0]


def _row_counts(store: Store) -> dict[str, int]:
    tables = [t for t in metadata.tables.values() if t.name not in ("event", "audit")]
    connection = store.works._connection
    return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}


def _fill(store: Store, work: Work) -> list[str]:
    store.works.add(work)
    law, keys = GrowingLaw(articles=40, words=6), []
    for n in range(3):
        keys.append(f"{work.key}@{n}")
        guessed = (Guessed("kop", "", str(n)),)
        base = keys[0] if n else None
        new = new_version(*law.provisions(), work=work.key, guessed=guessed, derived_from=base)
        add_with_file(store, new, keys[-1])
        store.index_tasks.add(keys[-1])
        law.reword()
    store.events.add(Event(NOW, "added", work.key, keys[0], "jurist", "opname"))
    return keys


def test_removing_a_fictional_work_removes_all_but_its_events(store: Store) -> None:
    _fill(store, WORK)
    fictional = Work("DROOM", "act", identifiers=(Identifier("proef", "D"),), fictional=True)
    store.works.add(Work("STUB", "act"))
    store.versions.add(new_version(article(1, "Echt."), work="STUB"), "STUB@a")
    before = _row_counts(store)
    keys = _fill(store, fictional)
    assert store.works.remove("DROOM") == tuple(keys)
    assert _row_counts(store) == before
    assert store.works.find("DROOM") is None
    assert store.versions.find(keys[0]) is None
    assert len(store.events.of("DROOM")) == 1
    _fill(store, fictional)


def test_what_others_share_with_a_removed_work_stays_whole(store: Store) -> None:
    fictional = Work("DROOM", "act", fictional=True)
    keys = _fill(store, fictional)
    store.works.add(Work("NAZAAT", "act", fictional=True))
    provisions = store.versions.provisions(keys[2])
    shared = store.versions.find(keys[2])
    assert shared is not None
    store.versions.add(new_version(*provisions, work="NAZAAT"), "NAZAAT@a")
    attach(store, "NAZAAT@a", shared.sources[0].sha256)
    content = store.manifestations.content(shared.sources[0].sha256)
    store.works.remove("DROOM")
    assert store.versions.provisions("NAZAAT@a") == provisions
    assert store.manifestations.content(shared.sources[0].sha256) == content
    assert store.manifestations.known(shared.sources[0].sha256) == ("NAZAAT@a",)
    counts = _row_counts(store)
    assert (counts["expression"], counts["manifestation"], counts["packed"]) == (1, 1, 2)
    store.works.remove("NAZAAT")
    assert set(_row_counts(store).values()) == {0}


def test_a_work_that_others_derive_from_is_not_removed(store: Store) -> None:
    keys = _fill(store, Work("DROOM", "act", fictional=True))
    store.works.add(Work("NAZAAT", "act", fictional=True))
    store.versions.add(new_version(article(1, "x"), work="NAZAAT", derived_from=keys[0]), "NAZAAT@a")
    with pytest.raises(StillDerivedFromError, match="NAZAAT@a"):
        store.works.remove("DROOM")
    assert store.versions.provisions(keys[0])
