"""What was law on a day, as far as was known on another: geldigheidsdatum and zichtdatum, two switches.

A version is law from the day it is taken for (the date of a toestand), or earlier when all that is new in it
works back further. It is known from the day its source states, else from the latest publication in it
(derived), else at least from the day it was taken in here. Where it is not known whether a version was
known and it would decide, there is no answer. Judged by the versions taken in: that a whole work ended is
not seen.
Retroactive effect makes a text law earlier, never known earlier.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from corpus.commencement import known_from, law_from
from corpus.provision import Provision, walk
from wetgeving.services.catalogue import Catalogue, ListedVersion
from wetgeving.services.chronology import Standing
from wetgeving.store import Store

_STAGE = "consolidated"


class KnownBy(StrEnum):
    """On what ground a version counts as known from a day."""

    STATED = "stated"
    DERIVED = "derived-from-publication"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What came of the question which version was law."""

    FOUND = "found"
    NOTHING_LAW = "nothing-in-force"
    NOTHING_KNOWN = "nothing-known-yet"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Validity:
    """From when a version is law and known. `stated_from` is its own date, `law_from` may lie before it.

    `entered_on` is the latest entry into force in it: after `stated_from` when the version shows how the law
    was by retroactive effect. `partly_from` is the first day to which only a part of it works back.
    """

    stated_from: date | None = None
    law_from: date | None = None
    entered_on: date | None = None
    entry_sources: tuple[str, ...] = ()
    partly_from: date | None = None
    known_from: date | None = None
    known_by: KnownBy = KnownBy.UNKNOWN
    taken_in_on: date | None = None
    overtaken: tuple[str, ...] = ()

    @property
    def retroactive(self) -> bool:
        """Is it law for days before it entered into force?"""
        return bool(self.law_from and self.entered_on and self.law_from < self.entered_on)

    def known(self, day: date) -> bool | None:
        """Was it known on a day? None when that is not known."""
        if self.known_from is not None:
            return self.known_from <= day
        return True if self.taken_in_on is not None and self.taken_in_on <= day else None


@dataclass(frozen=True, slots=True)
class Dated:
    """A version with its validity."""

    listed: ListedVersion
    validity: Validity


@dataclass(frozen=True, slots=True)
class Answer:
    """Which version was law `on` a day as far as `known_on` another, and what must be said with it.

    `unsure` are versions of which it is not known whether they were known, and that would change the answer.
    `reaching_back` are known later versions of which only a part works back to the day: there the law of the
    day is not in one text. `known_later` is the first version that did become law for the day, but later.
    """

    on: date
    known_on: date
    outcome: Outcome
    found: Dated | None = None
    unsure: tuple[Dated, ...] = ()
    reaching_back: tuple[Dated, ...] = ()
    known_later: Dated | None = None


class ValidityService:
    """Answers the question with two dates, for the works that are stored."""

    def __init__(self, store: Store, catalogue: Catalogue, clock: Callable[[], datetime]) -> None:
        self._store, self._catalogue, self._clock = store, catalogue, clock

    def dated(self, work: str) -> tuple[Dated, ...]:
        """The versions of a work, oldest first, each with its validity."""
        return tuple(self.of(listed) for listed in self._catalogue.versions(work))

    def of(self, listed: ListedVersion) -> Dated:
        """A version with its validity; a draft has none."""
        if listed.version.stage != _STAGE:
            return Dated(listed, Validity())
        outline = self._store.versions.outline(listed.version.version)
        return Dated(listed, validity(listed, outline))

    def today(self) -> date:
        """The day on which is asked."""
        return self._clock().date()

    def in_force(self, work: str, on: date | None = None, known_on: date | None = None) -> Answer:
        """The version that was law on a day as far as known on another; a day not given is today."""
        today = self._clock().date()
        return in_force(self.dated(work), on=on or today, known_on=known_on or today)

    def reference_day(self, listed: ListedVersion) -> date | None:
        """The day on which a text is shown: today while it is law, else the last or the first that it was."""
        return reference_day(listed, self._catalogue.versions(listed.version.work), self._clock().date())


def validity(listed: ListedVersion, provisions: Iterable[Provision]) -> Validity:
    """The validity of a consolidated version, from its own dates and those of its provisions."""
    stated = listed.version.dates.in_force_on
    taken_in = min((s.retrieved_at.date() for s in listed.version.sources), default=None)
    dated = [p for p in walk(provisions) if p.in_force_on is not None]
    law = [(p, since) for p in dated if (since := _law_from(p)) and stated and since <= stated]
    entered = max((p.in_force_on for p, _ in law if p.in_force_on), default=None)
    newest = [p for p, _ in law if p.in_force_on == entered]
    found = Validity(
        stated_from=stated,
        law_from=stated,
        entered_on=entered,
        entry_sources=_sources(newest),
        taken_in_on=taken_in,
        overtaken=tuple(p.eid for p in dated if p.commencement and p.commencement.overtaken_back_to),
    )
    return _reaching_back(_known(found, listed, dated), law)


