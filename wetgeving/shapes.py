"""The JSON shapes of both skins: values in, plain dictionaries out. Keys and vocabulary are a contract.

The table in `docs/cli.md` lists them, `/api/openapi.json` describes them; tests hold the three together.
Dates are ISO 8601 or null.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from corpus.commencement import Commencement
from corpus.diff import Change, Comparison
from corpus.diff.concordance import Correspondence
from corpus.errors import WetgevingError
from corpus.hashing import sha256
from corpus.hidden_content import HiddenContent
from corpus.history import History, HistoryEvent
from corpus.provision import Provision
from corpus.reading import Dropped, Guessed, Reading
from wetgeving.services.bulk import BulkReport
from wetgeving.services.catalogue import CitedProvision, VersionText
from wetgeving.services.corrections import StandingCorrection
from wetgeving.services.exporting import Exported
from wetgeving.services.ingest import Ingested, Outcome
from wetgeving.services.provision_history import HistoryStep
from wetgeving.services.refreshing import RefreshReport
from wetgeving.services.validity import Answer, Dated
from wetgeving.store.values import Event, Source, Version, Work

Shape = dict[str, Any]


def provision(p: Provision) -> Shape:
    """A provision and all below it; `text` is its own text before its children."""
    return {
        "eid": p.eid,
        "kind": p.kind.value,
        "num": p.num,
        "heading": p.heading,
        "text": p.text,
        "children": [provision(child) for child in p.children],
        "notes": [{"kind": n.kind, "text": n.text, "offset": n.offset} for n in p.notes],
        "links": [{"start": x.start, "end": x.end, "scheme": x.scheme, "target": x.target} for x in p.links],
        "source_id": p.source_id,
        "status": p.status,
        "in_force_on": iso(p.in_force_on),
        "commencement": None if p.commencement is None else commencement(p.commencement),
    }


def commencement(c: Commencement) -> Shape:
    """The publications by which a provision became law, and how far they work back."""
    return {
        "source": c.source,
        "effect": c.effect,
        "published_on": iso(c.published_on),
        "signed_on": iso(c.signed_on),
        "entry_source": c.entry_source,
        "entry_published_on": iso(c.entry_published_on),
        "retroactive_to": iso(c.retroactive_to),
        "retroactive_scope": c.retroactive_scope,
        "overtaken_back_to": iso(c.overtaken_back_to),
        "beside": [commencement(other) for other in c.beside],
    }


def reading(r: Reading) -> Shape:
    """A reading and its account."""
    return {
        "reader": r.reader,
        "logic_version": r.logic_version,
        "kind": r.kind.value,
        "title": r.title,
        "short_title": r.short_title,
        "language": r.language,
        "stage": r.stage,
        "in_force_on": iso(r.in_force_on),
        "as_known_on": iso(r.as_known_on),
        "document_date": iso(r.document_date),
        "identifiers": [{"scheme": i.scheme, "value": i.value} for i in r.identifiers],
        "provisions": [provision(p) for p in r.provisions],
        **account(r.dropped, r.guessed),
        "hidden": hidden(r.hidden),
    }


def hidden(found: Iterable[HiddenContent]) -> list[Shape]:
    """What a file carries besides its text; `who` names people and is for who offers the file."""
    return [{"kind": h.kind.value, "where": h.where, "count": h.count, "who": list(h.who)} for h in found]


def history(h: History) -> Shape:
    """What a file says happened to a regulation; it holds no text."""
    return {
        "reader": h.reader,
        "identifiers": [{"scheme": i.scheme, "value": i.value} for i in h.identifiers],
        "events": [history_event(e) for e in h.events],
        "pending": [{"dossier": bill.dossier} for bill in h.pending],
    }


def history_event(e: HistoryEvent) -> Shape:
    """One step of a history; a WTI fills the publications, a manifest the two axes of time."""
    return {
        "in_force_on": iso(e.in_force_on),
        "what": e.what,
        "publications": list(e.publications),
        "dossiers": list(e.dossiers),
        "commencement": list(e.commencement),
        "retroactions": [
            {"back_to": iso(r.back_to), "scope": r.scope, "articles": list(r.articles)}
            for r in e.retroactions
        ],
        "until": iso(e.until),
        "known_from": iso(e.known_from),
        "known_until": iso(e.known_until),
        "files": list(e.files),
    }


def account(dropped: Iterable[Dropped], guessed: Iterable[Guessed]) -> Shape:
    """What was left out of the tree and what was guessed, each with its rule."""
    return {
        "dropped": [{"rule": d.rule, "text": d.text, "at": d.at} for d in dropped],
        "guessed": [{"rule": g.rule, "eid": g.eid, "detail": g.detail} for g in guessed],
    }


def work(w: Work) -> Shape:
    """A work as such."""
    return {
        "work": w.key,
        "kind": w.kind,
        "title": w.title,
        "short_title": w.short_title,
        "identifiers": [{"scheme": i.scheme, "value": i.value} for i in w.identifiers],
        "dossiers": list(w.dossiers),
        "authentic": not w.fictional,
    }


def event(e: Event) -> Shape:
    """Something that happened to a work; who did it is not for everyone."""
    return {
        "at": e.at.isoformat(),
        "kind": e.kind,
        "version": e.version,
        "reason": e.reason,
        "detail": e.detail,
    }


def version(v: Version, *, fictional: bool) -> Shape:
    """One version as a row of `versions`."""
    return {
        "version": v.version,
        "work": v.work,
        "stage": v.stage,
        "in_force_on": iso(v.dates.in_force_on),
        "as_known_on": iso(v.dates.as_known_on),
        "document_date": iso(v.dates.document_date),
        "date_certainty": v.dates.certainty,
        "sources": [source(s) for s in v.sources],
        "text_hash": v.text_hash,
        "unchanged_from": v.unchanged_from,
        "derived_from": v.derived_from,
        "language": v.language,
        "reason": v.reason,
        "official": v.official,
        "authentic": not fictional,
    }


def law_of_day(a: Answer, *, fictional: bool) -> Shape:
    """Which version was law on a day as far as known on another, on what ground, and what is said with it."""
    return {
        "in_force_on": iso(a.on),
        "known_on": iso(a.known_on),
        "outcome": a.outcome.value,
        "found": None if a.found is None else _dated(a.found, fictional=fictional),
        "unsure": [_dated(d, fictional=fictional) for d in a.unsure],
        "reaching_back": [_dated(d, fictional=fictional) for d in a.reaching_back],
        "known_later": None if a.known_later is None else _dated(a.known_later, fictional=fictional),
    }


def _dated(d: Dated, *, fictional: bool) -> Shape:
    v = d.validity
    return {
        "version": version(d.listed.version, fictional=fictional),
        "law_from": iso(v.law_from),
        "partly_law_from": iso(v.partly_from),
        "entered_on": iso(v.entered_on),
        "entry_sources": list(v.entry_sources),
        "known_from": iso(v.known_from),
        "known_by": v.known_by.value,
        "overtaken": list(v.overtaken),
    }


def source(s: Source) -> Shape:
    """One file that carries a version."""
    return {
        "sha256": s.sha256,
        "media_type": s.media_type,
        "byte_count": s.byte_count,
        "file_name": s.file_name,
        "origin": s.origin,
        "retrieved_at": s.retrieved_at.isoformat(),
        "reader": s.reader,
        "logic_version": s.logic_version,
    }


def version_text(text: VersionText) -> Shape:
    """A version with its provisions and account."""
    return {
        **version(text.listed.version, fictional=text.work.fictional),
        "title": text.work.title,
        "short_title": text.work.short_title,
        "standing": text.listed.standing.value,
        "provisions": [provision(p) for p in text.provisions],
        **account(text.dropped, text.guessed),
    }


def cited(c: CitedProvision) -> Shape:
    """One provision of a version."""
    return {"version": c.version.version, "label": c.label, **provision(c.provision)}


def comparison(c: Comparison, *, old: str, new: str, order: str) -> Shape:
    """A comparison: how old and new were told apart, the articles aligned, and every change."""
    return {
        "old": old,
        "new": new,
        "order": order,
        "alignment": [list(row) for row in c.alignment],
        "changes": [change(x) for x in c.changes],
    }


def change(c: Change) -> Shape:
    """One change; in `ops` the `=` and `-` give the old text, the `=` and `+` the new."""
    return {
        "id": c.id,
        "kinds": [kind.value for kind in c.kinds],
        "old": [{"eid": s.eid, "label": s.label, "text": s.text} for s in c.old],
        "new": [{"eid": s.eid, "label": s.label, "text": s.text} for s in c.new],
        "ops": [list(op) for op in c.ops],
        "matched_by": c.matched_by,
    }


def concordance(
    rows: Iterable[Correspondence], standing: Sequence[StandingCorrection], *, old: str, new: str, order: str
) -> Shape:
    """Which old provisions became which new ones, n to m, and what an editor said of it.

    Who said it is not for everyone.
    """
    return {
        "old": old,
        "new": new,
        "order": order,
        "rows": [
            {
                "old": [{"eid": p.eid, "label": p.label} for p in row.old],
                "new": [{"eid": p.eid, "label": p.label} for p in row.new],
                "matched_by": list(row.matched_by),
            }
            for row in rows
        ],
        "corrections": [
            {
                "old": list(s.correction.old),
                "new": list(s.correction.new),
                "reason": s.reason,
                "at": s.at.isoformat(),
            }
            for s in standing
        ],
    }


def provision_history(steps: Iterable[HistoryStep], *, version: str, eid: str, fictional: bool) -> Shape:
    """A provision over the versions of its work; `back_to` is an earlier version with these words again."""
    return {
        "version": version,
        "eid": eid,
        "steps": [
            {
                "version": step.listed.version.version,
                "label": step.label,
                "eid": step.provision.eid if step.provision else None,
                "compared_with": step.compared_with or None,
                "changes": [change(c) for c in step.changes],
                "back_to": step.back_to or None,
            }
            for step in steps
        ],
        "authentic": not fictional,
    }


def exported(result: Exported, file: Path | None) -> Shape:
    """A version in another format; `content` is its text unless it was written to `file`."""
    return {
        "version": result.version,
        "format": result.format,
        "file_name": result.file_name,
        "media_type": result.media_type,
        "byte_count": len(result.content),
        "sha256": sha256(result.content),
        "file": None if file is None else str(file),
        "content": result.content.decode() if file is None else None,
        "authentic": not result.fictional,
    }


def ingested(file: str, result: Ingested) -> Shape:
    """What became of one file."""
    return {
        "file": file,
        "version": result.version,
        "outcome": result.outcome.value,
        "sha256": result.sha256,
        "reader": result.reader,
        "provisions": result.provisions,
        "dropped": result.dropped,
        "guessed": result.guessed,
        "hidden": hidden(result.hidden),
    }


def bulk(report: BulkReport) -> Shape:
    """What became of a folder: how many files with which outcome, and each refused file with its reason."""
    return {
        "files": report.files,
        "results": {outcome.value: report.outcomes[outcome] for outcome in Outcome},
        "refused": [error(r.error, file=str(r.file)) for r in report.refused],
    }


def refresh_report(report: RefreshReport) -> Shape:
    """What the readers of today would make, or made, of the kept bytes."""
    return {
        "checked": report.checked,
        "applied": report.applied,
        "differences": [
            {
                "version": d.version,
                "changed": list(d.changed),
                "provisions_before": d.provisions_before,
                "provisions_after": d.provisions_after,
                "problem": d.problem,
            }
            for d in report.differences
        ],
    }


def error(e: WetgevingError, **more: str) -> Mapping[str, str]:
    """An error as data: its code is part of the contract, its text is Dutch."""
    return {"code": e.code, "what": e.what, "value": e.value, "where": e.where, "remedy": e.remedy, **more}


def iso(day: date | None) -> str | None:
    """A date as ISO 8601, or null."""
    return day.isoformat() if day else None
