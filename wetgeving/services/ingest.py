"""Taking in a file: the only writer of texts.

Bytes are read, then stored as a version, or as a further source of one, or recognised as already there.
What the file itself says is the default, what a person says outranks it, a file name is a guess. Everything
happens in the caller's transaction: a file that cannot be read changes nothing.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from corpus.hashing import sha256, text_hash
from corpus.hidden_content import HiddenContent
from corpus.readers.decision_note import storable
from corpus.reading import Guessed, Reading
from wetgeving.services import file_name
from wetgeving.services.audit import state_of
from wetgeving.services.errors import MissingDetailError, NotFoundError, RemovedError
from wetgeving.services.patient_reading import read_within
from wetgeving.services.slots import Slots
from wetgeving.services.version_key import require_stage, version_key, work_key
from wetgeving.store import Store
from wetgeving.store.values import Dossier, Event, NewVersion, VersionDates, Work


class Outcome(StrEnum):
    """What taking in a file did."""

    ADDED = "added"
    FURTHER_SOURCE = "further-source"
    ALREADY_STORED = "already-stored"


UNSPECIFIED = "unspecified"
WITHIN_DOSSIER = frozenset({"dossier", "ondernummer"})
"""Identifiers that many works share: the number of a dossier, and that of a paper within it."""


class UnknownDate(StrEnum):
    """A person says of a date that it is not known; that is not the same as saying nothing."""

    UNKNOWN = "unknown"


GivenDate = date | UnknownDate | None


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person says of a file. Empty fields say nothing."""

    work: str = ""
    dossier: str = ""
    stage: str = ""
    in_force_on: GivenDate = None
    as_known_on: GivenDate = None
    document_date: GivenDate = None
    derived_from: str = ""
    reason: str = ""
    kind: str = ""
    title: str = ""
    short_title: str = ""
    official: bool = False
    fictional: bool = False

    @property
    def names_a_moment(self) -> bool:
        """Does the person say at which stage or on which date this text stands?"""
        return bool(self.stage or self.in_force_on or self.as_known_on or self.document_date)


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file."""

    version: str
    outcome: Outcome
    sha256: str
    reader: str
    provisions: int
    dropped: int
    guessed: int
    hidden: tuple[HiddenContent, ...] = ()


class IngestService:
    """Takes in files on behalf of `actor`."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor
        self._slots = Slots(store)

    def ingest(self, content: bytes, name: str, origin: str, said: Statement) -> Ingested:
        """Read and store one file; raises a `WetgevingError` and stores nothing when it cannot be read."""
        return self.take_in(read_within(content), content, name=name, origin=origin, said=said)

    def carried(self, digests: Collection[str]) -> frozenset[str]:
        """Which files, by the SHA-256 of their bytes, carry a version that stands already."""
        return self._store.manifestations.carried(digests)

    def take_in(
        self, reading: Reading, content: bytes, *, name: str, origin: str, said: Statement
    ) -> Ingested:
        """Store a file that was read before, so that reading need not hold up other writers.

        Of a decision note only the public part is kept: nothing past this line sees the file itself.
        """
        content = storable(content, reading)
        if stone := self._store.tombstones.of_file(sha256(content)):
            raise RemovedError.of(stone)
        said = self.identified(reading, name, said)
        work = self._work(reading, name, said)
        new = self._new_version(reading, work.key, name, said)
        key, outcome = self._place(new, sha256(content), redated=said.names_a_moment)
        if outcome is not Outcome.ALREADY_STORED:
            self._attach(key, content, reading, name=name, origin=origin)
            self._record(outcome, key, new)
        return Ingested(
            version=key,
            outcome=outcome,
            sha256=sha256(content),
            reader=reading.reader,
            provisions=sum(1 for root in new.provisions for _ in root.walk()),
            dropped=len(new.dropped),
            guessed=len(new.guessed),
            hidden=reading.hidden,
        )

    def _work(self, reading: Reading, name: str, said: Statement) -> Work:
        if not said.work:
            raise MissingDetailError(
                "Het bestand zegt niet van welke regeling het een versie is.",
                where=name,
                remedy="Geef het kenmerk op met --work, bijvoorbeeld --work BWBR0011823.",
            )
        key = work_key(said.work)
        work = Work(
            key=key,
            kind=said.kind or reading.kind,
            title=said.title or reading.title,
            short_title=said.short_title or reading.short_title,
            identifiers=reading.identifiers,
            dossiers=(said.dossier,) if said.dossier else (),
            fictional=said.fictional,
        )
        if said.dossier and self._store.dossiers.find(said.dossier) is None:
            self._store.dossiers.add(Dossier(said.dossier, fictional=said.fictional))
        return self.keep(work)

    def identified(self, reading: Reading, name: str, said: Statement) -> Statement:
        """What the person said; where that is silent, what the slot says that this file fills, else the file.

        The work is then the one that bears an identifier of the file, or is called by its first identifier.
        """
        if said.work:
            return said
        paper = self._slots.filled_by(reading)
        numbers = (i.value for i in reading.identifiers if i.scheme == "dossier")
        known = (n for n in numbers if self._store.dossiers.find(n) is not None)
        said = replace(said, dossier=said.dossier or next(known, ""))
        if paper is not None:
            return replace(said, work=paper.work, stage=said.stage or paper.stage)
        called = next((i.value for i in reading.identifiers), "") or file_name.hint(name).work or ""
        return replace(said, work=self._bearer(reading) or called)

    def _bearer(self, reading: Reading) -> str:
        """The key of the work that bears an identifier of the file; a number within a dossier names none."""
        own = (i.value for i in reading.identifiers if i.scheme not in WITHIN_DOSSIER)
        return next((work.key for work in map(self._store.works.find, own) if work is not None), "")

    def keep(self, work: Work) -> Work:
        """Store a new work, or complete a known one; what is known is not overwritten by a later file."""
        known = self._store.works.find(work.key)
        if known is None:
            self._store.works.add(work)
            return work
        completed = replace(
            known,
            kind=work.kind if known.kind == "unknown" else known.kind,
            title=known.title or work.title,
            short_title=known.short_title or work.short_title,
            identifiers=tuple(dict.fromkeys((*known.identifiers, *work.identifiers))),
            dossiers=tuple(dict.fromkeys((*known.dossiers, *work.dossiers))),
        )
        if completed != known:
            self._store.works.update(completed)
        return completed

    def _new_version(self, reading: Reading, work: str, name: str, said: Statement) -> NewVersion:
        dates, guessed = dates_of(reading, name, said)
        stage = said.stage or reading.stage or UNSPECIFIED
        require_stage(stage)
        return NewVersion(
            work=work,
            stage=stage,
            dates=dates,
            language=reading.language,
            provisions=reading.provisions,
            dropped=reading.dropped,
            guessed=(*reading.guessed, *guessed),
            reason=said.reason,
            derived_from=self._base(said.derived_from),
            official=said.official,
        )

    def _base(self, derived_from: str) -> str | None:
        if not derived_from:
            return None
        base = self._store.versions.find(derived_from)
        if base is None:
            raise NotFoundError("De versie waarvan deze is afgeleid bestaat niet.", value=derived_from)
        return base.version

    def _place(self, new: NewVersion, digest: str, *, redated: bool) -> tuple[str, Outcome]:
        """The version these words belong to: a known one at the same stage and dates, or a new one.

        The same file again, without another date given, stays where it is, also after a correction.
        """
        carried = self._carried(digest, new.work)
        if carried and not redated:
            return carried[0], Outcome.ALREADY_STORED
        words = text_hash(new.provisions)
        same = self._store.versions.same(new.work, new.stage, new.language, new.dates, words)
        if same is not None:
            return same, Outcome.ALREADY_STORED if same in carried else Outcome.FURTHER_SOURCE
        taken = self._store.versions.keys_like(new.work)
        key = version_key(new.work, new.stage, new.dates, taken)
        self._store.versions.add(new, key)
        self._store.index_tasks.add(key)
        return key, Outcome.ADDED

    def _carried(self, digest: str, work: str) -> list[str]:
        """The standing versions of a work that this file carries; a withdrawn one may be taken in again."""
        keys = [key for key in self._store.manifestations.known(digest) if key.startswith(f"{work}@")]
        versions = [self._store.versions.find(key) for key in keys]
        return [v.version for v in versions if v is not None and v.withdrawn is None]

    def _attach(self, key: str, content: bytes, reading: Reading, *, name: str, origin: str) -> None:
        version = self._store.versions.find(key)
        assert version is not None
        digest = self._store.manifestations.add(content, reading.media_type, version.work)
        self._store.versions.attach_source(
            key,
            sha256=digest,
            media_type=reading.media_type,
            origin=origin,
            file_name=name,
            retrieved_at=self._clock(),
            reader=reading.reader,
            logic_version=reading.logic_version,
        )

    def _record(self, outcome: Outcome, key: str, new: NewVersion) -> None:
        version = self._store.versions.find(key)
        assert version is not None
        event = Event(self._clock(), outcome, new.work, key, self._actor, new.reason)
        self._store.events.add(event, after=state_of(version))


