"""The JSON shapes of a transponeringstabel (EU), of what is open and of claims, for both skins.

Keys and vocabulary are a contract (`docs/cli.md`, the schemas of the API). Who reviewed is not told here;
what is not known is null.
"""

import base64
import json
from pathlib import Path

from corpus.exporters.transposition_words import eu_label
from corpus.transposition.table_import import OfferedTable
from corpus.transposition.values import (
    Contradiction,
    Counts,
    EuPlace,
    NationalPlace,
    NationalTable,
    NewSince,
    Passage,
    Recheck,
    StatedClaim,
    TableRow,
    TakenIn,
    TextUsed,
    TranspositionTable,
    UnreadRow,
)
from wetgeving.services.exporting_transposition import TableFile
from wetgeving.services.transposing import Gaps, ListedAct
from wetgeving.shapes import Shape


def table(t: TranspositionTable) -> Shape:
    """The table of a Union act, row by row, with its counts and what was counted."""
    return {
        **_head(t),
        "rows": [row(r) for r in t.rows],
        "unread": [_unread(u) for u in t.unread],
        "contradictions": [contradiction(c) for c in t.contradictions],
    }


def table_bytes(t: TranspositionTable) -> bytes:
    """The table as a JSON file."""
    return json.dumps(table(t), ensure_ascii=False, indent=1).encode() + b"\n"


def listed_act(a: ListedAct) -> Shape:
    """A Union act of a dossier with its counts, without its rows."""
    return {**_head(a.table), "gaps": len(a.table.gaps)}


def _head(t: TranspositionTable) -> Shape:
    return {
        "act": t.act,
        "title": t.title,
        "kind": t.kind,
        "dossiers": list(t.dossiers),
        "authentic": not t.fictional,
        "counts": {"articles": counts(t.by_article), "units": counts(t.by_unit)},
        "denominator": t.denominator,
        "texts_used": [_text_used(text) for text in t.texts_used],
    }


def counts(c: Counts) -> Shape:
    """How many rows have which status."""
    return {
        "total": c.total,
        "confirmed": c.confirmed,
        "proposed": c.proposed,
        "not_needed": c.not_needed,
        "not_needed_confirmed": c.not_needed_confirmed,
        "to_be_rechecked": c.to_be_rechecked,
        "open": c.open,
        "not_examined": c.not_examined,
    }


def row(r: TableRow) -> Shape:
    """A Union provision with every claim on it; `text` is null when the act's text is not at hand."""
    return {
        "eu": eu_place(r.place),
        "label": eu_label(r),
        "num": r.num,
        "heading": r.heading,
        "text": r.text or None,
        "depth": r.depth,
        "unit": r.unit,
        "status": r.status.value,
        "confirmed": r.confirmed,
        "examined": r.examined,
        "gap": r.gap,
        "reasons": [reason.value for reason in r.reasons],
        "claims": [claim(s) for s in r.claims],
        "doubts": [contradiction(c) for c in r.doubts],
    }


def claim(s: StatedClaim) -> Shape:
    """A claim with its origin, the last word on it, and what changed since."""
    c = s.claim
    return {
        "id": c.id,
        "eu": eu_place(c.eu),
        "eu_said": c.eu_said or None,
        "national": [national_place(p) for p in c.national],
        "lapsing": [national_place(p) for p in c.lapsing],
        "relation": c.relation and c.relation.value,
        "reasons": [reason.value for reason in c.reasons],
        "claimant": c.claimant.value,
        "rule": c.rule,
        "source": passage(c.source),
        "policy_room": c.policy_room or None,
        "choice": c.choice or None,
        "pointer": c.pointer and passage(c.pointer),
        "certainty": c.ground and c.ground.certainty.value,
        "sources": list(c.ground.sources) if c.ground else [],
        "verdict": s.verdict.value,
        "reviewed_at": s.reviews[-1].at.isoformat() if s.reviews else None,
        "review_note": (s.reviews[-1].note or None) if s.reviews else None,
        "rechecks": [recheck(change) for change in s.rechecks],
        "covers": s.covers or None,
        "gone": s.gone,
    }


