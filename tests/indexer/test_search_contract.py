"""What every engine of the registry must do."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import pairwise

import pytest

from indexer import open_engine
from indexer.document import FACETS, IndexDocument, SearchEngine, SearchRequest
from indexer.errors import IndexUrlError, QueryError

from .conftest import fictional, random_corpus


def eids(engine: SearchEngine, question: str, **request: object) -> list[str]:
    return [hit.eid for hit in engine.search(SearchRequest(question, **request)).hits]  # type: ignore[arg-type]


def test_an_empty_index_finds_nothing(engine: SearchEngine) -> None:
    result = engine.search(SearchRequest("molen -lid"))
    assert (result.total, result.hits, dict(result.facets)) == (0, (), dict.fromkeys(FACETS, ()))
    assert engine.digests() == {}


def test_a_hit_carries_what_was_indexed(engine: SearchEngine) -> None:
    engine.apply([fictional(7, heading="Molens", text="De <b>molenaar</b> maalt.")], ())
    (hit,) = engine.search(SearchRequest("molenaars")).hits
    assert (hit.version, hit.work, hit.work_title, hit.kind, hit.stage) == (
        "MOLEN-1@wet-2030-01-01", "MOLEN-1", "Molenwet", "act", "wet",
    )  # fmt: skip
    assert (hit.in_force_on, hit.eid, hit.label, hit.heading) == (
        "2030-01-01",
        "art_7",
        "artikel 7",
        "Molens",
    )
    assert hit.fictional is True
    assert hit.snippet == "De &lt;b&gt;<mark>molenaar</mark>&lt;/b&gt; maalt."


def test_a_document_is_replaced_deleted_and_counted_once(engine: SearchEngine) -> None:
    old, new = fictional(1, text="oud"), fictional(1, text="nieuw")
    engine.apply([old, fictional(2, text="oud")], ())
    engine.apply([old, new], ())
    assert eids(engine, "nieuw") == ["art_1"]
    assert eids(engine, "oud") == ["art_2"]
    engine.apply([], [old.id, "is er niet"])
    assert engine.digests() == {fictional(2, text="oud").id: fictional(2, text="oud").digest}


def test_an_id_that_is_both_deleted_and_added_is_there(engine: SearchEngine) -> None:
    document = fictional(1, text="molen")
    engine.apply([document], [document.id])
    assert engine.digests() == {document.id: document.digest}


def test_digests_can_be_asked_for_one_version(engine: SearchEngine) -> None:
    here, there = fictional(1), fictional(1, version="MOLEN-1@wet-2031-01-01")
    engine.apply([here, there], ())
    assert engine.digests(there.version) == {there.id: there.digest}
    assert engine.digests("MOLEN-9@wet") == {}


def test_nothing_is_kept_of_a_batch_that_breaks_off(engine: SearchEngine) -> None:
    kept = fictional(1, text="molen")
    engine.apply([kept], ())

    def breaking() -> Iterator[IndexDocument]:
        yield fictional(2, text="molen")
        raise RuntimeError("de bron valt weg")

    with pytest.raises(RuntimeError, match="valt weg"):
        engine.apply(breaking(), [kept.id])
    with pytest.raises(UnicodeEncodeError):
        engine.apply([fictional(3, text="molen"), fictional(4, work="\ud800")], [kept.id])
    assert engine.digests() == {kept.id: kept.digest}
    engine.apply([fictional(5, text="molen")], ())
    assert eids(engine, "molen") == ["art_1", "art_5"]


def test_a_commit_by_one_is_seen_by_the_other(engine_url: str) -> None:
    writer, reader = open_engine(engine_url), open_engine(engine_url)
    assert eids(reader, "molen") == []
    writer.apply([fictional(1, text="molen")], ())
    assert eids(reader, "molen") == ["art_1"]
    writer.clear()
    assert eids(reader, "molen") == []
    writer.apply([fictional(2, text="molen")], ())
    assert eids(reader, "molen") == ["art_2"]


def test_clearing_leaves_nothing(engine: SearchEngine) -> None:
    engine.clear()
    engine.apply(random_corpus(1, 20), ())
    engine.clear()
    assert engine.digests() == {}
    assert engine.search(SearchRequest("-molen")).total == 0


def test_compacting_changes_no_answer(engine: SearchEngine) -> None:
    engine.compact()
    documents = random_corpus(3, 40)
    engine.apply(documents[:25], ())
    engine.apply(documents[25:], [documents[0].id])
    before = engine.digests(), engine.search(SearchRequest("molen"))
    engine.compact()
    assert (engine.digests(), engine.search(SearchRequest("molen"))) == before


def test_the_article_asked_for_stands_before_those_that_mention_it(engine: SearchEngine) -> None:
    engine.apply(
        [
            fictional(1, text="Artikel 59b, artikel 59b, artikel 59b en nog eens artikel 59b."),
            fictional(2, text="De artikelen 59b en 60."),
            fictional(3, text="Het nummer 59b alleen."),
            fictional(
                4, number="59b", label="artikel 59b", text="Heel iets anders, in veel meer woorden. " * 30
            ),
        ],
        (),
    )
    found = eids(engine, "artikel 59b")
    assert found[0] == "art_4"
    assert set(found) == {"art_1", "art_2", "art_4"}
    assert eids(engine, "59b")[0] == "art_4"


def test_the_word_as_typed_stands_before_its_other_forms(engine: SearchEngine) -> None:
    engine.apply([fictional(1, text="de leden malen"), fictional(2, text="het lid maalt")], ())
    assert eids(engine, "lid") == ["art_2", "art_1"]
    assert eids(engine, "leden") == ["art_1", "art_2"]


def test_a_word_in_the_heading_weighs_more_than_in_the_text(engine: SearchEngine) -> None:
    engine.apply([fictional(1, text="de molen maalt"), fictional(2, heading="Molen", text="wie maalt")], ())
    assert eids(engine, "molen") == ["art_2", "art_1"]


def test_equal_scores_stand_by_work_eid_and_date(engine: SearchEngine) -> None:
    versions = [f"{work}@wet-{year}-01-01" for work in ("MOLEN-2", "MOLEN-1") for year in (2031, 2030)]
    engine.apply([fictional(n, version=v, label="", text="molen") for v in versions for n in (10, 9, 2)], ())
    hits = engine.search(SearchRequest("molen")).hits
    order = [(hit.work, int(hit.eid.removeprefix("art_")), hit.in_force_on) for hit in hits]
    assert order == sorted(order)
    assert len(set(order)) == 12


def test_pages_follow_each_other_without_overlap(engine: SearchEngine) -> None:
    engine.apply(random_corpus(3, 60), ())
    whole = engine.search(SearchRequest("lid OF molen OF wet", limit=100))
    pages = [
        engine.search(SearchRequest("lid OF molen OF wet", limit=7, offset=at)) for at in range(0, 70, 7)
    ]
    assert tuple(hit for page in pages for hit in page.hits) == whole.hits
    assert {page.total for page in pages} == {whole.total}
    assert all(first.score >= second.score for first, second in pairwise(whole.hits))


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (0, 5), (-1, 0), (5, 1000)])
def test_a_page_beyond_the_hits_is_empty_but_counts(engine: SearchEngine, limit: int, offset: int) -> None:
    engine.apply([fictional(1, text="molen")], ())
    result = engine.search(SearchRequest("molen", limit=limit, offset=offset))
    assert (result.hits, result.total) == ((), 1)


def test_filters_narrow_and_facets_add_up_to_the_total(engine: SearchEngine) -> None:
    documents = random_corpus(4, 120)
    engine.apply(documents, ())
    for filters in (
        {},
        {"kind": ("act",)},
        {"kind": ("act",), "work": ("MOLEN-0", "MOLEN-1")},
        {"stage": ()},
    ):
        result = engine.search(SearchRequest("-kippenhok", filters=filters, limit=5))
        expected = [
            d
            for d in documents
            if all(getattr(d, name) in values for name, values in filters.items() if values)
        ]
        assert result.total == len(expected) > 0
        for facet in FACETS:
            counts = dict(result.facets[facet])
            assert counts == {v: sum(getattr(d, facet) == v for d in expected) for v in counts}
            assert sum(counts.values()) == (0 if facet in ("eu", "dictum", "year") else result.total)


def test_a_filter_on_something_else_is_an_error_by_name(engine: SearchEngine) -> None:
    with pytest.raises(QueryError, match="kind, stage, work, version"):
        engine.search(SearchRequest("molen", filters={"kleur": ("rood",)}))


def test_threads_share_an_engine_while_it_changes(engine: SearchEngine) -> None:
    engine.apply(random_corpus(8, 80), ())
    request = SearchRequest(
        "molen OF lid -wet", limit=100, filters={"work": ("MOLEN-0", "MOLEN-1", "MOLEN-2")}
    )
    expected = {hit.eid for hit in engine.search(request).hits}

    def search(_: int) -> set[str]:
        return {hit.eid for hit in engine.search(request).hits}

    with ThreadPoolExecutor(4) as pool:
        found = pool.map(search, range(40))
        for n in range(5):
            engine.apply([fictional(n, version="MOLEN-9@wet-2030-01-01", text="molen")], ())
        assert all(eids_found == expected for eids_found in found)
    assert engine.search(SearchRequest("molen", filters={"work": ("MOLEN-9",)})).total == 5


HOSTILE = [
    "x" * 10_000, "molen " * 300, '"' * 99, '"' * 100, "\x00", "molen\x00lid", "a*", "*", "molen*" * 80,
    "-" * 500, "OF " * 90, "NIET " * 91, "((((", "molen AND NOT lid", "text:molen", "[a TO z]", "molen~2",
    "a^9", "'; DROP", "\ud800 molen", "é" * 1500, "a-" * 700, "1." * 700, "-*", 'artikel "',
    "artikel artikel artikel", "%00 ../../x",
]  # fmt: skip


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_question_gets_an_answer_or_a_named_error_in_time(
    engine: SearchEngine, question: str
) -> None:
    engine.apply(random_corpus(6, 60), ())
    start = time.monotonic()
    with suppress(QueryError):
        engine.search(SearchRequest(question))
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "url",
    ["", "whoosh", "whoosh://", "whoosh:///", "whoosh://host/x", "whoosh:index", "solr:///x", "/srv/index"],
)
def test_a_url_without_engine_or_absolute_path_is_an_error_that_names_the_known_ones(url: str) -> None:
    with pytest.raises(IndexUrlError, match="whoosh:///"):
        open_engine(url)


@pytest.mark.parametrize(
    "question", ["molenaar", "molen*", '"de wet"', "-wet", "artikel 59b", "burger of kind"]
)
def test_a_hidden_work_is_as_if_it_were_never_indexed(
    fresh_engine: Callable[[str], SearchEngine], question: str
) -> None:
    """Also in the scores: what weighs in them could be read from them."""
    corpus = random_corpus(5, 400)
    whole, rest = fresh_engine("geheel"), fresh_engine("rest")
    whole.apply(corpus, ())
    rest.apply([document for document in corpus if document.work != "MOLEN-1"], ())
    hidden = whole.search(SearchRequest(question, hidden_works=frozenset({"MOLEN-1"})))
    never = rest.search(SearchRequest(question))
    assert whole.search(SearchRequest(question)).total > never.total > 0
    assert (hidden.total, hidden.facets) == (never.total, never.facets)
    assert [(h.version, h.eid, h.snippet) for h in hidden.hits] == [
        (h.version, h.eid, h.snippet) for h in never.hits
    ]
    assert [h.score for h in hidden.hits] == pytest.approx([h.score for h in never.hits])


def test_until_all_is_replaced_the_old_index_answers_everyone(engine_url: str) -> None:
    writer, reader = open_engine(engine_url), open_engine(engine_url)
    writer.apply([fictional(n, text="oude molen") for n in range(1, 9)], ())
    asked: list[int] = []

    def anew() -> Iterator[IndexDocument]:
        for n in range(5, 15):
            asked.append(reader.search(SearchRequest("oude")).total)
            yield fictional(n, text="nieuwe molen")

    writer.replace(anew())
    assert asked == [8] * 10
    assert eids(reader, "oude") == []
    assert reader.digests() == {
        d.id: d.digest for d in (fictional(n, text="nieuwe molen") for n in range(5, 15))
    }


def test_a_replacement_that_breaks_off_changes_nothing(engine: SearchEngine) -> None:
    engine.apply([fictional(1, text="molen")], ())

    def breaking() -> Iterator[IndexDocument]:
        yield fictional(2, text="molen")
        raise RuntimeError("de bron valt weg")

    with pytest.raises(RuntimeError, match="valt weg"):
        engine.replace(breaking())
    assert eids(engine, "molen") == ["art_1"]
