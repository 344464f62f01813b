"""What people said of commitments; append-only, and apart from all that is read or known of a dossier.

A word belongs to a passage of a version, by the hash of the passage: it still stands when the letter is read
again by other rules, and for a later version of the same letter that has the same words. A later word takes
the place of an earlier one; both stay, with who and when, also in the log.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from corpus.dossier.facts import CommitmentState
from wetgeving.services.audit import Audit
from wetgeving.services.commitment_values import Review, Said
from wetgeving.services.errors import InvalidValueError, MissingDetailError
from wetgeving.store import Store
from wetgeving.store.judgements import Judgement, NewJudgement

KIND = "toezegging"
SAYABLE: tuple[str, ...] = (Review.CONFIRMED, Review.REJECTED, *CommitmentState)
"""What a person may say: that it is a commitment, that it is not, or how it stands."""
_DATED = (CommitmentState.KEPT, CommitmentState.PARTLY, CommitmentState.LAPSED)


class CommitmentJudgements:
    """The judgements of commitments, on behalf of one actor."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str, audit: Audit) -> None:
        self._store, self._clock, self._actor, self._audit = store, clock, actor, audit

    def today(self) -> date:
        """The day on which is looked."""
        return self._clock().date()

    def of(self, versions: Iterable[str]) -> Mapping[str, tuple[Said, ...]]:
        """What was said of each passage of these versions of one letter, by its id, oldest first."""
        found: dict[str, tuple[Said, ...]] = {}
        every = [j for version in versions for j in self._store.judgements.of(KIND, version)]
        for judgement in sorted(every, key=lambda j: j.id):
            found[judgement.subject] = (*found.get(judgement.subject, ()), _said(judgement))
        return found

    def say(self, version: str, passage: str, word: str, *, evidence: str, on: date | None) -> None:
        """Write down a word about a passage of a version, with what shows it."""
        _require_sayable(word, evidence, on)
        before = self.of((version,)).get(passage, ())
        content = {"word": word, "on": on.isoformat() if on else None}
        new = NewJudgement(self._clock(), self._actor, KIND, version, passage, content, evidence.strip())
        self._store.judgements.add(new)
        state = {"word": before[-1].word, "actor": before[-1].actor} if before else None
        self._audit.record("commitment.judge", version, before=state, after={"passage": passage, **content})


def _said(judgement: Judgement) -> Said:
    day = judgement.content.get("on")
    return Said(
        word=str(judgement.content["word"]),
        actor=judgement.actor,
        at=judgement.at,
        evidence=judgement.note,
        on=date.fromisoformat(str(day)) if day else None,
        id=judgement.id,
    )


def _require_sayable(word: str, evidence: str, on: date | None) -> None:
    if word not in SAYABLE:
        raise InvalidValueError(
            "Dit oordeel bestaat niet.", value=word[:40], remedy=f"Kies uit: {', '.join(SAYABLE)}."
        )
    if not evidence.strip():
        raise MissingDetailError(
            "Een oordeel over een toezegging heeft een grond nodig.",
            remedy="Zeg waaruit het blijkt, met een vindplaats.",
        )
    if word in _DATED and on is None:
        raise MissingDetailError(
            "Bij deze stand hoort de dag waarop het gebeurde.", remedy="Schrijf een dag als 2031-01-31."
        )
