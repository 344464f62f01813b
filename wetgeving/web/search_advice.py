"""What the search page says of a question itself: where it cannot be read, what it finds nowhere, what it
cites.

Every piece of advice is a link to a question, so that it is one click, without a script.
"""

from collections.abc import Callable
from dataclasses import dataclass

from indexer.document import TermFound
from indexer.errors import QueryError
from wetgeving.services.typed_citations import Landing
from wetgeving.web.target_view import landing_address, target_name


@dataclass(frozen=True, slots=True)
class Marked:
    """A question around the place where it cannot be read."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a question, in how many provisions it is found, and what may have been meant, with links."""

    term: str
    documents: int
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation may mean, with links."""

    choices: tuple[tuple[str, str], ...]


def marked(question: str, problem: QueryError) -> Marked | None:
    """The question with the place of the problem, when it has one."""
    if problem.position is None:
        return None
    start, end = problem.position
    return Marked(question[:start], question[start:end], question[end:])


def terms(question: str, found: tuple[TermFound, ...], url: Callable[[str], str]) -> tuple[Term, ...]:
    """Each term with the questions that have a nearer word in its place."""
    return tuple(
        Term(
            term.term,
            term.documents,
            tuple(
                (word, url(f"{question[: term.at[0]]}{word}{question[term.at[1] :]}"))
                for word in term.nearest
            ),
        )
        for term in found
    )


def cited(landing: Landing) -> Cited:
    """The choices of a landing."""
    return Cited(tuple((target_name(target), landing_address(target)) for target in landing.targets))
