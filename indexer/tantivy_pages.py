"""One page of what a query finds in Tantivy: grouped or each version apart, in the order asked, with counts.

Documents lie in every segment in the order of their places, so that of equal ones only the first of each
segment can be on a page. What needs no document by itself is left to the engine; of groups every document is
looked at, but only its numbers.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.document import IndexDocument, SearchRequest, Sort
from indexer.tantivy_door import Address, Compiled, Hits
from indexer.tantivy_marks import Counts
from indexer.tantivy_snapshot import Snapshot
from indexer.terms import group, place

_ONE_WORK = 1 << 32
_BEYOND = 20  # looked at beyond a page, to see whether equal hits go on


@dataclass(frozen=True, slots=True)
class Hit:
    """A document on a page, its score, where it is, and the versions it stands for."""

    document: IndexDocument
    score: float
    address: Address
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The hits of one page, how many there are in all, and the counts per facet."""

    total: int
    hits: tuple[Hit, ...]
    facets: Counts


def page(snapshot: Snapshot, query: Compiled, request: SearchRequest, *, scores: bool) -> Page:
    """One page; `scores` when documents of this query can score differently."""
    if request.grouped:
        grouped = Grouped(snapshot, snapshot.searcher.all(query), request)
        return Page(grouped.total, tuple(grouped.hits()), grouped.facets())
    searcher, most = snapshot.searcher, _most(request)
    if request.sort is Sort.RELEVANCE and not scores:
        total, addresses = searcher.first(query, most)
        found = [Hit(snapshot.document(one), 0.0, one) for one in addresses[_page(request)]]
    elif request.sort is Sort.RELEVANCE:
        total, hits = _by_score(snapshot, query, most)
        found = alone(snapshot, hits, request)
    else:
        hits = searcher.all(query)
        total, found = len(hits), alone(snapshot, hits, request)
    return Page(total, tuple(found), _counts(snapshot, query))


def alone(snapshot: Snapshot, hits: Hits, request: SearchRequest) -> list[Hit]:
    """One page of documents of which none stands for another; hits are in the order of the engine."""
    worth = _worth(snapshot, hits, request.sort)
    chosen = _highest(range(len(hits)), worth, hits, request)
    found = {at: Hit(snapshot.document(hits[at][1]), *hits[at]) for at in chosen}
    chosen.sort(key=lambda at: (-worth[at], place(found[at].document)))
    return [found[at] for at in chosen[_page(request)]]


def first(snapshot: Snapshot, hits: Hits, request: SearchRequest, room: int) -> tuple[Hit, ...]:
    """The first of hits that stand in the order of what they are worth, grouped as asked."""
    wanted = replace(request, limit=room, offset=0, sort=Sort.RELEVANCE)
    if request.grouped:
        return tuple(Grouped(snapshot, hits, wanted).hits())
    return tuple(alone(snapshot, hits, wanted))


def _most(request: SearchRequest) -> int:
    return max(0, request.offset) + max(0, request.limit)


def _page(request: SearchRequest) -> slice:
    offset = max(0, request.offset)
    return slice(offset, offset + max(0, request.limit))


def _by_score(snapshot: Snapshot, query: Compiled, most: int) -> tuple[int, Hits]:
    """How many fit, and so many of the best that all that can be on the page are among them."""
    total, hits = snapshot.searcher.best(query, most + _BEYOND)
    tied = len(hits) < total and hits[-1][0] == hits[max(0, most - 1)][0]
    if tied and snapshot.searcher.segments > 1:
        return total, snapshot.searcher.all(query)
    return total, hits[:total]


