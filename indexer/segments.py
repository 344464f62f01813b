"""One committed state of an index of segments: the postings on which a question is evaluated.

It knows segments by what they answer, not the library they come from: the door to that is `whoosh_engine`.
Whatever goes wrong in the files is one named error.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from corpus.errors import WetgevingError
from indexer.errors import IndexUnreadableError, QueryError
from indexer.facets import Facets
from indexer.query_nodes import ARTICLE, LID, POINT, Mark
from indexer.segment_memory import Columns, SegmentMemory, column_of

MOST_EXPANSIONS = 2000
SEPARATOR = "\x1f"
_FIELDS = {ARTICLE: "number", LID: "lid", POINT: "point"}
_MOST_REMEMBERED = 32
_MOST_HELD = 100_000  # postings, some ten megabytes
_T = TypeVar("_T")


@contextmanager
def reading(directory: Path) -> Iterator[None]:
    """Whatever goes wrong in the files of an index is one named error."""
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


def walk(leaf: Any, field_name: str, term: str) -> Iterator[Any]:
    """The matcher at each living document of a segment that has the term."""
    if (field_name, term) in leaf:
        matcher = leaf.postings(field_name, term)
        while matcher.is_active():
            yield matcher
            matcher.next()


class _Places(Mapping[int, Sequence[int]]):
    """Where a word stands in each document, read when it is asked: few of them have all words of a phrase."""

    def __init__(self, written: Mapping[int, bytes], decode: Callable[[bytes], list[int]]) -> None:
        self._written, self._decode = written, decode

    def __getitem__(self, document: int) -> Sequence[int]:
        return self._decode(self._written[document])

    def __iter__(self) -> Iterator[int]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)


class Snapshot:
    """One committed state of an index: the `Postings` on which a question is evaluated."""

    def __init__(
        self,
        reader: Any,
        memory: SegmentMemory,
        facets: Sequence[str],
        *,
        directory: Path,
        decode: Callable[[bytes], list[int]],
    ) -> None:
        self._directory, self._reader, self._decode = directory, reader, decode
        self._leaves = [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all()]
        self._bases = [base for _, base in self._leaves]
        self._columns: dict[tuple[str, int], Any] = {}
        borne = Columns()
        for leaf, _ in self._leaves:
            borne.extend(memory.columns(leaf))
        memory.keep({leaf.segment().segment_id() for leaf, _ in self._leaves})
        self.groups, self.sequences, self._lengths = borne.groups, borne.sequences, borne.lengths
        self.facets = Facets(facets, (key.decode() for key in memory.facets), borne.facets, self.documents)
        self._group_places = list(memory.groups)
        self._marked: dict[Mark, Set[int]] = {}
        self._read: dict[tuple[str, str], Mapping[int, float]] = {}
        self._held = 0
        self._documents = frozenset(base + n for leaf, base in self._leaves for n in leaf.all_doc_ids())
        total = sum(self._lengths[document] for document in self._documents)
        self._average = total / len(self._documents) if total else 1.0

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def documents(self) -> Set[int]:
        """All living documents."""
        return self._documents

    def stemmed(self, stem: str) -> Mapping[int, float]:
        """Documents with a stem, and its weight in them."""
        return self._weights("stemmed", stem)

    def parts(self, stem: str) -> Mapping[int, float]:
        """Documents with a compound of which this is the stem of a part, and its weight in them."""
        return self._weights("parts", stem)

    def exact(self, word: str) -> Mapping[int, float]:
        """Documents with a word as it is, and its weight in them."""
        return self._weights("exact", word)

    def context(self, stem: str) -> Mapping[int, float]:
        """Documents below a heading with a stem, or with a part of it."""
        return self._weights("context", stem)

    def positions(self, word: str) -> Mapping[int, Sequence[int]]:
        """Documents with a word, and where it stands."""
        return self._places("exact", word)

    def stem_positions(self, stem: str) -> Mapping[int, Sequence[int]]:
        """Documents with a stem, and where it stands."""
        return self._places("stemmed", stem)

    def part_positions(self, stem: str) -> Mapping[int, Sequence[int]]:
        """Documents with a compound of which this is the stem of a part, and where it stands."""
        return self._places("parts", stem)

    def numbered(self, number: str, level: str = ARTICLE) -> Set[int]:
        """Documents that are the article of this number; of another level, that have or are it."""
        return self._found(_FIELDS[level], number, lambda _: None).keys()

    def marked(self, mark: Mark) -> Set[int]:
        """Documents of which this is true; remembered for the next question."""
        if mark not in self._marked:
            if len(self._marked) >= _MOST_REMEMBERED:
                self._marked.clear()
            self._marked[mark] = self.facets.marked(mark) & self._documents
        return self._marked[mark]

    def vocabulary(self, prefix: str, most: int) -> list[str]:
        """The words that begin so; none when they are more than `most`."""
        found = self._beginning(prefix, most)
        return sorted(term.decode() for term in found) if len(found) <= most else []

    def starting(self, prefix: str) -> list[str]:
        """The words that begin so; an error when they are too many to be what anyone means."""
        found = self._beginning(prefix, MOST_EXPANSIONS)
        if len(found) > MOST_EXPANSIONS:
            remedy = "Typ meer letters voor het sterretje."
            raise QueryError("Te veel woorden beginnen zo.", value=f"{prefix}*", remedy=remedy)
        return sorted(term.decode() for term in found)

    def length_ratio(self, document: int) -> float:
        """The length of a document against the average of the living ones."""
        return self._lengths[document] / self._average

    def place(self, document: int) -> bytes:
        """A key under which equal documents stand."""
        return self._value("place", document)

    def group_place(self, group: int) -> bytes:
        """A key under which equal groups stand."""
        return self._group_places[group]

    def stored(self, document: int) -> tuple[Any, ...]:
        """The document itself, as it was stored."""
        with reading(self._directory):
            return tuple(self._reader.stored_fields(document)["document"])

    def digests(self, version: str | None) -> dict[str, str]:
        """Id and digest of all documents, or of those of one version."""
        of_version = (
            self._found("version", version, lambda _: None) if version is not None else self._documents
        )
        with reading(self._directory):
            values = [self._value("digest", document).decode() for document in sorted(of_version)]
        return {id_: digest for id_, _, digest in (value.rpartition(SEPARATOR) for value in values)}

    def _beginning(self, prefix: str, most: int) -> set[bytes]:
        found: set[bytes] = set()
        with reading(self._directory):
            for leaf, _ in self._leaves:
                found.update(islice(leaf.expand_prefix("exact", prefix), most + 1))
        return found

    def _weights(self, field_name: str, term: str) -> Mapping[int, float]:
        """Read once for a question, which asks them strictly, loosely and for what explains it."""
        key = field_name, term
        if key not in self._read:
            found = self._found(field_name, term, lambda posting: posting.weight())
            self._held += len(found)
            if self._held > _MOST_HELD:
                self._read.clear()
                self._held = len(found)
            self._read[key] = found
        return self._read[key]

    def _places(self, field_name: str, term: str) -> Mapping[int, Sequence[int]]:
        return _Places(self._found(field_name, term, lambda posting: posting.value()), self._decode)

    def _found(self, field_name: str, term: str, read: Callable[[Any], _T]) -> dict[int, _T]:
        with reading(self._directory):
            return {
                base + posting.id(): read(posting)
                for leaf, base in self._leaves
                for posting in walk(leaf, field_name, term)
            }

    def _value(self, column: str, document: int) -> bytes:
        index = bisect_right(self._bases, document) - 1
        leaf, base = self._leaves[index]
        key = (column, index)
        if key not in self._columns:
            self._columns[key] = column_of(leaf, column)
        value: bytes = self._columns[key][document - base]
        return value
