"""The JSON schemas of the register of opinions: `opinion_shapes` described, key by key."""

from corpus.follow_up.values import About, AccountKind, Opvolging
from corpus.opinion import Asked, Certainty, OpinionKind, System
from wetgeving.web.api.asked import Schema
from wetgeving.web.api.schema_parts import (
    AUTHENTIC,
    DAY,
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

_YEAR: Schema = {"type": ["integer", "null"]}


_OUTCOME, _SURE = among(Opvolging), among(Certainty)
_CHANGES = some(ref("Change"))
_ENTRY: Of = {
    "number": TEXT,
    "version": {"type": ["string", "null"], "description": "null: de tekst is niet opgenomen."},
    "work": KEY,
    "dossiers": some(TEXT),
    "kind": or_null(among(OpinionKind)),
    "title": TEXT,
    "subject": TEXT,
    "ministry": TEXT,
    "ministry_by_code": some(TEXT),
    "missive": KEY,
    "year": _YEAR,
    "dates": of(**{name: ref("ClaimedDay") for name in ("pending", "adopted", "published", "nader_rapport")}),
    "dictum": or_null(ref("Dictum")),
    "text_available": FLAG,
    "advised_version": KEY,
    "advised_absent": KEY,
    "opvolging": of(points=NUMBER, confirmed=ref("Tally"), proposed=ref("Tally")),
    "first_unanswered": KEY,
    "subjects": some(TEXT),
    "sources": some(ref("FactSource")),
    "note": TEXT,
    "authentic": AUTHENTIC,
}
_POINT: Of = {
    "point": TEXT,
    "heading": TEXT,
    "text": TEXT,
    "asks": some(among(Asked)),
    "response": KEY,
    "split": {**_SURE, "description": "Hoe zeker advies en reactie zijn onderscheiden."},
    "counts": {"type": "boolean", "description": "false: alleen een opschrift boven punten."},
    "outcome": {**_OUTCOME, "description": "Wat geldt: vastgesteld, anders voorgesteld."},
    "proposed": of(outcome=_OUTCOME, reason=TEXT, certainty=_SURE),
    "judged": or_null(of(outcome=_OUTCOME, at={"type": "string", "format": "date-time"}, reason=TEXT)),
    "provisions": some(of(eid=TEXT, label=TEXT, words=TEXT, in_response=FLAG)),
    "changes": _CHANGES,
    "memorandum_changes": _CHANGES,
    "elsewhere": some(ref("Account")),
}

SCHEMAS: Of = {
    "RegisterEntry": of(**_ENTRY),
    "ClaimedDay": of(day=DAY, claims=some(of(day=DAY, source=ref("FactSource")))),
    "FactSource": of(title=TEXT, certainty=KEY, official=FLAG, url=KEY),
    "Dictum": of(
        letter=KEY,
        rank=_YEAR,
        system=among(System),
        wording=KEY,
        where=KEY,
        source=ref("FactSource"),
        conflicting=some(TEXT),
    ),
    "Tally": {
        "type": "object",
        "propertyNames": _OUTCOME,
        "additionalProperties": NUMBER,
    },
    "LedgerPoint": of(**_POINT),
    "Account": of(change=TEXT, kind=among(AccountKind), point=KEY, words=TEXT),
    "Ledger": of(
        **_ENTRY,
        points=some(ref("LedgerPoint")),
        unexplained=of(changes=_CHANGES, papers_searched=some(TEXT), refused=KEY, unplaced=some(TEXT)),
        unkept=some(of(point=KEY, words=TEXT, about=among(About), searched=TEXT)),
        further_changes=some(TEXT),
        editorial=of(remarks=some(TEXT), response=KEY),
        accounts=some(ref("Account")),
        next_version=KEY,
        memoranda=some(TEXT),
        memorandum_absent=KEY,
    ),
}
"""By the name under which the description refers to them; `Opinions` is a page of `RegisterEntry`."""
