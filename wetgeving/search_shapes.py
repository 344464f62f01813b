"""The JSON shapes of what a search finds, in texts or in changes: the part of `shapes` of the index."""

from base64 import b64encode
from pathlib import Path

from corpus.exporters.sheets import Sheet
from corpus.hashing import sha256
from indexer.changes import ChangeHit
from indexer.document import SearchHit, SearchResult
from wetgeving.services.resolving import Target
from wetgeving.shapes import Shape


def search_result(result: SearchResult) -> Shape:
    """Hits, their total over all pages, and counts per facet; `looser` hits lack words of the question."""
    hits = [search_hit(hit) for hit in result.hits]
    return {**_around(result), "hits": hits, "looser": [looser_hit(hit) for hit in result.looser]}


def _around(result: SearchResult) -> Shape:
    return {
        "total": result.total,
        "facets": {facet: dict(counts) for facet, counts in result.facets.items()},
        "remarks": list(result.remarks),
        "terms": [
            {"term": t.term, "documents": t.documents, "at": list(t.at), "nearest": list(t.nearest)}
            for t in result.terms
        ],
    }


def looser_hit(hit: SearchHit) -> Shape:
    """A provision that lacks words of the question: which, and what stands there for others."""
    instead = [{"asked": asked, "found": found} for asked, found in hit.instead]
    return {**search_hit(hit), "missing": list(hit.missing), "instead": instead}


def search_hit(hit: SearchHit) -> Shape:
    """One provision found; `snippet` is HTML in which only `<mark>` is markup."""
    return {
        "version": hit.version,
        "work": hit.work,
        "eid": hit.eid,
        "point": hit.point or None,
        "label": hit.label,
        "heading": hit.heading,
        "snippet": hit.snippet,
        "score": round(hit.score, 4),
        "stage": hit.stage,
        "in_force_on": hit.in_force_on or None,
        "versions": list(hit.versions),
        "authentic": not hit.fictional,
    }


def cited(target: Target) -> Shape:
    """One thing that a typed citation may mean; what is not known of it is null."""
    return {
        "work": target.work.key if target.work else None,
        "version": target.version.version.version if target.version else None,
        "eid": target.eid or None,
        "label": target.label or None,
        "dossier": target.dossier or None,
    }


def hits_file(sheet: Sheet, content: bytes, *, form: str, name: str, file: Path | None) -> Shape:
    """The hits as a file; `content` is its bytes in base64, unless it was written to `file`."""
    return {
        "format": form,
        "file_name": name,
        "byte_count": len(content),
        "sha256": sha256(content),
        "file": None if file is None else str(file),
        "encoding": "base64",
        "content": b64encode(content).decode() if file is None else None,
        "authentic": not sheet.fictional,
    }


def change_search_result(result: SearchResult) -> Shape:
    """What went in or out, its total over all pages, and counts per facet."""
    hits = [change_hit(hit) for hit in result.hits if isinstance(hit, ChangeHit)]
    return {**_around(result), "hits": hits}


def change_hit(hit: ChangeHit) -> Shape:
    """One side of a change found: `direction` says whether its words went in or out."""
    return {
        "change": hit.change,
        "old": hit.old,
        "new": hit.version,
        "work": hit.work,
        "direction": hit.direction,
        "kinds": list(hit.kinds),
        "eid": hit.eid,
        "label": hit.label,
        "heading": hit.heading,
        "snippet": hit.snippet,
        "score": round(hit.score, 4),
        "stage": hit.stage,
        "in_force_on": hit.in_force_on or None,
        "authentic": not hit.fictional,
    }
