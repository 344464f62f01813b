"""The two kinds of document an engine can hold, and what differs between them: provisions and changes.

An engine holds one of them: what is in the one does not weigh in the scores of the other, nor in its counts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from indexer.changes import CHANGE_FACETS, ChangeHit, change_terms, evaluate_changes
from indexer.document import FACETS, SearchHit
from indexer.ranking import evaluate
from indexer.terms import Terms, terms
from indexer.without import Evaluate

Snippet = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Form:
    """What an engine must know of its documents: facets, what it gives back, words, and how to answer."""

    facets: tuple[str, ...]
    stored: tuple[str, ...]
    terms: Callable[[Any], Terms]
    evaluate: Evaluate
    hit: Callable[[Sequence[Any], float, Snippet], SearchHit]


_SHOWN = (
    "version", "work", "work_title", "kind", "stage", "in_force_on", "eid", "label", "heading", "fictional",
)  # fmt: skip
_OF_PROVISION = (*_SHOWN, "point")
_CHANGE = (*_SHOWN, "old", "change", "direction", "kinds")


def _provision(stored: Sequence[Any], score: float, snippet: Snippet) -> SearchHit:
    *shown, text = stored
    return SearchHit(**dict(zip(_OF_PROVISION, shown, strict=True)), snippet=snippet(text), score=score)


def _change(stored: Sequence[Any], score: float, snippet: Snippet) -> SearchHit:
    *shown, changed, text = stored
    return ChangeHit(**dict(zip(_CHANGE, shown, strict=True)), snippet=snippet(text, changed), score=score)


PROVISIONS = Form(FACETS, (*_OF_PROVISION, "text"), terms, evaluate, _provision)
CHANGES = Form(CHANGE_FACETS, (*_CHANGE, "changed", "text"), change_terms, evaluate_changes, _change)
