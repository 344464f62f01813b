"""A closed dossier and what only it binds is not there for who is no member: in no question of the store."""

import pytest

from corpus.reading import Identifier
from tests.store.fictional_law import NOW, article, attach, new_version
from wetgeving.store import Database, Store
from wetgeving.store.errors import TakenKeyError, UnknownKeyError
from wetgeving.store.people_values import Person
from wetgeving.store.values import Dossier, DossierEntry, Event, Work
from wetgeving.store.viewer import ANYONE, OPERATOR, Role, Viewer

MEMBER = Viewer("lid", Role.READER, frozenset({"DICHT-1"}))
OTHER_MEMBER = Viewer("ander", Role.READER, frozenset({"DICHT-2"}))
ADMIN = Viewer("beheer", Role.ADMIN)

# work -> the dossiers that bind it
SHELF = {
    "LOS": (),
    "OPEN": ("OPEN-1",),
    "BEIDE": ("DICHT-1", "OPEN-1"),
    "DICHT": ("DICHT-1",),
    "TWEE": ("DICHT-1", "DICHT-2"),
    "DRIE": ("DICHT-2",),
}
# viewer -> what they see
SEEN = [
    (OPERATOR, {"LOS", "OPEN", "BEIDE", "DICHT", "TWEE", "DRIE"}),
    (ANYONE, {"LOS", "OPEN", "BEIDE"}),
    (ADMIN, {"LOS", "OPEN", "BEIDE"}),
    (MEMBER, {"LOS", "OPEN", "BEIDE", "DICHT", "TWEE"}),
    (OTHER_MEMBER, {"LOS", "OPEN", "BEIDE", "TWEE", "DRIE"}),
]


@pytest.fixture
def shelf(database: Database) -> Database:
    with database.transaction() as connection:
        store = Store(connection)
        for number in ("OPEN-1", "DICHT-1", "DICHT-2"):
            store.dossiers.add(Dossier(number, f"Titel {number}", fictional=True))
            store.dossiers.replace_entries(number, [DossierEntry("event", "e1", "{}")])
        for key, dossiers in SHELF.items():
            _take_in(store, key, dossiers)
        for name in ("lid", "ander"):
            store.people.add(Person(name, Role.READER, NOW))
        for number in ("DICHT-1", "DICHT-2"):
            store.people.set_closed(number, closed=True)
    return database


def _take_in(store: Store, key: str, dossiers: tuple[str, ...]) -> None:
    store.works.add(Work(key, "act", key, "", (Identifier("proef", f"P-{key}"),), dossiers, True))
    base = "DICHT@a" if key in ("TWEE", "DRIE") else None
    store.versions.add(new_version(article(1, f"Tekst {key}."), work=key, derived_from=base), f"{key}@a")
    sha256 = store.manifestations.add(key.encode(), "text/plain", key)
    attach(store, f"{key}@a", sha256)
    store.events.add(Event(NOW, "added", key, f"{key}@a", "jurist", "opname", "DICHT@a"))


@pytest.mark.parametrize(("viewer", "seen"), SEEN, ids=lambda x: getattr(x, "name", ""))
def test_a_viewer_sees_the_works_of_open_dossiers_and_their_own(
    shelf: Database, viewer: Viewer, seen: set[str]
) -> None:
    with shelf.read() as connection:
        store = Store(connection, viewer)
        assert {w.key for w in store.works.all()} == seen
        assert set(store.versions.by_work()) == seen
        assert set(SHELF) - store.visibility.hidden_works() == seen
        for key in SHELF:
            sees = key in seen
            sha256 = Store(connection).versions.of(key)[0].sources[0].sha256
            assert (store.works.find(key) is not None) == sees
            assert (store.works.find(f"P-{key}") is not None) == sees
            assert (store.versions.find(f"{key}@a") is not None) == sees
            assert bool(store.versions.of(key)) == sees
            assert bool(store.manifestations.known(sha256)) == sees
            assert bool(store.manifestations.carried([sha256])) == sees
            assert bool(store.events.of(key)) == sees
            assert bool(store.events.of_version(f"{key}@a")) == sees
            assert store.visibility.sees_work(key) == sees


@pytest.mark.parametrize("viewer", [ANYONE, ADMIN, OTHER_MEMBER], ids=lambda v: v.name)
def test_what_is_hidden_is_an_unknown_key(shelf: Database, viewer: Viewer) -> None:
    with shelf.read() as connection:
        sha256 = Store(connection).versions.of("DICHT")[0].sources[0].sha256
        store = Store(connection, viewer)
        for question in (
            lambda: store.versions.provisions("DICHT@a"),
            lambda: store.versions.provision("DICHT@a", "art_1"),
            lambda: store.versions.account("DICHT@a"),
            lambda: store.manifestations.content(sha256),
        ):
            with pytest.raises(UnknownKeyError, match="is niet opgenomen"):
                question()


