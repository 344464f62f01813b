"""Two versions compared, in the order of the address as on the command line; `reversed` warns."""

from flask import url_for

from corpus.diff import Comparison
from wetgeving import shapes
from wetgeving.shapes import Shape
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked
from wetgeving.web.comparison_view import Filter, accepted
from wetgeving.web.filters import change_filter
from wetgeving.web.reading import reading


def comparison(asked: Asked, old: str, new: str) -> Answer | Elsewhere:
    """Every change between two versions, or those that pass the filter."""
    wanted = change_filter(asked.one("kind"), asked.one("words"))
    for key in (old, new):
        VersionAddress.of(key)
    with reading() as services:
        services.comparing.require_comparable(old, new)
        versions = [services.catalogue.version(key) for key in (old, new)]
        works = [services.catalogue.work(v.version.work) for v in versions]
    present = [v.version.version for v in versions]
    if present != [old, new]:
        kept = asked.one
        old, new = present
        address = url_for(
            "api.comparison", old=old, new=new, kind=kept("kind") or None, words=kept("words") or None
        )
        return Elsewhere(address)
    return Answer(
        lambda: _shape(old, new, wanted), made_of=(versions, works), fictional=any(w.fictional for w in works)
    )


def _shape(old: str, new: str, wanted: Filter) -> Shape:
    with reading() as services:
        found = services.comparing.as_given(old, new)
    shape = shapes.comparison(found.comparison, old=old, new=new, order=found.order.value)
    changes = [shapes.change(change) for change in accepted(found.comparison, wanted)]
    return {**shape, "changes": changes, "total": _total(found.comparison), "reversed": found.reversed}


def _total(comparison: Comparison) -> int:
    return len(comparison.changes)
