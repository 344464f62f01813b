"""What an editor says of a concordance: these old provisions became those new ones, or became nothing.

It outranks what the machine computed, for this pair of versions in either direction. Nothing said is ever
changed: a later word about one of the same provisions takes the place of an earlier one, and a word can be
taken back. Who said it and when stays, also in the log.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from corpus.diff import Correction
from corpus.provision import Provision, walk
from wetgeving.services.audit import Audit
from wetgeving.services.errors import InvalidValueError, MissingDetailError, NotFoundError
from wetgeving.store import Store
from wetgeving.store.judgements import Judgement, NewJudgement

KIND = "concordance"


@dataclass(frozen=True, slots=True)
class StandingCorrection:
    """A correction that stands: what is said, by whom, when and why; `subject` is how it is taken back."""

    correction: Correction
    actor: str
    at: datetime
    reason: str
    subject: str


def standing(store: Store, old: str, new: str) -> tuple[StandingCorrection, ...]:
    """What stands for these two versions, as said of `old` becoming `new`; oldest first."""
    said = store.judgements.of(KIND, new, beside=old)
    turned = store.judgements.of(KIND, old, beside=new)
    every = [(j, False) for j in said] + [(j, True) for j in turned]
    every.sort(key=lambda pair: pair[0].id)
    found: dict[str, StandingCorrection] = {}
    for judgement, mirrored in every:
        _take_in(found, judgement, mirrored=mirrored)
    return tuple(found.values())


class Corrections:
    """The corrections of concordances, on behalf of one actor."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str, audit: Audit) -> None:
        self._store, self._clock, self._actor, self._audit = store, clock, actor, audit

    def standing(self, old: str, new: str) -> tuple[StandingCorrection, ...]:
        """What stands for these two versions, as said of `old` becoming `new`; oldest first."""
        return standing(self._store, old, new)

    def latest(self) -> int:
        """A number that is another one as soon as anything was said of any concordance."""
        return self._store.judgements.latest(KIND)

    def correct(
        self, old: str, new: str, became: Correction, *, reason: str, texts: Iterable[Iterable[Provision]]
    ) -> None:
        """Say that provisions correspond; `texts` are the old and the new version, which must have them."""
        _require_reason(reason)
        _require_known(became, texts)
        before = [_state(c) for c in self.standing(old, new)]
        self._say(old, new, _subject(became), {"old": list(became.old), "new": list(became.new)}, reason)
        self._recorded(new, "concordance.correct", before, {"old": became.old, "new": became.new})

    def take_back(self, old: str, new: str, subject: str, *, reason: str) -> None:
        """Let the computed pairs stand again where this was said."""
        _require_reason(reason)
        standing = [c for c in self.standing(old, new) if c.subject == subject]
        if not standing:
            raise NotFoundError(
                "Deze correctie staat er niet (meer).", value=subject[:120], where=f"{old} > {new}"
            )
        turned = not any(j.subject == subject for j in self._store.judgements.of(KIND, new, beside=old))
        first, second = (new, old) if turned else (old, new)
        self._say(first, second, subject, {"taken_back": True}, reason)
        self._recorded(new, "concordance.take-back", [_state(c) for c in standing], {"subject": subject})

    def _say(self, old: str, new: str, subject: str, content: Mapping[str, object], reason: str) -> None:
        said = NewJudgement(self._clock(), self._actor, KIND, new, subject, content, reason.strip(), old)
        self._store.judgements.add(said)
        self._store.index_tasks.add(new)

    def _recorded(
        self, version: str, action: str, before: list[dict[str, object]], after: Mapping[str, object]
    ) -> None:
        state = {"standing": before} if before else None
        self._audit.record(action, version, before=state, after=after)


def _take_in(found: dict[str, StandingCorrection], said: Judgement, *, mirrored: bool) -> None:
    """A later word ends every earlier one about the same provisions."""
    if said.content.get("taken_back"):
        found.pop(said.subject, None)
        return
    sides = [_eids(said.content, name) for name in ("old", "new")]
    became = Correction(*(reversed(sides) if mirrored else sides))
    for subject, earlier in list(found.items()):
        other = earlier.correction
        if set(other.old) & set(became.old) or set(other.new) & set(became.new):
            del found[subject]
    found[said.subject] = StandingCorrection(became, said.actor, said.at, said.note, said.subject)


def _eids(content: Mapping[str, object], name: str) -> tuple[str, ...]:
    given = content.get(name)
    return tuple(str(eid) for eid in given) if isinstance(given, list) else ()


def _subject(became: Correction) -> str:
    return f"{','.join(became.old)}>{','.join(became.new)}"


def _state(standing: StandingCorrection) -> dict[str, object]:
    became = standing.correction
    return {"old": list(became.old), "new": list(became.new), "actor": standing.actor}


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise MissingDetailError(
            "Een correctie van de concordantie heeft een reden nodig.",
            remedy="Zeg waaruit blijkt dat deze bepalingen bij elkaar horen.",
        )


def _require_known(became: Correction, texts: Iterable[Iterable[Provision]]) -> None:
    if not became.old and not became.new:
        raise MissingDetailError(
            "Een correctie noemt ten minste één bepaling.", remedy="Kies een oude of een nieuwe bepaling."
        )
    for side, eids, provisions in zip(("oude", "nieuwe"), (became.old, became.new), texts, strict=True):
        known = {p.eid for p in walk(tuple(provisions))}
        for eid in eids:
            if eid not in known:
                raise InvalidValueError(
                    f"Deze bepaling staat niet in de {side} versie.",
                    value=eid[:120],
                    remedy="Gebruik het kenmerk van de bepaling, zoals art_3 of art_3__para_2.",
                )
