"""Slots: papers a dossier knows of and whose text is not at hand, and which file fills which.

A file fills a slot by what identifies it: an identifier its format carries, or one that is printed at its
head (`corpus.printed_identifiers`). A number that is merely cited in a text never does. Where the identifiers
of one file name two slots, neither is filled by itself.
"""

from collections.abc import Iterable
from functools import cached_property

from corpus.dossier import from_json
from corpus.dossier.facts import Paper
from corpus.printed_identifiers import printed_identifiers
from corpus.reading import Identifier, Reading
from wetgeving.store import Store

_TOGETHER = ("dossier", "ondernummer")


class Slots:
    """The papers of all dossiers of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """Every paper that a dossier names, in order."""
        return tuple(
            from_json(Paper, entry.content)
            for dossier in self._store.dossiers.all()
            for entry in self._store.dossiers.entries(dossier.number)
            if entry.part == "paper"
        )

    def filled_by(self, reading: Reading) -> Paper | None:
        """The one paper that this file is, or None."""
        if not self.papers:
            return None
        borne = _schemes((*reading.identifiers, *printed_identifiers(reading)))
        found = [paper for paper in self.papers if _is(paper, borne)]
        return found[0] if len(found) == 1 else None


def _is(paper: Paper, borne: dict[str, set[str]]) -> bool:
    """A dossier or a paper number alone names nothing; together they name a paper."""
    together = [paper.identifiers.get(scheme) for scheme in _TOGETHER]
    if all(together) and all(v in borne.get(s, ()) for s, v in zip(_TOGETHER, together, strict=True)):
        return True
    return any(
        value in borne.get(scheme, ())
        for scheme, value in paper.identifiers.items()
        if scheme not in _TOGETHER
    )


def _schemes(identifiers: Iterable[Identifier]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for identifier in identifiers:
        found.setdefault(identifier.scheme, set()).add(identifier.value)
    return found
