"""Our engines as `benchmarks.search` asks them, and beside each its own library with nothing of ours around.

The library reads the index that our engine made. Its bare answer is the first twenty by its own score, with
no total, facets or snippets; in Whoosh it knows no kinds of work, so that `field` is there the word alone.
"""

import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import tantivy
from whoosh import index as whoosh_index
from whoosh.query import And, Phrase, Prefix, Term
from whoosh.scoring import TF_IDF

from benchmarks.search_corpus import changed
from benchmarks.search_memory import asked_as_the_page
from benchmarks.search_questions import Question
from indexer import open_engine
from indexer.document import IndexDocument, SearchRequest
from indexer.dutch import stem
from indexer.forms import PROVISIONS
from indexer.whoosh_engine import NAME, _fields

PAGE = 20
Bare = Callable[[Question], None]


class Ours:
    """One engine of the registry."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.path = name, folder / name
        self.url = f"{name}://{self.path}"
        self._engine = open_engine(self.url)
        self._bare: Bare | None = None

    def build(self, documents: Sequence[IndexDocument]) -> None:
        """Index all in one commit."""
        self._engine.apply(documents, ())

    def page(self, question: Question) -> int:
        """One page; the total."""
        return self._engine.search(asked_as_the_page(question.text)).total

    def bare(self, question: Question) -> None:
        """The ids of the first twenty, by the library itself."""
        if self._bare is None:
            self._bare = _BARE[self.name](self.path)
        self._bare(question)

    def update(self, documents: Sequence[tuple[int, IndexDocument]], word: str) -> int:
        """Give each document a word more; how many are then found by it."""
        self._engine.apply([changed(document, word) for _, document in documents], ())
        return self._engine.search(SearchRequest(word, limit=1)).total

    def refused(self, text: str) -> str:
        """What is said to a question that would run away; "" when it was answered."""
        return "; ".join(self._engine.search(asked_as_the_page(text)).remarks)

    def close(self) -> None:
        """Let go of the files."""
        self._engine.close()


def update_by_whoosh(path: Path, documents: Sequence[IndexDocument], word: str) -> float:
    """Seconds that whoosh's own `update_document` takes for the same change, in a copy of the index."""
    copy = path.with_name(f"{path.name}-copy")
    shutil.copytree(path, copy)
    with whoosh_index.open_dir(str(copy), indexname=NAME).searcher() as searcher:
        before = searcher.doc_count()
    started = time.perf_counter()
    writer = whoosh_index.open_dir(str(copy), indexname=NAME).writer()
    writer.schema["id"].unique = True
    for document in documents:
        writer.update_document(**_fields(changed(document, word), PROVISIONS))
    writer.commit()
    with whoosh_index.open_dir(str(copy), indexname=NAME).searcher() as searcher:
        found = len(searcher.search(Term("exact", word.encode()), limit=None))
        living = searcher.doc_count()
    seconds = time.perf_counter() - started
    if found != len(documents) or living != before:
        raise SystemExit(f"update_document maakte {found} van {len(documents)} bepalingen zichtbaar")
    shutil.rmtree(copy)
    return seconds


def _bare_whoosh(path: Path) -> Bare:
    searcher = whoosh_index.open_dir(str(path), indexname=NAME).searcher(weighting=TF_IDF())

    def asked(question: Question) -> None:
        row = [Term("stemmed", stem(word)) for word in question.words]
        query: Any = {
            "phrase": lambda: Phrase("exact", list(question.words)),
            "prefix": lambda: Prefix("exact", question.words[0]),
            "and": lambda: And(row),
        }.get(question.name, lambda: row[0])()
        [hit.docnum for hit in searcher.search(query, limit=PAGE)]

    return asked


def _bare_tantivy(path: Path) -> Bare:
    (made,) = path.rglob("meta.json")
    index: Any = tantivy.Index.open(str(made.parent))
    schema, searcher, ask = index.schema, index.searcher(), tantivy.Query
    must: Any = tantivy.Occur.Must

    def asked(question: Question) -> None:
        row = [ask.term_query(schema, "stem_text", stem(word)) for word in question.words]
        if question.kind:
            row.append(ask.regex_query(schema, "combination", f"{question.kind}\x1f.*"))
        if question.name == "phrase":
            query = ask.phrase_query(schema, "row_text", list(question.words))
        elif question.name == "prefix":
            query = ask.regex_query(schema, "row_text", f"{question.words[0]}.*")
        else:
            query = ask.boolean_query([(must, one) for one in row])
        [address for _, address in searcher.search(query, PAGE, count=False).hits]

    return asked


_BARE: Mapping[str, Callable[[Path], Bare]] = {"tantivy": _bare_tantivy, "whoosh": _bare_whoosh}
