"""One committed state of a Tantivy index, and what someone sees of it.

Combinations of marks and facet values are few, so that they are held in memory and a condition on them
becomes the numbers of those that fit; documents themselves stay in the index. What is hidden is left out of
every count before anything is weighed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized

from indexer.document import IndexDocument, SearchRequest
from indexer.errors import QueryError
from indexer.forms import Form
from indexer.query_nodes import Mark, Marked, Near, Query
from indexer.spans import Positions, pairs, spans, within
from indexer.tantivy_compile import Compiler
from indexer.tantivy_door import (
    Address,
    Compiled,
    Hits,
    Searcher,
    both,
    constant,
    everything,
    nothing,
    term,
    terms,
)
from indexer.tantivy_fields import MARKED, digest_of, marked, read_back
from indexer.tantivy_marks import Marks
from indexer.terms import Occurrences, Terms

MOST_EXPANSIONS = 2000
MOST_READ = 3000
"""Documents that are read for one question; more would take seconds."""


class Snapshot:
    """One committed state."""

    def __init__(self, searcher: Searcher, form: Form, marks: Marks) -> None:
        self.searcher, self.form, self.marks = searcher, form, marks

    def digests(self, version: str | None) -> dict[str, str]:
        """Id and digest of all documents, or of those of one version."""
        of = everything() if version is None else term("mark", marked("version", version))
        hits = self.searcher.all(of)
        return dict(digest_of(self.searcher.stored("digest", address)) for _, address in hits)

    def everything(self) -> Iterator[IndexDocument]:
        """All documents."""
        hits = self.searcher.all(everything())
        return (self.document(address) for _, address in hits)

    def document(self, address: Address) -> IndexDocument:
        """A document, as it was stored."""
        return read_back(self.searcher.stored("document", address))

    def vocabulary(self, prefix: str, most: int) -> list[str]:
        """The words that begin so; none when they are more than `most`."""
        found = self.searcher.beginning("word", prefix)
        return sorted(found) if len(found) <= most else []

    def starting(self, prefix: str) -> list[str]:
        """The words that begin so; an error when they are too many to be what anyone means."""
        found = self.searcher.beginning("word", prefix)
        if len(found) > MOST_EXPANSIONS:
            remedy = "Typ meer letters voor het sterretje."
            raise QueryError("Te veel woorden beginnen zo.", value=f"{prefix}*", remedy=remedy)
        return sorted(found)


class Seen:
    """A committed state without what is hidden from the one who asks: what a question is compiled on."""

    def __init__(self, snapshot: Snapshot, request: SearchRequest) -> None:
        self.snapshot, self._filters = snapshot, request.filters
        self._hidden = [_bearing("work", request.hidden_works)] if request.hidden_works else []
        self.documents = self.count(everything()) if self._hidden else snapshot.searcher.documents

    def count(self, query: Compiled) -> int:
        """How many that are not hidden fit."""
        return self.snapshot.searcher.count(self._visible(query))

    def passing(self, query: Compiled) -> Compiled:
        """Of what a query finds, what is not hidden and passes the filters."""
        wanted = [_bearing(name, values) for name, values in self._filters.items() if values]
        return both((query, *(constant(one, 0.0) for one in wanted)), never=self._hidden)

    def starting(self, prefix: str) -> Sequence[str]:
        """The words that begin so; those of hidden documents only find nothing."""
        return self.snapshot.starting(prefix)

    def exact(self, word: str) -> Sized:
        """As many as there are documents with a word as it is."""
        return range(self.count(term("word", word)))

    def vocabulary(self, prefix: str, most: int) -> Sequence[str]:
        """The words that begin so, as far as there are not more; none of hidden documents is found."""
        return self.snapshot.vocabulary(prefix, most)

    def holding(self, nodes: Iterable[Query]) -> list[int]:
        """In how many documents each holds by itself."""
        return [self.count(Compiler(node, self).matching(node)) for node in nodes]

    def marked(self, mark: Mark) -> Compiled:
        """The documents of which a mark is true."""
        if isinstance(mark, Marked) and mark.mark in MARKED:
            return _bearing(mark.mark, mark.values)
        return self.snapshot.marks.marked(mark)

    def standing_near(self, node: Near, candidates: Compiled, zone: str) -> Compiled:
        """Those of the candidates in which both stand near each other, each read by itself."""
        form = self.snapshot.form
        documents = (self.snapshot.document(address) for _, address in self.few(candidates))
        near = [d.id for d in documents if _stands_near(node, form.terms(d), zone)]
        return terms("id", near) if near else nothing()

    def few(self, query: Compiled) -> Hits:
        """The same, when it is so little that it can be read."""
        total, hits = self.snapshot.searcher.best(self._visible(query), MOST_READ)
        if total > MOST_READ:
            remedy = "Gebruik zeldzamer woorden, of zet de uitdrukking zonder NEAR tussen aanhalingstekens."
            raise QueryError("De zoekvraag is te zwaar om te beantwoorden.", remedy=remedy)
        return hits[:total]

    def terms(self, address: Address) -> Terms:
        """The words of a document."""
        return self.snapshot.form.terms(self.snapshot.document(address))

    def _visible(self, query: Compiled) -> Compiled:
        return both((query,), never=self._hidden)


def _bearing(mark: str, values: Iterable[str]) -> Compiled:
    wanted = [marked(mark, value) for value in sorted(values)]
    return term("mark", wanted[0]) if len(wanted) == 1 else terms("mark", wanted)


class OneDocument:
    """The places of the words of one document, which has the number 0."""

    def __init__(self, found: Terms) -> None:
        self._found = found

    def positions(self, word: str) -> Positions:
        """Where a word stands."""
        return _at(self._found.exact, word)

    def stem_positions(self, stem: str) -> Positions:
        """Where a stem stands."""
        return _at(self._found.stemmed, stem)

    def part_positions(self, stem: str) -> Positions:
        """Where a compound stands of which this is the stem of a part."""
        return _at(self._found.parts, stem)

    def starting(self, prefix: str) -> Sequence[str]:
        """Its words that begin so."""
        return sorted(word for word in self._found.exact if word.startswith(prefix))


def _at(table: Mapping[str, Occurrences], term: str) -> Positions:
    found = table.get(term)
    return {0: found.positions} if found else {}


def _stands_near(node: Near, found: Terms, zone: str) -> bool:
    placed = OneDocument(found)
    near = pairs(spans(node.left, placed), spans(node.right, placed), node.distance)
    return bool(within({d: [left for left, _ in some] for d, some in near.items()}, zone))
