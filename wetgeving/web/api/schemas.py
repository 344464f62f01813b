"""The JSON schemas of what the API answers: `wetgeving.shapes` described, key by key.

Every key is always there and no other is: a client may rely on both. Tests ask every address whether it keeps
to this. JSON Schema 2020-12, as OpenAPI 3.1 has it.
"""

from corpus.diff import ChangeKind
from corpus.dossier.facts import (
    Actor,
    Commitment,
    EuAct,
    Event,
    LegalStatus,
    LowerRegulation,
    OpenQuestion,
    Paper,
    RelatedDossier,
    Source,
    Verdict,
)
from corpus.reading import WorkKind
from indexer.changes import DELETED, INSERTED
from wetgeving.services.chronology import Order, Standing
from wetgeving.services.validity import KnownBy, Outcome
from wetgeving.web.api.asked import Schema
from wetgeving.web.api.citation_schemas import SCHEMAS as CITATION_SCHEMAS
from wetgeving.web.api.commitment_schemas import SCHEMAS as COMMITMENT_SCHEMAS
from wetgeving.web.api.delegation_schemas import SCHEMAS as DELEGATION_SCHEMAS
from wetgeving.web.api.fact_schema import schema_of
from wetgeving.web.api.opinion_schemas import SCHEMAS as OPINION_SCHEMAS
from wetgeving.web.api.transposition_schemas import SCHEMAS as TRANSPOSITION_SCHEMAS

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": ["string", "null"], "format": "date"}
MOMENT: Schema = {"type": "string", "format": "date-time"}
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
KEY: Schema = {"type": ["string", "null"]}
AUTHENTIC: Schema = {"type": "boolean", "description": "false: een fictieve voorbeeldtekst, geen recht."}


def ref(name: str) -> Schema:
    """A reference to a schema of this table."""
    return {"$ref": f"#/components/schemas/{name}"}


