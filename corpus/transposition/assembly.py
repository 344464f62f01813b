"""The table of one Union act: its rows with what is said of each, where each stands, and the counts.

A claim on a provision is also on everything in it, and says so; a claim on a part is not on the whole. Of a
provision with parts the status follows from those. What is most authoritative decides; candidates by likeness
decide nothing. Only the smallest provisions are counted, so that nothing counts twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.dossier.facts import EuArticle
from corpus.provision import Provision, walk
from corpus.transposition import doubts
from corpus.transposition.outline_rows import Node, nodes
from corpus.transposition.placing import inside
from corpus.transposition.values import (
    Claimant,
    Contradiction,
    Counts,
    EuPlace,
    NoProvision,
    RowStatus,
    StatedClaim,
    TableRow,
    TranspositionClaim,
    Verdict,
)

_RANK = {claimant: rank for rank, claimant in enumerate(Claimant)}


@dataclass(frozen=True, slots=True)
class Act:
    """A Union act: its text, or the articles that are listed; `tabled`: a table speaks of all of it."""

    key: str
    kind: str
    provisions: Sequence[Provision] = ()
    listed: Sequence[EuArticle] = ()
    tabled: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row stands, whether a person confirmed that, and for which reasons nothing is needed."""

    status: RowStatus
    confirmed: bool = False
    reasons: tuple[NoProvision, ...] = ()


def rows(
    act: Act, claims: Iterable[StatedClaim], *, more: Mapping[str, Sequence[Contradiction]] | None = None
) -> tuple[TableRow, ...]:
    """The rows in the order of the act; `more` are doubts by claim that the caller found."""
    stated = sorted(claims, key=lambda s: (_RANK[s.claim.claimant], s.claim.id))
    outline = nodes(act.provisions, act.listed, (s.claim.eu.eid for s in stated))
    parents = _parents(outline, act)
    found = [_row(node, act, stated, unit=node.eid not in parents) for node in outline]
    eids = frozenset(p.eid for p in walk(act.provisions)) if act.provisions else None
    for at in range(len(found) - 1, -1, -1):
        row = found[at]
        if not row.unit:
            inner = [r for r in found[at + 1 :] if inside(r.place.eid, row.place.eid)]
            found[at] = _summed(row, inner) if any(r.unit for r in inner) else row
    return tuple(replace(row, doubts=tuple(_doubts(row, act, eids, more or {}))) for row in found)


def _parents(outline: Sequence[Node], act: Act) -> frozenset[str]:
    """The rows that have their parts below them; without the text nobody knows whether those are all."""
    by_eid = {node.eid for node in outline if node.listed or node.in_text}
    above = {eid.rpartition("__")[0] for eid in by_eid if "__" in eid}
    return frozenset(above & by_eid) if act.provisions else frozenset()


def _row(node: Node, act: Act, claims: Sequence[StatedClaim], *, unit: bool) -> TableRow:
    own = tuple(_held(node, claims, unit=unit))
    counted = [s for s in own if s.counts]
    standing = standing_of(own)
    return TableRow(
        place=EuPlace(act.key, node.eid),
        label=node.label,
        num=node.num,
        heading=node.heading,
        text=node.text,
        depth=node.depth,
        unit=unit and (node.listed or node.in_text),
        status=standing.status,
        confirmed=standing.confirmed,
        examined=act.tabled or bool(counted),
        substance=node.substance,
        in_text=node.in_text,
        reasons=standing.reasons,
        claims=own,
    )


def _held(node: Node, claims: Sequence[StatedClaim], *, unit: bool) -> Iterator[StatedClaim]:
    """The claims on a row; those on what it is in only where nothing is below it, so that each shows once."""
    for stated in claims:
        eid = stated.claim.eu.eid
        if eid == node.eid:
            yield stated
        elif unit and inside(node.eid, eid):
            yield replace(stated, covers=eid or "act")


