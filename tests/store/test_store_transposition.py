"""What people say of transposition is added and read, never changed; it goes with what it quotes."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.store.fictional_law import NOW, WORK, article, new_version
from wetgeving.store import Database, Store
from wetgeving.store.transposition import CLAIM, REVIEW, Entry, NewEntry
from wetgeving.store.values import Dossier, Work
from wetgeving.store.viewer import ANYONE, Role, Viewer

VERSION = f"{WORK.key}@voorstel-2026-01-01"
ACT = "VOORBEELD-1-verordening"
SAID = NewEntry(
    at=NOW,
    actor="jurist",
    kind=REVIEW,
    act=ACT,
    claim="t-1",
    content={"verdict": "confirmed"},
    anchors=((ACT, ""), (WORK.key, VERSION)),
    note="nagegaan",
)


def filled(store: Store) -> None:
    store.works.add(WORK)
    store.versions.add(new_version(article(1, "Een tuin is groen."), day=1), VERSION)
    store.transpositions.add(SAID)


def test_what_was_said_comes_back_oldest_first(store: Store) -> None:
    filled(store)
    store.transpositions.add(NewEntry(NOW, "ander", CLAIM, ACT, "t-2", {}, ((ACT, ""),)))
    store.transpositions.add(NewEntry(NOW, "ander", CLAIM, "ELDERS", "t-3", {}, (("ELDERS", ""),)))
    first, second = store.transpositions.of_act(ACT)
    assert first == Entry(first.id, NOW, "jurist", REVIEW, ACT, "t-1", {"verdict": "confirmed"}, "nagegaan")
    assert (second.claim, second.id > first.id) == ("t-2", True)
    assert store.transpositions.latest((ACT,)) == second.id < store.transpositions.latest()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE transposition_entry SET actor = 'een ander'",
        "UPDATE transposition_anchor SET version = ''",
    ],
)
def test_the_database_refuses_to_change_one(database: Database, change: str) -> None:
    with database.transaction() as connection:
        filled(Store(connection))
    with pytest.raises(DBAPIError, match="never changed"), database.transaction() as connection:
        connection.execute(text(change))


def test_it_goes_with_a_text_that_is_removed_since_it_may_quote_it(database: Database) -> None:
    with database.transaction() as connection:
        store = Store(connection)
        filled(store)
        store.transpositions.add(NewEntry(NOW, "ander", CLAIM, ACT, "t-2", {}, ((WORK.key, ""),)))
        store.tombstones.bury(VERSION, at=NOW, actor="a", reason="op last")
    with database.read() as connection:
        assert [e.claim for e in Store(connection).transpositions.of_act(ACT)] == ["t-2"]


def test_who_does_not_see_a_work_sees_nothing_said_of_it(database: Database) -> None:
    with database.transaction() as connection:
        store = Store(connection)
        store.dossiers.add(Dossier("DICHT-1", "Dicht"))
        store.works.add(Work("DICHT", "act", "Dicht", "", (), ("DICHT-1",)))
        store.transpositions.add(NewEntry(NOW, "lid", REVIEW, ACT, "t-1", {}, ((ACT, ""), ("DICHT", ""))))
        store.people.set_closed("DICHT-1", closed=True)
    member = Viewer("lid", Role.READER, frozenset({"DICHT-1"}))
    with database.read() as connection:
        assert len(Store(connection, member).transpositions.of_act(ACT)) == 1
        assert Store(connection, ANYONE).transpositions.of_act(ACT) == ()
