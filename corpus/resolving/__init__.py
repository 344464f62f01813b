"""What references mean: from what `corpus.citations` finds to acts and provisions, with a status that is
honest."""

from corpus.resolving.library import Library, Outline, Shelf
from corpus.resolving.resolution import Context, Reason, Resolution, Rule, Status, Target
from corpus.resolving.resolving import acts_meant, resolve

__all__ = [
    "Context", "Library", "Outline", "Reason", "Resolution", "Rule", "Shelf", "Status", "Target",
    "acts_meant", "resolve",
]  # fmt: skip
