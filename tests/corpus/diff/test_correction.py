"""What an editor says belongs together: it outranks every pass."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.diff import Comparison, Correction, compare
from corpus.provision import Provision, walk, words

from .trees import article, law, versions

LONG = "de beheerder ontsteekt de lantaarn bij zonsondergang"
OTHER = "de lichtmeester houdt toezicht op het doven van de lantaarn"
THIRD = "gegevens uit het register gaan zonder kosten naar de vuurwacht op het eiland"
Tree = tuple[Provision, ...]
OLD = law(article("1", LONG, OTHER), article("2", THIRD))
NEW = law(article("1", LONG, OTHER), article("3", THIRD))


def _found(comparison: Comparison) -> list[tuple[str, list[str], list[str], str | None]]:
    return [
        ("+".join(c.kinds), [s.eid for s in c.old], [s.eid for s in c.new], c.matched_by)
        for c in comparison.changes
    ]


def test_a_pair_that_an_editor_made_is_said_to_be_the_editors() -> None:
    found = compare(OLD, NEW, [Correction(("art_2",), ("art_3",))])
    assert _found(found) == [("renumbered", ["art_2"], ["art_3"], "editor")]
    assert found.unused_corrections == ()


def test_what_an_editor_says_has_no_counterpart_has_none() -> None:
    found = compare(OLD, NEW, [Correction(("art_2",), ())])
    assert _found(found) == [("inserted", [], ["art_3"], None), ("deleted", ["art_2"], [], "editor")]


def test_leden_can_be_paired_inside_articles_that_are_equal() -> None:
    first, second = ("art_1__para_1",), ("art_1__para_2",)
    found = _found(compare(OLD, OLD, [Correction(first, second), Correction(second, first)]))
    assert [c[1:] for c in found] == [([*second], [*first], "editor"), ([*first], [*second], "editor")]


def test_one_provision_can_become_two() -> None:
    found = compare(OLD, NEW, [Correction(("art_2",), ("art_3", "art_1"))])
    rules = {(tuple(o), tuple(n)): rule for _, o, n, rule in _found(found)}
    assert rules[("art_2",), ("art_3", "art_1")] == "editor"


def test_a_correction_that_cannot_be_followed_is_handed_back() -> None:
    gone = Correction(("art_9",), ("art_3",))
    first, second = Correction(("art_2",), ("art_3",)), Correction(("art_1",), ("art_3",))
    assert compare(OLD, NEW, [gone, first, second]).unused_corrections == (gone, second)
    assert compare(OLD, NEW, [Correction((), ())]).unused_corrections == (Correction((), ()),)


@st.composite
def corrected(draw: st.DrawFn) -> tuple[Tree, Tree, list[Correction]]:
    old, new = draw(versions)
    eids = [[p.eid for p in walk(tree)] or ["art_0"] for tree in (old, new)]
    sides = [st.lists(st.sampled_from(e), max_size=2, unique=True).map(tuple) for e in eids]
    drawn = st.lists(st.builds(Correction, *sides), max_size=3)
    return old, new, draw(drawn)


@settings(deadline=None)
@given(corrected())
def test_with_corrections_every_word_still_stands_in_the_rows_once(
    case: tuple[Tree, Tree, list[Correction]],
) -> None:
    old, new, corrections = case
    found = compare(old, new, corrections)
    assert Counter(w for row in found.rows if row.old for w in row.old.text.split()) == Counter(words(old))
    assert Counter(w for row in found.rows if row.new for w in row.new.text.split()) == Counter(words(new))
    ids = [change.id for change in found.changes]
    assert len(ids) == len(set(ids))
    for change in found.changes:
        for signs, sides in (("=-", change.old), ("=+", change.new)):
            printed = [side.text for side in sides if side.text]
            assert "".join(t for s, t in change.ops if s in signs) == "\n".join(printed)


@settings(deadline=None)
@given(corrected())
def test_with_corrections_swapping_the_sides_mirrors_the_kinds(
    case: tuple[Tree, Tree, list[Correction]],
) -> None:
    old, new, corrections = case
    swapped = [Correction(c.new, c.old) for c in corrections]
    there, back = compare(old, new, corrections), compare(new, old, swapped)
    mirror = {"inserted": "deleted", "deleted": "inserted", "split": "merged", "merged": "split"}
    kinds = [
        Counter(tuple(sorted(k.value for k in c.kinds)) for c in found.changes) for found in (there, back)
    ]
    mirrored = Counter(tuple(sorted(mirror.get(c.value, c.value) for c in x.kinds)) for x in back.changes)
    assert kinds[0] == mirrored
