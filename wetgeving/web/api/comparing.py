"""Two versions compared, in the order of the address as on the command line; `reversed` warns."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import url_for

from corpus.diff import Comparison
from corpus.diff.concordance import LEVELS
from corpus.diff.concordance import concordance as rows_of
from wetgeving import shapes
from wetgeving.shapes import Shape
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked
from wetgeving.web.change_search import Within
from wetgeving.web.comparison_filter import Filter, accepted
from wetgeving.web.filters import MINOR, change_filter
from wetgeving.web.reading import reading

WITHIN = {"inserted": Within.INSERTED, "deleted": Within.DELETED, "any": Within.ANY}


def comparison(asked: Asked, old: str, new: str) -> Answer | Elsewhere:
    """Every change between two versions, or those that pass the filter."""
    kept = {name: asked.many(name) for name in ("kind", "words", "within", "minor")}
    within = WITHIN[asked.one("within") or "any"]
    hide = MINOR if asked.one("minor") == "0" else ""
    wanted = change_filter(asked.many("kind"), asked.one("words"), within=within, hide=hide)
    return _answer("api.comparison", old, new, lambda first, second: _shape(first, second, wanted), kept)


def concordance(asked: Asked, old: str, new: str) -> Answer | Elsewhere:
    """Which provisions became which."""
    level = asked.one("level") or "article"
    return _answer(
        "api.concordance",
        old,
        new,
        lambda first, second: _rows(first, second, level),
        {"level": asked.many("level")},
    )


def _answer(
    endpoint: str, old: str, new: str, shape: Callable[[str, str], Shape], kept: Mapping[str, tuple[str, ...]]
) -> Answer | Elsewhere:
    for key in (old, new):
        VersionAddress.of(key)
    with reading() as services:
        services.comparing.require_comparable(old, new)
        versions = [services.catalogue.version(key) for key in (old, new)]
        works = [services.catalogue.work(v.version.work) for v in versions]
        said = services.corrections.standing(old, new)
    present = versions[0].version.version, versions[1].version.version
    if present != (old, new):
        asked: dict[str, Any] = {name: list(values) for name, values in kept.items() if values}
        return Elsewhere(url_for(endpoint, old=present[0], new=present[1], **asked))
    made_of = versions, works, said
    return Answer(lambda: shape(*present), made_of=made_of, fictional=any(w.fictional for w in works))


def _rows(old: str, new: str, level: str) -> Shape:
    with reading() as services:
        found = services.comparing.as_given(old, new)
        said = services.corrections.standing(old, new)
    rows = rows_of(found.comparison, LEVELS[level])
    return shapes.concordance(rows, said, old=old, new=new, order=found.order.value)


def _shape(old: str, new: str, wanted: Filter) -> Shape:
    with reading() as services:
        found = services.comparing.as_given(old, new)
    shape = shapes.comparison(found.comparison, old=old, new=new, order=found.order.value)
    changes = [shapes.change(change) for change in accepted(found.comparison, wanted)]
    return {**shape, "changes": changes, "total": _total(found.comparison), "reversed": found.reversed}


def _total(comparison: Comparison) -> int:
    return len(comparison.changes)
