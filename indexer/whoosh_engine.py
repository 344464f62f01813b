"""The embedded search engine: Whoosh keeps the postings, `indexer.ranking` decides. The only door to whoosh.

Used are its storage, segments, commits and locks; not its parser (NOT is answered wrongly), not its
collectors (facets and limits exclude each other), not its scores (they count deleted documents) and not
`update_document` (it opens a reader per document). The name of the index on disk holds the version of the
schema and of the analysis: after a change of either the directory counts as empty and is filled again.
"""

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from pickle import loads  # whoosh writes places so; an index is no file from elsewhere
from typing import Any

from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Existence, Positions
from whoosh.index import FileIndex, LockError
from whoosh.writing import CLEAR, OPTIMIZE

from indexer.document import IndexDocument, SearchHit, SearchRequest, SearchResult, Sort
from indexer.dutch import ANALYSIS
from indexer.errors import IndexBusyError, IndexUnreadableError
from indexer.facets import check, combination
from indexer.forms import PROVISIONS, Form
from indexer.highlight import Highlighter
from indexer.loosening import concepts, loosened
from indexer.query import Or
from indexer.ranking import holding
from indexer.segment_memory import SegmentMemory
from indexer.segments import SEPARATOR, Snapshot, reading, walk
from indexer.selecting import Chosen, select
from indexer.spelling import explained
from indexer.synonyms import Reread, reread
from indexer.terms import Occurrences, group, place
from indexer.without import seen_by

SCHEMA = 4
NAME = f"wetgeving{SCHEMA}x{re.sub('[^a-z0-9]', '', ANALYSIS)}"
BUSY_AFTER_SECONDS = 2.0
BUFFER_MEGABYTES = 64  # of postings, by whoosh's own estimate; what does not fit is sorted on disk

_TOC = re.compile(rf"_{NAME}_(\d+)\.toc")
_OURS = re.compile(r"_?(wetgeving\d+x[a-z0-9]+)_\w+\.[\w.]+")
_SEGMENT = ".seg"
_LENGTHS = "_len.col"
_BEFORE_STEPS = 4  # how often the word occurs
_LOCK = f"{NAME}_WRITELOCK"


