"""The references of a version for the claims that follow from them: as stored, else found on the spot.

Stored ones were found by the same rules (`services.citing_batch`), so that it makes no difference but time.
"""

from collections.abc import Iterator

from corpus.provision import walk
from corpus.resolving import Status
from corpus.transposition.cited_claims import Reference
from wetgeving.services.catalogue import VersionText
from wetgeving.services.citing import Citing
from wetgeving.store import Store


class FoundReferences:
    """The references of versions, each found once."""

    def __init__(self, store: Store, citing: Citing) -> None:
        self._store, self._citing = store, citing
        self._found: dict[str, tuple[Reference, ...]] = {}

    def of(self, text: VersionText) -> tuple[Reference, ...]:
        """The references of a text that were resolved, in reading order."""
        key = text.listed.version.version
        if key not in self._found:
            self._found[key] = tuple(self._read(key, text))
        return self._found[key]

    def _read(self, key: str, text: VersionText) -> Iterator[Reference]:
        texts = {p.eid: p.text for p in walk(text.provisions)}
        stored = self._store.citations.of(key)
        if stored is None:
            for cited in self._citing.of_version(key):
                if cited.resolution.status is Status.FOUND:
                    targets = tuple((t.scheme, t.id, t.provision) for t in cited.resolution.targets)
                    span = cited.citation.start, cited.citation.end
                    yield Reference(cited.eid, texts.get(cited.eid, ""), *span, targets)
            return
        for found in stored:
            if found.status == Status.FOUND:
                targets = tuple((p.scheme, p.id, p.provision) for p in found.places)
                yield Reference(found.eid, texts.get(found.eid, ""), found.start, found.end, targets)
