"""The JSON shapes of what a search finds, in texts or in changes: the part of `shapes` of the index."""

from indexer.changes import ChangeHit
from indexer.document import SearchHit, SearchResult
from wetgeving.shapes import Shape


def search_result(result: SearchResult) -> Shape:
    """Hits, their total over all pages, and counts per facet."""
    return {
        "total": result.total,
        "hits": [search_hit(hit) for hit in result.hits],
        "facets": {facet: dict(counts) for facet, counts in result.facets.items()},
    }


def search_hit(hit: SearchHit) -> Shape:
    """One provision found; `snippet` is HTML in which only `<mark>` is markup."""
    return {
        "version": hit.version,
        "work": hit.work,
        "eid": hit.eid,
        "label": hit.label,
        "heading": hit.heading,
        "snippet": hit.snippet,
        "score": round(hit.score, 4),
        "stage": hit.stage,
        "in_force_on": hit.in_force_on or None,
        "authentic": not hit.fictional,
    }


def change_search_result(result: SearchResult) -> Shape:
    """What went in or out, its total over all pages, and counts per facet."""
    hits = [change_hit(hit) for hit in result.hits if isinstance(hit, ChangeHit)]
    return {**search_result(result), "hits": hits}


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
