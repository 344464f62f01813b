"""An opinion read from its stored version and held against the stored texts; nothing of it is stored.

Reading and tracking are derived from texts only, so that what a person says of a point stands apart from both
and outlives any new reading. What was worked out is remembered in this process, by content.
"""

from dataclasses import dataclass

from corpus.diff import Correction
from corpus.follow_up.compared import Compared, ComparedMemorandum
from corpus.follow_up.tracking import Papers, Tracked, track
from corpus.opinion import Opinion, opinion_of
from corpus.provision import walk
from corpus.reading import Reading, WorkKind
from wetgeving.services.catalogue import Catalogue, VersionText
from wetgeving.services.comparing import Comparing
from wetgeving.services.corrections import Corrections
from wetgeving.services.opinion_versions import AdvisedOn
from wetgeving.services.remembered import Remembered

_OPINIONS: Remembered[Opinion] = Remembered(3_000_000)
_TRACKED: Remembered[Tracked] = Remembered(3_000_000)


@dataclass(frozen=True, slots=True)
class ReadOpinion:
    """An opinion with the stored version it was read from."""

    text: VersionText
    opinion: Opinion


class OpinionTracking:
    """Reads stored opinions and holds them against stored texts."""

    def __init__(self, catalogue: Catalogue, comparing: Comparing, corrections: Corrections) -> None:
        self._catalogue, self._comparing, self._corrections = catalogue, comparing, corrections

    def read(self, version: str) -> ReadOpinion:
        """The opinion in a stored version."""
        text = self._catalogue.text(version)
        opinion = _OPINIONS.value(_made_of(text), lambda: opinion_of(_reading(text)), lambda _: _size(text))
        return ReadOpinion(text, opinion)

    def tracked(self, read: ReadOpinion, on: AdvisedOn) -> Tracked:
        """What became of it, as far as the texts are at hand."""
        key = (_made_of(read.text), on, self._hashes(on), self._said(on))
        return _TRACKED.value(
            key, lambda: track(read.opinion, self._papers(on)), lambda _: 3 * _size(read.text)
        )

    def _papers(self, on: AdvisedOn) -> Papers:
        if on.refused:
            return Papers(absent=on.refused)
        bill = self._compared(on.version, on.next)
        memoranda = (self._compared(pair.old, pair.new) for pair in on.memoranda)
        return Papers(bill, tuple(ComparedMemorandum(m, bill) for m in memoranda), on.memorandum_absent)

    def _compared(self, old: str, new: str) -> Compared:
        found = self._comparing.as_given(old, new)
        return Compared(found.old.provisions, found.new.provisions, found.comparison.changes)

    def _hashes(self, on: AdvisedOn) -> tuple[str, ...]:
        keys = (on.version, on.next, *(key for pair in on.memoranda for key in (pair.old, pair.new)))
        return tuple(self._catalogue.version(key).version.tree_hash for key in keys if key)

    def _said(self, on: AdvisedOn) -> tuple[tuple[Correction, ...], ...]:
        """What an editor said of the texts that are compared; of other texts it changes nothing here."""
        if on.refused:
            return ()
        pairs = ((on.version, on.next), *((pair.old, pair.new) for pair in on.memoranda))
        return tuple(tuple(s.correction for s in self._corrections.standing(*pair)) for pair in pairs)


def forget_opinions() -> None:
    """Forget the opinions that this process remembers."""
    _OPINIONS.forget()
    _TRACKED.forget()


def _made_of(text: VersionText) -> tuple[object, ...]:
    """All of a stored version that its opinion is read from."""
    return (text.listed.version, text.work.title, text.work.identifiers, text.dropped, text.guessed)


def _reading(text: VersionText) -> Reading:
    """The stored version as its reader gave it: typography and guesses are stored with it."""
    version = text.listed.version
    source = version.sources[0] if version.sources else None
    return Reading(
        reader=source.reader if source else "",
        logic_version=source.logic_version if source else 0,
        media_type=source.media_type if source else "",
        kind=WorkKind.OPINION,
        provisions=text.provisions,
        identifiers=text.work.identifiers,
        title=text.work.title,
        stage=version.stage,
        document_date=version.dates.document_date,
        dropped=text.dropped,
        guessed=text.guessed,
    )


def _size(text: VersionText) -> int:
    return sum(len(p.text) for p in walk(text.provisions))