def _highest(ats: Sequence[int], worth: Sequence[float], hits: Hits, request: SearchRequest) -> list[int]:
    """Where those are that can be on the page: of equal ones at its end as many of each segment.

    By relevance hits stand in order, equal ones by segment.
    """
    most = _most(request)
    if len(ats) <= most or not most:
        return list(ats[:most])

    def segment_of(at: int) -> int:
        segment: int = hits[at][1].segment_ord
        return segment

    if request.sort is not Sort.RELEVANCE:
        ats = sorted(ats, key=lambda at: (-worth[at], segment_of(at), hits[at][1].doc))
    lowest = -worth[ats[most - 1]]
    first = bisect_left(ats, lowest, key=lambda at: -worth[at])
    end = bisect_right(ats, lowest, lo=most, key=lambda at: -worth[at])
    chosen, equal, room = list(ats[:first]), ats[first:end], most - first
    while equal:
        next_one = bisect_right(equal, segment_of(equal[0]), key=segment_of)
        chosen += equal[: min(room, next_one)]
        equal = equal[next_one:]
    return chosen


def _worth(snapshot: Snapshot, hits: Hits, sort: Sort) -> list[float]:
    """What documents are worth in this order: more is earlier."""
    if sort is Sort.RELEVANCE:
        return [score for score, _ in hits]
    addresses = [address for _, address in hits]
    marks = snapshot.marks
    borne = [marks.places[combo] for combo in snapshot.searcher.column("combo", addresses)]
    if sort is Sort.DATE:
        days = _ranks(marks.days)
        return [days[number] for number in borne]
    works = _ranks(marks.works)
    sequences = snapshot.searcher.column("sequence", addresses)
    return [-(works[n] * _ONE_WORK + place) for n, place in zip(borne, sequences, strict=True)]


def _ranks(values: Sequence[str]) -> list[int]:
    places = {value: i for i, value in enumerate(sorted(set(values)))}
    return [places[value] for value in values]


def _counts(snapshot: Snapshot, query: Compiled) -> Counts:
    return snapshot.marks.counted(snapshot.searcher.counted(query, "combo"))


class Grouped:
    """The versions of one provision as one hit."""

    def __init__(self, snapshot: Snapshot, hits: Hits, request: SearchRequest) -> None:
        self._snapshot, self._hits, self._request = snapshot, hits, request
        self._addresses = [address for _, address in hits]
        self._groups = snapshot.searcher.column("group", self._addresses)
        self._combos = snapshot.searcher.column("combo", self._addresses)
        self._first = dict(zip(reversed(self._groups), range(len(hits) - 1, -1, -1), strict=True))

    @property
    def total(self) -> int:
        """How many provisions there are."""
        return len(self._first)

    def hits(self) -> Iterator[Hit]:
        """The groups of a page, each shown by the version in force, else the newest."""
        worth = _worth(self._snapshot, self._hits, self._request.sort)
        best = self._first if self._request.sort is Sort.RELEVANCE else self._best(worth)
        chosen = _highest(sorted(best.values()), worth, self._hits, self._request)
        keys = {at: group(self._snapshot.document(self._addresses[at])) for at in chosen}
        chosen.sort(key=lambda at: (-worth[at], keys[at]))
        return self._members([self._groups[at] for at in chosen[_page(self._request)]])

    def facets(self) -> Counts:
        """Per facet its values and how many groups bear them."""
        return self._snapshot.marks.counted_once(self._groups, self._combos)

    def _best(self, worth: Sequence[float]) -> dict[int, int]:
        """Per group where the best of it is, of equal ones that which was found first."""
        best: dict[int, int] = {}
        for at, (number, value) in enumerate(zip(self._groups, worth, strict=True)):
            known = best.get(number)
            if known is None or value > worth[known]:
                best[number] = at
        return best

    def _members(self, shown: Sequence[int]) -> Iterator[Hit]:
        members: dict[int, list[int]] = {number: [] for number in shown}
        for at in [at for at, number in enumerate(self._groups) if number in members]:
            members[self._groups[at]].append(at)
        marks, today = self._snapshot.marks, self._request.today
        law = marks.facets.law(today) if today else frozenset[str]()

        def precedence(at: int) -> tuple[bool, str, str]:
            place = marks.places[self._combos[at]]
            return marks.versions[place] in law, marks.days[place], marks.versions[place]

        for number in shown:
            ordered = sorted(members[number], key=precedence, reverse=True)
            score, address = max(self._hits[at][0] for at in ordered), self._addresses[ordered[0]]
            versions = tuple(precedence(at)[2] for at in ordered)
            yield Hit(self._snapshot.document(address), score, address, versions)
