"""Which hits stand on a page: grouped or each version apart, in the order asked, with the counts beside them.

Of grouped hits the best of its documents decides where a provision stands, and the version in force, else the
newest, is the one that is shown. Order in the law is by work and then by place in its text.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Protocol

from indexer.document import SearchRequest, Sort
from indexer.facets import Facets

Key = Callable[[int], bytes]
_ONE_WORK = 1 << 32


class Selectable(Protocol):
    """What an engine lends of documents by number."""

    @property
    def facets(self) -> Facets:
        """Which facet values each document bears."""
        ...

    @property
    def groups(self) -> "array[int]":
        """The group of each document."""
        ...

    @property
    def sequences(self) -> "array[int]":
        """The place of each document in its text."""
        ...

    def place(self, document: int) -> bytes:
        """A key under which equal documents stand."""
        ...

    def group_place(self, group: int) -> bytes:
        """A key under which equal groups stand."""
        ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """A hit by the number of its document, its score, and the versions it stands for."""

    document: int
    score: float
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """The hits of one page, how many there are in all, and the counts per facet."""

    total: int
    page: tuple[Chosen, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]]


def select(scores: Mapping[int, float], index: Selectable, request: SearchRequest) -> Selection:
    """One page of what was found."""
    value = _value(scores, index, request.sort)
    if not request.grouped:
        values = {document: value(document) for document in scores}
        page = tuple(Chosen(n, scores[n]) for n in _page(values, index.place, request))
        return Selection(len(scores), page, index.facets.counts(scores))
    groups = index.groups
    best: dict[int, float] = {}
    for document in scores:
        group, worth = groups[document], value(document)
        if group not in best or worth > best[group]:
            best[group] = worth
    shown = _page(best, index.group_place, request)
    page = tuple(_members(shown, scores, index, request.today))
    return Selection(len(best), page, index.facets.counts(scores, groups))


def _value(scores: Mapping[int, float], index: Selectable, sort: Sort) -> Callable[[int], float]:
    """What a document is worth in this order: more is earlier."""
    if sort is Sort.RELEVANCE:
        return scores.__getitem__
    borne, sequences = index.facets.borne, index.sequences
    if sort is Sort.DATE:
        days = _ranks(index.facets.one("dated_on"))
        return lambda document: days[borne[document]]
    works = _ranks(index.facets.one("work"))
    return lambda document: -(works[borne[document]] * _ONE_WORK + sequences[document])


def _ranks(values: Sequence[str]) -> list[int]:
    places = {value: i for i, value in enumerate(sorted(set(values)))}
    return [places[value] for value in values]


def _page(values: Mapping[int, float], key: Key, request: SearchRequest) -> list[int]:
    """The numbers of one page, by value and then by key; only those that can be on it are sorted."""
    offset, limit = max(0, request.offset), max(0, request.limit)
    highest = nlargest(offset + limit, values.values())
    if len(highest) <= offset:
        return []
    candidates = [number for number, value in values.items() if value >= highest[-1]]
    candidates.sort(key=lambda number: (-values[number], key(number)))
    return candidates[offset : offset + limit]


def _members(
    shown: Sequence[int], scores: Mapping[int, float], index: Selectable, today: str
) -> list[Chosen]:
    wanted, groups, borne = set(shown), index.groups, index.facets.borne
    members: dict[int, list[int]] = {group: [] for group in shown}
    for document in scores:
        if groups[document] in wanted:
            members[groups[document]].append(document)
    law = index.facets.law(today) if today else frozenset[str]()
    versions, days = index.facets.one("version"), index.facets.one("dated_on")

    def worth(document: int) -> tuple[bool, str, str]:
        number = borne[document]
        return versions[number] in law, days[number], versions[number]

    found = []
    for group in shown:
        first, *others = sorted(members[group], key=worth, reverse=True)
        all_versions = tuple(versions[borne[document]] for document in (first, *others))
        found.append(Chosen(first, max(scores[document] for document in members[group]), all_versions))
    return found
