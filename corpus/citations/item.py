"""One reference under construction: the places it names so far, and where the next lid or onderdeel
belongs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.citations.citation import Place, Step
from corpus.provision import ProvisionKind

ROMANS = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))
_BEFORE = {"i": "h", "v": "u", "x": "w"}
Listed = Iterable[tuple[str, bool]]


@dataclass(slots=True)
class Item:
    """A reference from `start`; `base` is its article or chapter, `places` what was named below that."""

    start: int
    end: int
    base: tuple[Step, ...] = ()
    places: list[Place] = field(default_factory=list)
    under: tuple[Step, ...] = ()
    levels: list[tuple[str, tuple[Step, ...]]] = field(default_factory=list)

    @classmethod
    def at(cls, start: int, end: int, *base: Step) -> "Item":
        """A new reference to this article or chapter, or with no base to something nearer."""
        return cls(start, end, base, [Place(base)] if base else [], base)

    def widen(self, step: Step) -> None:
        """Name a further level: a section below a chapter."""
        self.base = (*self.base, step)
        self.places, self.under = [Place(self.base)], self.base

    def reach(self, until: str) -> None:
        """Make the last place a range."""
        if self.places:
            self.places[-1] = self.places[-1]._replace(until=until)

    def add_paragraphs(self, listed: Listed) -> None:
        """Name leden of the article."""
        for number, ranged in listed:
            if ranged:
                self.reach(number)
                continue
            above = self._lettered() or self.base
            steps = (*above, Step(ProvisionKind.PARAGRAPH, number))
            self._put(steps, above)
            self.under, self.levels = steps, []

    def add_points(self, listed: Listed) -> None:
        """Name onderdelen of the last lid or of the article; letters and digits are different levels."""
        for number, ranged in listed:
            if ranged:
                self.reach(number)
                continue
            parent = self._parent_of_point(number)
            self._put((*parent, Step(ProvisionKind.POINT, number)), parent)

    def add_detail(self, detail: str) -> None:
        """Name a part that is no provision of its own: "aanhef", "tweede volzin"."""
        if not self.places:
            self.places.append(Place(()))
        self.places[-1] = self.places[-1]._replace(detail=detail)

    def _lettered(self) -> tuple[Step, ...]:
        """ "Artikel I, onderdeel B, tweede lid": an onderdeel with a capital has leden."""
        steps = self.places[-1].steps if self.places else ()
        depths = [d for d, s in enumerate(steps, 1) if s.kind is ProvisionKind.POINT and s.number.isupper()]
        return steps[: depths[-1]] if depths else ()

    def _parent_of_point(self, number: str) -> tuple[Step, ...]:
        level = self._level_of(number)
        for depth, (known, parent) in enumerate(self.levels):
            if known == level:
                del self.levels[depth + 1 :]
                return parent
        parent = self.places[-1].steps if self.levels else self.under
        self.levels.append((level, parent))
        return parent

    def _level_of(self, number: str) -> str:
        if number[0].isdigit():
            return "digit"
        if number in ROMANS and any(level == "letter" for level, _ in self.levels):
            last = self.places[-1].steps[-1].number
            if last != _BEFORE.get(number) and (last not in ROMANS or self.levels[-1][0] == "roman"):
                return "roman"
        return "capital" if number[0].isupper() else "letter"

    def _put(self, steps: tuple[Step, ...], parent: tuple[Step, ...]) -> None:
        """A place under one that was named only to lead to it takes its place; else it stands beside it."""
        if self.places and self.places[-1].steps == parent and not self.places[-1].until:
            self.places[-1] = Place(steps)
        else:
            self.places.append(Place(steps))
