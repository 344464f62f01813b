"""The JSON of references: of a text, to a provision, and why one leads nowhere."""

from collections.abc import Iterable

from wetgeving.services.citing_shown import CitedBy, CitingWork, Dangling
from wetgeving.shapes import Shape
from wetgeving.store.citation_form import Place, Reference


def reference(found: Reference, words: str) -> Shape:
    """A reference with its words and targets; offsets are in the own text of provision `eid`."""
    return {
        "eid": found.eid,
        "start": found.start,
        "end": found.end,
        "text": words,
        "status": found.status,
        "reason": found.reason or None,
        "rule": found.rule or None,
        "targets": [_target(place) for place in found.places],
        "lost": _lost(found),
    }


def dangling(rows: Iterable[Dangling]) -> list[Shape]:
    """References that lead nowhere, with their words and what is there instead."""
    return [
        {
            **reference(row.reference, row.quoted.words),
            "label": row.label,
            "instead": [{"eid": eid, "label": label} for eid, label in row.instead],
        }
        for row in rows
    ]


def citing_work(citing: CitingWork) -> Shape:
    """A work that refers to a provision: its places in one version, and in which others there are any."""
    return {
        "work": citing.work.key,
        "title": citing.work.short_title or citing.work.title,
        "version": citing.listed.version.version,
        "places": [
            {"eid": place.eid, "label": place.label, "text": [quoted.words for quoted in place.quoted]}
            for place in citing.places
        ],
        "other_versions": [{"version": v.version.version, "places": count} for v, count in citing.others],
        "authentic": not citing.work.fictional,
    }


def cited_by(found: CitedBy) -> Shape:
    """Who refers to a provision: the works of one page, and how many places there are in all."""
    return {
        "label": found.label,
        "places": found.places,
        "total": found.total,
        "works": [citing_work(citing) for citing in found.works],
    }


def _target(place: Place) -> Shape:
    return {
        "scheme": place.scheme,
        "id": place.id,
        "provision": place.provision or None,
        "checked": place.checked,
        "version": place.version or None,
    }


def _lost(found: Reference) -> Shape | None:
    if found.lost is None:
        return None
    return {"why": found.lost.why, "version": found.lost.version, "provisions": list(found.lost.provisions)}
