"""A search that is kept by its address: the words, the filters and where it looks. Nothing of it is stored.

Whoever has the address has the saved search: its feed, and its hits as a file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from indexer.document import SearchHit, Sort
from wetgeving.services.searching import EACH_VERSION, MAX_LIMIT, Arranged, Searching


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What is asked. `changes` asks what changed instead of what stands in the texts; `examples` counts
    fiction too; `grouped` makes the versions of a provision one hit, which those of a change never are."""

    query: str
    filters: Mapping[str, tuple[str, ...]]
    changes: bool = False
    examples: bool = False
    sort: Sort = Sort.RELEVANCE
    grouped: bool = False

    @property
    def arranged(self) -> Arranged:
        """How its hits are to stand."""
        return EACH_VERSION if self.changes else Arranged(self.grouped, self.sort)

    def within(self, version: str) -> "SavedSearch | None":
        """The same of one version; None when its own filters leave that version out."""
        chosen = self.filters.get("version", ())
        if chosen and version not in chosen:
            return None
        return SavedSearch(
            self.query, {**self.filters, "version": (version,)}, self.changes, examples=self.examples
        )


def every_hit(index: Searching, wanted: SavedSearch, *, most: int | None = None) -> Iterator[SearchHit]:
    """All hits in the order asked, or so many of them."""
    offset = 0
    while most is None or offset < most:
        limit = MAX_LIMIT if most is None else min(MAX_LIMIT, most - offset)
        found = index.search(
            wanted.query,
            wanted.filters,
            limit=limit,
            offset=offset,
            examples=wanted.examples,
            arranged=wanted.arranged,
        )
        yield from found.hits
        offset += limit
        if offset >= found.total or not found.hits:
            return
