"""What the search page shows: hits with their status, filters that can be put on and taken off, pages.

A snippet is HTML made by our own highlighter from escaped text: this is the one place that trusts it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import url_for
from markupsafe import Markup

from corpus.diff import ChangeKind
from corpus.eid import PREFIX
from corpus.provision import ProvisionKind
from indexer.document import SearchHit, SearchResult, Sort
from indexer.query import LID, numbers, parse
from wetgeving.services import Services
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.errors import NotFoundError
from wetgeving.services.searching import EACH_VERSION, Arranged
from wetgeving.web import terms
from wetgeving.web.addresses import VersionAddress, opinion_url, provision_url
from wetgeving.web.standing_view import Status, status, version_name

PER_PAGE = 20
FACET_NAMES = {
    "kind": "soort",
    "stage": "fase",
    "work": "regeling",
    "eu": "eu",
    "dictum": "dictum",
    "year": "jaar",
    "version": "versie",
}
"""Facet of the index to the name it has in an address."""
CHANGE_FACET_NAMES = {
    "direction": "richting",
    "kinds": "soort",
    "stage": "fase",
    "work": "regeling",
    "version": "versie",
}
"""The same for the index of changes."""
IN_TEXTS, IN_CHANGES = "teksten", "wijzigingen"
APART = "apart"
"""What `versies` says in an address to have each version as a hit of its own."""
_HEADINGS = {
    "kind": "Soort",
    "stage": "Fase",
    "work": "Regeling",
    "eu": "EU-handeling",
    "dictum": "Dictum",
    "year": "Jaar",
    "version": "Versie",
    "direction": "Woorden",
    "kinds": "Wijziging",
}
SORTS = {Sort.RELEVANCE: "", Sort.DATE: "datum", Sort.LAW: "regeling"}
"""Order of hits to the name it has in an address."""
SORT_NAMES = {
    Sort.RELEVANCE: "best passend",
    Sort.DATE: "nieuwste eerst",
    Sort.LAW: "volgorde in de regeling",
}
_SHOWN, _MOST = 8, 50
"""How many choices of a filter stand open, and how many there are at most: of works there are thousands."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks: the words, the filters per facet, the page, and whether fiction counts too.

    `changes` says that it asks what changed, not what stands in the texts; `apart` that each version is a hit
    of its own; `stay` that a citation is to be searched for and not followed.
    """

    query: str
    filters: Mapping[str, tuple[str, ...]]
    page: int
    examples: bool = False
    changes: bool = False
    sort: Sort = Sort.RELEVANCE
    apart: bool = False
    stay: bool = False

    @property
    def arranged(self) -> Arranged:
        """How the hits are to stand; changes are never grouped, and stand by relevance."""
        return EACH_VERSION if self.changes else Arranged(not self.apart, self.sort)

    @property
    def may_land(self) -> bool:
        """May a citation be followed at once? Not when something was chosen on the page of hits."""
        chosen = (self.filters, self.changes, self.stay, self.apart, self.examples, self.page > 1)
        return not any(chosen) and self.sort is Sort.RELEVANCE

    @property
    def facet_names(self) -> Mapping[str, str]:
        """The facets of the index that is asked, with their names in an address."""
        return CHANGE_FACET_NAMES if self.changes else FACET_NAMES

    @property
    def offset(self) -> int:
        """How many hits come before this page."""
        return (self.page - 1) * PER_PAGE

    def url(self) -> str:
        """The address that asks this."""
        named: dict[str, Any] = {"in": IN_CHANGES if self.changes else None}
        named |= {self.facet_names[facet]: list(values) for facet, values in self.filters.items() if values}
        page = self.page if self.page > 1 else None
        named["voorbeelden"] = "1" if self.examples else None
        named["volgorde"] = SORTS[self.sort] or None
        named["versies"] = APART if self.apart else None
        named["blijf"] = "1" if self.stay else None
        return url_for("searching.search", q=self.query, pagina=page, **named)

    def asking(self, query: str) -> "Asked":
        """Another question asked in the same way; from the first page."""
        return replace(self, query=query, page=1)

    def sorted_by(self, sort: Sort) -> "Asked":
        """The same question with its hits in another order; from the first page."""
        return replace(self, sort=sort, page=1)

    def with_versions(self, *, apart: bool) -> "Asked":
        """The same question with every version apart, or together; from the first page."""
        return replace(self, apart=apart, page=1)

    def with_examples(self) -> "Asked":
        """The same question, fiction counted too; from the first page."""
        return replace(self, examples=True, page=1)

    def elsewhere(self, *, changes: bool) -> "Asked":
        """The same words asked of the texts, or of what changed; filters that both have are kept."""
        other = replace(self, changes=changes, page=1, sort=Sort.RELEVANCE, apart=False)
        shared = {f: v for f, v in self.filters.items() if f in other.facet_names and f != "version"}
        return replace(other, filters=shared)

    def without_filters(self) -> "Asked":
        """The same question of everything."""
        return replace(self, filters={}, page=1)

    def with_filter(self, facet: str, value: str) -> "Asked":
        """The same question with one filter more, or with it taken off; from the first page."""
        chosen = self.filters.get(facet, ())
        values = tuple(v for v in chosen if v != value) if value in chosen else (*chosen, value)
        return replace(self, filters={**self.filters, facet: values}, page=1)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet, its hits, and the address that puts the filter on or takes it off."""

    name: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values; those past the first few are folded, `beyond` is how many are not shown."""

    heading: str
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Other:
    """A further version in which a provision was found: what it is called, and the address there."""

    version: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision found; `status` is None when the store no longer has its version.

    `others` are the further versions it was found in, the newest first.
    """

    hit: SearchHit
    snippet: Markup
    version_name: str
    status: Status | None
    url: str
    others: tuple[Other, ...] = ()


