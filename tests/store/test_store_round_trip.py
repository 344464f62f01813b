"""Whatever tree a reader can make comes back from the store exactly, except its links."""

from datetime import date
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.provision import Mark, Note, Provision, ProvisionKind, walk
from corpus.reading import Dropped, Guessed
from tests.store.fictional_law import WORK, new_version
from wetgeving.store import Store
from wetgeving.store.values import Work

_NUMBERS = count()
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_PLACE = st.integers(0, 2**40)
_FIELDS = {
    "kind": st.sampled_from(ProvisionKind),
    "eid": _TEXT,
    "num": _TEXT,
    "heading": _TEXT,
    "text": _TEXT,
    "marks": st.lists(st.builds(Mark, _PLACE, _PLACE, _TEXT), max_size=2).map(tuple),
    "notes": st.lists(st.builds(Note, _PLACE, _TEXT, _TEXT), max_size=2).map(tuple),
    "source_id": _TEXT,
    "status": _TEXT,
    "in_force_on": st.none() | st.dates(date(1, 1, 1)),
}
_TREES = st.recursive(
    st.builds(Provision, **_FIELDS),
    lambda below: st.builds(Provision, **_FIELDS, children=st.lists(below, max_size=3).map(tuple)),
    max_leaves=8,
)


@given(
    versions=st.lists(st.lists(_TREES, max_size=3).map(tuple), min_size=1, max_size=3),
    dropped=st.lists(st.builds(Dropped, _TEXT, _TEXT, _PLACE), max_size=3).map(tuple),
    guessed=st.lists(st.builds(Guessed, _TEXT, _TEXT, _TEXT), max_size=3).map(tuple),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_tree_and_account_comes_back_exactly(
    store: Store,
    versions: list[tuple[Provision, ...]],
    dropped: tuple[Dropped, ...],
    guessed: tuple[Guessed, ...],
) -> None:
    work = f"{WORK.key}-{next(_NUMBERS)}"
    store.works.add(Work(work, "act"))
    for n, provisions in enumerate(versions):
        new = new_version(*provisions, work=work, dropped=dropped, guessed=guessed)
        store.versions.add(new, f"{work}@{n}")
    for n, provisions in enumerate(versions):
        assert store.versions.provisions(f"{work}@{n}") == provisions
        assert store.versions.account(f"{work}@{n}") == (dropped, guessed)
        for eid in {p.eid for p in walk(provisions) if p.eid}:
            first = next(p for p in walk(provisions) if p.eid == eid)
            assert store.versions.provision(f"{work}@{n}", eid) == first
        assert store.versions.provision(f"{work}@{n}", "") is None
