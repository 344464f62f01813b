"""How a fact is shown: in which words its certainty is said, and which sources stand behind it.

Two sources: the fact with its sources. One: "volgens één bron", and where that is not official, that too.
Derived: from what. Not found: said as such. The rule is the project's own (`docs/begrippen.md`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.dossier.facts import Certainty, CommitmentState, DateClaim, EventState, Ground, Source
from wetgeving.services.dossiers import ListedDossier
from wetgeving.web.dutch import dutch_date

EVENT_STATES = {
    EventState.DONE: "",
    EventState.ADOPTED: "aangenomen",
    EventState.REJECTED: "verworpen",
    EventState.WITHDRAWN: "ingetrokken",
    EventState.LAPSED: "vervallen",
    EventState.SKIPPED: "overgeslagen",
    EventState.EXPECTED: "verwacht",
    EventState.NOT_FOUND: "niet gevonden",
}

COMMITMENT_STATES = {
    CommitmentState.OPEN: "loopt",
    CommitmentState.KEPT: "nagekomen",
    CommitmentState.PARTLY: "deels nagekomen",
    CommitmentState.LAPSED: "vervallen",
    CommitmentState.UNKNOWN: "stand niet bekend",
}


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
    return ShownGround(_words(ground, cited), cited)


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


def _words(ground: Ground, cited: tuple[Source, ...]) -> str:
    match ground.certainty:
        case Certainty.CONFIRMED:
            return ""
        case Certainty.DERIVED:
            return f"afgeleid uit {ground.derived_from}" if ground.derived_from else "afgeleid"
        case Certainty.NOT_FOUND:
            return "niet gevonden"
        case Certainty.ONE_SOURCE:
            official = all(source.official for source in cited)
            one = "volgens één bron" if official else "volgens één niet-officiële bron"
            return one if len(cited) < 2 else f"elk onderdeel {one}"
