"""The embedded search engine: Whoosh keeps the postings, `indexer.ranking` decides. The only door to whoosh.

Used are its storage, segments, commits and locks; not its parser (NOT is answered wrongly), not its
collectors (facets and limits exclude each other), not its scores (they count deleted documents) and not
`update_document` (it opens a reader per document). The name of the index on disk holds the version of the
schema and of the analysis: after a change of either the directory counts as empty and is filled again.
"""

import re
import threading
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from functools import cache
from heapq import nlargest
from itertools import islice
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, TypeVar

from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Existence, Positions
from whoosh.index import FileIndex, LockError
from whoosh.writing import CLEAR, OPTIMIZE

from corpus.errors import WetgevingError
from indexer.document import IndexDocument, SearchHit, SearchRequest, SearchResult
from indexer.dutch import ANALYSIS
from indexer.errors import IndexBusyError, IndexUnreadableError, QueryError
from indexer.facets import Facets, check, combination
from indexer.forms import PROVISIONS, Form
from indexer.highlight import Highlighter
from indexer.segment_memory import SegmentMemory, column_of
from indexer.synonyms import asked
from indexer.terms import Occurrences, place
from indexer.without import scored

SCHEMA = 2
NAME = f"wetgeving{SCHEMA}x{re.sub('[^a-z0-9]', '', ANALYSIS)}"
BUSY_AFTER_SECONDS = 2.0
BUFFER_MEGABYTES = 64  # of postings, by whoosh's own estimate; what does not fit is sorted on disk
MOST_EXPANSIONS = 2000

_TOC = re.compile(rf"_{NAME}_(\d+)\.toc")
_OURS = re.compile(r"_?(wetgeving\d+x[a-z0-9]+)_\w+\.[\w.]+")
_SEGMENT = ".seg"
_SEPARATOR = "\x1f"
_T = TypeVar("_T")
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
        exact=_Terms(Positions()),
        stemmed=_Terms(Existence()),
        parts=_Terms(Existence()),
        facets=COLUMN(VarBytesColumn()),
        place=COLUMN(VarBytesColumn()),
        digest=COLUMN(VarBytesColumn()),
        length=COLUMN(NumericColumn("I")),
        document=STORED(),
    )


def _fields(document: IndexDocument, form: Form) -> dict[str, object]:
    """A document as whoosh takes it."""
    found = form.terms(document)
    return {
        "id": document.id,
        "version": document.version,
        "number": found.number or None,
        "exact": found.exact,
        "stemmed": found.stemmed,
        "parts": found.parts,
        "facets": combination(document, form.facets).encode(),
        "place": place(document).encode(),
        "digest": f"{document.id}{_SEPARATOR}{document.digest}".encode(),
        "length": found.length,
        "document": tuple(getattr(document, name) for name in form.stored),
    }


@contextmanager
def _reading(directory: Path) -> Iterator[None]:
    """Whatever whoosh trips over in its own files is one named error."""
    try:
        yield
    except (WetgevingError, MemoryError):
        raise
    except Exception as error:
        raise IndexUnreadableError(
            "De zoekindex kan niet worden gelezen.",
            value=f"{type(error).__name__}: {error}",
            where=str(directory),
            remedy="Bouw de index opnieuw: wetgeving refresh --index.",
        ) from error


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


class WhooshEngine:
    """A search engine in one directory, shared by threads; the next search sees what others committed."""

    def __init__(self, directory: Path, form: Form = PROVISIONS) -> None:
        self._directory, self._form = directory, form
        self._one_at_a_time = threading.Lock()  # readers of one segment share a file position
        self._memory = SegmentMemory()
        self._snapshot: _Snapshot | None = None
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
        query = asked(request)
        check(request.filters, self._form.facets)
        with self._one_at_a_time:
            snapshot = self._current()
            scores = scored(query, snapshot, request, self._form.evaluate)
            page = snapshot.page(scores, offset=max(0, request.offset), limit=max(0, request.limit))
            found = [(snapshot.stored(number), scores[number]) for number in page]
            facets = snapshot.facets.counts(scores)
        return SearchResult(len(scores), _hits(found, self._form, Highlighter(query)), facets)

    def clear(self) -> None:
        """Throw the whole index away, also a damaged one and those of older schemas."""
        try:
            with self._writer() as writer:
                writer.mergetype = CLEAR
        except IndexUnreadableError:
            self._make(anew=True)
        for path in self._files(own=False):
            path.unlink(missing_ok=True)

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

    def _current(self) -> "_Snapshot":
        commit = self._newest()
        if self._snapshot is None or commit != self._commit:
            with _reading(self._directory):
                snapshot = _Snapshot(self._directory, self._open().reader(), self._memory, self._form)
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
        with _reading(self._directory):
            if self._newest() is None:
                self._make()
            return FileIndex(_Files(str(self._directory)), indexname=NAME)

    def _make(self, *, anew: bool = False) -> None:
        """Make an empty index where there is none, or in the place of a damaged one."""
        with _reading(self._directory):
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
            with _reading(self._directory):
                writer.commit()
        except BaseException:
            if not writer.is_closed:
                writer.cancel()
            raise

    def _numbers(self, writer: Any, ids: Set[str]) -> list[int]:
        with _reading(self._directory):
            reader = writer.reader()
            try:
                leaves = reader.leaf_readers()
                wanted = ((id_, leaf, base) for id_ in sorted(ids) for leaf, base in leaves)
                return [
                    base + posting.id() for id_, leaf, base in wanted for posting in _walk(leaf, "id", id_)
                ]
            finally:
                reader.close()