def eu_place(p: EuPlace) -> Shape:
    """A Union provision by the key of its act and its eId; null is the whole act."""
    return {"act": p.act, "eid": p.eid or None}


def national_place(p: NationalPlace) -> Shape:
    """A national provision as printed, and where it was found."""
    return {
        "work": p.work or None,
        "eid": p.eid or None,
        "said": p.said,
        "label": p.label,
        "via": p.via or None,
        "existing": p.existing,
        "version": p.version or None,
        "found": p.found,
    }


def passage(p: Passage) -> Shape:
    """Where something is said."""
    return {"version": p.version or None, "eid": p.eid or None, "words": p.words, "line": p.line or None}


def recheck(r: Recheck) -> Shape:
    """A change since the claim was made or last confirmed."""
    return {
        "side": r.side.value,
        "work": r.work,
        "eid": r.eid,
        "label": r.label,
        "old": r.old or None,
        "new": r.new or None,
        "kinds": list(r.kinds),
        "change": r.change or None,
        "old_text": r.old_text or None,
        "new_text": r.new_text or None,
    }


def contradiction(c: Contradiction) -> Shape:
    """What does not fit, for a person to look at."""
    return {"doubt": c.doubt.value, "eu": eu_place(c.eu), "claim": c.claim or None, "text": c.text}


def gaps(g: Gaps) -> Shape:
    """What is open in a dossier."""
    return {
        "dossier": g.dossier,
        "authentic": not g.fictional,
        "rows": [row(r) for r in g.rows],
        "contradictions": [contradiction(c) for c in g.contradictions],
        "not_examined": [{"act": act, "articles": number} for act, number in g.not_examined],
    }


def national(n: NationalTable) -> Shape:
    """One national text from its own side."""
    return {
        "version": n.version,
        "title": n.title,
        "authentic": not n.fictional,
        "articles": n.articles,
        "answers": n.answers,
        "rows": [
            {
                "eid": r.eid,
                "label": r.label,
                "heading": r.heading,
                "depth": r.depth,
                "claims": [claim(s) for s in r.claims],
            }
            for r in n.rows
        ],
    }


def taken_in(t: TakenIn) -> dict[str, object]:
    """What became of the rows of a table that was offered."""
    return {
        "added": list(t.added),
        "known": list(t.known),
        "left": [
            {
                "row": f.row.number,
                "eu": f.row.eu,
                "national": f.row.national,
                "policy_room": f.row.policy_room,
                "choice": f.row.choice,
                "why": f.why,
            }
            for f in t.left
        ],
    }


def table_file(made: TableFile, file: Path | None) -> Shape:
    """A table as a file: where it was written, or its bytes in base64 when it was not."""
    return {
        "act": made.act,
        "format": made.format,
        "media_type": made.media_type,
        "file": None if file is None else str(file),
        "content": None if file is not None else base64.b64encode(made.content).decode(),
        "authentic": not made.fictional,
    }


def table_taken_in(offered: OfferedTable, fitted: TakenIn, *, stored: bool) -> Shape:
    """What became of the rows of a file, whether they were stored or only looked at."""
    left = sorted((*offered.left, *fitted.left), key=lambda item: item.row.number)
    whole = TakenIn(fitted.added, fitted.known, tuple(left))
    return {"stored": stored, "sheet": offered.sheet or None, "silent": offered.silent, **taken_in(whole)}


def since(n: NewSince) -> Shape:
    """Something that happened to a table; who did it is not told here."""
    return {
        "day": n.day,
        "what": n.what,
        "act": n.act,
        "eid": n.eid or None,
        "label": n.label,
        "text": n.text,
        "claim": n.claim or None,
    }


def _text_used(t: TextUsed) -> Shape:
    return {
        "side": t.side,
        "work": t.work,
        "version": t.version or None,
        "title": t.title,
        "date": t.date or None,
    }


def _unread(u: UnreadRow) -> Shape:
    return {"source": passage(u.source), "cells": list(u.cells), "why": u.why}
