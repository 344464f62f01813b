"""The only door to Tantivy: its schema, its queries, its files; nothing here knows what a question means.

Used are its postings, phrases, columns and commits; not its parser, not its analysis and not its own scores,
which count deleted documents. Every part of a question is given a constant, and constants lie on a grid, so
that a sum does not depend on the order in which it is made.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import tantivy

from indexer.tantivy_fields import Fields

ROWS = ("row_heading", "row_text", "stem_heading", "stem_text")
SETS = ("joined_heading", "joined_text", "extra_heading", "extra_text", "word", "key", "context")
TERMS = ("id", "number", "lid", "point", "heading", "mark")
WRITE_MEGABYTES = 64
_GRID = 1024
_DEEP = 1_000_000


def _schema() -> Any:
    builder: Any = tantivy.SchemaBuilder()
    for name in ROWS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in SETS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    for name in TERMS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("place", "combination"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("combo", "group", "document_number"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("sequence", fast=True)
    for name in ("digest", "document"):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


_SCHEMA = _schema()
Compiled = Any
Address = Any
Hits = list[tuple[float, Address]]
_QUERY: Any = tantivy.Query
_MUST, _SHOULD, _NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot


def term(field: str, value: str) -> Compiled:
    """Documents with a term."""
    return _QUERY.term_query(_SCHEMA, field, value, "basic")


def terms(field: str, values: Iterable[str | int]) -> Compiled:
    """Documents with one of these terms."""
    return _QUERY.term_set_query(_SCHEMA, field, list(values))


def phrase(field: str, words: Sequence[str]) -> Compiled:
    """Documents with these words one after the other in a row."""
    return term(field, words[0]) if len(words) == 1 else _QUERY.phrase_query(_SCHEMA, field, list(words))


def near(field: str, left: str, right: str, distance: int) -> Compiled:
    """Documents in which two words of a row are at most so far apart, in either order."""
    if left != right:
        return _QUERY.phrase_query(_SCHEMA, field, [(0, left), (0, right)], distance)
    apart = ([(0, left), (k, left)] for k in range(1, distance + 1))
    return either(_QUERY.phrase_query(_SCHEMA, field, words) for words in apart)


def either(queries: Iterable[Compiled]) -> Compiled:
    """Documents that fit at least one."""
    found = list(queries)
    if not found:
        return _QUERY.empty_query()
    return found[0] if len(found) == 1 else _QUERY.boolean_query([(_SHOULD, one) for one in found])


def both(
    must: Sequence[Compiled] = (), *, may: Iterable[Compiled] = (), never: Iterable[Compiled] = ()
) -> Compiled:
    """Documents that fit all of the first and none of the last; what they may fit only adds to a score."""
    wanted = list(must) or [constant(everything(), 0.0)]
    clauses = [(_MUST, one) for one in wanted]
    clauses += [(_SHOULD, one) for one in may]
    clauses += [(_NOT, one) for one in never]
    return wanted[0] if len(clauses) == 1 else _QUERY.boolean_query(clauses)


def everything() -> Compiled:
    """All documents."""
    return _QUERY.all_query()


def nothing() -> Compiled:
    """No document."""
    return _QUERY.empty_query()


def constant(query: Compiled, score: float) -> Compiled:
    """The same documents, all with one score, on the grid."""
    return _QUERY.const_score_query(query, round(score * _GRID) / _GRID)


def best_of(queries: Iterable[Compiled]) -> Compiled:
    """Documents that fit at least one, with the score of the one that scores most."""
    return _QUERY.disjunction_max_query(list(queries))


def boosted(query: Compiled, factor: float) -> Compiled:
    """The same documents, each with so many times its score."""
    return _QUERY.boost_query(query, factor)


def document_of(found: Fields) -> Any:
    """A document as it is written."""
    document: Any = tantivy.Document()
    for name, text in found.texts.items():
        document.add_text(name, text)
    for name, row in found.placed.items():
        if row:
            placed = [tantivy.Token(word, at, 0) for word, at in row]
            document.add_pre_tokenized_text(name, tantivy.PreTokenizedString("", placed))
    for name, values in found.terms.items():
        for value in values:
            document.add_text(name, value)
    for name, number in found.numbers.items():
        document.add_unsigned(name, number)
    for name, content in found.stored.items():
        document.add_bytes(name, content)
    return document


def opened(path: Path) -> "Searcher":
    """What is committed in a directory."""
    index: Any = tantivy.Index.open(str(path))
    return _searcher(index)


def empty() -> "Searcher":
    """An index that holds nothing."""
    return _searcher(tantivy.Index(_SCHEMA))


def _searcher(index: Any) -> "Searcher":
    index.config_reader("manual")
    index.reload()
    return Searcher(index.searcher())


def writer(path: Path) -> Any:
    """A writer on a directory, which becomes an index when it is none; one thread, so one new segment."""
    index: Any = tantivy.Index(_SCHEMA, str(path), sort_by_field="place")
    return index.writer(WRITE_MEGABYTES * 1_000_000, 1)


class Searcher:
    """One committed state."""

    def __init__(self, searcher: Any) -> None:
        self._searcher = searcher
        self.documents: int = searcher.num_docs
        self.segments: int = searcher.num_segments

    def count(self, query: Compiled) -> int:
        """How many documents fit."""
        found: int = self._searcher.search(query, 1).count
        return found

    def best(self, query: Compiled, most: int) -> tuple[int, Hits]:
        """How many fit, and the best, equal ones in the order of segments and places."""
        found = self._searcher.search(query, max(1, min(most, self.documents)))
        return found.count, found.hits

    def all(self, query: Compiled) -> Hits:
        """All that fit, with their scores."""
        total, hits = self.best(query, self.documents)
        return hits[:total]

    def first(self, query: Compiled, most: int) -> tuple[int, list[Address]]:
        """How many fit, and the first in the order of places."""
        found = self._searcher.search(
            query, max(1, min(most, self.documents)), order_by_field="place", order=tantivy.Order.Asc
        )
        return found.count, [address for _, address in found.hits]

    def column(self, name: str, addresses: Sequence[Address]) -> list[int]:
        """The numbers of a column for these documents."""
        values: list[int] = self._searcher.fast_field_values(name, addresses)
        return values

    def stored(self, name: str, address: Address) -> bytes:
        """What was stored of a document."""
        return bytes(self._searcher.doc(address)[name][0])

    def counted(self, query: Compiled, column: str) -> dict[Any, int]:
        """Per value of a column how many documents that fit bear it."""
        asked = {"found": {"terms": {"field": column, "size": _DEEP}}}
        buckets = self._searcher.aggregate(query, asked)["found"]["buckets"]
        return {bucket["key"]: bucket["doc_count"] for bucket in buckets}

    def beginning(self, field: str, prefix: str) -> list[str]:
        """The terms of a field that begin so."""
        return [found for found, _ in self._searcher.terms_with_prefix(field, prefix)]