def of(**properties: Schema) -> Schema:
    """An object with exactly these keys."""
    required = list(properties)
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def some(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def _among(values: object) -> Schema:
    return {"type": "string", "enum": [str(value) for value in values]}  # type: ignore[attr-defined]


_WORK: dict[str, Schema] = {
    "work": TEXT,
    "kind": {"type": "string", "examples": [str(kind) for kind in WorkKind]},
    "title": TEXT,
    "short_title": TEXT,
    "identifiers": some(of(scheme=TEXT, value=TEXT)),
    "dossiers": some(TEXT),
    "authentic": AUTHENTIC,
}
_SOURCE: dict[str, Schema] = {
    "sha256": HASH,
    "media_type": TEXT,
    "byte_count": NUMBER,
    "file_name": TEXT,
    "origin": TEXT,
    "retrieved_at": MOMENT,
    "reader": TEXT,
    "logic_version": NUMBER,
}
_VERSION: dict[str, Schema] = {
    "version": TEXT,
    "work": TEXT,
    "stage": TEXT,
    "in_force_on": DAY,
    "as_known_on": DAY,
    "document_date": DAY,
    "date_certainty": _among(("stated", "given", "guessed", "unknown")),
    "sources": some(ref("Source")),
    "text_hash": HASH,
    "unchanged_from": KEY,
    "derived_from": KEY,
    "language": TEXT,
    "reason": TEXT,
    "official": FLAG,
    "authentic": AUTHENTIC,
}
_HIT: dict[str, Schema] = {
    **dict.fromkeys(("version", "work", "eid", "label", "heading", "stage"), TEXT),
    "snippet": {"type": "string", "description": "HTML waarin alleen `<mark>` opmaak is."},
    "score": {"type": "number"},
    "in_force_on": DAY,
    "authentic": AUTHENTIC,
    "point": KEY,
    "versions": some(TEXT),
}
_PROVISION: dict[str, Schema] = {
    "eid": TEXT,
    "kind": TEXT,
    "num": TEXT,
    "heading": TEXT,
    "text": {"type": "string", "description": "De eigen tekst, vóór de kinderen."},
    "children": some(ref("Provision")),
    "notes": some(of(kind=TEXT, text=TEXT, offset=NUMBER)),
    "links": some(of(start=NUMBER, end=NUMBER, scheme=TEXT, target=TEXT)),
    "source_id": TEXT,
    "status": TEXT,
    "in_force_on": DAY,
    "commencement": {"anyOf": [ref("Commencement"), {"type": "null"}]},
}
_COMMENCEMENT: dict[str, Schema] = {
    "source": TEXT,
    "effect": TEXT,
    "published_on": DAY,
    "signed_on": DAY,
    "entry_source": TEXT,
    "entry_published_on": DAY,
    "retroactive_to": DAY,
    "retroactive_scope": TEXT,
    "overtaken_back_to": DAY,
    "beside": some(ref("Commencement")),
}
_DATED: Schema = of(
    version=ref("Version"),
    law_from=DAY,
    partly_law_from=DAY,
    entered_on=DAY,
    entry_sources=some(TEXT),
    known_from=DAY,
    known_by=_among(KnownBy),
    overtaken=some(TEXT),
)
_KEYS = some(TEXT)
_FACTS: dict[str, type] = {
    "sources": Source,
    "statuses": LegalStatus,
    "papers": Paper,
    "events": Event,
    "verdicts": Verdict,
    "related": RelatedDossier,
    "lower_regulations": LowerRegulation,
    "actors": Actor,
    "commitments": Commitment,
    "eu_acts": EuAct,
    "open_questions": OpenQuestion,
}
_NOTHING: Schema = {"type": "null"}
_AROUND: dict[str, Schema] = {
    "total": NUMBER,
    "page": NUMBER,
    "per_page": NUMBER,
    "next": {"type": ["string", "null"], "description": "Het adres van de volgende bladzijde."},
    "prev": {"type": ["string", "null"], "description": "Het adres van de vorige bladzijde."},
}
_COUNTS: Schema = {"type": "object", "additionalProperties": NUMBER}
_HEALTHY: Schema = {"type": "string", "description": "`ok`, of de code van de fout."}

SCHEMAS: dict[str, Schema] = {
    "Works": of(items=some(of(**_WORK, versions=NUMBER, latest=KEY)), **_AROUND),
    "Work": of(**_WORK, versions=some(ref("Version")), events=some(ref("Event"))),
    "Event": of(at=MOMENT, kind=TEXT, version=KEY, reason=TEXT, detail=TEXT),
    "Versions": of(items=some(ref("Version")), **_AROUND),
    "Version": of(**_VERSION),
    "Source": of(**_SOURCE),
    "VersionText": of(
        **_VERSION,
        title=TEXT,
        short_title=TEXT,
        standing=_among(Standing),
        provisions=some(ref("Provision")),
        dropped=some(of(rule=TEXT, text=TEXT, at=NUMBER)),
        guessed=some(of(rule=TEXT, eid=TEXT, detail=TEXT)),
    ),
    "Provision": of(**_PROVISION),
    "Commencement": of(**_COMMENCEMENT),
    "LawOfDay": of(
        in_force_on=DAY,
        known_on=DAY,
        outcome=_among(Outcome),
        found={"anyOf": [ref("Dated"), _NOTHING]},
        unsure=some(ref("Dated")),
        reaching_back=some(ref("Dated")),
        known_later={"anyOf": [ref("Dated"), _NOTHING]},
    ),
    "Dated": _DATED,
    "Dossiers": of(
        items=some(
            of(
                dossier=TEXT,
                title=TEXT,
                status={"anyOf": [schema_of(LegalStatus), _NOTHING]},
                works=NUMBER,
                texts=NUMBER,
                authentic=AUTHENTIC,
            )
        ),
        **_AROUND,
    ),
    "Dossier": of(
        dossier=TEXT,
        title=TEXT,
        facts=of(**{name: some(schema_of(kind)) for name, kind in _FACTS.items()}),
        tracks=some(of(work=TEXT, rows=some(of(step=KEY, events=_KEYS, papers=_KEYS, versions=_KEYS)))),
        missing=_KEYS,
        last_event=KEY,
        next_event=KEY,
        authentic=AUTHENTIC,
    ),
    "CitedProvision": of(version=TEXT, label=TEXT, **_PROVISION),
    "Comparison": of(
        old=TEXT,
        new=TEXT,
        order=_among(Order),
        alignment=some({"type": "array"}),
        changes=some(ref("Change")),
        total=NUMBER,
        reversed=FLAG,
    ),
    "Change": of(
        id=TEXT,
        kinds=some(_among(ChangeKind)),
        old=some(ref("Side")),
        new=some(ref("Side")),
        ops=some({"type": "array", "prefixItems": [_among(("=", "-", "+")), TEXT], "items": False}),
        matched_by=KEY,
    ),
    "Concordance": of(
        old=TEXT,
        new=TEXT,
        order=_among(Order),
        rows=some(of(old=some(ref("Cited")), new=some(ref("Cited")), matched_by=_KEYS)),
        corrections=some(of(old=_KEYS, new=_KEYS, reason=TEXT, at=TEXT)),
    ),
    "Cited": of(eid=TEXT, label=TEXT),
    "Side": of(eid=TEXT, label=TEXT, text=TEXT),
    "ProvisionHistory": of(
        version=TEXT,
        eid=TEXT,
        steps=some(
            of(version=TEXT, label=TEXT, eid=KEY, compared_with=KEY, changes=some(ref("Change")), back_to=KEY)
        ),
        authentic=AUTHENTIC,
    ),
    "SearchResult": of(
        hits=some(ref("Hit")),
        facets=of(
            kind=_COUNTS,
            stage=_COUNTS,
            work=_COUNTS,
            version=_COUNTS,
            eu=_COUNTS,
            dictum=_COUNTS,
            year=_COUNTS,
        ),
        remarks=some(TEXT),
        terms=some(ref("TermFound")),
        looser=some(ref("LooserHit")),
        citations=some(ref("CitedTarget")),
        **_AROUND,
    ),
    "Hit": of(**_HIT),
    "LooserHit": of(**_HIT, missing=some(TEXT), instead=some(of(asked=TEXT, found=TEXT))),
    "CitedTarget": of(work=KEY, version=KEY, eid=KEY, label=KEY, dossier=KEY),
    "TermFound": of(term=TEXT, documents=NUMBER, at=some(NUMBER), nearest=some(TEXT)),
    "ChangeSearchResult": of(
        hits=some(ref("ChangeHit")),
        facets=of(direction=_COUNTS, kinds=_COUNTS, stage=_COUNTS, work=_COUNTS, version=_COUNTS),
        remarks=some(TEXT),
        terms=some(ref("TermFound")),
        **_AROUND,
    ),
    "ChangeHit": of(
        change={"type": "string", "description": "De `id` van de wijziging in de vergelijking."},
        old=TEXT,
        new=TEXT,
        work=TEXT,
        direction=_among((INSERTED, DELETED)),
        kinds=some(_among(ChangeKind)),
        eid=TEXT,
        label=TEXT,
        heading=TEXT,
        snippet={"type": "string", "description": "HTML waarin alleen `<mark>` opmaak is."},
        score={"type": "number"},
        stage=TEXT,
        in_force_on=DAY,
        authentic=AUTHENTIC,
    ),
    "SourceFile": of(
        sha256=HASH,
        byte_count=NUMBER,
        content={"type": "string", "description": "Waar de bytes staan."},
        carries=some(of(version=TEXT, **_SOURCE)),
        authentic=AUTHENTIC,
    ),
    "Opinions": of(items=some(ref("RegisterEntry")), **_AROUND),
    **OPINION_SCHEMAS,
    **CITATION_SCHEMAS,
    **DELEGATION_SCHEMAS,
    **TRANSPOSITION_SCHEMAS,
    **COMMITMENT_SCHEMAS,
    "Health": of(status=_among(("ok", "failing")), database=_HEALTHY, index=_HEALTHY, edition=TEXT),
    "Error": of(error=of(code=TEXT, what=TEXT, value=TEXT, where=TEXT, remedy=TEXT)),
}