def _hits(
    found: Sequence[tuple[tuple[Any, ...], float]], form: Form, highlighter: Highlighter
) -> tuple[SearchHit, ...]:
    """Hits with their snippets; versions that share a text share the work."""
    snippet = cache(highlighter.snippet)
    return tuple(form.hit(stored, score, snippet) for stored, score in found)


def _walk(leaf: Any, field_name: str, term: str) -> Iterator[Any]:
    """Whoosh's matcher at each living document of a segment that has the term."""
    if (field_name, term) in leaf:
        matcher = leaf.postings(field_name, term)
        while matcher.is_active():
            yield matcher
            matcher.next()


class _Snapshot:
    """One committed state of an index: the `Postings` on which a question is evaluated."""

    def __init__(self, directory: Path, reader: Any, memory: SegmentMemory, form: Form) -> None:
        self._directory, self._reader = directory, reader
        self._leaves = [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all()]
        self._bases = [base for _, base in self._leaves]
        self._columns: dict[tuple[str, int], Any] = {}
        borne, self._lengths = array("I"), array("I")
        for leaf, _ in self._leaves:
            columns = memory.columns(leaf)
            borne += columns.facets
            self._lengths += columns.lengths
        memory.keep({leaf.segment().segment_id() for leaf, _ in self._leaves})
        self.facets = Facets(form.facets, (key.decode() for key in memory.facets), borne)
        self._documents = frozenset(base + n for leaf, base in self._leaves for n in leaf.all_doc_ids())
        total = sum(self._lengths[document] for document in self._documents)
        self._average = total / len(self._documents) if total else 1.0

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def documents(self) -> Set[int]:
        """All living documents."""
        return self._documents

    def stemmed(self, stem: str) -> dict[int, float]:
        """Documents with a stem, and its weight in them."""
        return self._found("stemmed", stem, lambda posting: posting.weight())

    def parts(self, stem: str) -> dict[int, float]:
        """Documents with a compound of which this is the stem of a part, and its weight in them."""
        return self._found("parts", stem, lambda posting: posting.weight())

    def exact(self, word: str) -> dict[int, float]:
        """Documents with a word as it is, and its weight in them."""
        return self._found("exact", word, lambda posting: posting.weight())

    def positions(self, word: str) -> dict[int, Sequence[int]]:
        """Documents with a word, and where it stands."""
        decode = Positions().decode_positions
        return self._found("exact", word, lambda posting: decode(posting.value()))

    def numbered(self, number: str) -> Set[int]:
        """Documents that are the article of this number."""
        return self._found("number", number, lambda _: None).keys()

    def starting(self, prefix: str) -> list[str]:
        """The words that begin so; an error when they are too many to be what anyone means."""
        found: set[bytes] = set()
        with _reading(self._directory):
            for leaf, _ in self._leaves:
                found.update(islice(leaf.expand_prefix("exact", prefix), MOST_EXPANSIONS + 1))
        if len(found) > MOST_EXPANSIONS:
            remedy = "Typ meer letters voor het sterretje."
            raise QueryError("Te veel woorden beginnen zo.", value=f"{prefix}*", remedy=remedy)
        return sorted(term.decode() for term in found)

    def length_ratio(self, document: int) -> float:
        """The length of a document against the average of the living ones."""
        return self._lengths[document] / self._average

    def page(self, scores: Mapping[int, float], *, offset: int, limit: int) -> list[int]:
        """The documents of one page, by score and then by place; only those that can be on it are sorted."""
        highest = nlargest(offset + limit, scores.values())
        if len(highest) <= offset:
            return []
        candidates = [document for document, score in scores.items() if score >= highest[-1]]
        with _reading(self._directory):
            candidates.sort(key=lambda document: (-scores[document], self._value("place", document)))
        return candidates[offset : offset + limit]

    def stored(self, document: int) -> tuple[Any, ...]:
        """The document itself, as it was stored."""
        with _reading(self._directory):
            return tuple(self._reader.stored_fields(document)["document"])

    def digests(self, version: str | None) -> dict[str, str]:
        """Id and digest of all documents, or of those of one version."""
        of_version = (
            self._found("version", version, lambda _: None) if version is not None else self._documents
        )
        with _reading(self._directory):
            values = [self._value("digest", document).decode() for document in sorted(of_version)]
        return {id_: digest for id_, _, digest in (value.rpartition(_SEPARATOR) for value in values)}

    def _found(self, field_name: str, term: str, read: Callable[[Any], _T]) -> dict[int, _T]:
        with _reading(self._directory):
            return {
                base + posting.id(): read(posting)
                for leaf, base in self._leaves
                for posting in _walk(leaf, field_name, term)
            }

    def _value(self, column: str, document: int) -> bytes:
        index = bisect_right(self._bases, document) - 1
        leaf, base = self._leaves[index]
        key = (column, index)
        if key not in self._columns:
            self._columns[key] = column_of(leaf, column)
        value: bytes = self._columns[key][document - base]
        return value
