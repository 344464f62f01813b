"""The commitments of a dossier: read from its letters and notes, beside what the dossier knows of them.

Everything but the judgements is derived each time; what was read from a text is remembered in this process,
by content. A letter of which no text is at hand is named, so that nobody takes silence for nothing promised.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.commitments import READ_KINDS, Letter, ReadCommitment, commitments_of, matched, merged
from corpus.commitments.facts import ToldCommitment
from corpus.commitments.merging import forget_words
from corpus.dossier.facts import Commitment
from corpus.numbering import label
from corpus.provision import walk
from wetgeving.services.catalogue import Catalogue, VersionText, path_to
from wetgeving.services.commitment_judgements import CommitmentJudgements
from wetgeving.services.commitment_values import CommitmentList, KnownCommitment, Place, Review, Said
from wetgeving.services.dossiers import Dossiers, DossierView, Slot
from wetgeving.services.errors import NotFoundError
from wetgeving.services.remembered import Remembered

_READ: Remembered[tuple[ReadCommitment, ...]] = Remembered(2_000_000)
_SaidOf = Mapping[tuple[str, str], tuple[Said, ...]]


def forget_commitments() -> None:
    """Forget the commitments that this process remembers."""
    _READ.forget()
    forget_words()


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What is needed to show what was read: texts by version, titles of papers, what people said."""

    texts: Mapping[str, VersionText]
    titles: Mapping[str, tuple[str, str]]
    said: _SaidOf


class Commitments:
    """Reads the letters of dossiers, and takes in what people say of what they promise."""

    def __init__(self, catalogue: Catalogue, dossiers: Dossiers, judgements: CommitmentJudgements) -> None:
        self._catalogue, self._dossiers, self._judgements = catalogue, dossiers, judgements

    def of(self, number: str, *, on: date | None = None) -> CommitmentList:
        """The commitments of a dossier, looked at on a day (today)."""
        return self.in_view(self._dossiers.view(number), on=on)

    def in_view(self, view: DossierView, *, on: date | None = None) -> CommitmentList:
        """The same for a dossier that was read already."""
        shelf = self._shelf(view)
        read = merged(c for text in shelf.texts.values() for c in read_in(text))
        known = sorted(_known(view, read, shelf), key=_place)
        return CommitmentList(
            dossier=view.dossier,
            on=on or self._judgements.today(),
            commitments=tuple(c for c in known if not c.is_intention and c.review is not Review.REJECTED),
            intentions=tuple(c for c in known if c.is_intention and c.review is not Review.REJECTED),
            rejected=tuple(c for c in known if c.review is Review.REJECTED),
            unread=tuple(slot for slot in view.missing if _is_read(view, slot)),
            sources=view.facts.sources,
        )

    def judge(
        self, number: str, commitment: str, word: str, *, evidence: str, on: date | None = None
    ) -> None:
        """Say of a commitment that was read what it is, or how it stands since the day `on`."""
        every = self.of(number)
        known = (*every.commitments, *every.intentions, *every.rejected)
        found = next((c for c in known if c.id == commitment and c.read), None)
        if found is None or found.read is None:
            raise NotFoundError(
                "In de stukken van dit dossier staat deze toezegging niet (meer).",
                value=commitment[:40],
                where=f"dossier {number}",
                remedy="Van een stuk waarvan de tekst niet is opgenomen kan niets worden vastgesteld.",
            )
        version = found.read.passages[0].version
        self._judgements.say(version, found.id, word, evidence=evidence, on=on)

    def _shelf(self, view: DossierView) -> _Shelf:
        texts: dict[str, VersionText] = {}
        said: dict[tuple[str, str], tuple[Said, ...]] = {}
        for work in (t.work for t in view.tracks if t.work.kind in READ_KINDS):
            keys = [v.version.version for v in self._catalogue.versions(work.key)]
            if keys:
                texts[keys[-1]] = self._catalogue.text(keys[-1])
                words = self._judgements.of(keys)
                said |= {(keys[-1], passage): found for passage, found in words.items()}
        carried = {v.version.version: s.paper for s in view.slots for v in s.versions}
        titles = {
            key: (f"{paper.title}{f' ({paper.number})' if paper.number else ''}", paper.key)
            for key, paper in carried.items()
        }
        return _Shelf(texts, titles, said)


