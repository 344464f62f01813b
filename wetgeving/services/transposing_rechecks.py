"""What changed since a claim was made or last reviewed: on the Union side, the national side, or its words.

A provision is followed from version to neighbouring version by the alignment of `corpus.diff`, as in its
history. Before any review a claim stands on the versions of its own day: what a table says an amendment makes
is followed in the bill from the stage of the memorandum, and in the law from the first text after that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.diff import Change, ChangeKind
from corpus.provision import walk
from corpus.transposition.placing import base
from corpus.transposition.table_claims import Text, onderdeel_of
from corpus.transposition.values import (
    Claimant,
    Contradiction,
    Doubt,
    NationalPlace,
    Recheck,
    RecheckSide,
    Review,
    TranspositionClaim,
)
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.comparing import Comparing
from wetgeving.services.transposing_texts import BILL, DossierTexts, Shelved, day_of

_SLIGHT = {ChangeKind.PUNCTUATION, ChangeKind.CONSEQUENTIAL}
"""A change of these alone leaves what is claimed as it was: the words are the same, or only follow."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A provision that is followed: `eid` in version `at`, from version `since` to the last of its work."""

    side: RecheckSide
    work: str
    eid: str
    at: str
    since: str


class Rechecks:
    """Follows the provisions of claims."""

    def __init__(self, texts: DossierTexts, comparing: Comparing) -> None:
        self._texts, self._comparing = texts, comparing
        self._found: dict[Anchor, tuple[Recheck, ...]] = {}

    def of(
        self, claim: TranspositionClaim, last: Review | None, *, made: Review | None = None
    ) -> tuple[Recheck, ...]:
        """What changed since the last word on a claim, or since it was made.

        `made` says in which versions the places of a claim are that is not read from a text.
        """
        then = dict(made.seen) if made else {}
        anchors = self._since_review(claim, last, then) if last and last.seen else self._since_made(claim)
        found = [change for anchor in dict.fromkeys(anchors) for change in self._followed(anchor)]
        if last and last.source and last.source != claim.source.words:
            found.append(_reworded(claim, last))
        return tuple(dict.fromkeys(found))

    def seen(self, claim: TranspositionClaim) -> tuple[tuple[str, str], ...]:
        """The versions that a claim stands on now: the last of each work it is about."""
        works = [claim.eu.act, *(p.work for p in (*claim.national, *claim.lapsing) if p.work)]
        if any(p.via for p in claim.national):
            works += [bill.work.key for bill in self._texts.of_kind(BILL)]
        last = {w: self._texts.shelved(w).last for w in dict.fromkeys(works) if self._texts.has(w)}
        pairs = [(work, listed.version.version) for work, listed in last.items() if listed]
        if "@" in claim.source.version:
            pairs.append((claim.source.version.partition("@")[0], claim.source.version))
        return tuple(dict.fromkeys(pairs))

    def still_there(self, claim: TranspositionClaim) -> Iterator[Contradiction]:
        """The provisions that a claim says go, and that the newest text still has."""
        for place in claim.lapsing:
            if not place.work or not place.found or not self._texts.has(place.work):
                continue
            shelved = self._texts.shelved(place.work)
            since = next((v for v in shelved.versions if v.version.version == place.version), None)
            if since is None or shelved.last is None or since is shelved.last:
                continue
            if self._eid_in(shelved.versions, place.eid, place.version, shelved.last.version.version):
                said = place.label or place.eid
                text = f"Volgens de tabel vervalt {said}, maar die bepaling staat nog in de nieuwste tekst."
                yield Contradiction(Doubt.STILL_STANDS, claim.eu, claim.id, text)

    def _since_review(
        self, claim: TranspositionClaim, last: Review, then: dict[str, str]
    ) -> Iterator[Anchor]:
        seen = dict(last.seen)
        eu = self._texts.shelved(claim.eu.act).last
        if eu and claim.eu.act in seen:
            at = then.get(claim.eu.act, eu.version.version)
            yield Anchor(RecheckSide.EU, claim.eu.act, base(claim.eu.eid), at, seen[claim.eu.act])
        for place in claim.national:
            if place.work in seen and place.found:
                yield Anchor(RecheckSide.NATIONAL, place.work, place.eid, place.version, seen[place.work])
            for bill in self._texts.of_kind(BILL) if place.via else ():
                if bill.work.key in seen:
                    yield from self._in_bill(place, bill, seen[bill.work.key])

    def in_version(self, place: NationalPlace, version: str) -> str | None:
        """The eId of a national place in another version of its work."""
        versions = self._texts.shelved(place.work).versions if self._texts.has(place.work) else ()
        keys = {v.version.version for v in versions}
        if not {place.version, version} <= keys:
            return None
        return self._eid_in(versions, place.eid, place.version, version)

    def in_bill(self, place: NationalPlace, version: str) -> str | None:
        """The eId, in a version of the bill, of the words that make a national place."""
        work = version.partition("@")[0]
        if not self._texts.has(work):
            return None
        anchors = self._in_bill(place, self._texts.shelved(work), version)
        return next((anchor.eid for anchor in anchors), None)

    def _since_made(self, claim: TranspositionClaim) -> Iterator[Anchor]:
        if claim.claimant in (Claimant.EDITOR, Claimant.FACT, Claimant.SIMILARITY):
            return
        stands = self._version(claim.source.version)
        day = day_of(stands) if stands else None
        act = self._texts.shelved(claim.eu.act)
        known = act.known_on(day)
        if known and act.last:
            now, then = act.last.version.version, known.version.version
            yield Anchor(RecheckSide.EU, claim.eu.act, base(claim.eu.eid), now, then)
        if claim.claimant is Claimant.PROVISION or stands is None:
            return
        for place in claim.national:
            if place.work and place.found and self._texts.has(place.work):
                yield from self._national(place, stands)

    def _national(self, place: NationalPlace, stands: ListedVersion) -> Iterator[Anchor]:
        """In the law as it was known, or first was with the amendment; and in the bill that makes it."""
        law, day = self._texts.shelved(place.work), day_of(stands)
        then = law.known_on(day) if place.existing else law.after(day) or law.known_on(day)
        if then:
            key = then.version.version
            yield Anchor(RecheckSide.NATIONAL, place.work, place.eid, place.version, key)
        if place.via:
            for bill in self._texts.of_kind(BILL):
                same = [v for v in bill.versions if v.version.stage == stands.version.stage]
                if same:
                    yield from self._in_bill(place, bill, same[-1].version.version)

    def _in_bill(self, place: NationalPlace, bill: Shelved, since: str) -> Iterator[Anchor]:
        """Where the bill makes a provision: its words as they are quoted there, else its whole onderdeel."""
        if not any(v.version.version == since for v in bill.versions):
            return
        onderdeel = onderdeel_of(place.via, Text(bill.work.key, since, self._texts.outline(since)))
        if onderdeel is None:
            return
        quoted = [p.eid for p in walk((onderdeel,)) if _is_quoted(p.eid, place.eid)]
        eid = quoted[0] if quoted else onderdeel.eid
        yield Anchor(RecheckSide.NATIONAL, bill.work.key, eid, since, since)

    def _followed(self, anchor: Anchor) -> tuple[Recheck, ...]:
        if anchor not in self._found:
            self._found[anchor] = tuple(self._follow(anchor))
        return self._found[anchor]

    def _follow(self, anchor: Anchor) -> Iterator[Recheck]:
        if not anchor.eid or not self._texts.has(anchor.work):
            return
        versions = self._texts.shelved(anchor.work).versions
        keys = [v.version.version for v in versions]
        if anchor.since not in keys or anchor.at not in keys:
            return
        eid = self._eid_in(versions, anchor.eid, anchor.at, anchor.since)
        for old, new in pairwise(versions[keys.index(anchor.since) :]):
            if eid is None:
                return
            if old.version.tree_hash == new.version.tree_hash:
                continue
            comparison = self._comparing.as_given(old.version.version, new.version.version).comparison
            after = comparison.counterpart(eid, forward=True)
            for change in comparison.changes:
                if not set(change.kinds) <= _SLIGHT and _touches(change, eid, after):
                    yield _recheck(anchor, change, old, new)
            eid = after

    def _eid_in(self, versions: Sequence[ListedVersion], eid: str, at: str, to: str) -> str | None:
        """The eId, in another version, of a provision of the version `at`."""
        keys = [v.version.version for v in versions]
        here, there = keys.index(at), keys.index(to)
        found: str | None = eid
        while here != there and found is not None:
            forward = there > here
            step = here + (1 if forward else -1)
            old, new = (versions[here], versions[step]) if forward else (versions[step], versions[here])
            if old.version.tree_hash != new.version.tree_hash:
                compared = self._comparing.as_given(old.version.version, new.version.version)
                found = compared.comparison.counterpart(found, forward=forward)
            here = step
        return found

    def _version(self, key: str) -> ListedVersion | None:
        work = key.partition("@")[0]
        if "@" not in key or not self._texts.has(work):
            return None
        return next((v for v in self._texts.shelved(work).versions if v.version.version == key), None)


