"""What one sentence delegates, before it is known in which provision it stands. Values only."""

from typing import NamedTuple

from corpus.delegation import wording as words
from corpus.delegation.delegation import Force, Level, Rule


class Found(NamedTuple):
    """What a sentence delegates: the words of the instrument, its level, and how that is said."""

    start: int
    end: int
    level: Level
    force: Force
    rule: Rule
    under: bool
    subject_from: int
    noun: str = ""


def force_of(verb: str) -> Force:
    """Duty or power, after the finite verb."""
    return Force.POWER if verb in words.MAY else Force.DUTY