def in_force(dated: Iterable[Dated], *, on: date, known_on: date) -> Answer:
    """The version that was law on a day as far as known on another, among these."""
    dated = tuple(d for d in dated if d.validity.law_from is not None)
    of_the_day = [d for d in dated if d.validity.law_from and d.validity.law_from <= on]
    known = [d for d in of_the_day if d.validity.known(known_on)]
    found = max(known, key=lambda d: _precedence(d, on), default=None)
    unsure = tuple(
        d
        for d in of_the_day
        if d.validity.known(known_on) is None
        and (found is None or _precedence(d, on) > _precedence(found, on))
    )
    answer = Answer(on, known_on, _outcome(of_the_day, found, unsure), unsure=unsure)
    if answer.outcome is not Outcome.FOUND:
        return replace(answer, known_later=_first_known(of_the_day) if not known else None)
    later = (d for d in dated if d not in of_the_day and d.validity.known(known_on))
    partly = tuple(d for d in later if d.validity.partly_from and d.validity.partly_from <= on)
    return replace(
        answer, found=found, reaching_back=partly, known_later=_overtaking(of_the_day, found, answer)
    )


def reference_day(listed: ListedVersion, versions: Iterable[ListedVersion], today: date) -> date | None:
    """The day on which a text is shown: today while it is law, else the last or the first that it was."""
    since = listed.version.dates.in_force_on
    if listed.standing is Standing.IN_FORCE:
        return today
    if listed.standing is not Standing.SUPERSEDED:
        return since if listed.standing is Standing.NOT_YET else None
    after = [v.version.dates.in_force_on for v in versions if v.version.version == listed.superseded_by]
    return next((date.fromordinal(day.toordinal() - 1) for day in after if day), since)


def _law_from(p: Provision) -> date | None:
    return law_from(p.in_force_on, p.commencement)


def _known(found: Validity, listed: ListedVersion, dated: list[Provision]) -> Validity:
    """Stated by the source, else the latest publication, if what made this version is in its provisions."""
    stated = listed.version.dates.as_known_on
    if stated is not None:
        return replace(found, known_from=stated, known_by=KnownBy.STATED)
    if found.entered_on is None or found.stated_from is None or found.entered_on < found.stated_from:
        return found
    published = [(p.in_force_on, known_from(p.in_force_on, p.commencement)) for p in dated]
    if not any(day for entered, day in published if entered == found.entered_on):
        return found
    return replace(found, known_from=max(day for _, day in published if day), known_by=KnownBy.DERIVED)


def _reaching_back(found: Validity, law: list[tuple[Provision, date]]) -> Validity:
    """A version reaches back when all that is new on its own date does, as far as all of it is law."""
    new = [p for p, _ in law if p.in_force_on == found.stated_from]
    backs = [p.commencement.law_from if p.commencement else None for p in new]
    parts = [p.commencement.partly_law_from for p in new if p.commencement]
    partly = min((day for day in parts if day is not None), default=None)
    if not backs or not all(backs):
        return replace(found, partly_from=partly)
    return replace(found, law_from=max(since for _, since in law), partly_from=partly)


def _sources(provisions: Iterable[Provision]) -> tuple[str, ...]:
    found = (c for p in provisions if (c := p.commencement))
    return tuple(dict.fromkeys(x.source for c in found for x in (c, *c.beside) if x.source))


def _precedence(d: Dated, on: date) -> tuple[date, bool, date, date, int]:
    """The law that entered into force last decides for the past; then the text made for the day itself."""
    v = d.validity
    stated = v.stated_from or date.min
    latest = max(stated, v.entered_on or date.min)
    return latest, stated <= on, stated, v.known_from or date.min, d.listed.version.sequence


def _outcome(of_the_day: list[Dated], found: Dated | None, unsure: tuple[Dated, ...]) -> Outcome:
    if unsure:
        return Outcome.UNDECIDED
    if found is not None:
        return Outcome.FOUND
    return Outcome.NOTHING_KNOWN if of_the_day else Outcome.NOTHING_LAW


def _first_known(of_the_day: list[Dated]) -> Dated | None:
    with_day = [d for d in of_the_day if d.validity.known_from]
    return min(with_day, key=lambda d: d.validity.known_from or date.max, default=None)


def _overtaking(of_the_day: list[Dated], found: Dated | None, answer: Answer) -> Dated | None:
    """The version that became law for the day afterwards, when it was not known yet."""
    if found is None:
        return None
    after = [d for d in of_the_day if d.validity.known(answer.known_on) is False]
    overtaking = [d for d in after if _precedence(d, answer.on) > _precedence(found, answer.on)]
    return max(overtaking, key=lambda d: _precedence(d, answer.on), default=None)
