"""Closed dossiers: closing and opening them, and who belongs to them.

An admin arranges this and needs no more than the number of a dossier; the texts are for its members only, and
an admin who makes themselves a member stands in the log as such. A dossier without members is closed to all
but who works on the machine itself.
"""

from wetgeving.services.audit import Audit
from wetgeving.services.errors import NotFoundError
from wetgeving.store import Store
from wetgeving.store.errors import UnknownKeyError
from wetgeving.store.viewer import OPERATOR


class Membership:
    """Arranges closed dossiers on behalf of the actor of the log."""

    def __init__(self, store: Store, audit: Audit) -> None:
        self._store, self._audit = store, audit

    def closed(self) -> dict[str, tuple[str, ...]]:
        """The numbers of all closed dossiers, each with its members."""
        return self._store.people.members()

    def close(self, number: str) -> None:
        """From now on for members only, with all that only closed dossiers bind."""
        self._set_closed(number, closed=True)

    def open(self, number: str) -> None:
        """From now on for everyone; who were members stay so, for when it is closed again."""
        self._set_closed(number, closed=False)

    def add(self, number: str, name: str) -> None:
        """Let someone see a closed dossier."""
        self._set_member(number, name, member=True)

    def remove(self, number: str, name: str) -> None:
        """No longer let someone see a closed dossier."""
        self._set_member(number, name, member=False)

    def _set_closed(self, number: str, *, closed: bool) -> None:
        try:
            changed = self._store.people.set_closed(number, closed=closed)
        except UnknownKeyError as error:
            raise _unknown(number) from error
        if changed:
            self._audit.record("dossier.close" if closed else "dossier.open", number)
            self._look_again(number)

    def _look_again(self, number: str) -> None:
        """Other texts may name what is in the dossier: what was derived from them is made again."""
        everything = self._store.seen_by(OPERATOR)
        for work in everything.works.of_dossier(number):
            for version in everything.versions.of(work.key):
                self._store.index_tasks.add(version.version)

    def _set_member(self, number: str, name: str, *, member: bool) -> None:
        known = self._store.people.find(name.strip().lower())
        if known is None:
            raise NotFoundError("Niemand heeft deze naam.", value=name[:80])
        try:
            self._store.people.set_member(number, known.name, member=member)
        except UnknownKeyError as error:
            raise _unknown(number) from error
        action = "dossier.member" if member else "dossier.no-member"
        self._audit.record(action, number, after={"person": known.name})


def _unknown(number: str) -> NotFoundError:
    return NotFoundError("Dit dossier is niet opgenomen.", value=number[:80])
