"""What people say of transposition, to and from the store: claims of editors, and reviews of any claim.

A review keeps the claim as it was then, so that what was confirmed stays known when its text no longer says
it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from corpus.dossier.written import decoded, plain
from corpus.transposition.values import Review, TranspositionClaim, Verdict
from wetgeving.services.audit import Audit
from wetgeving.store import Store
from wetgeving.store.transposition import CLAIM, REVIEW, Entry, NewEntry

Seen = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What was said on an act: claims of editors with when they made them, reviews by claim, and snapshots.

    `made` are, by claim, the versions an editor had when making it; `kept` is each claim that was ever
    reviewed, as it was at its last review.
    """

    claims: tuple[TranspositionClaim, ...]
    made: dict[str, Review]
    reviews: dict[str, tuple[Review, ...]]
    kept: dict[str, TranspositionClaim]
    entries: tuple[Entry, ...]


class TranspositionWords:
    """Writes and reads what is said, on behalf of one actor."""

    def __init__(self, store: Store, clock: Callable[[], datetime], actor: str, audit: Audit) -> None:
        self._store, self._clock, self._actor, self._audit = store, clock, actor, audit

    def of(self, act: str) -> Said:
        """What was said on a Union act."""
        said = Said((), {}, {}, {}, self._store.transpositions.of_act(act))
        claims: dict[str, TranspositionClaim] = {}
        for entry in said.entries:
            claim = decoded(TranspositionClaim, _table(entry.content["claim"]), entry.claim)
            review = _review(entry)
            if entry.kind == CLAIM:
                claims[entry.claim] = claim
                said.made[entry.claim] = review
                continue
            said.reviews[entry.claim] = (*said.reviews.get(entry.claim, ()), review)
            said.kept[entry.claim] = claim
        return Said(tuple(claims.values()), said.made, said.reviews, said.kept, said.entries)

    def latest(self, acts: Iterable[str]) -> int:
        """A number that is another one as soon as anything was said of these acts."""
        return self._store.transpositions.latest(acts)

    def add_claim(self, claim: TranspositionClaim, seen: Seen, *, reason: str) -> None:
        """Write down a claim of an editor."""
        self._add(CLAIM, claim, {"seen": [list(pair) for pair in seen]}, reason)
        after = {"claim": claim.id, "eu": claim.eu.eid, "national": [p.said for p in claim.national]}
        self._audit.record("transposition.claim", claim.eu.act, after=after)

    def add_review(
        self, claim: TranspositionClaim, verdict: Verdict, seen: Seen, *, reason: str, before: Verdict
    ) -> None:
        """Write down a review."""
        content = {"verdict": verdict.value, "seen": [list(pair) for pair in seen]}
        self._add(REVIEW, claim, content, reason)
        state = {"claim": claim.id, "eu": claim.eu.eid}
        self._audit.record(
            "transposition.review",
            claim.eu.act,
            before={**state, "verdict": before.value},
            after={**state, "verdict": verdict.value},
        )

    def _add(self, kind: str, claim: TranspositionClaim, content: Mapping[str, object], reason: str) -> None:
        works = {claim.eu.act, *(p.work for p in (*claim.national, *claim.lapsing))} - {""}
        anchors = [(work, "") for work in sorted(works)]
        if "@" in claim.source.version:
            anchors.append((claim.source.version.partition("@")[0], claim.source.version))
        self._store.transpositions.add(
            NewEntry(
                at=self._clock(),
                actor=self._actor,
                kind=kind,
                act=claim.eu.act,
                claim=claim.id,
                content={"claim": plain(claim), **content},
                anchors=tuple(anchors),
                note=reason,
            )
        )


def _table(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}


def _review(entry: Entry) -> Review:
    verdict = Verdict(str(entry.content.get("verdict", Verdict.PROPOSED)))
    given = entry.content.get("seen")
    seen = tuple((str(work), str(key)) for work, key in given) if isinstance(given, list) else ()
    source = _table(_table(entry.content["claim"]).get("source"))
    return Review(verdict, entry.actor, entry.at, entry.note, seen, str(source.get("words", "")))
