"""What a page with a synopsis needs beside its rows: what can be chosen, and what happened in a cell."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corpus.diff import ChangeKind
from corpus.diff.synopsis import SynopsisCell
from wetgeving.services.catalogue import ShelvedWork
from wetgeving.services.explaining import MEMORANDUM
from wetgeving.web import terms
from wetgeving.web.standing_view import version_name

_SHOWN_KINDS = tuple(kind for kind in terms.CHANGE_KINDS if kind is not ChangeKind.MODIFIED)


@dataclass(frozen=True, slots=True)
class Offer:
    """A work with the versions that can be chosen of it."""

    title: str
    versions: tuple[tuple[str, str], ...]
    explains: bool
    fictional: bool


def offers(shelf: Iterable[ShelvedWork], among: Collection[str]) -> tuple[Offer, ...]:
    """What can be chosen: of these works and those in the same dossiers; of all when there are none."""
    works = [shelved for shelved in shelf if shelved.versions]
    dossiers = {number for s in works if s.work.key in among for number in s.work.dossiers}
    return tuple(
        Offer(
            title=shelved.work.short_title or shelved.work.title or shelved.work.key,
            versions=tuple((v.version.version, version_name(v)) for v in shelved.versions),
            explains=shelved.work.kind == MEMORANDUM,
            fictional=shelved.work.fictional,
        )
        for shelved in works
        if not among or shelved.work.key in among or dossiers & set(shelved.work.dossiers)
    )


def with_kinds(cell: SynopsisCell) -> tuple[str, ...]:
    """What happened to the text in a cell besides other words, which are seen."""
    return tuple(terms.change_kind(kind, cell.sides[0]) for kind in _SHOWN_KINDS if kind in cell.kinds)
