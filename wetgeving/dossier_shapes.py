"""The JSON shapes of dossiers, beside those of texts (`shapes`): every fact whole, with its ground."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.dossiers import DossierView, ListedDossier, Track
from wetgeving.shapes import Shape


def dossier(listed: ListedDossier) -> Shape:
    """A dossier in a list, with its status and on what ground."""
    d = listed.dossier
    return {
        "dossier": d.number,
        "title": d.title,
        "status": None if listed.status is None else fact(listed.status),
        "works": listed.works,
        "texts": listed.texts,
        "authentic": not d.fictional,
    }


def dossier_view(view: DossierView) -> Shape:
    """A dossier with every fact and its ground, and its tracks: steps with what is known of them, by key."""
    f = view.facts
    by_part = {
        "sources": f.sources.values(),
        "statuses": f.statuses,
        "papers": f.papers,
        "events": f.events,
        "verdicts": f.verdicts,
        "related": f.related,
        "lower_regulations": f.lower_regulations,
        "actors": f.actors,
        "commitments": f.commitments,
        "eu_acts": f.eu_acts,
        "open_questions": f.open_questions,
    }
    return {
        "dossier": view.dossier.number,
        "title": view.dossier.title,
        "facts": {part: [fact(x) for x in facts] for part, facts in by_part.items()},
        "tracks": [track(t) for t in view.tracks],
        "missing": [slot.paper.key for slot in view.missing],
        "last_event": view.last_event and view.last_event.key,
        "next_event": view.next_event and view.next_event.key,
        "authentic": not view.dossier.fictional,
    }


def track(t: Track) -> Shape:
    """A work of a dossier and its steps; a step without anything is open: nothing is known of it."""
    rows = [
        {
            "step": row.step and row.step.id,
            "events": [e.key for e in row.events],
            "papers": [s.paper.key for s in row.slots],
            "versions": _keys((*row.versions, *(v for s in row.slots for v in s.versions))),
        }
        for row in t.rows
    ]
    return {"work": t.work.key, "rows": rows}


def _keys(listed: Iterable[ListedVersion]) -> list[str]:
    return [v.version.version for v in listed]


def fact(value: Any) -> Any:
    """A fact, whole: every field, a day as ISO 8601 or null, a tuple as a list."""
    if is_dataclass(value):
        return {f.name: fact(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [fact(x) for x in value]
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else value
