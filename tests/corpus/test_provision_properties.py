"""What holds for any tree and any printed number, however strange: found by search, not by example."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.eid import assign
from corpus.hashing import text_hash, tree_hash
from corpus.numbering import bare_number, label, name, number_token, ordinal_lid, sort_key
from corpus.provision import Mark, Note, Provision, ProvisionKind, walk, words

PRINTED = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"(Artikel |ARTIKEL |§ ?|Bijlage )?[0-9IVXa-c:.*°–() ]{0,8}", fullmatch=True),
    st.sampled_from(
        ["", "1", "a.", "1°.", "2a*", "II–IV", "(nieuw)", "n1", "²", "٣", "9" * 5000, "3:15", "A 16 i"]
    ),
)
LEAF = st.builds(
    Provision,
    kind=st.sampled_from(ProvisionKind),
    num=PRINTED,
    heading=st.text(max_size=5),
    text=st.text(max_size=9),
)
TREE = st.recursive(
    LEAF,
    lambda below: st.builds(
        Provision,
        kind=st.sampled_from(ProvisionKind),
        num=PRINTED,
        text=st.text(max_size=9),
        children=st.lists(below, max_size=4).map(tuple),
    ),
    max_leaves=12,
)
FOREST = st.lists(TREE, max_size=4).map(tuple)


@given(PRINTED)
def test_any_text_can_be_taken_for_a_number(printed: str) -> None:
    assert bare_number(printed) == bare_number(f"  {printed}\n")
    assert ordinal_lid(printed).strip()


@given(PRINTED)
def test_a_token_is_letters_digits_and_hyphens(printed: str) -> None:
    assert re.fullmatch(r"|[A-Za-z0-9]+(-[A-Za-z0-9]+)*", number_token(printed))


@given(st.lists(PRINTED, max_size=6))
def test_sort_keys_order_any_numbers_the_same_way(numbers: list[str]) -> None:
    keys = [sort_key(n) for n in numbers]
    reversed_keys = keys[::-1]
    assert sorted(keys) == sorted(reversed_keys)
    assert all((a < b) + (a == b) + (a > b) == 1 for a in keys for b in keys)


@given(PRINTED)
def test_a_number_sorts_as_its_token_whatever_is_printed_around_it(printed: str) -> None:
    if number_token(printed) == number_token(number_token(printed)):
        assert sort_key(printed) == sort_key(number_token(printed))


@given(FOREST)
def test_every_provision_gets_an_id_of_its_own(forest: tuple[Provision, ...]) -> None:
    ids = [p.eid for p in walk(assign(forest))]
    assert all(re.fullmatch(r"[A-Za-z0-9_~-]+", eid) for eid in ids)
    assert len(set(ids)) == len(ids)


@given(FOREST)
def test_assigning_twice_is_assigning_once(forest: tuple[Provision, ...]) -> None:
    once = assign(forest)
    assert assign(once) == once == assign(forest)


@given(FOREST)
def test_assigning_changes_ids_and_nothing_else(forest: tuple[Provision, ...]) -> None:
    before = [replace(p, eid="", children=()) for p in walk(forest)]
    assert [replace(p, eid="", children=()) for p in walk(assign(forest))] == before
    assert list(words(assign(forest))) == list(words(forest))


@given(st.lists(LEAF, max_size=5))
def test_any_path_can_be_cited(path: list[Provision]) -> None:
    assert bool(label(path)) == bool(path)
    assert all(name(p).strip() for p in path)


@given(FOREST)
def test_the_hash_of_words_does_not_see_how_they_are_divided(forest: tuple[Provision, ...]) -> None:
    flat = Provision(ProvisionKind.SLOT, text=" ".join(words(forest)))
    assert text_hash(forest) == text_hash([flat])


@given(FOREST)
def test_typography_and_notes_are_in_no_hash(forest: tuple[Provision, ...]) -> None:
    mark = (Mark(0, 1, "italic"),)
    marked = [replace(p, marks=mark, heading_marks=mark, notes=(Note(0, "noot", "x", mark),)) for p in forest]
    assert (text_hash(marked), tree_hash(marked)) == (text_hash(forest), tree_hash(forest))


@given(FOREST, FOREST)
def test_the_hash_of_a_tree_tells_trees_apart(
    one: tuple[Provision, ...], other: tuple[Provision, ...]
) -> None:
    assert (tree_hash(one) == tree_hash(other)) == (one == other)
