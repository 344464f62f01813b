"""References are derived rows: kept for the text they were found in, asked for by what they point at."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.store.fictional_law import WORK, article, new_version
from wetgeving.store import Store
from wetgeving.store.backup import kept_tables
from wetgeving.store.citation_form import Lost, Place, Reference, packed, unpacked
from wetgeving.store.citation_schema import citation, citation_set, cited_provision
from wetgeving.store.citations import NewReferences

KEY = f"{WORK.key}@voorstel-2026-01-01"
TO_LID = Reference("art_1", 0, 5, "found", places=(Place("work", "X", "art_2__para_1", True, "X@y"),))
TO_ACT = Reference(
    "art_1", 9, 12, "found", places=(Place("work", "X"),), lost=Lost("lapsed", "X@y", ("art_3",))
)
_WORDS = st.text(max_size=12)
_PLACES = st.builds(Place, _WORDS, _WORDS, _WORDS, st.booleans(), _WORDS)
_REFERENCES = st.builds(
    Reference,
    _WORDS, st.integers(0), st.integers(0), _WORDS, _WORDS, _WORDS,
    st.lists(_PLACES, max_size=3).map(tuple),
    st.none() | _PLACES,
    st.none() | st.builds(Lost, _WORDS, _WORDS, st.lists(_WORDS, max_size=2).map(tuple)),
)  # fmt: skip


def _stored(store: Store) -> NewReferences:
    store.works.add(WORK)
    store.versions.add(new_version(article(1, "Een tuin is groen."), day=1), KEY)
    version = store.versions.find(KEY)
    assert version is not None
    return NewReferences(KEY, version.tree_hash, "1:a:b", (TO_LID, TO_ACT), frozenset({("work", "X")}))


@given(st.lists(_REFERENCES, max_size=5).map(tuple))
def test_references_come_back_as_they_were(references: tuple[Reference, ...]) -> None:
    assert unpacked(packed(references)) == references
    assert packed(unpacked(packed(references))) == packed(references)


def test_they_are_found_by_what_they_point_at(store: Store) -> None:
    assert store.citations.put(_stored(store))
    acts = (("work", "X"),)
    assert store.citations.of(KEY) == (TO_LID, TO_ACT)
    assert [at.provision for at in store.citations.to(acts, "art_2")] == ["art_2__para_1"]
    assert [at.provision for at in store.citations.to(acts, "")] == [""]
    assert store.citations.to(acts, "art_2__para") == ()
    assert store.citations.to((("bwb", "X"),), "art_2") == ()
    assert store.citations.count(acts, "art_2") == 1
    assert store.citations.resting_on(acts) == {KEY}
    assert store.citations.acts_of([WORK.key]) == {KEY: frozenset(acts)}
    assert store.citations.dangling([WORK.key]) == {KEY: 1}


def test_kept_again_they_take_the_place_of_what_was_there(store: Store) -> None:
    new = _stored(store)
    store.citations.put(new)
    store.citations.put(replace(new, references=(TO_ACT,), ground="2:a:b"))
    assert store.citations.of(KEY) == (TO_ACT,)
    assert store.citations.to((("work", "X"),), "art_2") == ()
    assert store.citations.tag(KEY) == "2:a:b"


def test_of_a_text_that_was_read_otherwise_since_they_do_not_count(store: Store) -> None:
    new = _stored(store)
    store.citations.put(new)
    store.versions.replace_text(KEY, new_version(article(1, "Een tuin is rood."), day=1))
    assert store.citations.of(KEY) is None
    assert [d.ground for d in store.citations.derived()] == [""]
    assert store.citations.dangling([WORK.key]) == {}
    assert not store.citations.put(new)


def test_forgotten_or_withdrawn_nothing_of_them_is_left(store: Store) -> None:
    new = _stored(store)
    store.citations.put(new)
    store.versions.withdraw(KEY, "vergissing")
    assert store.citations.of(KEY) is None
    assert store.citations.to((("work", "X"),), "art_2") == ()
    assert store.citations.sweep() == 1
    for table in (citation, citation_set, cited_provision):
        assert store.citations._connection.execute(table.select()).all() == []


def test_a_backup_does_not_hold_them() -> None:
    assert not {citation, citation_set, cited_provision} & set(kept_tables())
