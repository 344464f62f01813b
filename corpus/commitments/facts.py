"""Which commitment that a dossier knows of is which one read in its letter: by paper, term, actor and words.

One fact goes with one thing read at most. Terms that disagree keep two apart, however alike their words are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from corpus.commitments.due import term_of_cell
from corpus.commitments.merging import same_actor, same_term, shared
from corpus.commitments.values import Due, DueSort, ReadCommitment, Sort
from corpus.dossier.facts import Commitment, DateClaim

_WITH_ACTOR, _WITHOUT_ACTOR, _WITHOUT_TERM = 0.25, 0.4, 0.6


@dataclass(frozen=True, slots=True)
class ToldCommitment:
    """A commitment of a dossier with the name of its actor, and the versions that carry its paper."""

    fact: Commitment
    actor: str
    versions: frozenset[str]
    said_on: date | None = None


def matched(told: Sequence[ToldCommitment], read: Sequence[ReadCommitment]) -> Mapping[str, ReadCommitment]:
    """By key of the fact what was read of it; the likeliest pairs first."""
    scored = sorted(
        ((-score, i, k) for i, t in enumerate(told) for k, r in enumerate(read) if (score := _score(t, r)))
    )
    found: dict[str, ReadCommitment] = {}
    taken: set[int] = set()
    for _, i, k in scored:
        if told[i].fact.key not in found and k not in taken:
            found[told[i].fact.key] = read[k]
            taken.add(k)
    return MappingProxyType(found)


def _score(told: ToldCommitment, read: ReadCommitment) -> float:
    """How alike they are; 0 for two that are not the same."""
    if read.sort is not Sort.PROMISE or not any(p.version in told.versions for p in read.passages):
        return 0.0
    if bool(told.fact.by) != (read.due is not None):
        return 0.0
    alike = shared(told.fact.what, f"{read.what} {read.summary}")
    actor = same_actor(told.actor, read.actor)
    if read.due is None:
        return alike if alike >= _WITHOUT_TERM and actor else 0.0
    if not any(_agree(claim, read.due, told.said_on) for claim in told.fact.by):
        return 0.0
    return alike + actor if alike >= (_WITH_ACTOR if actor else _WITHOUT_ACTOR) else 0.0


def _agree(claim: DateClaim, due: Due, said_on: date | None) -> bool:
    if claim.day is not None:
        return claim.day in (due.day, due.last)
    return bool(claim.note) and same_term(due_of_words(claim.note, said_on), due)


def due_of_words(words: str, said_on: date | None = None) -> Due:
    """The term that some words give; without one that is recognised the words themselves."""
    return term_of_cell(words, said_on) or Due(words, DueSort.VAGUE)
