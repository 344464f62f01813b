"""The golden table of eIds: one line per kind of place a provision can have in a text.

A tree is written as (kind, number, children); the expected ids stand in document order.
"""

from dataclasses import replace

import pytest

from corpus.eid import PREFIX, assign
from corpus.provision import Provision, ProvisionKind, walk

K = ProvisionKind


def node(kind: ProvisionKind, num: str = "", *children: Provision) -> Provision:
    return Provision(kind, num=num, children=children)


def article(num: str, *children: Provision) -> Provision:
    return node(K.ARTICLE, num, *children)


def ids(*roots: Provision) -> list[str]:
    return [p.eid for p in walk(assign(roots))]


def article_ids(*roots: Provision) -> list[str]:
    return [p.eid for p in walk(assign(roots)) if p.kind is K.ARTICLE]


ONE_STEP = [
    (K.BOOK, "Boek 2", "book_2"),
    (K.PART, "Deel B", "part_B"),
    (K.CHAPTER, "Hoofdstuk 3", "chp_3"),
    (K.CHAPTER, "HOOFDSTUK IV", "chp_IV"),
    (K.TITLE, "Titel 7.1", "title_7-1"),
    (K.SECTION, "Afdeling 3A", "sec_3A"),
    (K.SUBSECTION, "Paragraaf 4", "subsec_4"),
    (K.SUBSECTION, "§ 2.1", "subsec_2-1"),
    (K.SUBDIVISION, "Sub-paragraaf 3", "subdvs_3"),
    (K.DIVISION, "Hoofdstuk 1", "dvs_1"),
    (K.ATTACHMENT, "Bijlage 7d2", "att_7d2"),
    (K.ATTACHMENT, "Tabel II", "att_Tabel-II"),
    (K.ATTACHMENT, "", "att_n1"),
    (K.RECITAL, "(12)", "recital_12"),
    (K.RECITAL, "", "recital_n1"),
    (K.LONG_TITLE, "", "longtitle"),
    (K.PREAMBLE, "", "preamble"),
    (K.FORMULA, "", "formula"),
    (K.CONCLUSIONS, "", "conclusions"),
    (K.EXPLANATION, "Toelichting", "expl"),
    (K.CROSSHEADING, "", "crossheading_n1"),
    (K.MOD, "", "mod_1"),
    (K.SLOT, "", "slot"),
    (K.ARTICLE, "Artikel 59b", "art_59b"),
    (K.ARTICLE, "Artikel 3:15", "art_3-15"),
    (K.ARTICLE, "Artikel 4:8", "art_4-8"),
    (K.ARTICLE, "Artikel 420bis.1", "art_420bis-1"),
    (K.ARTICLE, "Artikel 11.a1", "art_11-a1"),
    (K.ARTICLE, "Artikel 103a", "art_103a"),
    (K.ARTICLE, "Artikel 28y", "art_28y"),
    (K.ARTICLE, "Artikel 2a*", "art_2a"),
    (K.ARTICLE, "Artikel 3 (nieuw)", "art_3"),
    (K.ARTICLE, "ARTIKEL I", "art_I"),
    (K.ARTICLE, "Artikelen II–IV", "art_II-IV"),
    (K.ARTICLE, "", "art_n1"),
    (K.PARAGRAPH, "1", "para_1"),
    (K.PARAGRAPH, "2*", "para_2"),
    (K.PARAGRAPH, "A 16 i", "para_A-16-i"),
    (K.POINT, "1°.", "point_1"),
    (K.POINT, "a.", "point_a"),
    (K.POINT, "A.", "point_A"),
    (K.POINT, "–", "point_n1"),
]


@pytest.mark.parametrize(("kind", "num", "eid"), ONE_STEP)
def test_one_step_is_a_prefix_and_the_token_of_its_number(kind: ProvisionKind, num: str, eid: str) -> None:
    assert ids(node(kind, num)) == [eid]


def test_every_kind_has_a_prefix_of_its_own() -> None:
    assert set(PREFIX) == set(ProvisionKind)
    assert len(set(PREFIX.values())) == len(PREFIX)


def test_leden_and_onderdelen_hang_below_their_article() -> None:
    tree = article(
        "Artikel 3:15",
        node(K.PARAGRAPH, "1", node(K.POINT, "a.", node(K.POINT, "1°."), node(K.POINT, "2°."))),
    )
    assert ids(tree) == [
        "art_3-15",
        "art_3-15__para_1",
        "art_3-15__para_1__point_a",
        "art_3-15__para_1__point_a__point_1",
        "art_3-15__para_1__point_a__point_2",
    ]


def test_a_number_with_a_point_is_not_a_lid() -> None:
    assert ids(article("420bis", node(K.PARAGRAPH, "1")), article("420bis.1")) == [
        "art_420bis",
        "art_420bis__para_1",
        "art_420bis-1",
    ]


def test_containers_carry_their_ancestors_and_articles_do_not() -> None:
    tree = node(
        K.CHAPTER,
        "Hoofdstuk 3",
        node(K.SECTION, "Afdeling 4", node(K.SUBSECTION, "Paragraaf 1", article("Artikel 29"))),
    )
    assert ids(tree) == ["chp_3", "chp_3__sec_4", "chp_3__sec_4__subsec_1", "art_29"]


def test_recitals_do_not_carry_the_preamble() -> None:
    tree = node(K.PREAMBLE, "", node(K.RECITAL), node(K.RECITAL), node(K.FORMULA))
    assert ids(tree) == ["preamble", "recital_n1", "recital_n2", "preamble__formula"]


