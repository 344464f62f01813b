"""What each point names: provisions in the advice and in what the answer says was done, and paragraphs.

Of "artikel 18" and "artikel 18, derde lid" in one advice only the narrower counts. A sub-point that names
nothing is about what the point above it names. What an answer merely mentions is no link.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.follow_up.claims import Claim, claims_in
from corpus.follow_up.named import NamedPlace, named_places, paragraphs
from corpus.follow_up.values import About
from corpus.opinion import Point


@dataclass(frozen=True, slots=True)
class PointWords:
    """What one point names; `paragraphs` are those of the memorandum, `claims` what its answer promises."""

    advice: tuple[NamedPlace, ...]
    paragraphs: frozenset[str]
    claims: tuple[Claim, ...]

    @property
    def response(self) -> tuple[NamedPlace, ...]:
        """The places that the answer says were changed or explained."""
        return tuple(place for claim in self.claims for place in claim.places)

    @property
    def said_changed(self) -> tuple[NamedPlace, ...]:
        """The places of the bill that the answer says were changed."""
        return tuple(p for claim in self.claims if About.TEXT in claim.about for p in claim.places)

    @property
    def names_nothing(self) -> bool:
        """Is there nothing by which a change could be linked to this point?"""
        return not (self.advice or self.paragraphs or self.response)


def words_of(points: Sequence[Point], laws: Sequence[str]) -> Mapping[str, PointWords]:
    """What every point and sub-point names, by label."""
    return dict(_walked(points, laws, None))


def _walked(
    points: Sequence[Point], laws: Sequence[str], above: PointWords | None
) -> Iterator[tuple[str, PointWords]]:
    for point in points:
        words = _said(point, laws)
        if above is not None and words.names_nothing:
            words = PointWords(above.advice, above.paragraphs, words.claims)
        yield point.label, words
        yield from _walked(point.points, laws, words)


def _said(point: Point, laws: Sequence[str]) -> PointWords:
    advice = f"{point.heading}\n{point.text}"
    claims = claims_in(point.response or "", laws)
    named = paragraphs(advice).union(*(claim.paragraphs for claim in claims))
    return PointWords(_narrowest(named_places(advice, laws)), named, claims)


def _narrowest(places: Sequence[NamedPlace]) -> tuple[NamedPlace, ...]:
    distinct = tuple({(p.act, p.steps): p for p in places}.values())
    return tuple(p for p in distinct if not any(_holds(p, q) for q in distinct))


def _holds(outer: NamedPlace, inner: NamedPlace) -> bool:
    deeper = len(inner.steps) > len(outer.steps) and inner.steps[: len(outer.steps)] == outer.steps
    return inner.act == outer.act and deeper
