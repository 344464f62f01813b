"""The JSON shape of an opinion of the Council of State, for the command line and the web.

Keys and vocabulary are a contract (`docs/cli.md`); what is not printed is null.
"""

from corpus.opinion import Dates, Opinion, Point, Verdict
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
