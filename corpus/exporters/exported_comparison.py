"""What an exporter of comparisons gets: the comparison, what the two texts are called, and what must be said.

Values only: no store, no clock. Which of the two is the older one was decided before.
"""

from dataclasses import dataclass
from datetime import date

from corpus.diff import Comparison


@dataclass(frozen=True, slots=True)
class ComparedText:
    """One of the two texts: its key, what it is called with stage and date, and its date alone."""

    key: str
    name: str
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class ExportedComparison:
    """A comparison on its way out; `remarks` are sentences a reader must see before the text."""

    title: str
    old: ComparedText
    new: ComparedText
    comparison: Comparison
    remarks: tuple[str, ...] = ()
    language: str = "nl"
    fictional: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under the title: both texts, and the remarks."""
        return (f"Oud: {self.old.name}.", f"Nieuw: {self.new.name}.", *self.remarks)
