"""Keys of works and versions: `WORK` and `WORK@stage-date[-n]`.

The date is the one the version is known by: in force, else of the document, else as known, else `unknown`.
A key once given keeps pointing at its version, also after a correction.
"""

import re
from collections.abc import Collection
from datetime import date

from corpus.track import stages
from wetgeving.services.errors import InvalidValueError
from wetgeving.store.values import VersionDates

_WORK = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_FOREIGN = re.compile(r"[^A-Za-z0-9._-]+")


def work_key(identifier: str) -> str:
    """A work's key from its identifier; signs an address cannot carry become `-` (`W03.25.00165-II`)."""
    key = _FOREIGN.sub("-", identifier.strip()).strip("-.")
    if not _WORK.fullmatch(key):
        raise InvalidValueError(
            "Dit is geen bruikbaar kenmerk voor een regeling.",
            value=identifier[:100],
            remedy="Gebruik letters, cijfers, punt en streepje; hoogstens 80 tekens.",
        )
    return key


def version_key(work: str, stage: str, dates: VersionDates, taken: Collection[str]) -> str:
    """The first free key for a version; a second one at the same stage and date ends in `-2`."""
    base = f"{work}@{stage}-{key_date(dates)}"
    key, n = base, 1
    while key in taken:
        n += 1
        key = f"{base}-{n}"
    return key


def require_stage(stage: str) -> None:
    """Refuse a stage that is on no track, naming the ones that are."""
    if stage not in stages():
        raise InvalidValueError(
            "Deze fase staat in geen enkel traject.",
            value=stage,
            remedy=f"Kies uit: {', '.join(stages())}.",
        )


def key_date(dates: VersionDates) -> str:
    """The date in a key, ISO 8601, or `unknown`."""
    known = leading_date(dates)
    return known.isoformat() if known else "unknown"


def leading_date(dates: VersionDates) -> date | None:
    """The date a version is ordered and called by."""
    return dates.in_force_on or dates.document_date or dates.as_known_on
