"""What does not fit in what is claimed: candidates for a person, each in one Dutch sentence.

Nothing is corrected here. A claim that a person rejected raises no doubt, and one that was confirmed none
that a person has seen when confirming: whether a reason is enough.
"""

from collections.abc import Iterator, Sequence

from corpus.transposition.placing import base
from corpus.transposition.values import (
    Claimant,
    Contradiction,
    Doubt,
    NoProvision,
    StatedClaim,
    TranspositionClaim,
    Verdict,
)

_SPOKEN = (Claimant.EDITOR, Claimant.TABLE)
_GO_TOGETHER = {
    NoProvision.DIRECTLY_APPLICABLE,
    NoProvision.LAPSES,
    NoProvision.BY_NATURE,
    NoProvision.INSTITUTIONS,
}
"""With these a national provision may well mention the Union provision without doing anything about it."""


def of_claim(stated: StatedClaim, *, kind: str, eids: frozenset[str] | None) -> Iterator[Contradiction]:
    """The doubts about one claim; `eids` are those of the Union text, None when it is not at hand."""
    claim = stated.claim
    if stated.verdict is Verdict.REJECTED or claim.claimant is Claimant.SIMILARITY:
        return
    for doubt, text in (*_of_places(claim, eids), *_of_reasons(claim, kind)):
        yield Contradiction(doubt, claim.eu, claim.id, text)
    if stated.verdict is not Verdict.CONFIRMED:
        for doubt, text in _of_choice(claim):
            yield Contradiction(doubt, claim.eu, claim.id, text)


def of_row(claims: Sequence[StatedClaim]) -> Iterator[Contradiction]:
    """A provision that needs none, as somebody says, while a national one names this very provision."""
    counted = [stated for stated in claims if stated.counts]
    cited = [s.claim for s in counted if s.claim.claimant is Claimant.PROVISION and not s.covers]
    for stated in counted:
        claim = stated.claim
        if claim.claimant not in _SPOKEN or claim.national or stated.verdict is not Verdict.PROPOSED:
            continue
        against = [c for c in cited if c.relation or not set(claim.reasons) <= _GO_TOGETHER]
        if against:
            where = ", ".join(dict.fromkeys(place.said for c in against for place in c.national))
            text = (
                f"Volgens de tabel is geen nationale bepaling nodig, maar deze noemt de EU-bepaling: {where}."
            )
            yield Contradiction(Doubt.CITED_NEVERTHELESS, claim.eu, claim.id, text)


def _of_places(claim: TranspositionClaim, eids: frozenset[str] | None) -> Iterator[tuple[Doubt, str]]:
    for place in claim.national:
        if place.found is False:
            said = place.label or place.said or place.eid
            yield (
                Doubt.NO_SUCH_PROVISION,
                f"De nationale bepaling bestaat niet in de opgenomen tekst: {said} ({place.version}).",
            )
    if eids is not None and claim.eu.eid and base(claim.eu.eid) not in eids:
        said = claim.eu_said or claim.eu.eid
        yield Doubt.NO_SUCH_EU_PROVISION, f"De EU-bepaling bestaat niet in de opgenomen tekst: {said}."
    if claim.pointer and not claim.pointer.eid:
        yield (
            Doubt.POINTER_LEADS_NOWHERE,
            f"De verwijzing leidt nergens heen in de toelichting: {claim.pointer.words}.",
        )


def _of_reasons(claim: TranspositionClaim, kind: str) -> Iterator[tuple[Doubt, str]]:
    if kind == "eu-directive" and NoProvision.DIRECTLY_APPLICABLE in claim.reasons:
        yield (
            Doubt.NOT_DIRECTLY_APPLICABLE,
            "Een richtlijn is niet rechtstreeks toepasselijk; dit kan niet de reden zijn.",
        )


def _of_choice(claim: TranspositionClaim) -> Iterator[tuple[Doubt, str]]:
    if claim.claimant not in _SPOKEN:
        return
    if not claim.national and claim.reasons == (NoProvision.OTHER,):
        said = claim.choice or "er staat niets"
        yield (
            Doubt.NO_REASON,
            f"Er is geen nationale bepaling genoemd en geen bekende reden daarvoor: {said}.",
        )
    if claim.policy_room and not claim.choice:
        yield Doubt.ROOM_WITHOUT_CHOICE, f"De keuze ontbreekt bij deze beleidsruimte: {claim.policy_room}."
