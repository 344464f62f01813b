"""Comparison of two trees of provisions: alignment, changes, and word-level operations.

`compare(old, new)` is pure and deterministic. Which of two versions is the older one is not decided here.
"""

from corpus.diff.comparison import Change, ChangeKind, Comparison, Row, Side, compare
from corpus.diff.words import Operation

__all__ = ["Change", "ChangeKind", "Comparison", "Operation", "Row", "Side", "compare"]
