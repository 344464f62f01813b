"""Every engine finds exactly the documents that reading them one by one finds, also after deletions."""

import random
from collections.abc import Callable
from functools import cache

import pytest

from indexer.document import IndexDocument, SearchEngine, SearchRequest
from indexer.dutch import keys, stem, tokens, words
from indexer.query import And, Article, Not, Or, Phrase, Prefix, Query, Word, mentions, parse
from indexer.terms import article_number

from .conftest import VOCABULARY, random_corpus

SHAPES = (
    "{a}", "{a} {b}", "{a} {b} {c}", "{a} OF {b}", "{a} {b} OF {c}", "{a} -{b}", "-{a}", "-{a} -{b}",
    "{a} NIET {b}",
    "{a} OF -{b}", '"{a} {b}"', '"{a}"', '{c} -"{a} {b}"', "{p}*", "{p}* -{a}", "{a} OF {p}*", "artikel {n}",
    "art. {n} {a}", "{a} -artikel {n}", "artikel {n} OF {a}", "NIET artikel {n}", "{n}",
)  # fmt: skip


@cache
def read(document: IndexDocument) -> tuple[list[tuple[str, ...]], set[str], set[str]]:
    """Rows of words, all words, all stems, those of parts of compounds among them."""
    printed = [document.label, document.heading, document.text]
    found = {token.word for row in printed for token in tokens(row)}
    return [words(row) for row in printed], found, {key for word in found for key in keys(word)}


def fits(query: Query, document: IndexDocument) -> bool:
    """The meaning of a question on one document, read without any index."""
    rows, found, stems = read(document)
    match query:
        case Word(word):
            return stem(word) in stems
        case Prefix(prefix):
            return any(word.startswith(prefix) for word in found)
        case Phrase(phrase):
            return any(row[i : i + len(phrase)] == phrase for row in rows for i in range(len(row)))
        case Article(number):
            return article_number(document.number) == number or any(
                fits(p, document) for p in mentions(number)
            )
        case And(nodes):
            return all(fits(node, document) for node in nodes)
        case Or(nodes):
            return any(fits(node, document) for node in nodes)
        case Not(node):
            return not fits(node, document)


def questions(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    plain = [word for word in VOCABULARY if word.isalpha()]
    return [
        SHAPES[i % len(SHAPES)].format(
            a=chance.choice(VOCABULARY),
            b=chance.choice(plain),
            c=chance.choice(VOCABULARY),
            p=chance.choice(plain)[: chance.randint(1, 5)],
            n=chance.choice(("59b", "3:15", "2a", "I", "12", "420bis.1", "99")),
        )
        for i in range(count)
    ]


def ids(engine: SearchEngine, question: str) -> list[str]:
    result = engine.search(SearchRequest(question, limit=10_000))
    found = [f"{hit.version}/{hit.eid}" for hit in result.hits]
    assert len(found) == result.total
    return sorted(found)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_documents_found_are_those_that_reading_all_would_find(engine: SearchEngine, seed: int) -> None:
    documents = {document.id: document for document in random_corpus(seed, 260)}
    engine.apply(documents.values(), ())
    _change(engine, documents, seed)
    for question in questions(seed, 220):
        expected = sorted(id_ for id_, document in documents.items() if fits(parse(question), document))
        assert ids(engine, question) == expected, question


def _change(engine: SearchEngine, documents: dict[str, IndexDocument], seed: int) -> None:
    """Three commits that delete, replace and add, on the engine and on the plain table alike."""
    chance = random.Random(seed)
    for step in range(3):
        gone = chance.sample(sorted(documents), 25)
        new = [document for document in random_corpus(seed + 10 + step, 260) if chance.random() < 0.15]
        engine.apply(new, gone)
        for id_ in gone:
            documents.pop(id_)
        documents.update((document.id, document) for document in new)


def test_an_index_grown_by_changes_equals_one_built_at_once(
    engine: SearchEngine, fresh_engine: Callable[[str], SearchEngine]
) -> None:
    documents = {document.id: document for document in random_corpus(5, 200)}
    engine.apply(documents.values(), ())
    _change(engine, documents, 5)
    at_once = fresh_engine("at-once")
    at_once.apply([documents[id_] for id_ in sorted(documents, reverse=True)], ())
    assert engine.digests() == at_once.digests() == {id_: d.digest for id_, d in documents.items()}
    for question in questions(7, 66):
        request = SearchRequest(question, limit=30)
        assert engine.search(request) == at_once.search(request), question
