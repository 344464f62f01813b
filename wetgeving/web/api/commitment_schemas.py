"""The JSON schemas of commitments and of the progress report: `commitment_shapes` described, key by key."""

from corpus.commitments import DueSort, Rule, Sort, Sureness
from corpus.dossier.facts import Commitment, CommitmentState
from wetgeving.services.commitment_judgements import SAYABLE
from wetgeving.services.commitment_values import Passed, Review, StateBy
from wetgeving.web.api.asked import Schema
from wetgeving.web.api.fact_schema import schema_of
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

PLACE: Schema = {"type": ["integer", "null"]}


_STATE = among(CommitmentState)
_READ = of(sort=among(Sort), rules=some(among(Rule)), certainty=among(Sureness), reason=TEXT, spoken_by=KEY)
_SAID = of(
    word={"type": "string", "enum": [str(word) for word in SAYABLE]},
    on=DAY,
    at={"type": "string", "format": "date-time"},
    evidence=TEXT,
)

SCHEMAS: Of = {
    "Commitments": of(
        dossier=TEXT,
        on=DAY,
        commitments=some(ref("KnownCommitment")),
        intentions=some(ref("KnownCommitment")),
        rejected=some(ref("KnownCommitment")),
        unread=some(TEXT),
        authentic=AUTHENTIC,
    ),
    "KnownCommitment": of(
        id=TEXT,
        actor=KEY,
        what=TEXT,
        due=some(of(words=TEXT, sort=among(DueSort), day=DAY, last=DAY, exact=FLAG)),
        last={**DAY, "description": "De laatste dag die nog op tijd is, waar een kalender die geeft."},
        passed=among(Passed),
        said_in=some(
            of(paper=KEY, title=TEXT, version=KEY, eid=KEY, label=TEXT, text=KEY, start=PLACE, end=PLACE)
        ),
        read={**or_null(_READ), "description": "null: niet in een tekst gelezen, alleen een gegeven."},
        fact=or_null(schema_of(Commitment)),
        review=among(Review),
        state=_STATE,
        state_by=among(StateBy),
        judgements=some(_SAID),
    ),
    "Happening": of(day=DAY, what=TEXT, ground=KEY),
    "ReportRow": of(
        id=TEXT,
        what=TEXT,
        quoted=FLAG,
        said_in=some(TEXT),
        term=TEXT,
        last=DAY,
        passed=KEY,
        review=TEXT,
        state=_STATE,
        state_ground=KEY,
        open=FLAG,
        since=some(ref("Happening")),
    ),
    "ProgressReport": of(
        dossier=TEXT,
        title=TEXT,
        since=DAY,
        on=DAY,
        actors=some(of(actor=TEXT, commitments=some(ref("ReportRow")), happened=some(ref("Happening")))),
        happened=some(ref("Happening")),
        sources=some(of(key=TEXT, title=TEXT, official=FLAG, url=KEY)),
        unread=some(TEXT),
        closed_before=NUMBER,
        intentions=NUMBER,
        authentic=AUTHENTIC,
    ),
}
