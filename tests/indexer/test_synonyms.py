"""How a question grows by the other names of what it asks for."""

import pytest

from indexer.query import And, Article, Not, Or, Phrase, Prefix, Query, Word, parse
from indexer.synonyms import widened

GROUPS = (
    ("MW 2030", "Molenwet 2030"),
    ("wiek", "vleugel", "vleugel van de molen"),
    ("2024/1348", "Procedurewet"),
)
MW = Or((And((Word("mw"), Word("2030"))), Phrase(("molenwet", "2030"))))
WIEK = Or((Word("wiek"), Word("vleugel"), Phrase(("vleugel", "van", "de", "molen"))))

WIDER: list[tuple[str, Query]] = [
    ("MW 2030", MW),
    ("artikel 5 MW 2030", And((Article("5"), MW))),
    ("MW 2030 of 2031", And((MW, Word("of"), Word("2031")))),
    ("wiek", WIEK),
    ("-wiek", Not(WIEK)),
    ("molen OF wiek", Or((Word("molen"), *WIEK.nodes))),
    ("wieken", Or((Word("wieken"), *WIEK.nodes[1:]))),
    ("Procedurewet", Or((Word("procedurewet"), Word("2024/1348")))),
    ("2024/1348", Or((Word("2024/1348"), Word("procedurewet")))),
    ('"MW 2030"', Phrase(("mw", "2030"))),
    ("wiek*", Prefix("wiek")),
    ("MW", Word("mw")),
    ("2030 MW", And((Word("2030"), Word("mw")))),
]


@pytest.mark.parametrize(("question", "expected"), WIDER)
def test_a_name_is_also_its_other_names(question: str, expected: Query) -> None:
    assert widened(parse(question), GROUPS) == expected


def test_a_question_without_a_name_stays_as_it_is() -> None:
    query = parse('molen -wind OF "de wieken" artikel 5 ver*')
    assert widened(query, GROUPS) == query
    assert widened(query, ()) == query
