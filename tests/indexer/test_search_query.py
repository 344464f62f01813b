"""How the user's words are read, as a table."""

import pytest

from indexer.errors import QueryError
from indexer.query import And, Article, Not, Or, Phrase, Prefix, Query, Word, leaves, parse

A, B, C = Word("a"), Word("b"), Word("c")

READ: list[tuple[str, Query]] = [
    ("a", A),
    ("a b", And((A, B))),
    ("a EN b", And((A, B))),
    ("a a", A),
    ('"a b"', Phrase(("a", "b"))),
    ("„a b”", Phrase(("a", "b"))),
    ('"a b', And((A, B))),
    ('"a b" "c', And((Phrase(("a", "b")), C))),
    ("a -b", And((A, Not(B)))),
    ("a NIET b", And((A, Not(B)))),
    ('a -"b c"', And((A, Not(Phrase(("b", "c")))))),
    ("-a -b", And((Not(A), Not(B)))),
    ("a OF b", Or((A, B))),
    ("a OF b OF c", Or((A, B, C))),
    ("c a OF b", And((C, Or((A, B))))),
    ("a OF -b", Or((A, Not(B)))),
    ("a of b niet", And((A, Word("of"), B, Word("niet")))),
    ("vergun*", Prefix("vergun")),
    ("niet-ontv*", Prefix("niet-ontv")),
    ("EU-burgers", Word("eu-burgers")),
    ('"EU-burgers"', Phrase(("eu", "burgers"))),
    ("artikel 59b", Article("59b")),
    ("Art. 59b", Article("59b")),
    ("art.59b", Article("59b")),
    ("artikel 2a*", Article("2a")),
    ("artikel 3:15, a", And((Article("3:15"), A))),
    ("artikel XIV", Article("xiv")),
    ("artikel in", And((Word("artikel"), Word("in")))),
    ("-artikel 59b a", And((Not(Article("59b")), A))),
    ('"artikel 59b"', Phrase(("artikel", "59b"))),
    ("2024/1348", Word("2024/1348")),
    ('"2024/1348"', Phrase(("2024", "1348"))),
    ("W03.25.00165/II", Phrase(("w03", "25.00165", "ii"))),
    ("artikel 5, onderdeel a", And((Article("5"), Word("onderdeel"), A))),
    ("en/of", And((Word("en"), Word("of")))),
    ("OF", Word("of")),
    ("NIET", Word("niet")),
    ("EN", Word("en")),
    ("a OF", And((A, Word("of")))),
    ("NIET OF", Not(Word("of"))),
    ("de", Word("de")),
    ("(a)", A),
]  # fmt: skip


@pytest.mark.parametrize(("question", "expected"), READ)
def test_a_question_is_read_so(question: str, expected: Query) -> None:
    assert parse(question) == expected


@pytest.mark.parametrize(
    "question", ["", "  ", '"', '""', '"""', "-", "--", "*", "…,;", "\x00", "\ud800", '-""']
)
def test_a_question_without_a_word_is_refused_by_name(question: str) -> None:
    with pytest.raises(QueryError, match="leeg"):
        parse(question)


@pytest.mark.parametrize("question", ["a" * 10_000, " ".join(f"w{i}" for i in range(101))])
def test_a_question_that_is_too_long_is_refused_by_name(question: str) -> None:
    with pytest.raises(QueryError, match="te lang"):
        parse(question)


def test_leaves_are_told_apart_by_whether_they_were_denied() -> None:
    query = parse('a -b c OF -"a b"')
    assert list(leaves(query)) == [A, C]
    assert list(leaves(query, denied=True)) == [B, Phrase(("a", "b"))]
