"""Comparison of two trees of provisions: alignment, changes, and word-level operations.

`compare(old, new)` is pure and deterministic. Which of two versions is the older one is not decided here.
"""

from corpus.diff.change import Change, ChangeKind, Row, Side
from corpus.diff.comparison import Comparison, compare
from corpus.diff.correction import Correction
from corpus.diff.words import Operation

__all__ = ["Change", "ChangeKind", "Comparison", "Correction", "Operation", "Row", "Side", "compare"]