def read_in(text: VersionText) -> tuple[ReadCommitment, ...]:
    """What a stored letter or note promises."""
    version, work = text.listed.version, text.work
    letter = Letter(work.kind, work.title, version.dates.document_date, version.version)
    key = (version.version, version.tree_hash, letter)
    return _READ.value(
        key,
        lambda: commitments_of(text.provisions, letter),
        lambda _: sum(len(p.text) for p in walk(text.provisions)),
    )


def _known(view: DossierView, read: Sequence[ReadCommitment], shelf: _Shelf) -> Iterator[KnownCommitment]:
    told = tuple(_told(view))
    pairs = matched(told, read)
    fact_of = {pairs[t.fact.key].id: t for t in told if t.fact.key in pairs}
    for one in read:
        known = fact_of.get(one.id)
        yield KnownCommitment(
            id=one.id,
            actor=one.actor or (known.actor if known else ""),
            what=one.what,
            places=tuple(_places(one, shelf)),
            read=one,
            fact=known.fact if known else None,
            said=_said_of(one, shelf.said),
        )
    papers = {slot.paper.key: slot for slot in view.slots}
    for t in told:
        if t.fact.key not in pairs:
            place = _of_fact(t.fact, papers.get(t.fact.said_in))
            yield KnownCommitment(f"feit-{t.fact.key}", t.actor, t.fact.what, (place,), fact=t.fact)


def _told(view: DossierView) -> Iterator[ToldCommitment]:
    actors = {actor.key: actor.name for actor in view.facts.actors}
    carried = {slot.paper.key: slot for slot in view.slots}
    for fact in view.facts.commitments:
        slot = carried.get(fact.said_in)
        versions = frozenset(v.version.version for v in slot.versions) if slot else frozenset()
        days = [claim.day for claim in slot.paper.dates if claim.day] if slot else []
        said_on = min(days, default=None)
        yield ToldCommitment(fact, actors.get(fact.actor, fact.actor), versions, said_on)


def _places(one: ReadCommitment, shelf: _Shelf) -> Iterator[Place]:
    for passage in one.passages:
        text = shelf.texts[passage.version]
        work = text.work
        title, paper = shelf.titles.get(passage.version, (work.short_title or work.title or work.key, ""))
        path = path_to(text.provisions, passage.eid)
        yield Place(
            title=title,
            paper=paper,
            version=passage.version,
            eid=passage.eid,
            label=label(path),
            words=passage.words,
            start=passage.start,
            end=passage.end,
        )


def _of_fact(fact: Commitment, slot: Slot | None) -> Place:
    """The paper of a fact; its text may be here, and the passage not found in it."""
    if slot is None:
        return Place(fact.said_in, label=fact.passage)
    number = f" ({slot.paper.number})" if slot.paper.number else ""
    version = slot.versions[-1].version.version if slot.versions else ""
    return Place(f"{slot.paper.title}{number}", slot.paper.key, version, label=fact.passage)


def _said_of(one: ReadCommitment, said: _SaidOf) -> tuple[Said, ...]:
    every: Iterable[Said] = (s for p in one.passages for s in said.get((p.version, p.id), ()))
    return tuple(sorted(every, key=lambda s: s.id))


def _is_read(view: DossierView, slot: Slot) -> bool:
    """Is it a kind of paper whose commitments would be read, or one in which the dossier knows of some?"""
    kinds = {t.work.key: t.work.kind for t in view.tracks}
    named = {fact.said_in for fact in view.facts.commitments}
    return kinds.get(slot.paper.work) in READ_KINDS or slot.paper.key in named


def _place(known: KnownCommitment) -> tuple[bool, date, str, str]:
    """By the last day in time, what has none at the end; then by actor."""
    return known.last is None, known.last or date.max, known.actor.casefold(), known.id