class _Terms(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """A field whose terms were made by our own analysis."""

    def __init__(self, posting_format: Any) -> None:
        super().__init__(format=posting_format, analyzer=None)

    def index(
        self, value: Mapping[str, Occurrences], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        encode = self.format.encode
        for term, found in value.items():
            yield term.encode(), len(found.positions), found.weight, encode(found.positions)


def _schema() -> Any:
    return Schema(
        id=ID(),
        version=ID(),
        number=ID(),
        lid=_Terms(Existence()),
        point=_Terms(Existence()),
        exact=_Terms(Positions()),
        stemmed=_Terms(Positions()),
        parts=_Terms(Positions()),
        context=_Terms(Existence()),
        facets=COLUMN(VarBytesColumn()),
        group=COLUMN(VarBytesColumn()),
        place=COLUMN(VarBytesColumn()),
        digest=COLUMN(VarBytesColumn()),
        length=COLUMN(NumericColumn("I")),
        sequence=COLUMN(NumericColumn("I")),
        document=STORED(),
    )


def _fields(document: IndexDocument, form: Form) -> dict[str, object]:
    """A document as whoosh takes it."""
    found = form.terms(document)
    return {
        "id": document.id,
        "version": document.version,
        "number": found.number or None,
        "lid": {number: Occurrences(1.0, [0]) for number in found.leden},
        "point": {number: Occurrences(1.0, [0]) for number in found.points},
        "exact": found.exact,
        "stemmed": found.stemmed,
        "parts": found.parts,
        "context": found.context,
        "facets": combination(document, form.facets).encode(),
        "group": group(document).encode(),
        "place": place(document).encode(),
        "digest": f"{document.id}{SEPARATOR}{document.digest}".encode(),
        "length": found.length,
        "sequence": document.sequence,
        "document": tuple(getattr(document, name) for name in form.stored),
    }


def _places(value: bytes) -> list[int]:
    """What `Positions.decode_positions` says: steps that whoosh pickled without the last sign, added up."""
    steps = value[_BEFORE_STEPS:]
    return list(accumulate(loads(steps if steps.endswith(b".") else steps + b".")))  # noqa: S301


class _Files(FileStorage):  # type: ignore[misc]  # whoosh is untyped
    """The files of an index, segments mapped: of what whoosh maps by itself it makes a copy in memory."""

    def __init__(self, directory: str) -> None:
        super().__init__(directory, supports_mmap=False)

    def open_file(self, name: str, **options: object) -> Any:
        """A file to read."""
        if not name.endswith(_SEGMENT):
            return super().open_file(name, **options)
        with Path(self.folder, name).open("rb") as file:
            return StructFile(mmap(file.fileno(), 0, access=ACCESS_READ), name)

    def file_exists(self, name: str) -> bool:
        """Whether a file is there; our fields keep no lengths, for which whoosh asks at every posting."""
        return not name.endswith(_LENGTHS) and bool(super().file_exists(name))


class WhooshEngine:
    """A search engine in one directory, shared by threads; the next search sees what others committed."""

    def __init__(self, directory: Path, form: Form = PROVISIONS) -> None:
        self._directory, self._form = directory, form
        self._one_at_a_time = threading.Lock()  # readers of one segment share a file position
        self._memory = SegmentMemory()
        self._snapshot: Snapshot | None = None
        self._commit: tuple[int, int, int] | None = None

    def digests(self, version: str | None = None) -> dict[str, str]:
        """Document id to digest, for one version or for the whole index."""
        with self._one_at_a_time:
            return self._current().digests(version)

    def apply(self, add: Iterable[IndexDocument], delete: Iterable[str]) -> None:
        """Delete these ids, add or replace these documents, commit: all or nothing."""
        documents = {document.id: document for document in add}
        replaced = documents.keys() | set(delete)
        if not replaced:
            return
        with self._writer() as writer:
            for number in self._numbers(writer, replaced):
                writer.delete_document(number)
            for document in documents.values():
                writer.add_document(**_fields(document, self._form))

    def search(self, request: SearchRequest) -> SearchResult:
        """Hits of one page, exact total and facets over all hits that pass the filters."""
        read = reread(request)
        check(request.filters, self._form.facets)
        with self._one_at_a_time:
            snapshot = self._current()
            postings = seen_by(snapshot, request)
            scores = snapshot.facets.passing(self._form.evaluate(read.query, postings), request.filters)
            selection = select(scores, snapshot, request)
            found = [(snapshot.stored(one.document), one) for one in selection.page]
            count = partial(holding, postings=postings)
            terms = () if scores else explained(read.asked, request.query, postings, count)
            looser = self._looser(read, request, snapshot, selection.total, scores.keys())
        hits = _hits(found, self._form, Highlighter(read.query))
        return SearchResult(selection.total, hits, selection.facets, read.remarks, terms, looser)

    def _looser(
        self, read: Reread, request: SearchRequest, snapshot: Snapshot, total: int, strict: Set[int]
    ) -> tuple[SearchHit, ...]:
        """Hits that lack words of the question, as many as make up what was asked for."""
        room = request.looser - total
        if room <= 0 or read.plain is None:
            return ()
        postings = seen_by(snapshot, request)
        asked = concepts(read, request.query, postings)
        if request.grouped:
            groups = {snapshot.groups[document] for document in strict}
            strict = {d for d in postings.documents() if snapshot.groups[d] in groups} if groups else strict
        found = loosened(asked, postings, strict)
        scores = snapshot.facets.passing(found.scores, request.filters)
        wanted = replace(request, limit=room, offset=0, sort=Sort.RELEVANCE)
        page = select(scores, snapshot, wanted).page
        ways = tuple(way.query for concept in asked for way in concept.ways)
        hits = _hits(
            [(snapshot.stored(one.document), one) for one in page], self._form, Highlighter(Or(ways))
        )
        return tuple(
            replace(hit, missing=found.missing(one.document), instead=found.instead(one.document))
            for hit, one in zip(hits, page, strict=True)
        )

    def replace(self, documents: Iterable[IndexDocument]) -> None:
        """Hold these documents and nothing else; a damaged index is made anew."""
        try:
            self._open()
        except IndexUnreadableError:
            self._make(anew=True)
        with self._writer() as writer:
            writer.mergetype = CLEAR
            for document in documents:
                writer.add_document(**_fields(document, self._form))
        self._sweep()

    def _sweep(self) -> None:
        """Throw away what indexes of older schemas left."""
        for path in self._files(own=False):
            path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Throw the whole index away, also a damaged one and those of older schemas."""
        try:
            with self._writer() as writer:
                writer.mergetype = CLEAR
        except IndexUnreadableError:
            self._make(anew=True)
        self._sweep()

    def compact(self) -> None:
        """Write all segments anew: a deleted document stays in its segment until that is merged."""
        with self._writer() as writer:
            writer.mergetype = OPTIMIZE

    def close(self) -> None:
        """Let go of the files; the next search opens them again."""
        with self._one_at_a_time:
            if self._snapshot is not None:
                self._snapshot.close()
            self._snapshot = None

    def _current(self) -> Snapshot:
        commit = self._newest()
        if self._snapshot is None or commit != self._commit:
            with reading(self._directory):
                snapshot = Snapshot(
                    self._open().reader(),
                    self._memory,
                    self._form.facets,
                    directory=self._directory,
                    decode=_places,
                )
            if self._snapshot is not None:
                self._snapshot.close()
            self._snapshot, self._commit = snapshot, commit
        return self._snapshot

    def _newest(self) -> tuple[int, int, int] | None:
        """What changes with every commit, also when an index was made anew and counts from 0 again."""
        found = ((_TOC.fullmatch(path.name), path) for path in self._files(own=True))
        for generation, path in sorted(
            ((int(match[1]), path) for match, path in found if match), reverse=True
        ):
            with suppress(FileNotFoundError):  # another process commits just now
                state = path.stat()
                return generation, state.st_ino, state.st_mtime_ns
        return None

    def _files(self, *, own: bool) -> list[Path]:
        """The files of this index, or those of indexes with another schema."""
        if not self._directory.is_dir():
            return []
        found = ((_OURS.fullmatch(path.name), path) for path in self._directory.iterdir())
        return [path for match, path in found if match and (match[1] == NAME) == own]

    def _open(self) -> Any:
        with reading(self._directory):
            if self._newest() is None:
                self._make()
            return FileIndex(_Files(str(self._directory)), indexname=NAME)

    def _make(self, *, anew: bool = False) -> None:
        """Make an empty index where there is none, or in the place of a damaged one."""
        with reading(self._directory):
            self._directory.mkdir(parents=True, exist_ok=True)
            storage = _Files(str(self._directory))
            lock = storage.lock(_LOCK)
            lock.acquire(blocking=True)
            try:
                for path in self._files(own=True) if anew else ():
                    path.unlink(missing_ok=True)
                if self._newest() is None:
                    FileIndex.create(storage, _schema(), NAME)
            finally:
                lock.release()

    @contextmanager
    def _writer(self) -> Iterator[Any]:
        """A writer that commits at the end, or takes everything back."""
        index = self._open()
        try:
            writer = index.writer(timeout=BUSY_AFTER_SECONDS, delay=0.05, limitmb=BUFFER_MEGABYTES)
        except LockError as error:
            raise IndexBusyError(
                "Een ander proces schrijft in de zoekindex.",
                where=str(self._directory),
                remedy="Probeer het opnieuw als dat klaar is.",
            ) from error
        try:
            yield writer
            with reading(self._directory):
                writer.commit()
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise

    def _numbers(self, writer: Any, ids: Set[str]) -> list[int]:
        with reading(self._directory):
            reader = writer.reader()
            try:
                leaves = reader.leaf_readers()
                wanted = ((id_, leaf, base) for id_ in sorted(ids) for leaf, base in leaves)
                return [
                    base + posting.id() for id_, leaf, base in wanted for posting in walk(leaf, "id", id_)
                ]
            finally:
                reader.close()


def _hits(
    found: Sequence[tuple[tuple[Any, ...], Chosen]], form: Form, highlighter: Highlighter
) -> tuple[SearchHit, ...]:
    """Hits with their snippets; versions that share a text share the work."""
    snippet = cache(highlighter.snippet)
    return tuple(
        replace(form.hit(stored, one.score, snippet), versions=one.versions) for stored, one in found
    )