def dates_of(reading: Reading, name: str, said: Statement) -> tuple[VersionDates, tuple[Guessed, ...]]:
    """The dates of a version: a person's word, else the file's, else for entry into force the file name's."""
    hinted = file_name.hint(name).in_force_on
    stated = (reading.in_force_on, reading.as_known_on, reading.document_date)
    given = (said.in_force_on, said.as_known_on, said.document_date)
    guessed: tuple[Guessed, ...] = ()
    if given[0] is None and stated[0] is None and hinted is not None:
        guessed = (Guessed(file_name.RULE, "", f"in_force_on {hinted.isoformat()}"),)
        stated = (hinted, *stated[1:])
    in_force_on, as_known_on, document_date = map(_chosen, given, stated)
    dates = [in_force_on, as_known_on, document_date]
    by_guess = bool(guessed) or any(g.rule.endswith("-date") for g in reading.guessed)
    certainty = _certainty(given, dates, by_guess=by_guess)
    return VersionDates(in_force_on, as_known_on, document_date, certainty), guessed


def _chosen(given: GivenDate, stated: date | None) -> date | None:
    if isinstance(given, UnknownDate):
        return None
    return given if given is not None else stated


def _certainty(given: tuple[GivenDate, ...], dates: list[date | None], *, by_guess: bool) -> str:
    if any(isinstance(g, date) for g in given):
        return "given"
    if not any(dates):
        return "unknown"
    return "guessed" if by_guess else "stated"
