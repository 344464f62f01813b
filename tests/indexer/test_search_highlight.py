"""What a snippet shows: the words found as printed, and nothing that could be markup."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.highlight import WIDTH, Highlighter
from indexer.query import parse

MARKED = [
    ("lid", "Het Lid en de leden.", ["Lid", "leden"]),
    ("coordinatie", "De Coördinatie", ["Coördinatie"]),
    ("burger", "De EU-burger", ["burger"]),
    ("EU-burgers burger", "De EU-burger", ["EU-burger"]),
    ('"de molen"', "de oude molen en de molen", ["de", "molen"]),
    ("vergun*", "vergunning of vergund", ["vergunning", "vergund"]),
    ("molen -lid", "het lid van de molen", ["molen"]),
    ("artikel 59b", "59b en artikel 59b", ["artikel", "59b"]),
    ("foto's", "Eén foto", ["foto"]),
    ("12345", "Het lid van  12 345 euro, 12 jaar", ["12 345"]),
    ("12345 euro", "12 345 euro", ["12 345", "euro"]),
    ("molen", "niets", []),
]


def marked(snippet: str) -> list[str]:
    return re.findall(r"<mark>(.*?)</mark>", snippet)


@pytest.mark.parametrize(("question", "text", "expected"), MARKED)
def test_the_words_found_are_marked_as_printed(question: str, text: str, expected: list[str]) -> None:
    assert marked(Highlighter(parse(question)).snippet(text)) == expected


def test_text_is_escaped_around_and_inside_marks() -> None:
    snippet = Highlighter(parse("script")).snippet('<script>alert("x")</script> & meer')
    assert snippet == (
        "&lt;<mark>script</mark>&gt;alert(&quot;x&quot;)&lt;/<mark>script</mark>&gt; &amp; meer"
    )


def test_the_cluster_with_most_different_words_is_shown() -> None:
    text = "De molen draait. " * 30 + "De molenaar van de molen is lid. " + "De molen draait. " * 30
    snippet = Highlighter(parse("molen molenaar lid")).snippet(text)
    assert {"molenaar", "lid"} <= set(marked(snippet))
    assert snippet.startswith("…")
    assert snippet.endswith("…")


def test_without_a_hit_in_the_text_its_beginning_is_shown() -> None:
    text = "Eerste zin van de bepaling. " * 40
    snippet = Highlighter(parse("molen")).snippet(text)
    assert snippet == text[: len(snippet) - 1] + "…"
    assert WIDTH - 25 <= len(snippet) <= WIDTH + 25


WORDS = st.lists(
    st.sampled_from(("de", "molen", "molenaar", "lid", "leden", "EU-burger", "<b>", "&", "59b", "\n", "één")),
    max_size=200,
)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.sampled_from(["lid", "molen*", '"de molen"', "artikel 59b", "burger -lid", "b"]))
def test_a_snippet_is_a_piece_of_the_text_of_bounded_length(row: list[str], question: str) -> None:
    text = " ".join(row)
    snippet = Highlighter(parse(question)).snippet(text)
    plain = unescape(snippet.replace("<mark>", "").replace("</mark>", ""))
    assert plain.strip("…") in text
    assert len(plain) <= 2 * WIDTH
    assert not set(re.findall(r"<[^>]*>", snippet)) - {"<mark>", "</mark>"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(("de", "molen", "lid", "één")), st.sampled_from((" ", "  ", "\n "))),
        max_size=30,
    ),
    st.sampled_from(("", " ", "\n")),
    st.sampled_from(["lid", '"de molen"', "molen een"]),
)
def test_marks_do_not_depend_on_the_blanks_between_words(
    row: list[tuple[str, str]], before: str, question: str
) -> None:
    highlighter = Highlighter(parse(question))
    as_printed = highlighter.snippet(before + "".join(word + blank for word, blank in row))
    single = highlighter.snippet(" ".join(word for word, _ in row))
    assert re.split(r"\s+", as_printed.strip()) == re.split(r"\s+", single.strip())
