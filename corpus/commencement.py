"""By what, when and how a provision became law: publication, entry into force, retroactive effect.

The day of entry into force itself is `Provision.in_force_on`. A source may name several publications that
took effect in one provision on one day: the others stand in `beside`, each with its own dates. Retroactive
effect makes a provision law before it entered into force (terugwerkende kracht), never known before it was
published. Nothing here is guessed: what a source does not state is empty.
"""

from dataclasses import dataclass
from datetime import date, timedelta

EXCLUSIVE = "tot"
"""The scope of retroactive effect that does not include its own date; `tot en met` does."""

DATE_FIELDS = frozenset(
    {"published_on", "signed_on", "entry_published_on", "retroactive_to", "overtaken_back_to"}
)
"""The fields of a `Commencement` that are dates, for whoever writes one down as text."""


@dataclass(frozen=True, slots=True)
class Commencement:
    """The publication that brought a text (`source`), and the one that fixed its day (`entry_source`).

    Sources are written as the State cites them in short: `Stcrt.2020-19159`. `effect` is the word of the
    source (`wijziging`, `vervallen`). `overtaken_back_to` is how far a later publication, whose text is not
    in the provision, changed it with retroactive effect.
    """

    source: str = ""
    effect: str = ""
    published_on: date | None = None
    signed_on: date | None = None
    entry_source: str = ""
    entry_published_on: date | None = None
    retroactive_to: date | None = None
    retroactive_scope: str = ""
    overtaken_back_to: date | None = None
    beside: tuple["Commencement", ...] = ()

    @property
    def law_from(self) -> date | None:
        """The first day for which the whole provision is law by retroactive effect; None without any."""
        days = [c.retroactive_first_day for c in (self, *self.beside)]
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) else None

    @property
    def partly_law_from(self) -> date | None:
        """The first day to which any part of the provision works back."""
        days = [c.retroactive_first_day for c in (self, *self.beside)]
        return min((day for day in days if day is not None), default=None)

    @property
    def retroactive_first_day(self) -> date | None:
        """The first day to which what this publication brought works back, its scope taken into account."""
        if self.retroactive_to is None or self.retroactive_scope != EXCLUSIVE:
            return self.retroactive_to
        return self.retroactive_to + timedelta(days=1)


def law_from(in_force_on: date | None, commencement: Commencement | None) -> date | None:
    """The first day for which a provision is law: its entry into force, or earlier by retroactive effect."""
    back = commencement.law_from if commencement else None
    return min((day for day in (in_force_on, back) if day is not None), default=None)


def known_from(in_force_on: date | None, commencement: Commencement | None) -> date | None:
    """The day on which a provision and its entry into force had both been published; None when not stated.

    A text published after the day it entered into force, without retroactive effect, is a placing of the
    whole text (tekstplaatsing): what was known before it is what was published to fix that day.
    """
    if commencement is None or commencement.published_on is None:
        return None
    days = [_published(c, in_force_on) for c in (commencement, *commencement.beside) if c.published_on]
    return max(days)


def _published(c: Commencement, in_force_on: date | None) -> date:
    entry, text = c.entry_published_on, c.published_on or date.max
    replaced = entry and in_force_on and c.retroactive_to is None and entry <= in_force_on < text
    return entry if entry and (replaced or entry > text) else text
