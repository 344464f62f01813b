"""How the user's words are read, as a table."""

import pytest

from indexer.errors import QueryError
from indexer.query import (
    And,
    Article,
    Dated,
    Everything,
    In,
    InForce,
    Known,
    Marked,
    Near,
    Not,
    Numbered,
    Or,
    Phrase,
    Prefix,
    Query,
    Titled,
    Word,
    leaves,
    mentions,
    parse,
    read,
)  # fmt: skip

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
    ("a AND b", And((A, B))),
    ("a OR b", Or((A, B))),
    ("a NOT b", And((A, Not(B)))),
    ("a and b or c not", And((A, Word("and"), B, Word("or"), C, Word("not")))),
    ("(a b) OF c", Or((And((A, B)), C))),
    ("-(a b)", Not(And((A, B)))),
    ("a (b (c))", And((A, B, C))),
    ("a) b (c", And((A, B, C))),
    ("artikel 3 (nieuw)", And((Article("3"), Word("nieuw")))),
    ("onderdeel a) of b)", And((Word("onderdeel"), A, Word("of"), B))),
    ("a NEAR/3 b", Near(A, B, 3)),
    ("a DICHTBIJ/3 b NEAR/1 c", And((Near(A, B, 3), Near(B, C, 1)))),
    ('a* NEAR/2 (b OF "b c")', Near(Prefix("a"), Or((B, Phrase(("b", "c")))), 2)),
    ("artikel 5 NEAR/9 a", Near(Or(mentions("5")), A, 9)),
    ("a NEAR b", And((A, Word("near"), B))),
    ("*", Everything()),
    ("a *", A),
    ("* -a", Not(A)),
    ("artikel:59b", Numbered("artikel", "59b")),
    ("-artikel:3:15", Not(Numbered("artikel", "3:15"))),
    ("lid:2 a", And((Numbered("lid", "2"), A))),
    ("lid:derde", Numbered("lid", "3")),
    ("punt:2a", Numbered("punt", "2a")),
    ("soort:wet", Marked("kind", ("act",))),
    ("soort:wet,bill", Or((Marked("kind", ("act",)), Marked("kind", ("bill",))))),
    ("fase:adviesversie", Marked("stage", ("advice",))),
    ('fase:"voorstel van wet"', Marked("stage", ("submitted",))),
    ("dossier:29001-xv", Marked("dossiers", ("29001-XV",))),
    ('werk:"Vw 2000"', Titled("Vw 2000")),
    ("dictum:b", Marked("dictum", ("B",))),
    ("eu:2024/1356", Marked("eu", ("2024/1356",))),
    ("eu:32024R1356", Marked("eu", ("2024/1356",))),
    ("eu:604/2013", Marked("eu", ("2013/604",))),
    ("geldig:2026-06-12.", InForce("2026-06-12")),
    ("geldig:12-6-2026 bekend:2025 a", And((InForce("2026-06-12", "2025-01-01"), A))),
    ("bekend:2025", Known("2025-01-01")),
    ("van:2024 tot:2024-02", And((Dated("2024-01-01", ""), Dated("", "2024-02-29")))),
    ("in:kop a b", In("kop", And((A, B)))),
    ("(in:kop a) b", And((In("kop", A), B))),
    ("in:wijzigingen in:kop a", In("wijzigingen", In("kop", A))),
    ("het lid: de minister", And(tuple(map(Word, ("het", "lid", "de", "minister"))))),
    ("Artikel: a", And((Word("artikel"), A))),
    ("art 3:15", Article("3:15")),
    ("3:15", Word("3:15")),
    ("kleur:rood", And((Word("kleur"), Word("rood")))),
    ("https://wetten.nl", And((Word("https"), Word("wetten"), Word("nl")))),
]  # fmt: skip

WRONG: list[tuple[str, str, str]] = [
    ("a (b OF c", "(", "niet gesloten"),
    ("a OF b) c", ")", "niet geopend"),
    ('soort:wet "a b', '"', "niet gesloten"),
    ("a geldig:2026-13-01", "2026-13-01", "geen datum"),
    ("geldig:gisteren", "gisteren", "geen datum"),
    ("a soort:wte", "wte", "Deze soort kennen we niet"),
    ("a soort:wet,wte", "wte", "Deze soort kennen we niet"),
    ("fase:zomer", "zomer", "Deze fase kennen we niet"),
    ("lid:abcde", "abcde", "past niet"),
    ("dictum:E", "E", "past niet"),
    ("eu:verordening", "verordening", "past niet"),
    ("in:titel a", "titel", "Daarin kan niet"),
    ("a (in:kop)", "kop", "niet waarnaar"),
    ("a OF in:kop b", "kop", "Hier kan in: niet staan"),
    ("a (in:wijzigingen b)", "wijzigingen", "niet op zijn plaats"),
    ("NEAR/3 a", "NEAR/3", "niet tussen twee"),
    ("a NEAR/3", "NEAR/3", "niet tussen twee"),
    ("a NEAR/3 soort:wet", "NEAR/3", "niet tussen twee"),
    ("a NEAR/0 b", "NEAR/0", "afstand"),
    ("a NEAR/101 b", "NEAR/101", "afstand"),
    ("(" * 21 + "a OF b" + ")" * 21, "(", "te diep"),
]


@pytest.mark.parametrize(("question", "place", "what"), WRONG)
def test_a_formula_with_a_fault_is_refused_at_the_character(question: str, place: str, what: str) -> None:
    with pytest.raises(QueryError, match=what) as refused:
        parse(question)
    assert refused.value.position is not None
    start, end = refused.value.position
    assert question[start:end] == place
    assert f"teken {start + 1}" in str(refused.value)
    assert refused.value.remedy


def test_what_looks_like_an_unknown_field_is_searched_as_words_and_said() -> None:
    (remark,) = read("kleur:rood").remarks
    assert "kleur: is geen veld" in remark.what
    assert "artikel:" in remark.remedy
    assert read("artikel 3:15 en W03.25.00165/II").remarks == ()


@pytest.mark.parametrize("question", ["vergunnign OF (a NIET bb*)", 'in:kop "a b" soort:wet'])
def test_every_leaf_knows_where_it_was_written(question: str) -> None:
    for leaf in leaves(parse(question)):
        written = question[slice(*leaf.at)].strip('"').lower()
        match leaf:
            case Word(word) | Prefix(word):
                assert written == word
            case Phrase(words):
                assert written == " ".join(words)


@pytest.mark.parametrize(("question", "expected"), READ)
def test_a_question_is_read_so(question: str, expected: Query) -> None:
    assert parse(question) == expected


@pytest.mark.parametrize(
    "question", ["", "  ", '"', '""', '"""', "-", "--", "()", "…,;", "\x00", "\ud800", '-""']
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
