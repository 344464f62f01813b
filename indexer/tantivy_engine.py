"""The search engine for the whole of Dutch law on one machine: Tantivy, behind the same contract as Whoosh.

The documents, the analysis and the nodes are those of every engine. The index stands in a directory of its
own, of which the name holds the version of the schema and of the analysis: after a change of either it counts
as empty and is filled again. One writes at a time; whoever reads serves what was committed last, also while
the index is written anew.
"""

import fcntl
import os
import re
import shutil
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import IO, Any

from corpus.errors import WetgevingError
from indexer.document import IndexDocument, SearchHit, SearchRequest, SearchResult
from indexer.dutch import ANALYSIS
from indexer.errors import IndexBusyError, IndexUnreadableError
from indexer.facets import check
from indexer.forms import PROVISIONS, Form
from indexer.highlight import Highlighter
from indexer.loosening import concepts
from indexer.query import Or
from indexer.spelling import explained
from indexer.synonyms import Reread, reread
from indexer.tantivy_compile import Compiler
from indexer.tantivy_door import Compiled, document_of, empty, opened, terms, writer
from indexer.tantivy_fields import fields_of
from indexer.tantivy_looser import Looser
from indexer.tantivy_marks import Marks
from indexer.tantivy_pages import Hit, first, page
from indexer.tantivy_snapshot import Seen, Snapshot

SCHEMA = 1
NAME = f"tantivy{SCHEMA}x{re.sub('[^a-z0-9]', '', ANALYSIS)}"
BUSY_AFTER_SECONDS = 2.0

_GONE = "-gone"
_OURS = re.compile(rf"tantivy\d+x[a-z0-9]+(?:{_GONE})?")
_META = "meta.json"
_PANIC = "PanicException"  # what a damaged file can make of the library; it is no `Exception`
_State = tuple[int, int, int]


