"""Judgements are added and read, never changed; they go with a text that is removed, and only then."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.store.fictional_law import NOW, WORK, article, new_version
from wetgeving.store import Database, Store
from wetgeving.store.errors import UnknownKeyError
from wetgeving.store.judgements import Judgement, NewJudgement
from wetgeving.store.values import Dossier, Work
from wetgeving.store.viewer import ANYONE, Role, Viewer

OLD, NEW = f"{WORK.key}@voorstel-2026-01-01", f"{WORK.key}@voorstel-2026-01-02"
SAID = NewJudgement(NOW, "jurist", "concordance", NEW, "art_1>art_2", {"new": ["art_2"]}, "omgezet", OLD)


def two_versions(store: Store) -> None:
    store.works.add(WORK)
    store.versions.add(new_version(article(1, "Een tuin is groen."), day=1), OLD)
    store.versions.add(new_version(article(2, "Een tuin is groen."), day=2, derived_from=OLD), NEW)


def test_what_was_said_comes_back_oldest_first(store: Store) -> None:
    two_versions(store)
    store.judgements.add(SAID)
    store.judgements.add(NewJudgement(NOW, "ander", "concordance", NEW, "s", {"gone": True}, beside=OLD))
    store.judgements.add(NewJudgement(NOW, "ander", "opvolging", NEW, "3", {"outcome": "deels"}))
    first, second = store.judgements.of("concordance", NEW, beside=OLD)
    assert first == Judgement(
        NOW, "jurist", "concordance", NEW, "art_1>art_2", {"new": ["art_2"]}, "omgezet", OLD, first.id
    )
    assert (second.actor, second.content, second.id > first.id) == ("ander", {"gone": True}, True)
    assert [j.subject for j in store.judgements.of("opvolging", NEW)] == ["3"]
    assert store.judgements.of("concordance", OLD, beside=NEW) == ()


def test_a_former_key_finds_them_and_they_bear_the_present_one(store: Store) -> None:
    two_versions(store)
    store.judgements.add(SAID)
    version = store.versions.find(NEW)
    assert version is not None
    store.versions.correct(NEW, dates=version.dates, stage="nader", new_key=f"{WORK.key}@nader-2026-01-02")
    (said,) = store.judgements.of("concordance", NEW, beside=OLD)
    assert said.version == f"{WORK.key}@nader-2026-01-02"


def test_a_version_that_is_not_stored_cannot_be_judged(store: Store) -> None:
    two_versions(store)
    with pytest.raises(UnknownKeyError, match="niet opgenomen"):
        store.judgements.add(NewJudgement(NOW, "a", "concordance", "X@y", "s", {}))


def test_the_database_refuses_to_change_one(database: Database) -> None:
    with database.transaction() as connection:
        store = Store(connection)
        two_versions(store)
        store.judgements.add(SAID)
    with pytest.raises(DBAPIError, match="never changed"), database.transaction() as connection:
        connection.execute(text("UPDATE judgement SET actor = 'een ander'"))


@pytest.mark.parametrize("removed", [OLD, NEW])
def test_it_goes_with_either_text_that_is_removed(database: Database, removed: str) -> None:
    with database.transaction() as connection:
        store = Store(connection)
        two_versions(store)
        store.judgements.add(SAID)
        store.tombstones.bury(removed, at=NOW, actor="a", reason="op last")
    with database.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM judgement")).scalar_one() == 0


def test_who_does_not_see_a_text_sees_nothing_said_of_it(database: Database) -> None:
    with database.transaction() as connection:
        store = Store(connection)
        store.dossiers.add(Dossier("DICHT-1", "Dicht"))
        store.works.add(Work("DICHT", "act", "Dicht", "", (), ("DICHT-1",)))
        store.versions.add(new_version(article(1, "Een."), work="DICHT"), "DICHT@a")
        store.judgements.add(NewJudgement(NOW, "lid", "opvolging", "DICHT@a", "1", {}))
        store.people.set_closed("DICHT-1", closed=True)
    member = Viewer("lid", Role.READER, frozenset({"DICHT-1"}))
    with database.read() as connection:
        assert len(Store(connection, member).judgements.of("opvolging", "DICHT@a")) == 1
        with pytest.raises(UnknownKeyError):
            Store(connection, ANYONE).judgements.of("opvolging", "DICHT@a")