def _is_quoted(eid: str, wanted: str) -> bool:
    """Is this the quoted form of a provision: all of it, or below an article that the words name already?"""
    head, _, rest = eid.partition("__")
    if not head.startswith("mod_"):
        return False
    return rest == wanted or (not rest.startswith("art_") and rest == wanted.partition("__")[2] != "")


def _touches(change: Change, old: str, new: str | None) -> bool:
    """Is the change in this provision? What is put in below it, or beside it, counts on the side it is on."""
    return any(_within(side.eid, old) for side in change.old) or any(
        new is not None and _within(side.eid, new) for side in change.new
    )


def _within(eid: str, outer: str) -> bool:
    return eid == outer or eid.startswith(f"{outer}__")


def _recheck(anchor: Anchor, change: Change, old: ListedVersion, new: ListedVersion) -> Recheck:
    place = change.place
    return Recheck(
        side=anchor.side,
        work=anchor.work,
        eid=place.eid,
        label=place.label,
        old=old.version.version,
        new=new.version.version,
        kinds=tuple(kind.value for kind in change.kinds),
        change=change.id,
        old_text="\n".join(side.text for side in change.old if side.text),
        new_text="\n".join(side.text for side in change.new if side.text),
    )


def _reworded(claim: TranspositionClaim, last: Review) -> Recheck:
    """The statement itself reads otherwise than when it was last judged."""
    work = claim.source.version.partition("@")[0]
    return Recheck(
        side=RecheckSide.SOURCE,
        work=work,
        eid=claim.source.eid,
        label="",
        old=dict(last.seen).get(work, ""),
        new=claim.source.version,
        kinds=("modified",),
        change="",
        old_text=last.source,
        new_text=claim.source.words,
    )
