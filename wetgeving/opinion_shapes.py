"""The JSON shapes of opinions of the Council of State and of their register, for both skins.

Keys and vocabulary are a contract (`docs/cli.md`); what is not printed is null.
"""

from corpus.opinion import Dates, Opinion, Point, Verdict
from wetgeving import shapes
from wetgeving.services.opinion_values import (
    Account,
    DictumKnown,
    Judged,
    KnownDate,
    Ledger,
    LedgerRow,
    OpvolgingCounts,
    RegisterEntry,
    SourceKnown,
)
from wetgeving.shapes import Shape, iso


def opinion(o: Opinion) -> Shape:
    """An opinion as a paper says it, with its points and the answers to them."""
    return {
        "number": o.number or None,
        "missive": o.missive or None,
        "dates": dates(o.dates),
        "dictum": verdict(o.dictum),
        "points": [point(p) for p in o.points],
        "further_changes": list(o.further_changes),
    }


def dates(d: Dates) -> Shape:
    """The days an opinion prints."""
    return {
        "pending": iso(d.pending),
        "adopted": iso(d.adopted),
        "published": iso(d.published),
        "nader_rapport": iso(d.further_report),
    }


def verdict(v: Verdict) -> Shape:
    """A dictum: letter or rank, its printed sentence, and the eId it stands in."""
    return {
        "letter": v.letter or None,
        "rank": v.rank,
        "system": v.system.value,
        "wording": v.wording or None,
        "where": v.where or None,
    }


def point(p: Point) -> Shape:
    """A point and those below it; `response` is null when no answer was found."""
    return {
        "number": p.number or None,
        "heading": p.heading,
        "text": p.text,
        "points": [point(below) for below in p.points],
        "response": p.response,
        "outcome": p.outcome.value,
        "certainty": p.certainty.value,
    }


def register_entry(e: RegisterEntry) -> Shape:
    """One opinion in the register: what is known of it and on what ground; nothing is counted twice."""
    return {
        "number": e.number,
        "version": e.version or None,
        "work": e.work or None,
        "dossiers": list(e.dossiers),
        "kind": e.kind and e.kind.value,
        "title": e.title,
        "subject": e.subject,
        "ministry": e.ministry,
        "ministry_by_code": list(e.ministries_by_code),
        "missive": e.missive or None,
        "year": e.year,
        "dates": {
            "pending": known_date(e.dates.pending),
            "adopted": known_date(e.dates.adopted),
            "published": known_date(e.dates.published),
            "nader_rapport": known_date(e.dates.nader_rapport),
        },
        "dictum": e.dictum and known_dictum(e.dictum),
        "text_available": e.text_available,
        "advised_version": e.advised_version or None,
        "advised_absent": e.advised_absent or None,
        "opvolging": counts(e.counts),
        "first_unanswered": e.first_unanswered or None,
        "subjects": list(e.subjects),
        "sources": [source(s) for s in e.sources],
        "note": e.note,
        "authentic": not e.fictional,
    }


def known_date(d: KnownDate) -> Shape:
    """A day, and everything that is claimed of it, also where sources differ."""
    return {
        "day": iso(d.day),
        "claims": [{"day": iso(claim.day), "source": source(claim.source)} for claim in d.claims],
    }


def source(s: SourceKnown) -> Shape:
    """Where a fact comes from; `certainty` is null for the paper itself."""
    return {
        "title": s.title,
        "certainty": s.certainty and s.certainty.value,
        "official": s.official,
        "url": s.url or None,
    }


def known_dictum(d: DictumKnown) -> Shape:
    """A dictum as a paper prints it or a source reports it."""
    return {
        "letter": d.letter,
        "rank": d.rank,
        "system": d.system.value,
        "wording": d.wording or None,
        "where": d.where or None,
        "source": source(d.source),
        "conflicting": list(d.conflicting),
    }


def counts(c: OpvolgingCounts) -> Shape:
    """How many points have which opvolging, confirmed apart from proposed."""
    return {
        "points": c.points,
        "confirmed": {outcome.value: number for outcome, number in c.confirmed.items()},
        "proposed": {outcome.value: number for outcome, number in c.proposed.items()},
    }


def ledger(found: Ledger) -> Shape:
    """One opinion point by point; who confirmed an outcome is not said here."""
    o, u = found.opinion, found.unexplained
    return {
        **register_entry(found.entry),
        "points": [ledger_row(row) for row in found.rows],
        "unexplained": {
            "changes": [shapes.change(c) for c in u.changes],
            "papers_searched": list(u.papers_searched),
            "refused": u.refused or None,
            "unplaced": list(u.unplaced),
        },
        "unkept": [
            {"point": x.point or None, "words": x.words, "about": x.about.value, "searched": x.searched}
            for x in found.unkept
        ],
        "further_changes": list(found.further_changes),
        "editorial": {
            "remarks": list(o.editorial.remarks) if o else [],
            "response": (o.editorial.response or None) if o else None,
        },
        "accounts": [account(a) for a in found.accounts],
        "next_version": found.entry.next_version or None,
        "memoranda": list(found.memoranda),
        "memorandum_absent": found.memorandum_absent or None,
    }


def ledger_row(row: LedgerRow) -> Shape:
    """A point with the changes that touch what it names; `outcome` is what stands."""
    p = row.point
    return {
        "point": p.label,
        "heading": p.heading,
        "text": p.text,
        "asks": [wish.value for wish in p.asks],
        "response": p.response,
        "split": p.certainty.value,
        "counts": row.counts,
        "outcome": row.outcome.value,
        "proposed": {
            "outcome": row.proposed.outcome.value,
            "reason": row.proposed.reason,
            "certainty": row.proposed.certainty.value,
        },
        "judged": row.judged and judged(row.judged),
        "provisions": [
            {"eid": n.eid, "label": n.label, "words": n.words, "in_response": n.in_response}
            for n in row.provisions
        ],
        "changes": [shapes.change(c) for c in row.changes],
        "memorandum_changes": [shapes.change(c) for c in row.memorandum_changes],
        "elsewhere": [account(a) for a in row.elsewhere],
    }


def judged(j: Judged) -> Shape:
    """What a person confirmed or chose, when and why."""
    return {"outcome": j.outcome.value, "at": j.at.isoformat(), "reason": j.reason}


def account(a: Account) -> Shape:
    """What in the paper accounts for a change, by the id of the change."""
    return {"change": a.change.id, "kind": a.kind.value, "point": a.point or None, "words": a.words}
