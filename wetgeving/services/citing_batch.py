"""Keeping the table of references true: which versions are to be read again, and what was found in them.

Derived as the search index is (ADR 0010): of each version a ground says of what its references were made, so
that looking again costs no reading. Texts that anyone may see are read with what anyone may see; a closed
text with what its members see besides, so that no name of a closed dossier reaches an open page.
"""

import hashlib
import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime

from corpus.citations.name_sources import identifier_of
from corpus.reading import Identifier
from corpus.resolving import Context, Target
from wetgeving.services.catalogue import Catalogue
from wetgeving.services.citing import Cited, CitedText, Citing, context_of
from wetgeving.services.citing_fates import Fates
from wetgeving.services.citing_library import StoredTexts
from wetgeving.services.dossiers import Dossiers
from wetgeving.services.validity import ValidityService
from wetgeving.store import Store
from wetgeving.store.citation_form import Place, Reference
from wetgeving.store.citations import Act, Derived, NewReferences
from wetgeving.store.values import Work
from wetgeving.store.viewer import ANYONE, Viewer

ALGORITHM = 2
"""Raised with every change in how references are found, resolved or judged."""
_WORKS_AT_ONCE = 200
_LOG = logging.getLogger("wetgeving.citations")


class CitationBatch:
    """Says which versions need their references found (again), and finds them."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._shelves: dict[Viewer, _Shelf] = {}
        self._works: dict[str, Work] = {}
        self._hidden: frozenset[str] | None = None

    def converge(self, touched: Collection[str]) -> Iterator[NewReferences]:
        """What is new because these versions were touched: in them, in who rests on them, by new names."""
        if not touched:
            return
        works = {key.partition("@")[0] for key in touched}
        names = {act for key in works for act in self._names_of(key)}
        resting = self._store.citations.resting_on(sorted(names)) if names else frozenset()
        near = works | {key.partition("@")[0] for key in resting}
        everything = self._store.citations.derived()
        other = [d for d in everything if d.work in near or not d.ground.startswith(self._prefix(d))]
        yield from self._stale(other)

    def verify(self) -> Iterator[NewReferences]:
        """What is not as it would be made now, of all that is stored."""
        return self._stale(self._store.citations.derived())

    def _stale(self, derived: Collection[Derived]) -> Iterator[NewReferences]:
        works = sorted({d.work for d in derived})
        for at in range(0, len(works), _WORKS_AT_ONCE):
            some = set(works[at : at + _WORKS_AT_ONCE])
            acts = self._store.citations.acts_of(some)
            for one in derived:
                if one.work in some and not self._stands(one, acts.get(one.version, frozenset())):
                    yield from self._read(one)

    def _read(self, one: Derived) -> Iterator[NewReferences]:
        try:
            yield self._shelf(one.work).references(one, self._work(one.work))
        except Exception:  # one text that fails must not keep the references of the others out of sight
            _LOG.exception("not read for references: %s", one.version)

    def _stands(self, one: Derived, acts: frozenset[Act]) -> bool:
        """Was this made on the ground on which it would be made now?"""
        if not one.ground.startswith(self._prefix(one)):
            return False
        return one.ground == self._shelf(one.work).ground(one, self._work(one.work), acts)

    def _prefix(self, one: Derived) -> str:
        return self._shelf(one.work).prefix(fictional=self._work(one.work).fictional)

    def _shelf(self, work: str) -> "_Shelf":
        """What is seen by all who see this work."""
        if self._hidden is None:
            self._hidden = self._store.seen_by(ANYONE).visibility.hidden_works()
        members = frozenset(self._work(work).dossiers) if work in self._hidden else frozenset()
        viewer = Viewer(dossiers=members)
        if viewer not in self._shelves:
            self._shelves[viewer] = _Shelf(self._store.seen_by(viewer), self._clock)
        return self._shelves[viewer]

    def _work(self, key: str) -> Work:
        if key not in self._works:
            self._works.update({work.key: work for work in self._store.works.all()})
        return self._works[key]

    def _names_of(self, key: str) -> Iterator[Act]:
        """Every identifier by which a reference may name a work, that is stored or was."""
        yield "work", key
        own = identifier_of(key, {})
        yield own.scheme, own.value
        work = self._store.works.find(key)
        for i in work.identifiers if work else ():
            yield i.scheme, i.value


class _Shelf:
    """What some viewers see, and the references as they are for them."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        catalogue = Catalogue(store, clock)
        self._store, self._catalogue = store, catalogue
        self._citing = Citing(catalogue, Dossiers(store, catalogue), ValidityService(store, catalogue, clock))
        self._fates: dict[StoredTexts, Fates] = {}
        self._prefixes: dict[bool, str] = {}

    def prefix(self, *, fictional: bool) -> str:
        """How every ground begins: the algorithm and the names that are known."""
        if fictional not in self._prefixes:
            names = sorted((n.text, n.identifier) for n in self._citing.names(fictional=fictional))
            self._prefixes[fictional] = f"{ALGORITHM}:{_digest(names)}:"
        return self._prefixes[fictional]

    def ground(self, one: Derived, work: Work, acts: frozenset[Act]) -> str:
        """All that the references of a version are made of, when they rest on these acts."""
        texts = self._citing.texts(fictional=work.fictional)
        context = context_of(work, self._catalogue.version(one.version))
        at = [(act, self._state(texts, Identifier(*act), context)) for act in sorted(acts)]
        return self.prefix(fictional=work.fictional) + _digest((one.version, one.tree_hash, context, at))

    def references(self, one: Derived, work: Work) -> NewReferences:
        """Find the references of a version."""
        found = self._citing.of_text(self._catalogue.text(one.version))
        named = found.library.asked | {
            Identifier(t.scheme, t.id) for c in found.found for t in c.resolution.targets
        }
        acts = frozenset((i.scheme, i.value) for i in named - {found.context.own})
        references = tuple(self._reference(c, found, one.version) for c in found.found)
        return NewReferences(one.version, one.tree_hash, self.ground(one, work, acts), references, acts)

    def _reference(self, cited: Cited, text: CitedText, version: str) -> Reference:
        resolution = cited.resolution
        fates = self._fates_of(text.texts)
        places = (self._place(target, text, version) for target in resolution.targets)
        return Reference(
            eid=cited.eid,
            start=cited.citation.start,
            end=cited.citation.end,
            status=resolution.status.value,
            reason=resolution.reason.value if resolution.reason else "",
            rule=resolution.rule.value if resolution.rule else "",
            places=tuple(places),
            nearest=self._place(resolution.nearest, text, version) if resolution.nearest else None,
            lost=fates.of(cited, text, version),
        )

    def _place(self, target: Target, text: CitedText, version: str) -> Place:
        act = Identifier(target.scheme, target.id)
        if act == text.context.own:
            return Place(target.scheme, target.id, target.provision, target.checked, version)
        looked_into = text.texts.looked_into(act, text.context.on, target.provision)
        return Place(target.scheme, target.id, target.provision, target.checked, looked_into)

    def _fates_of(self, texts: StoredTexts) -> Fates:
        if texts not in self._fates:
            self._fates[texts] = Fates(self._store, texts)
        return self._fates[texts]

    def _state(self, texts: StoredTexts, act: Identifier, context: Context) -> object:
        """What is stored of an act, as far as references to it depend on that."""
        then, newest = texts.listed(act, context.on), texts.listed(act, None)
        if then is None or newest is None:
            return None
        versions = [(v.version.version, v.version.tree_hash) for v in (then, newest)]
        if then is newest or then.version.version == newest.version.version:
            return versions
        return versions, self._fates_of(texts).said(then.version.version, newest.version.version)


def _digest(made_of: object) -> str:
    return hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]


def portions(found: Iterable[NewReferences], most: int) -> Iterator[tuple[NewReferences, ...]]:
    """What was found, in portions of about so many references."""
    held: list[NewReferences] = []
    for one in found:
        held.append(one)
        if sum(len(new.references) for new in held) >= most:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)
