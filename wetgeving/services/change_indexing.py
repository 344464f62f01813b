"""Keeping the index of changes true: what changed at each step of a work, compared and written once.

Derived as the index of provisions is (ADR 0010): every version is compared with its predecessor, and of each
pair a stamp says of which texts and of which documents it was made, so that looking again costs no
comparison. A work of one version costs nothing.
"""

import hashlib
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from corpus.diff import compare
from corpus.provision import Provision
from indexer.changes import ChangeDocument
from indexer.document import IndexDocument, SearchEngine
from indexer.errors import IndexUnreadableError
from wetgeving.services.change_documents import Pair, change_documents
from wetgeving.services.chronology import oldest_first, predecessors
from wetgeving.services.corrections import standing
from wetgeving.services.progress import Progress, silent
from wetgeving.store import Store

ALGORITHM = 3
"""Raised with every change in how two texts are compared or in what is indexed of it."""
PORTION = 5_000
_FEW = 50
_LOG = logging.getLogger("wetgeving.changes")

Present = Mapping[str, Mapping[str, str]]


class ChangeIndexing:
    """Brings the index of changes in line with the store."""

    def __init__(self, store: Store, engine: SearchEngine, *, portion: int = PORTION) -> None:
        self._store, self._engine, self._portion = store, engine, portion
        self._add: list[IndexDocument] = []
        self._delete: list[str] = []
        self._written = 0

    def converge(self, touched: Sequence[str]) -> int:
        """Look again at the works of these versions; the number of documents written or deleted."""
        if not touched:
            return 0
        works = {key.partition("@")[0] for key in touched}
        try:
            present = self._present() if len(works) > _FEW else None
            return self._align(
                works & self._store.versions.several(), self._keys(works, touched, present), present
            )
        except IndexUnreadableError:
            return self.rebuild()

    def verify(self, progress: Progress = silent) -> int:
        """Compare the whole index of changes with the whole store."""
        try:
            present = self._present()
            return self._align(self._store.versions.several(), present, present, progress)
        except IndexUnreadableError:
            return self.rebuild(progress)

    def rebuild(self, progress: Progress = silent) -> int:
        """Make the whole index of changes again; until that is done the old one answers."""
        written = 0

        def documents() -> Iterator[ChangeDocument]:
            nonlocal written
            works = sorted(self._store.versions.several())
            for done, key in enumerate(works, start=1):
                for pair, texts in self._pairs(key):
                    for document in _all_of(pair, texts):
                        written += 1
                        yield document
                progress(done, len(works))

        self._engine.replace(documents())
        return written

    def _keys(self, works: Iterable[str], touched: Iterable[str], present: Present | None) -> set[str]:
        """Under which versions something may be indexed of these works; of a version that is now the first
        there may be more than its own task says."""
        if present is not None:
            of_work = set(works)
            return {key for key in present if key.partition("@")[0] in of_work}
        return {*touched, *(v.version for work in works for v in self._store.versions.of(work))}

    def _align(
        self, works: Set[str], keys: Iterable[str], present: Present | None, progress: Progress = silent
    ) -> int:
        """Bring these works in line; what is indexed under another of these keys is taken away."""
        self._add, self._delete, self._written = [], [], 0
        left = set(keys)
        for done, key in enumerate(sorted(works), start=1):
            for pair, former in self._pairs(key):
                left.discard(pair.new.version)
                self._pair(pair, former, self._of(pair.new.version, present))
            progress(done, len(works))
        for key in sorted(left):
            self._delete += sorted(self._of(key, present))
        self._flush(least=1)
        return self._written

    def _present(self) -> Present:
        """Id and digest of all documents, by version."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for id_, digest in self._engine.digests().items():
            found[id_.partition("/")[0]][id_] = digest
        return found

    def _of(self, key: str, present: Present | None) -> Mapping[str, str]:
        return self._engine.digests(key) if present is None else present.get(key, {})

    def _pairs(self, key: str) -> Iterator[tuple[Pair, "_Texts"]]:
        work = self._store.works.find(key)
        if work is None:
            return
        texts = _Texts(self._store)
        for old, new in predecessors(oldest_first(self._store.versions.of(key), work.kind)):
            said = standing(self._store, old.version, new.version)
            yield Pair(work, old, new, tuple(s.correction for s in said)), texts

    def _pair(self, pair: Pair, texts: "_Texts", present: Mapping[str, str]) -> None:
        ground = _ground(pair)
        others = {id_: digest for id_, digest in present.items() if id_ != pair.id}
        if present.get(pair.id) == _stamped(ground, others):
            return
        documents = {d.id: d for d in _documents(pair, texts)}
        digests = {id_: d.digest for id_, d in documents.items()}
        self._add += [d for d in documents.values() if present.get(d.id) != d.digest]
        self._add.append(_stamp(pair, _stamped(ground, digests)))
        self._delete += sorted(set(others) - set(documents))
        self._flush(least=self._portion)

    def _flush(self, *, least: int) -> None:
        if len(self._add) + len(self._delete) >= least:
            self._engine.apply(self._add, self._delete)
            self._written += len(self._add) + len(self._delete)
            self._add, self._delete = [], []


class _Texts:
    """The provisions of versions; two are remembered, for a version is compared with both neighbours."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[str, tuple[Provision, ...]] = {}

    def of(self, key: str) -> tuple[Provision, ...]:
        """The provisions of a version."""
        if key not in self._read:
            for other in list(self._read)[:-1]:
                del self._read[other]
            self._read[key] = self._store.versions.provisions(key)
        return self._read[key]


def _documents(pair: Pair, texts: _Texts) -> Iterable[ChangeDocument]:
    """What changed between two versions; a pair that cannot be compared is logged and has no documents."""
    if pair.old.tree_hash == pair.new.tree_hash and not pair.corrections:
        return ()
    old, new = texts.of(pair.old.version), texts.of(pair.new.version)
    try:
        return tuple(change_documents(pair, compare(old, new, pair.corrections), (old, new)))
    except Exception:  # one pair that fails must not keep the others, or ordinary search, out of the index
        _LOG.exception("not compared: %s", pair.id)
        return ()


def _all_of(pair: Pair, texts: _Texts) -> Iterator[ChangeDocument]:
    """The documents of a pair, and the stamp that says from what they were made."""
    documents = {d.id: d for d in _documents(pair, texts)}
    yield from documents.values()
    yield _stamp(pair, _stamped(_ground(pair), {id_: d.digest for id_, d in documents.items()}))


def _ground(pair: Pair) -> str:
    """All that the documents of a pair are made of."""
    work, new = pair.work, pair.new
    title = work.short_title or work.title or work.key
    made_of = (ALGORITHM, pair.id, pair.old.tree_hash, new.tree_hash, title, work.kind, work.fictional)
    return _digest(repr((*made_of, new.stage, new.dates, sorted(work.dossiers), pair.corrections)))


def _stamped(ground: str, digests: Mapping[str, str]) -> str:
    """What a stamp says: the ground, and which documents were made on it."""
    return _digest(ground + repr(sorted(digests.items())))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _stamp(pair: Pair, digest: str) -> ChangeDocument:
    """A document without a word, which no question finds."""
    return ChangeDocument(
        id=pair.id,
        digest=digest,
        version=pair.new.version,
        work=pair.work.key,
        work_title="",
        kind="",
        stage="",
        in_force_on="",
        eid="",
        number="",
        label="",
        heading="",
        text="",
        fictional=pair.work.fictional,
        old=pair.old.version,
        change="",
        direction="",
        kinds=(),
        minor=False,
        changed=(),
    )
