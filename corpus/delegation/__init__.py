"""Delegation and legal basis: what a text leaves to other rules, and on what such a rule says it rests."""

from corpus.delegation.delegation import (
    Chambers,
    Delegation,
    Force,
    Involvement,
    Level,
    Rule,
    Start,
    Voorhang,
)
from corpus.delegation.finding import find_delegations
from corpus.delegation.voorhang import find_voorhang

__all__ = [
    "Chambers", "Delegation", "Force", "Involvement", "Level", "Rule", "Start", "Voorhang",
    "find_delegations", "find_voorhang",
]  # fmt: skip
