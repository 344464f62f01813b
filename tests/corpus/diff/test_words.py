"""Word-level difference: what a reader sees struck through and underlined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.diff.words import difference, tokens


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("de lantaarn brandt", "de lantaarn brandt", [("=", "de lantaarn brandt")]),
        ("", "", []),
        ("", "nieuw", [("+", "nieuw")]),
        ("weg", "", [("-", "weg")]),
        (
            "een vergoeding van 12 zilverstukken",
            "een vergoeding van 14 zilverstukken",
            [("=", "een vergoeding van "), ("-", "12"), ("+", "14"), ("=", " zilverstukken")],
        ),
        (
            "bedoeld in artikel 3:15, eerste lid",
            "bedoeld in artikel 3:16, eerste lid",
            [("=", "bedoeld in "), ("-", "artikel 3:15"), ("+", "artikel 3:16"), ("=", ", eerste lid")],
        ),
        (
            "zon op, maan onder",
            "licht aan, lamp onder",
            [("-", "zon op, maan"), ("+", "licht aan, lamp"), ("=", " onder")],
        ),
    ],
)
def test_a_change_is_shown_by_whole_words(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert list(difference(old, new)) == expected


@pytest.mark.parametrize(
    "kept", ["3:15", "420bis.1", "artikel 3:15", "59b", "1°", "2a*", "EU-burger", "artikel 5"]
)
def test_a_number_or_citation_is_one_token(kept: str) -> None:
    assert f" {kept}" in tokens(f"zie {kept} hierna")


def test_texts_that_share_hardly_a_word_are_shown_as_one_replaced_by_the_other() -> None:
    old = "de bescheiden die de vreemdeling bij zijn komst in het land heeft overgelegd;"
    new = "indien een bewaker nalaat om de lantaarns tijdig te doven, met een boete van tien stuks."
    assert difference(old, new) == (("-", old), ("+", new))


@given(st.text(), st.text())
def test_the_operations_rebuild_both_texts(old: str, new: str) -> None:
    ops = difference(old, new)
    assert "".join(text for sign, text in ops if sign in "=-") == old
    assert "".join(text for sign, text in ops if sign in "=+") == new
    assert all(text for _, text in ops)


@given(st.text())
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_more_distinct_words_than_the_first_code_points_survive_the_surrogates() -> None:
    old = "\n".join(" ".join(f"w{i * 700 + j}" for j in range(700)) + "." for i in range(90))
    new = old.replace("w31000 ", "anders ")
    ops = difference(old, new)
    assert [(sign, text) for sign, text in ops if sign != "="] == [("-", "w31000"), ("+", "anders")]


def test_two_long_texts_without_a_common_word_are_shown_as_replaced() -> None:
    old, new = " ".join(f"a{i}" for i in range(6000)), " ".join(f"b{i}" for i in range(6000))
    assert difference(old, new) == (("-", old), ("+", new))
