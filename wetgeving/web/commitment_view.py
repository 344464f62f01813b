"""The commitments of a dossier as their page shows them: what can be filtered on, and in which words.

"Verstreken" is a filter beside the states and no state: the calendar says it, nobody judged it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.commitments.actors import plain_name
from corpus.dossier.facts import CommitmentState
from corpus.exporters.commitment_words import PASSED as PASSED
from corpus.exporters.commitment_words import REVIEWS as REVIEWS
from corpus.exporters.commitment_words import SURENESS as SURENESS
from corpus.exporters.commitment_words import rules as rules
from corpus.exporters.commitment_words import term as term
from corpus.exporters.fact_words import COMMITMENT_STATES as STATES
from wetgeving.services.commitment_values import CommitmentList, KnownCommitment, Passed, Review
from wetgeving.services.errors import InvalidValueError

PASSED_BY = "verstreken"
STANDS = {state.value: words for state, words in STATES.items()} | {PASSED_BY: "datum verstreken"}
"""What an address may ask of how a commitment stands."""

SAYABLE = {
    Review.CONFIRMED.value: "dit is een toezegging",
    **{state.value: words for state, words in STATES.items()},
    Review.REJECTED.value: "dit is geen toezegging",
}
"""What an editor may say, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which commitments are asked for; "" asks for all."""

    actor: str = ""
    stands: str = ""

    @property
    def is_filtered(self) -> bool:
        """Is anything left out?"""
        return bool(self.actor or self.stands)


def wanted(given: Mapping[str, str]) -> Wanted:
    """The filter an address asks for; `InvalidValueError` for a state that cannot be."""
    stands = given.get("stand", "").strip()
    if stands and stands not in STANDS:
        raise InvalidValueError(
            "Deze stand bestaat niet.", value=stands[:40], remedy=f"Kies uit: {', '.join(STANDS)}."
        )
    return Wanted(given.get("wie", "").strip(), stands)


def chosen(found: CommitmentList, asked: Wanted) -> tuple[KnownCommitment, ...]:
    """The commitments that pass the filter."""
    return tuple(c for c in found.commitments if _passes(c, asked, found.on))


def actors(found: CommitmentList) -> tuple[str, ...]:
    """Whom to choose from, each once."""
    named = {plain_name(actor): actor for actor in reversed(found.actors) if actor}
    return tuple(sorted(named.values(), key=str.casefold))


def said(word: str) -> str:
    """What a person said, in words."""
    return SAYABLE[word]


def passed(c: KnownCommitment, on: date) -> str:
    """The word for a term that has passed, or ""."""
    return PASSED[c.passed(on)]


def day(value: str, what: str) -> date | None:
    """A day as a form sends it, or None; `InvalidValueError` for what is none."""
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError as error:
        raise InvalidValueError(
            f"{what} is geen dag.", value=value[:40], remedy="Schrijf een dag als 2031-01-31."
        ) from error


def first_day(found: CommitmentList) -> date:
    """What the form for a report proposes: this year; of an example the year of its first term."""
    days = [c.last for c in found.commitments if c.last]
    year = min(days).year if found.dossier.fictional and days else found.on.year
    return date(year, 1, 1)


def _passes(c: KnownCommitment, asked: Wanted, on: date) -> bool:
    if asked.actor and plain_name(c.actor) != plain_name(asked.actor):
        return False
    if asked.stands == PASSED_BY:
        return c.passed(on) in (Passed.YES, Passed.SOME)
    return not asked.stands or c.state == CommitmentState(asked.stands)


def tally(found: Iterable[KnownCommitment], on: date) -> tuple[tuple[str, int], ...]:
    """How many stand how, in words; a state that none has is left out."""
    known = tuple(found)
    counted = [(words, sum(c.state is state for c in known)) for state, words in STATES.items()]
    gone = sum(bool(passed(c, on)) for c in known)
    return tuple((words, number) for words, number in (*counted, (STANDS[PASSED_BY], gone)) if number)
