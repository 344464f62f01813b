"""How a fact is shown: in which words its certainty is said, and which sources stand behind it.

The words themselves are those of every file (`corpus.exporters.fact_words`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.dossier.facts import DateClaim, Ground, Source
from corpus.exporters.fact_words import COMMITMENT_STATES as COMMITMENT_STATES
from corpus.exporters.fact_words import EVENT_STATES as EVENT_STATES
from corpus.exporters.fact_words import certainty_words
from wetgeving.services.dossiers import ListedDossier
from wetgeving.web.dutch import dutch_date


@dataclass(frozen=True, slots=True)
class ShownGround:
    """The words for a certainty ("" where two sources speak for themselves) and the sources."""

    words: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date as a source gives it, beside what others give."""

    day: str
    note: str
    ground: ShownGround


def shown_ground(ground: Ground, sources: Mapping[str, Source]) -> ShownGround:
    """A ground in words."""
    cited = tuple(sources[key] for key in ground.sources if key in sources)
    return ShownGround(certainty_words(ground, cited), cited)


def shown_dates(dates: tuple[DateClaim, ...], sources: Mapping[str, Source]) -> tuple[ShownDate, ...]:
    """Every date that is claimed, side by side, in the order given."""
    return tuple(
        ShownDate(dutch_date(c.day) if c.day else "", c.note, shown_ground(c.ground, sources)) for c in dates
    )


def status_ground(listed: ListedDossier) -> str:
    """How certain the status of a listed dossier is, in words."""
    if listed.status is None:
        return ""
    return shown_ground(listed.status.ground, listed.sources).words
