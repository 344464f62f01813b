"""What people said of the candidates of a ledger; append-only, and apart from all that is derived.

A later word takes the place of an earlier one; both stay. What is said is said of one version of one text.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from wetgeving.services.audit import Audit
from wetgeving.services.delegating_values import Judged, Verdict
from wetgeving.services.errors import InvalidValueError, MissingDetailError
from wetgeving.store import Store
from wetgeving.store.judgements import NewJudgement

KIND = "delegation"


class DelegationJudgements:
    """The judgements on candidates, on behalf of one actor."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str, audit: Audit) -> None:
        self._store, self._clock, self._actor, self._audit = store, clock, actor, audit

    def of(self, version: str) -> Mapping[str, tuple[Judged, ...]]:
        """What was said of each candidate of a version, oldest first."""
        found: dict[str, tuple[Judged, ...]] = {}
        for said in self._store.judgements.of(KIND, version):
            verdict = Verdict(str(said.content["verdict"]))
            one = Judged(verdict, said.note, said.actor, said.at)
            found[said.subject] = (*found.get(said.subject, ()), one)
        return found

    def say(self, version: str, subject: str, verdict: str, *, reason: str) -> None:
        """Write down what a person found of a candidate."""
        if verdict not in set(Verdict):
            raise InvalidValueError(
                "Dit oordeel bestaat niet.", value=verdict[:40], remedy=f"Kies uit: {', '.join(Verdict)}."
            )
        if not reason.strip():
            raise MissingDetailError(
                "Een oordeel over een kandidaat heeft een reden nodig.", remedy="Zeg waaruit het blijkt."
            )
        before = self.of(version).get(subject, ())
        content = {"verdict": verdict}
        new = NewJudgement(self._clock(), self._actor, KIND, version, subject, content, reason.strip())
        self._store.judgements.add(new)
        state = {"verdict": before[-1].verdict.value, "actor": before[-1].actor} if before else None
        self._audit.record("delegation.judge", version, before=state, after={"subject": subject, **content})
