"""What a person may change about a version: withdraw it, or correct its stage and dates, with a reason.

The text itself is never changed here: another text is another version. What happened stays in the events.
"""

from collections.abc import Callable
from datetime import date, datetime

from wetgeving.services.audit import state_of
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError, RemovedError
from wetgeving.services.ingest import GivenDate
from wetgeving.services.version_key import key_date, require_stage, version_key
from wetgeving.store import Store
from wetgeving.store.values import Event, Version, VersionDates


class Curation:
    """Corrections on behalf of `actor`."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def withdraw(self, key: str, reason: str) -> Version:
        """Take a version out of every list and out of the index; its text and its key stay as a tombstone."""
        version = self._standing(key, reason)
        self._store.versions.withdraw(version.version, reason)
        self._store.index_tasks.add(version.version)
        withdrawn = self._found(version.version)
        self._record("withdrawn", version, withdrawn, reason)
        return withdrawn

    def correct(
        self,
        key: str,
        reason: str,
        *,
        stage: str = "",
        in_force_on: GivenDate = None,
        as_known_on: GivenDate = None,
        document_date: GivenDate = None,
    ) -> Version:
        """Correct what is known of a version; it gets a key to match, and the former key still finds it."""
        version = self._standing(key, reason)
        if stage:
            require_stage(stage)
        dates = VersionDates(
            _corrected(in_force_on, version.dates.in_force_on),
            _corrected(as_known_on, version.dates.as_known_on),
            _corrected(document_date, version.dates.document_date),
            certainty="given",
        )
        return self._moved(version, stage or version.stage, dates, reason)

    def _moved(self, version: Version, stage: str, dates: VersionDates, reason: str) -> Version:
        same_call = (stage, key_date(dates)) == (version.stage, key_date(version.dates))
        taken = self._store.versions.keys_like(version.work)
        new_key = version.version if same_call else version_key(version.work, stage, dates, taken)
        self._store.versions.correct(version.version, dates=dates, stage=stage, new_key=new_key)
        self._store.index_tasks.add(version.version)
        self._store.index_tasks.add(new_key)
        corrected = self._found(new_key)
        self._record("corrected", version, corrected, reason)
        return corrected

    def _standing(self, key: str, reason: str) -> Version:
        if not reason.strip():
            raise MissingDetailError(
                "Een correctie of intrekking heeft een reden nodig.", value=key, remedy="Geef --reason op."
            )
        version = self._found(key)
        if version.withdrawn is not None:
            raise InvalidValueError(
                "Deze versie is al ingetrokken.", value=key, where=f"reden: {version.withdrawn}"
            )
        return version

    def _found(self, key: str) -> Version:
        version = self._store.versions.find(key)
        if version is None and (stone := self._store.tombstones.find(key)):
            raise RemovedError.of(stone)
        if version is None:
            raise NotFoundError("Deze versie is niet opgenomen.", value=key)
        return version

    def _record(self, kind: str, was: Version, now: Version, reason: str) -> None:
        moved = _described(was) != _described(now)
        detail = f"{_described(was)} > {_described(now)}" if moved else ""
        event = Event(self._clock(), kind, now.work, now.version, self._actor, reason, detail)
        self._store.events.add(event, before=state_of(was), after=state_of(now))


def _corrected(given: GivenDate, known: date | None) -> date | None:
    if given is None:
        return known
    return given if isinstance(given, date) else None


def _described(version: Version) -> str:
    dates = version.dates
    return f"{version.stage} {dates.in_force_on} {dates.as_known_on} {dates.document_date}"
