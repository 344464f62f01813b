"""Candidates for what is open: the national provision whose words are clearly most like a Union provision's.

Looked for only where a table speaks of the act and a row is open, and only in acts in the same language. A
candidate counts nowhere.
"""

from collections.abc import Iterator, Sequence

from corpus.provision import ProvisionKind
from corpus.transposition.identity import claim_id
from corpus.transposition.placing import cited
from corpus.transposition.similarity import Likeness
from corpus.transposition.values import Claimant, NationalPlace, Passage, TableRow, TranspositionClaim
from wetgeving.services.transposing_texts import DossierTexts
from wetgeving.store.values import Work

RULE = "shares-rare-words"
_KINDS = (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT)
_LONGEST = 400


def candidates(found: Sequence[TableRow], act: Work, texts: DossierTexts) -> Iterator[TranspositionClaim]:
    """One candidate at most for each open row and act."""
    open_rows = [row for row in found if row.gap and row.text]
    last = texts.shelved(act.key).last
    if not open_rows or last is None:
        return
    for law in texts.of_kind("act"):
        if law.last is None or law.last.version.language != last.version.language:
            continue
        version = law.last.version.version
        outline = texts.outline(version)
        units = {e: p.text for e, p in outline.by_eid.items() if p.kind in _KINDS and p.text}
        likeness = Likeness(units)
        for row in open_rows:
            eid = likeness.best(row.text)
            if eid is None:
                continue
            label = cited(eid, outline)
            place = NationalPlace(law.work.key, eid, label, label, version=version, found=True)
            yield TranspositionClaim(
                id=claim_id(Claimant.SIMILARITY, row.place, (place,), origin=law.work.key),
                eu=row.place,
                claimant=Claimant.SIMILARITY,
                rule=RULE,
                source=Passage(version, eid, units[eid][:_LONGEST]),
                national=(place,),
                eu_said=row.label,
            )