def standing_of(claims: Sequence[StatedClaim]) -> Standing:
    """Where a smallest provision stands: what a person confirmed first, then who has most authority."""
    counted = [s for s in claims if s.counts]
    if not counted:
        return Standing(RowStatus.OPEN)
    confirmed = [s for s in counted if s.verdict is Verdict.CONFIRMED]
    deciding = confirmed or _most_authoritative(counted)
    reasons = tuple(dict.fromkeys(r for s in deciding for r in s.claim.reasons))
    if any(s.rechecks or s.gone for s in deciding):
        return Standing(RowStatus.TO_BE_RECHECKED, bool(confirmed), reasons)
    if any(_named(s.claim) for s in deciding):
        status = RowStatus.CONFIRMED if confirmed else RowStatus.PROPOSED
        return Standing(status, bool(confirmed), reasons)
    if not confirmed and set(reasons) <= {NoProvision.OTHER}:
        return Standing(RowStatus.OPEN, reasons=reasons)
    return Standing(RowStatus.NOT_NEEDED, bool(confirmed), reasons)


def _most_authoritative(claims: Sequence[StatedClaim]) -> list[StatedClaim]:
    """Those of the first rank; below a table every claim has a say, for none of them speaks of the whole."""
    best = min(_RANK[s.claim.claimant] for s in claims)
    if best > _RANK[Claimant.TABLE]:
        return list(claims)
    return [s for s in claims if _RANK[s.claim.claimant] == best]


def _named(claim: TranspositionClaim) -> bool:
    return bool(claim.national)


def _summed(row: TableRow, inner: Sequence[TableRow]) -> TableRow:
    """A row whose status follows from the smallest ones in it."""
    units = [r for r in inner if r.unit]
    states = {r.status for r in units}
    order = (RowStatus.TO_BE_RECHECKED, RowStatus.OPEN, RowStatus.PROPOSED, RowStatus.CONFIRMED)
    status = next((s for s in order if s in states), RowStatus.NOT_NEEDED)
    unconfirmed_rest = any(r.status is RowStatus.NOT_NEEDED and not r.confirmed for r in units)
    if status is RowStatus.CONFIRMED and unconfirmed_rest:
        status = RowStatus.PROPOSED
    reasons = tuple(dict.fromkeys(r for unit in units for r in unit.reasons))
    return replace(
        row,
        status=status,
        confirmed=all(r.confirmed for r in units),
        examined=any(r.examined for r in units),
        reasons=reasons,
    )


def _doubts(
    row: TableRow, act: Act, eids: frozenset[str] | None, more: Mapping[str, Sequence[Contradiction]]
) -> Iterator[Contradiction]:
    for stated in row.claims:
        if not stated.covers:
            yield from doubts.of_claim(stated, kind=act.kind, eids=eids)
            yield from more.get(stated.claim.id, ())
    yield from doubts.of_row(row.claims)


def count(found: Iterable[TableRow]) -> Counts:
    """How many rows there are of each status."""
    held = tuple(found)
    of = {status: [r for r in held if r.status is status] for status in RowStatus}
    return Counts(
        total=len(held),
        confirmed=len(of[RowStatus.CONFIRMED]),
        proposed=len(of[RowStatus.PROPOSED]),
        not_needed=len(of[RowStatus.NOT_NEEDED]),
        not_needed_confirmed=sum(r.confirmed for r in of[RowStatus.NOT_NEEDED]),
        to_be_rechecked=len(of[RowStatus.TO_BE_RECHECKED]),
        open=len(of[RowStatus.OPEN]),
        not_examined=sum(not r.examined for r in of[RowStatus.OPEN]),
    )


def denominator(act: Act, found: Sequence[TableRow]) -> str:
    """What was counted, in a sentence for people."""
    articles, units = by_article(found), [r for r in found if r.unit]
    left = count(articles).not_examined
    if not act.provisions and not articles:
        return "Niet geteld: de tekst is niet opgenomen en het dossier geeft geen lijst van artikelen."
    if not act.provisions:
        return (
            f"Geteld: {len(articles)} artikelen, naar de lijst in het dossier, want de tekst is niet "
            f"opgenomen; {left} daarvan zijn nog niet onderzocht. Overwegingen en bijlagen tellen niet mee."
        )
    asked = sum(not r.substance for r in units)
    return (
        f"Geteld: {len(units)} kleinste onderdelen (leden, punten en artikelen zonder leden) van "
        f"{len(articles)} artikelen; {left} artikelen zijn nog niet onderzocht. {asked} onderdelen staan "
        "onder een opschrift dat niets van een lidstaat vraagt. Overwegingen, bijlagen die niemand noemt en "
        "kandidaten op woordgelijkenis tellen niet mee."
    )


def by_article(found: Iterable[TableRow]) -> tuple[TableRow, ...]:
    """The rows of whole articles."""
    return tuple(r for r in found if r.depth == 0 and r.place.eid.startswith("art_"))