class Versions:
    """The versions that a page of hits speaks about, read once per work."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: dict[str, dict[str, ListedVersion]] = {}

    def read_ahead(self, found: Iterable[SearchHit]) -> None:
        """Read the versions of the works of these hits in a few questions."""
        works = {VersionAddress.of(key).work for hit in found for key in (hit.version, *hit.versions)}
        wanted = works - self._known.keys()
        listed = self._services.catalogue.versions_of(wanted) if wanted else {}
        self._known |= {work: {v.version.version: v for v in listed.get(work, ())} for work in wanted}

    def find(self, key: str) -> ListedVersion | None:
        """The version, or None when the store does not have it."""
        work = VersionAddress.of(key).work
        if work not in self._known:
            self._known[work] = {v.version.version: v for v in self._of(work)}
        return self._known[work].get(key)

    def titles(self, works: Collection[str]) -> Mapping[str, str]:
        """What works are called, as far as the store has them."""
        return self._services.catalogue.titles(works)

    def act(self, number: str) -> str:
        """What a Union act with this number is called by a dossier, with its number; else the number."""
        name = self._services.typed_citations.union_acts.get(number)
        return f"{name} ({number})" if name else number

    def _of(self, work: str) -> Sequence[ListedVersion]:
        try:
            return self._services.catalogue.versions(work)
        except NotFoundError:  # the index runs behind the store: the hit says so itself
            return ()


def hits(found: Sequence[SearchHit], versions: Versions, lid: str = "") -> tuple[Hit, ...]:
    """The hits of one page, strict or looser; each leads to the lid that was asked for."""
    versions.read_ahead(found)
    return tuple(_hit(hit, versions, lid) for hit in found)


def lid_asked(question: str) -> str:
    """The lid that a question is about; "" when it names none, or several."""
    asked = numbers(parse(question), LID)
    return next(iter(asked)) if len(asked) == 1 else ""


def _hit(hit: SearchHit, versions: Versions, lid: str) -> Hit:
    listed = versions.find(hit.version)
    return Hit(
        hit=hit,
        snippet=Markup(hit.snippet),  # noqa: S704 - escaped by indexer.highlight, which adds only <mark>
        version_name=_version_name(hit.version, listed),
        status=status(listed) if listed else None,
        url=hit_url(hit, lid),
        others=tuple(_other(hit, key, versions, lid) for key in hit.versions[1:]),
    )


def hit_url(hit: SearchHit, lid: str = "") -> str:
    """The page of a provision, at a lid of it; of a point of an opinion its place in the ledger."""
    if hit.point:
        return opinion_url(hit.version, point=hit.point)
    return provision_url(hit.version, hit.eid, part=f"{PREFIX[ProvisionKind.PARAGRAPH]}_{lid}" if lid else "")


def _other(hit: SearchHit, key: str, versions: Versions, lid: str) -> Other:
    return Other(key, _version_name(key, versions.find(key)), hit_url(replace(hit, version=key), lid))


def _version_name(key: str, listed: ListedVersion | None) -> str:
    return version_name(listed) if listed else VersionAddress.of(key).moment


def facets(asked: Asked, result: SearchResult, versions: Versions) -> tuple[Facet, ...]:
    """The filters with their counts; versions only within one work."""
    works = result.facets.get("work", ())
    shown = [
        f for f in asked.facet_names if f != "version" or len(works) == 1 or asked.filters.get("version")
    ]
    made = [_facet(asked, f, list(_counts(asked, result, f)), versions) for f in shown]
    return tuple(f for f in made if f.first)


def _counts(asked: Asked, result: SearchResult, facet: str) -> Iterator[tuple[str, int]]:
    """The counts of a facet; a chosen value without hits stays, so that it can be taken off."""
    counted = dict(result.facets.get(facet, ()))
    yield from counted.items()
    yield from ((value, 0) for value in asked.filters.get(facet, ()) if value not in counted)


def _facet(asked: Asked, facet: str, counts: list[tuple[str, int]], versions: Versions) -> Facet:
    chosen = asked.filters.get(facet, ())
    counts.sort(key=lambda c: c[0] not in chosen)
    beyond, counts = len(counts[_MOST:]), counts[:_MOST]
    titles = versions.titles([value for value, _ in counts]) if facet == "work" else {}
    choices = tuple(
        Choice(
            name=titles.get(value) or _name(facet, value, versions),
            count=count,
            url=asked.with_filter(facet, value).url(),
            chosen=value in chosen,
        )
        for value, count in counts
    )
    return Facet(_HEADINGS[facet], choices[:_SHOWN], choices[_SHOWN:], beyond)


def _name(facet: str, value: str, versions: Versions) -> str:
    if facet == "kind":
        return terms.work_kind(value)
    if facet == "direction":
        return terms.direction(value)
    if facet == "kinds":
        return terms.CHANGE_KINDS[ChangeKind(value)] if value in list(ChangeKind) else value
    if facet == "stage":
        return terms.stage(value)
    if facet == "eu":
        return versions.act(value)
    listed = versions.find(value) if "@" in value else None
    return version_name(listed) if listed else value
