"""What an editor says or offers, read by the same rules as a printed table; what fits nothing is reported.

Nothing is stored here. A row that says what is known already, from whatever origin, is no new claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.citations.citation import Step
from corpus.transposition.placing import base
from corpus.transposition.printed_tables import PrintedRow
from corpus.transposition.saying import places
from corpus.transposition.table_claims import Sides, read_rows
from corpus.transposition.values import (
    Claimant,
    FitsNot,
    GivenRow,
    NoProvision,
    Passage,
    Relation,
    StatedClaim,
    TranspositionClaim,
)
from wetgeving.services.errors import InvalidValueError, NotFoundError
from wetgeving.services.transposing_claims import DerivedClaims
from wetgeving.services.transposing_texts import DossierTexts
from wetgeving.store.values import Work


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What an editor says: the places in words ("artikel 10, lid 3"; "artikel 6a, derde lid"), or reasons.

    `national` is words as in a printed table; `work` is the national act that bare articles are of.
    """

    eu: str
    national: str = ""
    work: str = ""
    relation: Relation | None = None
    reasons: tuple[NoProvision, ...] = ()
    policy_room: str = ""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What rows came to: new claims, the ids of those that were known, and the rows that fit nothing."""

    new: tuple[TranspositionClaim, ...]
    known: tuple[str, ...]
    left: tuple[FitsNot, ...]


def new_claims(
    said: NewClaim, act: Work, derived: DerivedClaims, texts: DossierTexts
) -> tuple[TranspositionClaim, ...]:
    """The claims that an editor's words are; InvalidValueError says what does not fit."""
    national = said.national or ("geen" if said.reasons else "")
    row = GivenRow(0, said.eu, national, said.policy_room, said.choice)
    claims, why = _read(row, _sides(act, derived, texts, said.work), ())
    if why:
        raise InvalidValueError(why, value=f"{said.eu} | {said.national}"[:160])
    return tuple(
        replace(
            claim,
            relation=said.relation if said.relation and claim.national else claim.relation,
            reasons=said.reasons or claim.reasons,
        )
        for claim in claims
    )


def fitted(
    given: Sequence[GivenRow],
    act: Work,
    derived: DerivedClaims,
    texts: DossierTexts,
    *,
    law: str,
    stated: Sequence[StatedClaim],
) -> Fitted:
    """Rows against the act, the national texts and what stands in its table."""
    sides = _sides(act, derived, texts, law)
    standing = {_statement(s.claim): s.claim.id for s in stated if s.counts}
    new: dict[str, TranspositionClaim] = {}
    known: list[str] = []
    left: list[FitsNot] = []
    above: tuple[Step, ...] = ()
    for row in given:
        claims, why = _read(row, sides, above)
        if why:
            left.append(FitsNot(row, why))
            continue
        above = next((s.steps[:1] for s in places(row.eu, within=above) if s.steps), above)
        for claim in claims:
            if _statement(claim) in standing:
                known.append(standing[_statement(claim)])
            else:
                new.setdefault(claim.id, claim)
    return Fitted(tuple(new.values()), tuple(dict.fromkeys(known)), tuple(left))


def _statement(claim: TranspositionClaim) -> tuple[object, ...]:
    """What a claim says, without who says it: the places, and for none at all the reasons."""
    named = frozenset((p.work, p.eid or p.said) for p in claim.national)
    return claim.eu, named, frozenset(claim.reasons) if not named else frozenset()


def _sides(act: Work, derived: DerivedClaims, texts: DossierTexts, law: str) -> Sides:
    sides = replace(derived.sides(act), claimant=Claimant.EDITOR)
    if not law:
        return sides
    if not texts.has(law):
        raise NotFoundError("Deze regeling hoort niet bij de dossiers van de EU-handeling.", value=law[:80])
    own = derived.text_of(law)
    return replace(sides, own=own, former=own)


def _read(row: GivenRow, sides: Sides, above: tuple[Step, ...]) -> tuple[tuple[TranspositionClaim, ...], str]:
    """The claims of one row, or why it fits nothing."""
    cells = (row.eu, row.national, row.policy_room, row.choice)
    printed = PrintedRow(row.number, cells, *cells)
    words = " | ".join(cells)
    read = read_rows([(printed, Passage(words=words, line=row.number))], sides, above=above)
    if read.unread:
        return (), read.unread[0].why
    for claim in read.claims:
        if sides.eu is not None and base(claim.eu.eid) not in sides.eu.by_eid and claim.eu.eid:
            return (), f"De EU-bepaling staat niet in de tekst van de handeling: {row.eu}."
        for place in claim.national:
            if not place.work:
                return (), f"Deze nationale regeling is hier niet bekend: {place.said}."
            if place.found is False:
                return (), f"De nationale bepaling staat niet in de opgenomen tekst: {place.said}."
    return tuple(read.claims), ""
