"""The looser answer: what it adds below a strict answer that is small, and what it never does."""

from dataclasses import replace

import pytest

from indexer import ENGINES, open_engine
from indexer.document import SearchEngine, SearchHit, SearchRequest
from indexer.everyday import EMPTY, said_by_law

from .conftest import fictional

TEXTS = {
    "art_1": "De molenaar vraagt een vergunning voor de maalsteen aan.",
    "art_2": "De vergunning voor een wiek wordt geweigerd.",
    "art_3": "Het subsidieplafond wordt jaarlijks bekendgemaakt.",
    "art_4": "Het bestuur zendt het ontwerp aan de molenaar toe.",
    "art_5": "Een betoging bij de molen wordt gemeld.",
    "art_6": "De waterloop heeft een stuw.",
    "art_7": "De beheerder van de stuw is de dijkgraaf.",
}


@pytest.fixture(scope="module", params=sorted(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    """An index with a few articles of two fictional laws."""
    filled = open_engine(f"{request.param}://{tmp_path_factory.mktemp('looser') / 'index'}")
    documents = [
        fictional(n, number="", label="", eid=eid, text=text) for n, (eid, text) in enumerate(TEXTS.items())
    ]
    below = replace(documents[6], context="Waterschappen")
    hidden = replace(documents[0], id="GEHEIM@1/art_1", work="GEHEIM", version="GEHEIM@1")
    filled.apply([*documents[:6], below, hidden], ())
    return filled


def _looser(engine: SearchEngine, question: str, **asked: object) -> tuple[SearchHit, ...]:
    request = SearchRequest(question, looser=20, hidden_works=frozenset({"GEHEIM"}))
    return engine.search(replace(request, **asked)).looser  # type: ignore[arg-type]


def test_a_hit_says_which_words_it_lacks_and_the_rarest_words_weigh_most(engine: SearchEngine) -> None:
    first, second = _looser(engine, "maalsteen molenaar dijkgraaf")[:2]
    assert (first.eid, first.missing) == ("art_1", ("dijkgraaf",))
    assert (second.eid, second.missing) == ("art_7", ("maalsteen", "molenaar"))


def test_the_strict_answer_stands_apart_and_is_not_counted_with_it(engine: SearchEngine) -> None:
    request = SearchRequest("vergunning molenaar", looser=20, hidden_works=frozenset({"GEHEIM"}))
    found, strict = engine.search(request), engine.search(replace(request, looser=0))
    assert replace(found, looser=()) == strict
    assert [hit.eid for hit in found.hits] == ["art_1"]
    assert "art_1" not in {hit.eid for hit in found.looser}
    assert {hit.eid for hit in found.looser} == {"art_2", "art_4"}


@pytest.mark.parametrize(
    "question",
    [
        '"vergunning dijkgraaf"',
        "vergunning EN dijkgraaf",
        "vergunning dijkgraaf -wiek",
        "soort:wet vergunning stuw",
    ],
)
def test_what_is_asked_exactly_is_never_read_more_loosely(engine: SearchEngine, question: str) -> None:
    assert _looser(engine, question) == ()


def test_enough_strict_hits_leave_no_room(engine: SearchEngine) -> None:
    assert _looser(engine, "vergunning molenaar", looser=1) == ()


@pytest.mark.parametrize(
    ("question", "eid", "instead"),
    [
        ("toezending dijkgraaf", "art_4", ("toezending", "zending … toe")),
        ("demonstratie dijk", "art_5", ("demonstratie", "betoging")),
        ("jaarlijkse plafond subsidie wiek", "art_3", ("plafond", "subsidieplafond")),
    ],
)
def test_what_stands_there_instead_is_said(
    engine: SearchEngine, question: str, eid: str, instead: tuple[str, str]
) -> None:
    hit = next(hit for hit in _looser(engine, question) if hit.eid == eid)
    assert instead in hit.instead


def test_a_heading_above_lends_weight_to_what_is_below(engine: SearchEngine) -> None:
    assert next(iter(_looser(engine, "stuw waterschap bever"))).eid == "art_7"


def test_words_that_only_ask_are_neither_sought_nor_missing(engine: SearchEngine) -> None:
    hits = _looser(engine, "hoe mag ik een maalsteen weigeren")
    assert hits
    assert all(word not in EMPTY for hit in hits for word in hit.missing)
    assert _looser(engine, "hoe mag ik dat") == ()


def test_nothing_of_a_hidden_work_is_in_it(engine: SearchEngine) -> None:
    assert all(hit.work != "GEHEIM" for hit in _looser(engine, "maalsteen dijkgraaf"))
    assert any(
        hit.work == "GEHEIM" for hit in _looser(engine, "maalsteen dijkgraaf", hidden_works=frozenset())
    )


def test_two_words_beside_each_other_are_also_their_compound(engine: SearchEngine) -> None:
    assert [hit.eid for hit in engine.search(SearchRequest("subsidie plafond")).hits] == ["art_3"]


def test_the_table_of_everyday_words_is_broad_and_gives_other_words() -> None:
    assert len(said_by_law()) >= 200
    assert all(law for law in said_by_law().values())
