"""Which words find each other in the index, and are marked in the snippet: the table `dutch_pairs.toml`."""

import re
import tomllib
from collections.abc import Iterator
from html import unescape
from itertools import permutations
from pathlib import Path

import pytest

from indexer import lexicon, open_engine
from indexer.analysis import STEMMER, regular_stem
from indexer.compounds import parts
from indexer.document import SearchEngine, SearchRequest
from indexer.dutch import ANALYSIS, meets, stem
from indexer.lemma_verbs import VERBS
from indexer.lemmas import APART, NOUNS
from indexer.whoosh_engine import NAME

from .conftest import fictional

PAIRS = tomllib.loads((Path(__file__).parent / "dutch_pairs.toml").read_text(encoding="utf-8"))
FIELD = (("Kroonmolen", "Molen van de Kroon"),)


def _split(row: str) -> tuple[str, str]:
    asked, _, printed = row.partition(" ")
    return asked, printed


def _meeting() -> Iterator[tuple[str, str]]:
    table = PAIRS["meet"]
    for row in table["forms"]:
        yield from permutations(_split(row))  # type: ignore[misc]
    yield from map(_split, (*table["parts"], *table["numbers"]))
    yield from ((asked, printed) for asked, printed in table["names"])


def _parted() -> Iterator[tuple[str, str]]:
    table = PAIRS["apart"]
    for row in table["words"]:
        asked, printed = _split(row)
        yield asked, printed
        if "/" not in asked and printed != "niet-ontvankelijk":
            yield printed, asked
    yield from map(_split, table["not_found"])


MEETING, PARTED = tuple(dict.fromkeys(_meeting())), tuple(dict.fromkeys(_parted()))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> SearchEngine:
    """An index with a document for each printed word of the table, and nothing else in it."""
    engine = open_engine(f"whoosh://{tmp_path_factory.mktemp('pairs') / 'index'}")
    texts = dict.fromkeys(printed for _, printed in (*MEETING, *PARTED))
    engine.apply(
        [fictional(n, number="", label="", eid=printed, text=printed) for n, printed in enumerate(texts)], ()
    )
    return engine


def _found(engine: SearchEngine, asked: str) -> dict[str, list[str]]:
    """The texts found, and what of each is marked."""
    hits = engine.search(SearchRequest(asked, limit=1000, synonyms=FIELD)).hits
    return {hit.eid: re.findall(r"<mark>(.*?)</mark>", hit.snippet) for hit in hits}


@pytest.mark.parametrize(("asked", "printed"), MEETING)
def test_a_question_for_the_one_finds_and_marks_the_other(
    filled: SearchEngine, asked: str, printed: str
) -> None:
    found = _found(filled, asked)
    assert printed in found
    assert found[printed]
    assert all(unescape(mark) in printed for mark in found[printed])


@pytest.mark.parametrize(("asked", "printed"), PARTED)
def test_a_question_for_the_one_does_not_find_the_other(
    filled: SearchEngine, asked: str, printed: str
) -> None:
    assert printed not in _found(filled, asked)


def test_the_tables_are_as_long_as_they_must_be() -> None:
    table = PAIRS["meet"]
    assert sum(len(table[name]) for name in ("forms", "parts", "numbers", "names")) >= 150
    assert sum(len(rows) for rows in PAIRS["apart"].values()) >= 80
    assert len({**NOUNS, **VERBS, **APART}) >= 200


def test_the_word_itself_stands_before_a_compound_with_it_and_that_finds_not_its_part(
    filled: SearchEngine,
) -> None:
    assert next(iter(_found(filled, "grensprocedure"))) == "grensprocedure"
    assert "procedure" not in _found(filled, "grensprocedure")


def test_no_word_of_the_lexicon_is_taken_apart_and_none_occurs_twice() -> None:
    assert [word for word in lexicon.WORDS if parts(word)] == []
    assert len(set(lexicon.WORDS)) == len(lexicon.WORDS)
    assert min(map(len, lexicon.WORDS)) >= 4


def test_the_name_of_an_index_holds_stemmer_number_and_print_of_the_word_lists() -> None:
    assert re.fullmatch(rf"{STEMMER}-\d+-[0-9a-f]{{8}}", ANALYSIS)
    assert re.sub("[^a-z0-9]", "", ANALYSIS) in NAME


def test_the_stemmer_is_the_one_that_was_pinned() -> None:
    """`dutch` of Snowball 3 would say "mini", "meen" and "wijs"."""
    assert [regular_stem(word) for word in ("minister", "gemeente", "wijziging")] == [
        "minister", "gemeent", "wijzig",
    ]  # fmt: skip


def test_compounds_that_differ_in_what_joins_them_are_one() -> None:
    assert stem("Screeningverordening".lower()) == stem("Screeningsverordening".lower())
    assert meets("bewaring", "vreemdelingenbewaring")
    assert not meets("vreemdelingenbewaring", "bewaring")