class TantivyEngine:
    """A search engine in one directory, shared by threads; the next search sees what others committed."""

    def __init__(self, directory: Path, form: Form = PROVISIONS) -> None:
        self._directory, self._form = directory, form
        self._index = directory / NAME
        self._opening = threading.Lock()
        self._merging: threading.Thread | None = None
        self._snapshot: tuple[_State | None, Snapshot] | None = None

    def digests(self, version: str | None = None) -> dict[str, str]:
        """Document id to digest, for one version or for the whole index."""
        with self._reading():
            return self._current().digests(version)

    def apply(self, add: Iterable[IndexDocument], delete: Iterable[str]) -> None:
        """Delete these ids, add or replace these documents, commit: all or nothing."""
        documents = {document.id: document for document in add}
        replaced = documents.keys() | set(delete)
        if not replaced:
            return
        with self._writing() as target:
            for id_ in sorted(replaced):
                target.delete_documents_by_term("id", id_)
            self._add(target, documents.values())

    def replace(self, documents: Iterable[IndexDocument]) -> None:
        """Hold these documents and no other, from one moment to the next; a damaged index is made anew."""
        try:
            with self._reading():
                self._current()
        except IndexUnreadableError:
            self.clear()
        self._replace(documents)

    def search(self, request: SearchRequest) -> SearchResult:
        """Hits of one page, exact total and facets over all hits that pass the filters."""
        read = reread(request)
        check(request.filters, self._form.facets)
        with self._reading():
            seen = Seen(self._current(), request)
            compiler = Compiler(read.query, seen)
            found = page(seen.snapshot, seen.passing(compiler.compiled()), request, scores=compiler.scores)
            explanation = () if found.total else explained(read.asked, request.query, seen, seen.holding)
            looser = self._looser(read, request, seen, found.total)
        hits = self._hits(found.hits, Highlighter(read.query))
        return SearchResult(found.total, hits, found.facets, read.remarks, explanation, looser)

    def _looser(self, read: Reread, request: SearchRequest, seen: Seen, total: int) -> tuple[SearchHit, ...]:
        """Hits that lack words of the question, as many as make up what was asked for."""
        room = request.looser - total
        if room <= 0 or not read.plain:
            return ()
        asked = concepts(read, request.query, seen)
        looser = Looser(seen, asked)
        best = first(seen.snapshot, looser.hits(self._strict(read, request, seen)), request, room)
        ways = tuple(way.query for concept in asked for way in concept.ways)
        told = looser.told([hit.address for hit in best])
        return tuple(
            replace(hit, missing=missing, instead=instead)
            for hit, (missing, instead) in zip(self._hits(best, Highlighter(Or(ways))), told, strict=True)
        )

    @staticmethod
    def _strict(read: Reread, request: SearchRequest, seen: Seen) -> Compiled:
        """What has all of a question; of grouped hits also their other versions."""
        query, searcher = Compiler(read.query, seen).matching(read.query), seen.snapshot.searcher
        if not request.grouped:
            return query
        groups = searcher.column("group", [address for _, address in searcher.all(seen.passing(query))])
        return terms("group", sorted(set(groups))) if groups else query

    def clear(self) -> None:
        """Throw the whole index away, also a damaged one and those of older schemas."""
        with self._locked():
            self._sweep(also_own=True)

    def _sweep(self, *, also_own: bool = False) -> None:
        """Throw away indexes; whoever still reads one keeps its files until he is done."""
        for path in list(self._directory.iterdir()):
            if _OURS.fullmatch(path.name) and (also_own or not path.name.startswith(NAME)):
                gone = path.with_name(f"{path.name.removesuffix(_GONE)}{_GONE}")
                if path != gone:
                    shutil.rmtree(gone, ignore_errors=True)
                    path.rename(gone)
                shutil.rmtree(gone)

    def compact(self) -> None:
        """Write all documents anew: a deleted one stays in its segment until that is merged."""
        with self._reading():
            snapshot = self._current()
        self._replace(snapshot.everything())
        self._merged()

    def close(self) -> None:
        """Let go of the files; the next search opens them again."""
        self._merged()
        with self._opening:
            self._snapshot = None

    def _hits(self, found: Iterable[Hit], highlighter: Highlighter) -> tuple[SearchHit, ...]:
        snippet, form = cache(highlighter.snippet), self._form
        stored = ((tuple(getattr(hit.document, name) for name in form.stored), hit) for hit in found)
        return tuple(
            replace(form.hit(values, hit.score, snippet), versions=hit.versions) for values, hit in stored
        )

    def _add(self, target: Any, documents: Iterable[IndexDocument]) -> None:
        for document in documents:
            target.add_document(document_of(fields_of(document, self._form.facets)))

    def _replace(self, documents: Iterable[IndexDocument]) -> None:
        with self._writing() as target:
            target.delete_all_documents()
            self._add(target, documents)
        self._sweep()

    def _current(self) -> Snapshot:
        known = self._snapshot
        state = self._state()
        if known is not None and known[0] == state:
            return known[1]
        with self._opening:
            state = self._state()  # before opening: what is committed meanwhile is seen by the next search
            known = self._snapshot
            if known is None or known[0] != state:
                searcher = empty() if state is None else opened(self._index)
                marks = Marks.of(searcher, self._form.facets, known[1].marks if known else None)
                known = self._snapshot = state, Snapshot(searcher, self._form, marks)
            return known[1]

    def _state(self) -> _State | None:
        """What changes with every commit, also of an index that was made anew; None when there is none."""
        try:
            found = os.stat(self._index / _META)
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    @contextmanager
    def _writing(self) -> Iterator[Any]:
        """A writer that commits at the end, or takes everything back."""
        lock = self._locked()
        try:
            with self._reading():
                self._index.mkdir(exist_ok=True)
                target = writer(self._index)
            try:
                yield target
                with self._reading():
                    target.commit()
            except BaseException:
                target.rollback()
                target.wait_merging_threads()
                raise
        except BaseException:
            lock.close()
            raise
        self._merging = threading.Thread(target=_merge, args=(target, lock))
        self._merging.start()

    def _merged(self) -> None:
        """Wait until what was committed last has been merged."""
        merging = self._merging
        if merging is not None:
            merging.join()

    def _locked(self) -> IO[str]:
        """A file that says that only this process and thread writes; the lock goes with who held it."""
        self._merged()
        with self._reading():
            self._directory.mkdir(parents=True, exist_ok=True)
            file = (self._directory / f"{NAME}.lock").open("w")
        give_up = time.monotonic() + BUSY_AFTER_SECONDS
        while not _taken(file.fileno()):
            if time.monotonic() > give_up:
                file.close()
                raise IndexBusyError(
                    "Een ander proces schrijft in de zoekindex.",
                    where=str(self._directory),
                    remedy="Probeer het opnieuw als dat klaar is.",
                )
            time.sleep(0.02)
        return file

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Whatever goes wrong in the files is one named error."""
        try:
            yield
        except (WetgevingError, MemoryError, UnicodeError):
            raise
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
                raise
            raise IndexUnreadableError(
                "De zoekindex kan niet worden gelezen.",
                value=f"{type(error).__name__}: {error}",
                where=str(self._directory),
                remedy="Bouw de index opnieuw: wetgeving refresh --index.",
            ) from error


def _merge(target: Any, lock: IO[str]) -> None:
    """Let segments be merged that became too many; nobody needs to wait for that but who writes next."""
    with lock:
        target.wait_merging_threads()


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
