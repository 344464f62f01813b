"""Comparison of trees: a table of what a lawyer expects, and the properties that always hold."""

from collections import Counter

import pytest
from hypothesis import given, settings

from corpus.diff import Comparison, compare
from corpus.provision import Provision, words

from .trees import article, definitions, law, laws, points, versions

Versions = tuple[tuple[Provision, ...], tuple[Provision, ...]]

LONG = "de beheerder ontsteekt de lantaarn bij zonsondergang"
OTHER = "de lichtmeester houdt toezicht op het doven van de lantaarn"
THIRD = "gegevens uit het register gaan zonder kosten naar de vuurwacht op het eiland"
FOURTH = "wie een storing ziet, meldt haar voor zonsondergang aan de havenmeester"

CASES = {
    "nothing changed": (law(article("1", LONG)), law(article("1", LONG)), []),
    "a word changed": (
        law(article("1", LONG)),
        law(article("1", LONG.replace("ontsteekt", "dooft"))),
        [("modified", "art_1", "art_1")],
    ),
    "only a comma was added": (
        law(article("1", "de nacht de dag")),
        law(article("1", "de nacht, de dag")),
        [("punctuation", "art_1", "art_1")],
    ),
    "the heading changed": (
        law(article("1", LONG, heading="Licht")),
        law(article("1", LONG, heading="Lamp")),
        [("heading", "art_1", "art_1")],
    ),
    "an article was inserted": (
        law(article("1", LONG)),
        law(article("1", LONG), article("1a", OTHER)),
        [("inserted", None, "art_1a")],
    ),
    "an article was deleted": (
        law(article("1", LONG), article("2", OTHER)),
        law(article("2", OTHER)),
        [("deleted", "art_1", None)],
    ),
    "an article got another number": (
        law(article("1", LONG), article("2", OTHER)),
        law(article("1", LONG), article("3", OTHER)),
        [("renumbered", "art_2", "art_3")],
    ),
    "an article moved before another": (
        law(article("1", LONG), article("2", OTHER), article("3", LONG + " steeds")),
        law(article("3", LONG + " steeds"), article("1", LONG), article("2", OTHER)),
        [("moved", "art_3", "art_3")],
    ),
    "a definition was inserted among unnumbered ones": (
        law(definitions("gas: een damp uit de grond;", "olie: een vette vloeistof.")),
        law(
            definitions("gas: een damp uit de bodem;", "kaars: een staaf was;", "olie: een vette vloeistof.")
        ),
        [
            ("modified", "art_1__point_n1", "art_1__point_n1"),
            ("inserted", None, "art_1__point_n2"),
        ],
    ),
    "a point was deleted and the last one got its letter and a semicolon": (
        law(points("de nacht duurt voort;", "de dag duurt te lang;", "de bewaking is niet verzekerd.")),
        law(points("de nacht duurt voort;", "de bewaking is niet verzekerd;", "het vat is leeg en droog.")),
        [
            ("deleted", "art_1__point_b", None),
            ("renumbered+punctuation+consequential", "art_1__point_c", "art_1__point_b"),
            ("inserted", None, "art_1__point_c"),
        ],
    ),
    "a text without a number became the second lid": (
        law(article("1", LONG)),
        law(article("1", "iets geheel nieuws over olie", LONG)),
        [("inserted", None, "art_1__para_1"), ("renumbered", "art_1", "art_1__para_2")],
    ),
    "an article was split: two leden went to a new one": (
        law(article("1", LONG, OTHER, THIRD, FOURTH)),
        law(article("1", LONG, OTHER), article("1a", THIRD, FOURTH)),
        [
            ("split", "art_1", "art_1"),
            ("moved+renumbered", "art_1__para_3", "art_1a__para_1"),
            ("moved+renumbered", "art_1__para_4", "art_1a__para_2"),
        ],
    ),
    "two articles became one": (
        law(article("1", LONG, OTHER), article("2", THIRD, FOURTH)),
        law(article("1", LONG, OTHER, THIRD, FOURTH)),
        [
            ("moved+renumbered", "art_2__para_1", "art_1__para_3"),
            ("moved+renumbered", "art_2__para_2", "art_1__para_4"),
            ("merged", "art_1", "art_1"),
        ],
    ),
    "a lid was split in two": (
        law(article("1", LONG, f"{OTHER}. {THIRD}.")),
        law(article("1", LONG, f"{OTHER}.", f"{THIRD}.")),
        [("split", "art_1__para_2", "art_1__para_2")],
    ),
    "a reference follows an article to its new number": (
        law(article("1", LONG), article("2", f"{OTHER}, bedoeld in artikel 5"), article("5", THIRD)),
        law(article("1", LONG), article("2", f"{OTHER}, bedoeld in artikel 4"), article("4", THIRD)),
        [("modified+consequential", "art_2", "art_2"), ("renumbered", "art_5", "art_4")],
    ),
    "a reference to another law follows nothing": (
        law(article("2", f"{OTHER}, bedoeld in artikel 5 van de Havenwet"), article("5", THIRD)),
        law(article("2", f"{OTHER}, bedoeld in artikel 4 van de Havenwet"), article("4", THIRD)),
        [("modified", "art_2", "art_2"), ("renumbered", "art_5", "art_4")],
    ),
    "a text was wholly replaced under its number": (
        law(article("1", LONG), article("2", OTHER)),
        law(article("1", LONG), article("2", "olie brandt niet")),
        [("modified", "art_2", "art_2")],
    ),
    "a lid was inserted and the next one renumbered": (
        law(article("1", LONG, OTHER)),
        law(article("1", LONG, "een geheel nieuw lid over olie", OTHER)),
        [
            ("inserted", None, "art_1__para_2"),
            ("renumbered+consequential", "art_1__para_2", "art_1__para_3"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_changes_are_what_a_lawyer_expects(name: str) -> None:
    old, new, expected = CASES[name]
    found = [
        ("+".join(c.kinds), c.old[0].eid if c.old else None, c.new[0].eid if c.new else None)
        for c in compare(old, new).changes
    ]
    assert found == expected


def test_every_article_is_in_the_alignment_once() -> None:
    old = law(article("1", LONG), article("2", OTHER))
    new = law(article("2", OTHER), article("3", "een nieuw artikel over gas"))
    assert compare(old, new).alignment == (
        ("art_1", None, None),
        ("art_2", "art_2", "same-number-and-text"),
        (None, "art_3", None),
    )


@settings(deadline=None)
@given(versions)
def test_every_word_of_both_versions_stands_in_the_rows_exactly_once(pair: Versions) -> None:
    old, new = pair
    rows = compare(old, new).rows
    assert Counter(w for row in rows if row.old for w in row.old.text.split()) == Counter(words(old))
    assert Counter(w for row in rows if row.new for w in row.new.text.split()) == Counter(words(new))


def test_where_a_lid_moved_away_a_mark_without_words_says_where_it_went() -> None:
    old = law(article("1", LONG, FOURTH, OTHER), article("2", THIRD, OTHER + " steeds"))
    new = law(article("1", LONG, OTHER), article("2", THIRD, OTHER + " steeds", FOURTH))
    found = compare(old, new)
    marks = [(k, row) for k, row in enumerate(found.marked_rows) if row.moved_to]
    assert [(r.old and r.old.eid, r.moved_to and r.moved_to.eid) for _, r in marks] == [
        ("art_1__para_2", "art_2__para_3")
    ]
    k, mark = marks[0]
    assert mark.old is not None
    assert (mark.old.text, mark.new, mark.unit) == ("", None, "art_1")
    before = found.marked_rows[k - 1].old
    assert before is not None
    assert before.eid == "art_1__para_1"
    assert mark.change in found.changes
    assert mark.change is not None
    assert "moved" in mark.change.kinds


@settings(deadline=None)
@given(versions)
def test_every_old_provision_that_moved_has_one_mark_where_it_stood(pair: Versions) -> None:
    found = compare(*pair)
    moved = Counter(c.id for c in found.changes if "moved" in c.kinds)
    assert Counter(row.change.id for row in found.marked_rows if row.moved_to and row.change) == moved
    assert tuple(row for row in found.marked_rows if not row.moved_to) == found.rows


@settings(deadline=None)
@given(versions)
def test_the_operations_of_each_change_rebuild_its_two_texts(pair: Versions) -> None:
    old, new = pair
    for change in compare(old, new).changes:
        for signs, sides in (("=-", change.old), ("=+", change.new)):
            printed = [side.text for side in sides if side.text]
            assert "".join(t for s, t in change.ops if s in signs) == "\n".join(printed)


@settings(deadline=None)
@given(laws())
def test_a_version_compared_with_itself_has_no_changes(tree: tuple[Provision, ...]) -> None:
    assert compare(tree, tree).changes == ()


@settings(deadline=None)
@given(versions)
def test_comparing_twice_gives_the_same(pair: Versions) -> None:
    old, new = pair
    assert compare(old, new) == compare(old, new)


@settings(deadline=None)
@given(versions)
def test_swapping_the_sides_mirrors_the_kinds(pair: Versions) -> None:
    old, new = pair
    assert _kinds(compare(old, new)) == _mirrored(_kinds(compare(new, old)))


@settings(deadline=None)
@given(versions)
def test_change_ids_are_unique_so_that_each_can_be_cited(pair: Versions) -> None:
    old, new = pair
    ids = [change.id for change in compare(old, new).changes]
    assert len(ids) == len(set(ids))


def _kinds(comparison: Comparison) -> Counter[tuple[str, ...]]:
    return Counter(tuple(sorted(c.kinds)) for c in comparison.changes)


_MIRROR = {"inserted": "deleted", "deleted": "inserted", "split": "merged", "merged": "split"}


def _mirrored(kinds: Counter[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    return Counter({tuple(sorted(_MIRROR.get(k, k) for k in names)): n for names, n in kinds.items()})
