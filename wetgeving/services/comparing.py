"""Comparing two stored versions, or two files that are not stored. Changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from corpus.diff import Comparison, Correction, compare
from corpus.exporters.exported_version import FICTIONAL
from corpus.provision import walk
from corpus.reading import Reading
from wetgeving.services.catalogue import Catalogue, VersionText, forget_texts
from wetgeving.services.chronology import Order, direction
from wetgeving.services.corrections import Corrections
from wetgeving.services.errors import FictionalComparisonError
from wetgeving.services.remembered import Remembered

_REMEMBERED: Remembered[Comparison] = Remembered(6_000_000)
"""A comparison takes about eleven bytes for each character of its two texts."""


@dataclass(frozen=True, slots=True)
class ComparedVersions:
    """Two versions compared. `swapped` says that the older one was given second and is shown first."""

    old: VersionText
    new: VersionText
    order: Order
    swapped: bool
    reversed: bool
    skipped: int
    comparison: Comparison


class Comparing:
    """Compares versions out of the catalogue."""

    def __init__(self, catalogue: Catalogue, corrections: Corrections) -> None:
        self._catalogue, self._corrections = catalogue, corrections

    def as_given(self, old: str, new: str) -> ComparedVersions:
        """Compare in the order given; `reversed` warns when the first is the newer one."""
        return self._compared(old, new, may_swap=False)

    def chronological(self, first: str, second: str) -> ComparedVersions:
        """Compare with the older version as the old one, whichever was given first."""
        return self._compared(first, second, may_swap=True)

    def corrected(self) -> int:
        """A number that is another one as soon as an editor said anything of a comparison."""
        return self._corrections.latest()

    def require_comparable(self, first: str, second: str) -> None:
        """Refuse an example beside a real text, without reading either."""
        works = [self._catalogue.work(self._catalogue.version(key).version.work) for key in (first, second)]
        if works[0].fictional != works[1].fictional:
            raise FictionalComparisonError.of(first, second)

    def _compared(self, first: str, second: str, *, may_swap: bool) -> ComparedVersions:
        old, new = self._catalogue.text(first), self._catalogue.text(second)
        if old.work.fictional != new.work.fictional:
            raise FictionalComparisonError.of(first, second)
        found = direction(old.listed.version, new.listed.version, old.work.kind)
        swapped = may_swap and found.reversed
        if swapped:
            old, new = new, old
        given = found.reversed and not swapped
        return ComparedVersions(
            old=old,
            new=new,
            order=Order.AS_GIVEN if given else found.order,
            swapped=swapped,
            reversed=given,
            skipped=self._skipped(old, new),
            comparison=_comparison(old, new, self._said(old, new)),
        )

    def _said(self, old: VersionText, new: VersionText) -> tuple[Correction, ...]:
        """What an editor said of these two versions."""
        keys = old.listed.version.version, new.listed.version.version
        return tuple(said.correction for said in self._corrections.standing(*keys))

    def _skipped(self, old: VersionText, new: VersionText) -> int:
        """How many versions of the same work lie between the two."""
        if old.work.key != new.work.key:
            return 0
        keys = [v.version.version for v in self._catalogue.versions(old.work.key)]
        places = [keys.index(t.listed.version.version) for t in (old, new)]
        return max(0, abs(places[0] - places[1]) - 1)


def says_fictional(name: str, reading: Reading) -> bool:
    """Does a file say, in its name or its text, that it was written as an example?"""
    said = chain((name.replace("-", " "),), (d.text for d in reading.dropped), _texts(reading))
    return any(FICTIONAL in text for text in said)


def _texts(reading: Reading) -> Iterator[str]:
    return (text for p in walk(reading.provisions) for text in (p.heading, p.text))


@dataclass(frozen=True, slots=True)
class ComparedFiles:
    """Two files compared without storing them."""

    old: Reading
    new: Reading
    order: Order
    comparison: Comparison


def compare_readings(old: Reading, new: Reading) -> ComparedFiles:
    """Compare two readings in the order given, and say whether their own dates bear that order out."""
    dates = [r.in_force_on or r.document_date or r.as_known_on for r in (old, new)]
    dated = dates[0] is not None and dates[1] is not None and dates[0] < dates[1]
    order = Order.DATE if dated else Order.AS_GIVEN
    return ComparedFiles(old, new, order, compare(old.provisions, new.provisions))


def forget_comparisons() -> None:
    """Forget the comparisons and the texts that this process remembers."""
    _REMEMBERED.forget()
    forget_texts()


def _comparison(old: VersionText, new: VersionText, said: tuple[Correction, ...]) -> Comparison:
    """The comparison of two trees; the same trees are compared once, whichever versions they are of."""
    made_of = old.listed.version.tree_hash, new.listed.version.tree_hash, said

    def size(_: Comparison) -> int:
        return sum(len(p.text) for text in (old, new) for p in walk(text.provisions))

    return _REMEMBERED.value(made_of, lambda: compare(old.provisions, new.provisions, said), size)
