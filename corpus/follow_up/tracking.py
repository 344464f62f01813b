"""An opinion held against the bill and the memorandum before and after it, point by point.

A change belongs to the remark or the reported further change that names its place, else to every point that
names it. A point that was not followed accounts for nothing. What then is left has no explanation in these
papers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.diff import Change
from corpus.follow_up.claims import Shown, unkept_of
from corpus.follow_up.compared import Compared, ComparedMemorandum
from corpus.follow_up.named import NamedPlace
from corpus.follow_up.point_words import PointWords, words_of
from corpus.follow_up.proposing import Evidence, propose
from corpus.follow_up.reported import Reported, reported_changes
from corpus.follow_up.values import Account, AccountKind, NamedProvision, Proposal, Unkept
from corpus.opinion import Opinion, Outcome, Point


@dataclass(frozen=True, slots=True)
class Papers:
    """What an opinion is held against; `bill` None and no memoranda are texts that are not at hand.

    `absent` is the reason in Dutch, for who reads a proposal.
    """

    bill: Compared | None = None
    memoranda: tuple[ComparedMemorandum, ...] = ()
    absent: str = ""


@dataclass(frozen=True, slots=True)
class TrackedPoint:
    """A point with the provisions it names, their changes, and the opvolging proposed."""

    point: Point
    provisions: tuple[NamedProvision, ...]
    changes: tuple[Change, ...]
    memorandum_changes: tuple[Change, ...]
    elsewhere: tuple[Account, ...]
    proposed: Proposal


@dataclass(frozen=True, slots=True)
class Tracked:
    """What became of an opinion. `unplaced` are reported further changes that name no place."""

    points: tuple[TrackedPoint, ...]
    accounts: tuple[Account, ...] = ()
    unexplained: tuple[Change, ...] = ()
    unkept: tuple[Unkept, ...] = ()
    unplaced: tuple[str, ...] = ()


def track(opinion: Opinion, papers: Papers) -> Tracked:
    """Everything that can be said of an opinion with these papers."""
    return _Tracking(opinion, papers).whole()


@dataclass(frozen=True, slots=True)
class _Linked:
    """A point with its words, the changes linked to it, and the claims of which nothing was found."""

    point: Point
    words: PointWords
    changes: tuple[Change, ...]
    memorandum: tuple[Change, ...]


class _Tracking:
    def __init__(self, opinion: Opinion, papers: Papers) -> None:
        self._papers, bill = papers, papers.bill
        self._reported = reported_changes(opinion, bill) if bill else Reported()
        self._explicit = {a.change.id: a for a in self._reported.accounts}
        words = words_of(opinion.points, bill.laws if bill else ())
        self._linked = tuple(self._link(point, words[point.label]) for point in opinion.all_points())

    def whole(self) -> Tracked:
        """All points, accounts, and what is left over."""
        accounts = (*self._reported.accounts, *self._by_points())
        changes = self._papers.bill.changes if self._papers.bill else ()
        accounted = {account.change.id for account in accounts}
        unexplained = tuple(c for c in changes if c.id not in accounted)
        unkept = [tuple(self._unkept(linked, stray=bool(unexplained))) for linked in self._linked]
        points = tuple(self._tracked(linked, u) for linked, u in zip(self._linked, unkept, strict=True))
        every = (*(u for found in unkept for u in found), *self._reported.unkept)
        return Tracked(points, accounts, unexplained, every, self._reported.unplaced)

    def _link(self, point: Point, words: PointWords) -> _Linked:
        return _Linked(point, words, self._in_bill(words), tuple(self._in_memoranda(words)))

    def _in_bill(self, words: PointWords) -> tuple[Change, ...]:
        """The changes a point is about, without those for which the paper gives another account."""
        said, asked = self._touched(words.said_changed), self._touched(words.advice)
        bill = self._papers.bill
        return bill.only(said | (asked - set(self._explicit))) if bill else ()

    def _touched(self, places: Sequence[NamedPlace]) -> frozenset[str]:
        bill = self._papers.bill
        return frozenset(key for place in places for key in bill.touched(place)) if bill else frozenset()

    def _in_memoranda(self, words: PointWords) -> Iterator[Change]:
        for memorandum in self._papers.memoranda:
            ids = {key for place in (*words.advice, *words.response) for key in memorandum.about(place)}
            for number in words.paragraphs:
                ids |= memorandum.in_paragraph(number) | memorandum.referring(number)
            yield from memorandum.only(ids)

    def _by_points(self) -> Iterator[Account]:
        for linked in self._linked:
            point = linked.point
            for change in () if point.outcome is Outcome.NOT_FOLLOWED else linked.changes:
                if change.id not in self._explicit:
                    yield Account(change, AccountKind.POINT, point.label, point.heading)

    def _unkept(self, linked: _Linked, *, stray: bool) -> Iterator[Unkept]:
        papers = self._papers
        shown = Shown(bool(linked.changes), bool(linked.memorandum), stray, self._stray_memorandum())
        return unkept_of(
            linked.point.label, linked.words.claims, bill=papers.bill, memoranda=papers.memoranda, shown=shown
        )

    def _stray_memorandum(self) -> bool:
        known = {change.id for linked in self._linked for change in linked.memorandum}
        return any(change.id not in known for m in self._papers.memoranda for change in m.changes)

    def _tracked(self, linked: _Linked, unkept: tuple[Unkept, ...]) -> TrackedPoint:
        words, papers = linked.words, self._papers
        evidence = Evidence(
            text=bool(linked.changes) if papers.bill else None,
            memorandum=bool(linked.memorandum) if papers.memoranda else None,
            absent=papers.absent,
            gone=self._is_gone(words),
            named=not words.names_nothing,
            unkept=unkept,
        )
        own = {change.id for change in linked.changes}
        elsewhere = self._touched(words.advice) - own
        return TrackedPoint(
            point=linked.point,
            provisions=tuple(self._provisions(words)),
            changes=linked.changes,
            memorandum_changes=linked.memorandum,
            elsewhere=tuple(a for key, a in self._explicit.items() if key in elsewhere),
            proposed=propose(linked.point, evidence),
        )

    def _is_gone(self, words: PointWords) -> bool:
        bill = self._papers.bill
        named = [bill.named(place) for place in words.advice] if bill else []
        return any(old for old, _ in named) and not any(new for _, new in named)

    def _provisions(self, words: PointWords) -> Iterator[NamedProvision]:
        """What is named, outermost first come; once each, and not again what is inside it."""
        if (bill := self._papers.bill) is None:
            return
        shown: set[str] = set()
        for place in (*words.advice, *words.said_changed):
            old, new = bill.named(place)
            for x in old or new:
                if shown.isdisjoint(p.eid for p in x.path):
                    shown.add(x.provision.eid)
                    yield NamedProvision(x.provision.eid, x.label, place.words, place not in words.advice)