def test_an_amending_article_keeps_its_letter_case() -> None:
    tree = article("ARTIKEL I", node(K.POINT, "onderdeel A"), node(K.POINT, "Aa"), node(K.POINT, "a"))
    assert ids(tree) == ["art_I", "art_I__point_A", "art_I__point_Aa", "art_I__point_a"]


def test_unnumbered_items_count_by_position_among_the_unnumbered() -> None:
    tree = article("1", node(K.POINT, "–"), node(K.POINT, "a."), node(K.POINT, ""), node(K.PARAGRAPH, ""))
    assert ids(tree)[1:] == ["art_1__point_n1", "art_1__point_a", "art_1__point_n2", "art_1__para_n1"]


def test_text_after_a_list_is_a_slot_and_a_second_one_is_told_apart() -> None:
    tree = article("1", node(K.POINT, "a."), node(K.SLOT), node(K.POINT, "b."), node(K.SLOT))
    assert ids(tree)[1:] == ["art_1__point_a", "art_1__slot", "art_1__point_b", "art_1__slot~2"]


def test_a_second_element_of_the_same_number_is_told_apart_with_all_below_it() -> None:
    """Awb 8:36c: leden 1 to 4 stand there twice, because they take effect in phases."""
    tree = article(
        "8:36c",
        node(K.PARAGRAPH, "1"),
        node(K.PARAGRAPH, "2"),
        node(K.PARAGRAPH, "1", node(K.POINT, "a.")),
        node(K.PARAGRAPH, "1"),
    )
    assert ids(tree)[1:] == [
        "art_8-36c__para_1",
        "art_8-36c__para_2",
        "art_8-36c__para_1~2",
        "art_8-36c__para_1~2__point_a",
        "art_8-36c__para_1~3",
    ]


def test_an_article_with_and_one_without_a_star_are_told_apart() -> None:
    assert ids(article("2a"), article("2a*")) == ["art_2a", "art_2a~2"]


def test_articles_of_an_annex_carry_the_annex_but_not_its_divisions() -> None:
    annex = node(K.ATTACHMENT, "Bijlage 1", node(K.DIVISION, "Hoofdstuk 1", article("Artikel 2")))
    assert ids(article("Artikel 2"), annex) == ["art_2", "att_1", "att_1__dvs_1", "att_1__art_2"]


def test_two_annexes_each_have_their_own_article_1() -> None:
    """Awb: articles 1 and 2 stand in two annexes, beside those of the act."""
    act = [article("1:1"), *(node(K.ATTACHMENT, f"Bijlage {n}", article("1"), article("2")) for n in (2, 3))]
    assert ids(*act) == [
        "art_1-1",
        "att_2",
        "att_2__art_1",
        "att_2__art_2",
        "att_3",
        "att_3__art_1",
        "att_3__art_2",
    ]


def test_quoted_law_of_another_act_is_numbered_by_order_in_the_whole_text() -> None:
    first = article(
        "ARTIKEL I", node(K.POINT, "A", node(K.MOD, "", article("Artikel 59b", node(K.PARAGRAPH, "1"))))
    )
    second = article("ARTIKEL II", node(K.MOD, "", node(K.PARAGRAPH, "3")))
    assert ids(first, second) == [
        "art_I",
        "art_I__point_A",
        "mod_1",
        "mod_1__art_59b",
        "mod_1__art_59b__para_1",
        "art_II",
        "mod_2",
        "mod_2__para_3",
    ]


def test_quoted_articles_do_not_make_the_acts_own_numbering_start_again() -> None:
    quoting = node(K.CHAPTER, "1", article("7", node(K.MOD, "", article("1"))))
    assert ids(quoting, node(K.CHAPTER, "2", article("1")))[-1] == "art_1"


def test_where_numbering_starts_again_articles_carry_their_container() -> None:
    tree = [
        node(K.CHAPTER, "1", article("1"), article("2")),
        node(K.CHAPTER, "2", node(K.SECTION, "1", article("1")), node(K.SECTION, "2", article("2"))),
        node(K.CHAPTER, "3", article("1")),
    ]
    assert article_ids(*tree) == [
        "art_1",
        "art_2",
        "chp_2__art_1",
        "chp_2__art_2",
        "chp_3__art_1",
    ]


def test_numbering_that_starts_again_twice_carries_the_inner_container() -> None:
    tree = [
        node(K.PART, "A", article("1")),
        node(K.PART, "B", node(K.CHAPTER, "1", article("1")), node(K.CHAPTER, "2", article("1"))),
    ]
    assert article_ids(*tree) == ["art_1", "part_B__art_1", "part_B__chp_2__art_1"]


def test_one_double_number_is_not_a_new_numbering() -> None:
    tree = [node(K.CHAPTER, "1", article("5")), node(K.CHAPTER, "2", article("5"), article("6"))]
    assert article_ids(*tree) == ["art_5", "art_5~2", "art_6"]


def test_ids_depend_on_kinds_numbers_and_order_alone() -> None:
    """One value standing in two places of the tree has two ids; words, notes and old ids play no part."""
    chapter = node(K.CHAPTER, "1", article("1"))
    twin = replace(chapter, heading="Anders", text="Andere woorden", eid="oud", source_id="x")
    assert ids(chapter, chapter) == ids(chapter, twin) == ["chp_1", "art_1", "chp_1~2", "chp_1~2__art_1"]
