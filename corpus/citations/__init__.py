"""References to law in running text: `find` says where they stand and what they say (`corpus.resolving`:
what they mean)."""

from corpus.citations.citation import Act, Citation, CitationKind, Manner, Place, Step
from corpus.citations.finding import find
from corpus.citations.names import NO_NAMES, Name, NamedAct, Names

__all__ = [
    "NO_NAMES", "Act", "Citation", "CitationKind", "Manner", "Name", "NamedAct", "Names", "Place", "Step",
    "find",
]  # fmt: skip
