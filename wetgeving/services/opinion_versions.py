"""Which text an opinion speaks about, and which came after: by dossier, stage and date, or not at all.

The version advised on is the adviesversie that is not younger than the opinion; of an initiative bill, which
is submitted first, the voorstel. Where it is not at hand there is a reason and no other version in its place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.opinion import Opinion, OpinionKind
from wetgeving.services.catalogue import Catalogue, ListedVersion, ListedWork
from wetgeving.services.explaining import MEMORANDUM
from wetgeving.store.values import Work

_FOLLOWING = {"bill": "submitted", "decree": "published"}
_MEMORANDUM_OF = {"bill": "memorie van toelichting", "decree": "nota van toelichting"}
_NEVER_ANOTHER = "Een andere versie komt er niet voor in de plaats."


@dataclass(frozen=True, slots=True)
class Pair:
    """An old and a new version of one text, by key."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AdvisedOn:
    """The version advised on and the next one, "" with the Dutch reason where it is not at hand."""

    version: str = ""
    absent: str = ""
    next: str = ""
    next_absent: str = ""
    memoranda: tuple[Pair, ...] = ()
    memorandum_absent: str = ""

    @property
    def refused(self) -> str:
        """Why nothing can be compared, or ""."""
        return self.absent or self.next_absent


class AdvisedVersions:
    """Finds the texts that opinions speak about."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def of(self, work: Work, opinion: Opinion | None, works: Sequence[ListedWork]) -> AdvisedOn:
        """The version that an opinion speaks about, the one after it, and those of the memorandum."""
        beside = [
            w.work
            for w in works
            if w.work.fictional == work.fictional and set(w.work.dossiers) & set(work.dossiers)
        ]
        bills = [w for w in beside if w.kind in _FOLLOWING]
        if not bills:
            return AdvisedOn(absent="In het dossier van dit advies staat geen voorstel of ontwerpbesluit.")
        found = [(bill, version) for bill in bills if (version := self._advised(bill, opinion))]
        if len(found) != 1:
            proposals = [b for b in bills if b.kind == "bill"]
            among = [b for b, _ in found] or proposals or bills
            return AdvisedOn(absent=_reason(among, several=len(found) > 1))
        bill, version = found[0]
        following = self._following(bill, version)
        memoranda = [m for m in beside if m.kind == MEMORANDUM and _explains(m, bill)]
        pairs = tuple(p for m in memoranda if (p := self._pair(m, opinion, _FOLLOWING[bill.kind])))
        return AdvisedOn(
            version=version.version.version,
            next=following.version.version if following else "",
            next_absent=""
            if following
            else f"Na de adviesversie is van {_called(bill)} nog geen tekst opgenomen.",
            memoranda=pairs,
            memorandum_absent="" if pairs else "Van de toelichting zijn niet beide versies opgenomen.",
        )

    def _advised(self, bill: Work, opinion: Opinion | None) -> ListedVersion | None:
        stages = ["advice"]
        if opinion and opinion.kind is OpinionKind.WITH_REACTION:
            stages.append("submitted")
        by_stage = (self._latest(bill, stage, opinion) for stage in stages)
        return next((version for version in by_stage if version), None)

    def _latest(self, work: Work, stage: str, opinion: Opinion | None) -> ListedVersion | None:
        """The last version of a stage that is not younger than the opinion."""
        until = _until(opinion)
        found = [v for v in self._catalogue.versions(work.key) if v.version.stage == stage]
        days = [(v, v.version.dates.document_date) for v in found]
        return next((v for v, day in reversed(days) if until is None or day is None or day <= until), None)

    def _following(self, bill: Work, advised: ListedVersion) -> ListedVersion | None:
        versions = self._catalogue.versions(bill.key)
        later = versions[versions.index(advised) + 1 :]
        if advised.version.stage != "advice":
            return next(iter(later), None)
        return next((v for v in later if v.version.stage == _FOLLOWING[bill.kind]), None)

    def _pair(self, memorandum: Work, opinion: Opinion | None, following: str) -> Pair | None:
        old = self._latest(memorandum, "advice", opinion)
        if old is None:
            return None
        versions = self._catalogue.versions(memorandum.key)
        later = versions[versions.index(old) + 1 :]
        new = next((v for v in later if v.version.stage in (following, "submitted", "published")), None)
        return Pair(old.version.version, new.version.version) if new else None


def _until(opinion: Opinion | None) -> date | None:
    """The day after which no text can be the one advised on: that of the request, else of the opinion."""
    if opinion is None:
        return None
    return opinion.dates.pending or opinion.dates.adopted or opinion.dates.further_report


def _explains(memorandum: Work, bill: Work) -> bool:
    """A nota van toelichting goes with a decree, any other memorandum with a bill."""
    called = (memorandum.title or memorandum.short_title).casefold()
    of_decree = called.startswith(_MEMORANDUM_OF["decree"])
    return of_decree == (bill.kind == "decree")


def _reason(bills: Sequence[Work], *, several: bool) -> str:
    if several:
        return f"Het dossier heeft meer dan één tekst waarover kan zijn geadviseerd: {_and(bills)}."
    absent = f"De tekst waarover is geadviseerd (de adviesversie) is niet opgenomen van {_and(bills)}."
    return f"{absent} {_NEVER_ANOTHER}"


def _and(works: Sequence[Work]) -> str:
    return " en ".join(_called(work) for work in works)


def _called(work: Work) -> str:
    return work.short_title or work.title or work.key
