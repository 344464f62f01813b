"""The JSON shapes of commitments and of the progress report, for both skins.

Keys and vocabulary are a contract (`docs/cli.md`); who judged is not told. Dates are ISO 8601 or null.
"""

import json

from corpus.commitments import Due
from corpus.exporters.progress_report import ActorPart, Happening, ProgressReport, ReportRow
from wetgeving.dossier_shapes import fact
from wetgeving.services.commitment_values import CommitmentList, KnownCommitment, Place, Said
from wetgeving.shapes import Shape, iso


def commitments(found: CommitmentList) -> Shape:
    """The commitments of a dossier on a day, what only aims, and the papers of which no text is at hand."""
    return {
        "dossier": found.dossier.number,
        "on": iso(found.on),
        "commitments": [commitment(c, found) for c in found.commitments],
        "intentions": [commitment(c, found) for c in found.intentions],
        "rejected": [commitment(c, found) for c in found.rejected],
        "unread": [slot.paper.key for slot in found.unread],
        "authentic": not found.dossier.fictional,
    }


def commitment(c: KnownCommitment, found: CommitmentList) -> Shape:
    """One commitment; `read` is how it was recognised and null for a fact of the dossier alone."""
    r = c.read
    return {
        "id": c.id,
        "actor": c.actor or None,
        "what": c.what,
        "due": [due(d) for d in c.dues],
        "last": iso(c.last),
        "passed": c.passed(found.on).value,
        "said_in": [place(p) for p in c.places],
        "read": r
        and {
            "sort": r.sort.value,
            "rules": [rule.value for rule in r.rules],
            "certainty": r.sureness.value,
            "reason": r.reason,
            "spoken_by": r.spoken_by or None,
        },
        "fact": c.fact and fact(c.fact),
        "review": c.review.value,
        "state": c.state.value,
        "state_by": c.state_by.value,
        "judgements": [said(s) for s in c.said],
    }


def due(d: Due) -> Shape:
    """A term as printed, the day it names, and the last day in time; `exact` false: the widest reading."""
    return {
        "words": d.words,
        "sort": d.sort.value,
        "day": iso(d.day),
        "last": iso(d.last),
        "exact": d.exact,
    }


def place(p: Place) -> Shape:
    """Where it was said; `start` and `end` count in the own text of provision `eid`."""
    return {
        "paper": p.paper or None,
        "title": p.title,
        "version": p.version or None,
        "eid": p.eid or None,
        "label": p.label,
        "text": p.words or None,
        "start": p.start if p.eid else None,
        "end": p.end if p.eid else None,
    }


def said(s: Said) -> Shape:
    """What a person said, when, since which day and on what ground."""
    return {"word": s.word, "on": iso(s.on), "at": s.at.isoformat(), "evidence": s.evidence}


def progress(r: ProgressReport) -> Shape:
    """The progress report, whole."""
    return {
        "dossier": r.dossier,
        "title": r.title,
        "since": iso(r.since),
        "on": iso(r.on),
        "actors": [part(p) for p in r.actors],
        "happened": [happening(h) for h in r.happened],
        "sources": [
            {"key": s.key, "title": s.title, "official": s.official, "url": s.url or None} for s in r.sources
        ],
        "unread": list(r.unread),
        "closed_before": r.closed_before,
        "intentions": r.intentions,
        "authentic": not r.fictional,
    }


def part(p: ActorPart) -> Shape:
    """One actor of the report."""
    return {
        "actor": p.actor,
        "commitments": [report_row(row) for row in p.rows],
        "happened": [happening(h) for h in p.happened],
    }


def report_row(r: ReportRow) -> Shape:
    """One commitment of the report; words as the Word file has them."""
    return {
        "id": r.id,
        "what": r.what,
        "quoted": r.quoted,
        "said_in": list(r.said_in),
        "term": r.term,
        "last": iso(r.last),
        "passed": r.passed or None,
        "review": r.review,
        "state": r.state.value,
        "state_ground": r.state_ground or None,
        "open": r.is_open,
        "since": [happening(h) for h in r.since],
    }


def happening(h: Happening) -> Shape:
    """Something that happened, and on what ground that is known."""
    return {"day": iso(h.day), "what": h.what, "ground": h.ground or None}


def progress_file(r: ProgressReport) -> bytes:
    """The report as a JSON file."""
    return (json.dumps(progress(r), ensure_ascii=False, indent=1) + "\n").encode()
