"""How certain a fact of a dossier is, in the words that every page and file says it in.

Two sources: the fact with its sources. One: "volgens één bron", and where that is not official, that too.
Derived: from what. Not found: said as such. The rule is the project's own (`docs/begrippen.md`).
"""

from collections.abc import Sequence

from corpus.dossier.facts import Certainty, CommitmentState, EventState, Ground, Source

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


def certainty_words(ground: Ground, cited: Sequence[Source]) -> str:
    """A certainty in words; "" where two sources speak for themselves."""
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
