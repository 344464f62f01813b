"""The audit log only grows: the database refuses to change or delete an entry."""

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError

from tests.store.fictional_law import NOW
from wetgeving.store import Database, Store
from wetgeving.store.people_schema import audit
from wetgeving.store.people_values import AuditEntry
from wetgeving.store.values import Event


def test_entries_come_back_newest_first(store: Store) -> None:
    for n in range(5):
        store.audit.add(AuditEntry(NOW, "jurist", "user.add", f"p{n}", "", '{"role": "reader"}'))
    assert [e.subject for e in store.audit.newest(2)] == ["p4", "p3"]
    assert [e.subject for e in store.audit.newest(2, skipped=3)] == ["p1", "p0"]
    assert store.audit.newest(1)[0] == AuditEntry(NOW, "jurist", "user.add", "p4", "", '{"role": "reader"}')


def test_every_event_is_an_entry(store: Store) -> None:
    store.events.add(
        Event(NOW, "corrected", "W", "W@b", "jurist", "reden"), before={"stage": "a"}, after={"stage": "b"}
    )
    (entry,) = store.audit.newest(9)
    assert (entry.action, entry.subject, entry.actor) == ("text.corrected", "W@b", "jurist")
    assert (entry.before, entry.after) == ('{"stage": "a"}', '{"reason": "reden", "stage": "b"}')


@pytest.mark.parametrize(
    "change", [update(audit).values(actor="een ander"), delete(audit), text("UPDATE audit SET actor = 'x'")]
)
def test_the_database_refuses_to_change_the_log(database: Database, change: object) -> None:
    with database.transaction() as connection:
        Store(connection).audit.add(AuditEntry(NOW, "jurist", "user.add", "p"))
    with pytest.raises(DBAPIError, match="append-only"), database.transaction() as connection:
        connection.execute(change)  # type: ignore[call-overload]
    with database.read() as connection:
        assert Store(connection).audit.newest(1)[0].actor == "jurist"