def test_a_visible_work_does_not_name_the_closed_dossier_or_the_hidden_version_it_rests_on(
    shelf: Database,
) -> None:
    with shelf.read() as connection:
        anyone, other = Store(connection, ANYONE), Store(connection, OTHER_MEMBER)
        work = anyone.works.find("BEIDE")
        assert work is not None
        assert work.dossiers == ("OPEN-1",)
        assert [d.number for d in anyone.dossiers.all()] == ["OPEN-1"]
        assert anyone.dossiers.find("DICHT-1") is None
        assert anyone.dossiers.entries("DICHT-1") == ()
        derived = other.versions.find("DRIE@a")
        assert derived is not None
        assert derived.derived_from is None
        assert [e.detail for e in other.events.of("DRIE")] == [""]
        whole = Store(connection).versions.find("DRIE@a")
        assert whole is not None
        assert whole.derived_from == "DICHT@a"


def test_the_origin_of_a_file_does_not_name_a_closed_dossier(shelf: Database) -> None:
    with shelf.transaction() as connection:
        store = Store(connection)
        sha256 = store.versions.of("BEIDE")[0].sources[0].sha256
        store.versions.attach_source(
            "BEIDE@a", sha256=sha256, media_type="text/plain", origin="dossier DICHT-1", file_name="b",
            retrieved_at=NOW, reader="proef", logic_version=1,
        )  # fmt: skip
    with shelf.read() as connection:
        seen = {who.name: Store(connection, who).versions.of("BEIDE")[0].sources for who in (ANYONE, MEMBER)}
    assert "dossier DICHT-1" not in {source.origin for source in seen[""]}
    assert "dossier DICHT-1" in {source.origin for source in seen["lid"]}


def test_who_is_no_member_cannot_bind_or_fill_what_is_hidden(shelf: Database) -> None:
    editor = Viewer("redacteur", Role.EDITOR)
    attempts = (
        (TakenKeyError, lambda s: s.works.add(Work("NIEUW", "act", dossiers=("DICHT-1",), fictional=True))),
        (TakenKeyError, lambda s: s.dossiers.add(Dossier("DICHT-1", fictional=True))),
        (TakenKeyError, lambda s: s.works.add(Work("DICHT", "act", fictional=True))),
        (UnknownKeyError, lambda s: s.works.update(Work("DICHT", "act", fictional=True))),
        (UnknownKeyError, lambda s: s.versions.add(new_version(article(2, "x"), work="DICHT"), "DICHT@b")),
        (UnknownKeyError, lambda s: s.versions.withdraw("DICHT@a", "weg")),
        (UnknownKeyError, lambda s: s.manifestations.add(b"nieuw", "text/plain", "DICHT")),
    )
    for error, attempt in attempts:
        with pytest.raises(error), shelf.transaction() as connection:
            attempt(Store(connection, editor))


def test_a_work_that_states_the_number_of_a_closed_dossier_does_not_show_it(shelf: Database) -> None:
    stated = Identifier("dossier", "DICHT-1")
    with shelf.transaction() as connection:
        Store(connection).works.add(Work("ZEGT", "act", identifiers=(stated,), fictional=True))
    with shelf.read() as connection:
        anyone, member = Store(connection, ANYONE).works, Store(connection, MEMBER).works
        assert [w.identifiers for w in anyone.all() if w.key == "ZEGT"] == [()]
        assert anyone.find("DICHT-1") is None
        assert anyone.of_dossier("DICHT-1") == anyone.bearing(["DICHT-1"]) == ()
        assert [w.identifiers for w in member.all() if w.key == "ZEGT"] == [(stated,)]
        assert member.find("DICHT-1") is not None


def test_membership_is_what_a_viewer_carries_and_ends_with_it(shelf: Database) -> None:
    with shelf.transaction() as connection:
        people = Store(connection).people
        people.set_member("DICHT-1", "lid", member=True)
        people.set_member("DICHT-1", "lid", member=True)
        assert people.viewer("lid", Role.READER) == MEMBER
        assert people.members() == {"DICHT-1": ("lid",), "DICHT-2": ()}
        people.set_member("DICHT-1", "lid", member=False)
        assert people.viewer("lid", Role.READER).dossiers == frozenset()
