"""What people said became of the points of an opinion; append-only, and apart from all that is derived.

A later word takes the place of an earlier one; both stay, with who and when, also in the log. What is said is
said of one version of one opinion, and of a point by number and label.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from wetgeving.services.audit import Audit
from wetgeving.services.errors import InvalidValueError, MissingDetailError
from wetgeving.services.opinion_values import Judged, Opvolging
from wetgeving.store import Store
from wetgeving.store.judgements import NewJudgement

KIND = "opvolging"
SAYABLE = tuple(outcome for outcome in Opvolging if outcome is not Opvolging.UNDECIDED)
"""What a person may say; abstaining is for the machine."""


class OpinionJudgements:
    """The judgements of opvolging, on behalf of one actor."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str, audit: Audit) -> None:
        self._store, self._clock, self._actor, self._audit = store, clock, actor, audit

    def of(self, version: str) -> Mapping[str, tuple[Judged, ...]]:
        """What was said of each point of a version, by label, oldest first."""
        found: dict[str, tuple[Judged, ...]] = {}
        for said in self._store.judgements.of(KIND, version):
            label = said.subject.rpartition(" ")[2]
            outcome = Opvolging(str(said.content["outcome"]))
            found[label] = (*found.get(label, ()), Judged(outcome, said.actor, said.at, said.note))
        return found

    def say(self, version: str, subject: str, outcome: str, *, reason: str) -> None:
        """Write down what became of a point; `subject` is the number of the opinion and the label."""
        said = _sayable(outcome)
        if not reason.strip():
            raise MissingDetailError(
                "Een oordeel over de opvolging heeft een reden nodig.",
                remedy="Zeg waaruit blijkt wat er met het punt is gedaan.",
            )
        label = subject.rpartition(" ")[2]
        before = self.of(version).get(label, ())
        content = {"outcome": said.value}
        new = NewJudgement(self._clock(), self._actor, KIND, version, subject, content, reason.strip())
        self._store.judgements.add(new)
        state = {"outcome": before[-1].outcome.value, "actor": before[-1].actor} if before else None
        self._audit.record("opinion.judge", version, before=state, after={"point": label, **content})


def _sayable(outcome: str) -> Opvolging:
    if outcome not in set(SAYABLE):
        raise InvalidValueError(
            "Deze opvolging bestaat niet.", value=outcome[:40], remedy=f"Kies uit: {', '.join(SAYABLE)}."
        )
    return Opvolging(outcome)
