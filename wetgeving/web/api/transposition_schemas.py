"""The JSON schemas of the transponeringstabel (EU): `transposition_shapes` described, key by key."""

from corpus.diff import ChangeKind
from corpus.dossier.facts import Certainty
from corpus.transposition.values import (
    Claimant,
    Doubt,
    NoProvision,
    RecheckSide,
    Relation,
    RowStatus,
    Verdict,
)
from wetgeving.web.api.schema_parts import (
    AUTHENTIC,
    FLAG,
    KEY,
    NUMBER,
    TEXT,
    Of,
    among,
    of,
    or_null,
    ref,
    some,
)

_COUNTED = (
    "total", "confirmed", "proposed", "not_needed", "not_needed_confirmed", "to_be_rechecked", "open",
    "not_examined",
)  # fmt: skip


_REASONS = some(among(NoProvision))
_HEAD: Of = {
    "act": {"type": "string", "description": "De sleutel van de EU-handeling."},
    "title": TEXT,
    "kind": TEXT,
    "dossiers": some(TEXT),
    "authentic": AUTHENTIC,
    "counts": of(articles=ref("TranspositionCounts"), units=ref("TranspositionCounts")),
    "denominator": {"type": "string", "description": "Wat is geteld, en wat niet."},
    "texts_used": some(
        of(
            side={"type": "string", "enum": ["eu", "national", "table"]},
            work=TEXT,
            version=KEY,
            title=TEXT,
            date=KEY,
        )
    ),
}
_ROW: Of = {
    "eu": ref("EuPlace"),
    "label": TEXT,
    "num": TEXT,
    "heading": TEXT,
    "text": {"type": ["string", "null"], "description": "null: de tekst is niet opgenomen."},
    "depth": NUMBER,
    "unit": {"type": "boolean", "description": "Telt mee: er is niets onder."},
    "status": among(RowStatus),
    "confirmed": FLAG,
    "examined": FLAG,
    "gap": FLAG,
    "reasons": _REASONS,
    "claims": some(ref("TranspositionClaim")),
    "doubts": some(ref("Contradiction")),
}
_CLAIM: Of = {
    "id": TEXT,
    "eu": ref("EuPlace"),
    "eu_said": KEY,
    "national": some(ref("NationalPlace")),
    "lapsing": some(ref("NationalPlace")),
    "relation": or_null(among(Relation)),
    "reasons": _REASONS,
    "claimant": among(Claimant),
    "rule": TEXT,
    "source": ref("Passage"),
    "policy_room": KEY,
    "choice": KEY,
    "pointer": or_null(ref("Passage")),
    "certainty": or_null(among(Certainty)),
    "sources": some(TEXT),
    "verdict": among(Verdict),
    "reviewed_at": {"type": ["string", "null"], "format": "date-time"},
    "review_note": KEY,
    "rechecks": some(ref("Recheck")),
    "covers": {"type": ["string", "null"], "description": "De bepaling waarvan het is gezegd, als dat een"
               " grotere is; `act` is de hele handeling."},
    "gone": FLAG,
}  # fmt: skip

SCHEMAS: Of = {
    "TranspositionActs": of(items=some(ref("TranspositionAct")), total=NUMBER),
    "TranspositionAct": of(**_HEAD, gaps=NUMBER),
    "TranspositionCounts": of(**dict.fromkeys(_COUNTED, NUMBER)),
    "TranspositionTable": of(
        **_HEAD,
        rows=some(ref("TranspositionRow")),
        unread=some(of(source=ref("Passage"), cells=some(TEXT), why=TEXT)),
        contradictions=some(ref("Contradiction")),
    ),
    "TranspositionRow": of(**_ROW),
    "TranspositionClaim": of(**_CLAIM),
    "TranspositionClaims": of(items=some(ref("TranspositionClaim")), total=NUMBER),
    "TranspositionGaps": of(
        dossier=TEXT,
        authentic=AUTHENTIC,
        rows=some(ref("TranspositionRow")),
        contradictions=some(ref("Contradiction")),
        not_examined=some(of(act=TEXT, articles=or_null(NUMBER))),
    ),
    "TranspositionChanges": of(
        items=some(
            of(
                day={"type": "string", "format": "date"},
                what=TEXT,
                act=TEXT,
                eid=KEY,
                label=TEXT,
                text=TEXT,
                claim=KEY,
            )
        ),
        total=NUMBER,
    ),
    "NationalTransposition": of(
        version=TEXT,
        title=TEXT,
        authentic=AUTHENTIC,
        articles=NUMBER,
        answers=NUMBER,
        rows=some(
            of(
                eid=TEXT,
                label=TEXT,
                heading=TEXT,
                depth=NUMBER,
                claims=some(ref("TranspositionClaim")),
            )
        ),
    ),
    "EuPlace": of(act=TEXT, eid=KEY),
    "NationalPlace": of(
        work=KEY, eid=KEY, said=TEXT, label=TEXT, via=KEY, existing=FLAG, version=KEY,
        found={"type": ["boolean", "null"], "description": "null: er was geen tekst om in te kijken."},
    ),
    "Passage": of(version=KEY, eid=KEY, words=TEXT, line={"type": ["integer", "null"]}),
    "Recheck": of(
        side=among(RecheckSide), work=TEXT, eid=TEXT, label=TEXT, old=KEY, new=KEY,
        kinds=some(among(ChangeKind)), change=KEY, old_text=KEY, new_text=KEY,
    ),
    "Contradiction": of(doubt=among(Doubt), eu=ref("EuPlace"), claim=KEY, text=TEXT),
}  # fmt: skip
"""By the name under which the description refers to them."""
