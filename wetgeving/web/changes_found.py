"""What the search page shows of changes: which words went in or out, where, between which versions."""

from dataclasses import dataclass

from markupsafe import Markup

from corpus.diff import ChangeKind
from indexer.changes import INSERTED, ChangeHit
from indexer.document import SearchResult
from wetgeving.services.catalogue import ListedVersion
from wetgeving.web import terms
from wetgeving.web.addresses import VersionAddress, comparison_url
from wetgeving.web.search_view import Versions
from wetgeving.web.standing_view import version_name


@dataclass(frozen=True, slots=True)
class FoundChange:
    """One side of a change found. `missing` says that the store no longer has one of the versions."""

    hit: ChangeHit
    snippet: Markup
    old_name: str
    new_name: str
    missing: bool
    url: str

    @property
    def inserted(self) -> bool:
        """Did the words go in?"""
        return self.hit.direction == INSERTED

    @property
    def direction(self) -> str:
        """What happened to the words."""
        return terms.direction(self.hit.direction)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What happened to the provision."""
        return tuple(terms.change_kind(ChangeKind(kind)) for kind in self.hit.kinds)


def found_changes(result: SearchResult, versions: Versions) -> tuple[FoundChange, ...]:
    """The hits of one page."""
    return tuple(_found(hit, versions) for hit in result.hits if isinstance(hit, ChangeHit))


def _found(hit: ChangeHit, versions: Versions) -> FoundChange:
    old, new = versions.find(hit.old), versions.find(hit.version)
    return FoundChange(
        hit=hit,
        snippet=Markup(hit.snippet),  # noqa: S704 - escaped by indexer.highlight, which adds only <mark>
        old_name=_name(hit.old, old),
        new_name=_name(hit.version, new),
        missing=old is None or new is None,
        url=comparison_url(hit.old, hit.version, anchor=hit.change),
    )


def _name(key: str, listed: ListedVersion | None) -> str:
    return version_name(listed) if listed else VersionAddress.of(key).moment
