"""The audit log: who did what, when, to what, and how it was before and after. Written with what it is about.

What happens to a text is written by the store, with its event (`store.events`); all else is written here.
Texts of closed dossiers are not for every admin: who reads the log sees that something was done to one, and
not to which, unless they may see it. Actions on people, tokens and memberships are for all admins.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from wetgeving.store import Store
from wetgeving.store.audit import State, state_json
from wetgeving.store.people_values import AuditEntry
from wetgeving.store.values import Version

MANAGING = frozenset({
    "user.add", "user.role", "user.password", "user.disable", "user.enable",
    "token.add", "token.revoke", "dossier.close", "dossier.open", "dossier.member", "dossier.no-member",
})  # fmt: skip
HIDDEN = "afgesloten of verwijderd"
PAGE = 50


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some entries, newest first, and whether there are older ones."""

    entries: tuple[AuditEntry, ...]
    more: bool


class Audit:
    """Writes the log on behalf of `actor`, and reads it."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def record(
        self, action: str, subject: str, *, before: State | None = None, after: State | None = None
    ) -> None:
        """Write down an act in the transaction in which it is done."""
        entry = AuditEntry(self._clock(), self._actor, action, subject, state_json(before), state_json(after))
        self._store.audit.add(entry)

    def page(self, number: int = 1) -> AuditPage:
        """The log as its reader may see it, fifty entries at a time."""
        found = self._store.audit.newest(PAGE + 1, skipped=(number - 1) * PAGE)
        return AuditPage(tuple(self._shown(entry) for entry in found[:PAGE]), len(found) > PAGE)

    def _shown(self, entry: AuditEntry) -> AuditEntry:
        if entry.action in MANAGING or self._store.visibility.viewer.sees_all or self._is_seen(entry):
            return entry
        return replace(entry, subject=HIDDEN, before="", after="")

    def _is_seen(self, entry: AuditEntry) -> bool:
        """Is it about a text or dossier the reader may see, and does it name no other?"""
        visibility = self._store.visibility
        about = entry.subject.partition("@")[0]
        seen = visibility.sees_work(about) or self._store.dossiers.find(entry.subject) is not None
        hidden = (*visibility.hidden_works(), *visibility.hidden_dossiers())
        return seen and not any(name in entry.before or name in entry.after for name in hidden)


def state_of(version: Version) -> State:
    """What the log tells of a version; never its words."""
    dates = version.dates
    told = {
        "version": version.version,
        "stage": version.stage,
        "in_force_on": dates.in_force_on,
        "as_known_on": dates.as_known_on,
        "document_date": dates.document_date,
        "text_hash": version.text_hash,
        "files": [source.sha256 for source in version.sources],
        "withdrawn": version.withdrawn,
    }
    return {name: value for name, value in told.items() if value}
