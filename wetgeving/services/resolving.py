"""Where an identifier leads: to a work, a version of it, or a provision in that version. Changes nothing.

The forms of identifiers are in `corpus.identifiers`. A date picks the version that was law on that day
(`services.validity`); without one it is the version that is law today, else the last. More than one answer
is given as it is: choosing is for a person. What is not stored is an error that says what was understood.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.identifiers import SCHEMES, Named, Paper, parse
from corpus.numbering import label, number_token
from corpus.provision import CONTAINERS, Provision, ProvisionKind
from wetgeving.services.catalogue import Catalogue, ListedVersion, path_to
from wetgeving.services.chronology import Standing
from wetgeving.services.errors import NotFoundError
from wetgeving.services.validity import ValidityService
from wetgeving.store import Store
from wetgeving.store.values import Work

_FORMS = (
    "Een kenmerk is een BWB-nummer, een jci-verwijzing, een CELEX-nummer, een Kamerstuk (kst-99001-2), een "
    "adviesnummer (W03.91.00165/II) of het kenmerk van een regeling hier."
)


@dataclass(frozen=True, slots=True)
class Target:
    """One answer. Without `version` the work as such is meant; without `work`, the dossier."""

    work: Work | None = None
    version: ListedVersion | None = None
    eid: str = ""
    label: str = ""
    dossier: str = ""


class Resolving:
    """Finds what identifiers name."""

    def __init__(self, store: Store, catalogue: Catalogue, validity: ValidityService) -> None:
        self._store, self._catalogue, self._validity = store, catalogue, validity

    def targets(self, identifier: str) -> tuple[Target, ...]:
        """Everything an identifier may mean, at least one; `NotFoundError` when nothing of it is stored."""
        named = parse(identifier)
        works = self._store.works.bearing((identifier,)) if named is None else self._works(named)
        found = [target for work in works for target in self._in_work(work, named)]
        if named and named.dossier and self._store.dossiers.find(named.dossier):
            found.append(Target(dossier=named.dossier))
        if found:
            return tuple(found)
        raise self._nothing(identifier, named, works)

    def in_work(self, work: Work, place: tuple[tuple[ProvisionKind, str], ...]) -> tuple[Target, ...]:
        """A place in the text of a work that is law today, else in its last; nothing when it is not there."""
        return tuple(self._in_work(work, Named("typed", place=place)))

    def _works(self, named: Named) -> tuple[Work, ...]:
        by_value = self._store.works.bearing(named.values) if named.values else ()
        by_paper = [work for paper in named.papers for work in self._bearing_paper(paper)]
        return tuple({work.key: work for work in (*by_value, *by_paper)}.values())

    def _bearing_paper(self, paper: Paper) -> Iterator[Work]:
        for work in self._store.works.of_dossier(paper.dossier):
            if any(i.scheme == "ondernummer" and i.value.upper() == paper.number for i in work.identifiers):
                yield work

    def _in_work(self, work: Work, named: Named | None) -> Iterator[Target]:
        if named is None or not (named.place or named.in_force_on):
            yield Target(work)
            return
        for version in self._versions(work, named):
            yield from self._in_version(work, version, named)

    def _versions(self, work: Work, named: Named) -> tuple[ListedVersion, ...]:
        """The version meant; more than one when it is not known which of them was law on the day."""
        if named.in_force_on is None:
            versions = self._catalogue.versions(work.key)
            in_force = [v for v in versions if v.standing is Standing.IN_FORCE]
            return tuple(in_force[-1:] or versions[-1:])
        answer = self._validity.in_force(work.key, named.in_force_on, named.as_known_on)
        found = (answer.found,) if answer.found else answer.unsure
        return tuple(dated.listed for dated in found)

    def _in_version(self, work: Work, version: ListedVersion, named: Named) -> Iterator[Target]:
        if not named.place:
            yield Target(work, version)
            return
        provisions = self._catalogue.text(version.version.version).provisions
        for p in places(provisions, named.place):
            yield Target(work, version, p.eid, label(path_to(provisions, p.eid)))

    def _nothing(self, identifier: str, named: Named | None, works: tuple[Work, ...]) -> NotFoundError:
        shown = identifier[:120]
        if named is None:
            return NotFoundError("Dit kenmerk is hier niet bekend.", value=shown, remedy=_FORMS)
        if not works:
            what = f"Er is niets opgenomen met dit kenmerk ({_SAID[named.scheme]})."
            return NotFoundError(what, value=shown, remedy="Zie de lijst van regelingen.")
        return NotFoundError(
            "De regeling is opgenomen, maar niet deze plaats of een versie op deze datum.",
            value=shown,
            where=", ".join(work.key for work in works),
            remedy="Zie de versies van de regeling.",
        )


_SAID = {
    **dict.fromkeys(SCHEMES, "kenmerk"),
    "jci": "jci-verwijzing",
    "bwb": "BWB-nummer",
    "celex": "CELEX-nummer",
    "opinion": "adviesnummer",
    "kamerstuk": "Kamerstuk",
    "dossier": "dossiernummer",
}


def places(
    provisions: tuple[Provision, ...], place: tuple[tuple[ProvisionKind, str], ...]
) -> tuple[Provision, ...]:
    """The provisions at a place; a chapter that a text does not have is passed over when an article is named.

    Quoted law is not the law of this text, so nothing is found in it.
    """
    names_article = any(kind is ProvisionKind.ARTICLE for kind, _ in place)
    scope: tuple[Provision, ...] | None = None
    for kind, number in place:
        below = provisions if scope is None else tuple(c for p in scope for c in p.children)
        found = tuple(_numbered(below, kind, number_token(number).lower()))
        if found or not (kind in CONTAINERS and names_article):
            scope = found
    return scope or ()


def _numbered(provisions: Iterable[Provision], kind: ProvisionKind, token: str) -> Iterator[Provision]:
    for p in provisions:
        if p.kind is kind and number_token(p.num).lower() == token:
            yield p
        elif p.kind is not ProvisionKind.MOD:
            yield from _numbered(p.children, kind, token)
