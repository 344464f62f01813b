"""What is indexed of a version: one document for each unit with words, and for each point of an opinion.

Quoted law is included in the unit around it. What a unit of an opinion says is in the document of its point,
with the answer to it, so that `dictum:B punt:3` finds points and no words twice.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.diff.units import units
from corpus.numbering import bare_number, label, number_token
from corpus.opinion import Opinion
from corpus.opinion.values import Point
from corpus.provision import Provision, ProvisionKind
from corpus.reading import WorkKind
from indexer.document import IndexDocument
from wetgeving.services.catalogue import ListedVersion, path_to
from wetgeving.services.chronology import Standing
from wetgeving.services.explaining import MEMORANDUM
from wetgeving.services.named_union_acts import NO_NAMES, NamedUnionActs
from wetgeving.services.validity import validity
from wetgeving.services.version_key import leading_date
from wetgeving.store.values import Version, Work

_SECTIONS = {MEMORANDUM: "explanation", WorkKind.OPINION.value: "opinion"}
_CONSOLIDATED = "consolidated"


@dataclass(frozen=True, slots=True)
class Indexed:
    """A version as it is to be indexed: with its text, and the opinion in it when it is one."""

    work: Work
    version: Version
    provisions: tuple[Provision, ...]
    opinion: Opinion | None = None
    acts: NamedUnionActs = NO_NAMES


def documents(indexed: Indexed) -> Iterator[IndexDocument]:
    """The documents of a version."""
    base = _base(indexed)
    found = (*_points(indexed, base), *_units(indexed, base))
    for document in found:
        acts = indexed.acts.of(indexed.work, f"{document.heading}\n{document.text}")
        whole = replace(document, eu=acts)
        yield replace(whole, digest=hashlib.sha256(repr(whole).encode()).hexdigest()[:32])


def _base(indexed: Indexed) -> IndexDocument:
    """What the documents of a version share."""
    work, version = indexed.work, indexed.version
    dates = version.dates
    day = leading_date(dates)
    base = IndexDocument(
        id=version.version,
        digest="",
        version=version.version,
        work=work.key,
        work_title=work.short_title or work.title or work.key,
        kind=work.kind,
        stage=version.stage,
        in_force_on=dates.in_force_on.isoformat() if dates.in_force_on else "",
        eid="",
        number="",
        label="",
        heading="",
        text="",
        fictional=work.fictional,
        section=_SECTIONS.get(work.kind, "text"),
        dossiers=tuple(sorted(work.dossiers)),
        dictum=indexed.opinion.dictum.grade if indexed.opinion else "",
        dated_on=day.isoformat() if day else "",
    )
    return _with_validity(base, indexed) if version.stage == _CONSOLIDATED else base


def _with_validity(base: IndexDocument, indexed: Indexed) -> IndexDocument:
    listed = ListedVersion(indexed.version, "", Standing.UNKNOWN, None, None, None)
    found = validity(listed, indexed.provisions)
    known = found.known_from or found.taken_in_on
    return replace(
        base,
        law_from=found.law_from.isoformat() if found.law_from else "",
        entered_on=found.entered_on.isoformat() if found.entered_on else "",
        known_on=known.isoformat() if known else "",
    )


def _units(indexed: Indexed, base: IndexDocument) -> Iterator[IndexDocument]:
    said = {eid for p in _all_points(indexed) for eid in (*p.eids, *p.response_eids)}
    for sequence, unit in enumerate(units(indexed.provisions)):
        p = unit.provision
        text = _searchable(p)
        if p.eid in said or not (text or p.heading):
            continue
        article = p.kind is ProvisionKind.ARTICLE
        yield replace(
            base,
            id=f"{base.version}/{p.eid}",
            eid=p.eid,
            number=bare_number(p.num) if article else "",
            label=label(path_to(indexed.provisions, p.eid)),
            heading=p.heading,
            text=text,
            leden=_leden(p) if article else (),
            sequence=sequence,
            context="\n".join(above.heading for above in unit.above if above.heading),
        )


def _searchable(p: Provision) -> str:
    """The own text of a unit and all print below it; its number and heading are fields of their own."""
    return "\n".join(part for part in (p.text, *(c.full_text() for c in p.children)) if part)


def _leden(article: Provision) -> tuple[str, ...]:
    numbers = (number_token(c.num).lower() for c in article.children if c.kind is ProvisionKind.PARAGRAPH)
    return tuple(number for number in dict.fromkeys(numbers) if number)


def _all_points(indexed: Indexed) -> Sequence[Point]:
    """The points that have a place in the text."""
    return [p for p in indexed.opinion.all_points() if p.eids] if indexed.opinion else []


def _points(indexed: Indexed, base: IndexDocument) -> Iterator[IndexDocument]:
    order = {unit.provision.eid: n for n, unit in enumerate(units(indexed.provisions))}
    above = _above(indexed.opinion.points) if indexed.opinion else {}
    for point in _all_points(indexed):
        said = (point.text, point.response or "", point.undecided, *point.notes, *point.response_notes)
        yield replace(
            base,
            id=f"{base.version}/punt-{point.label}",
            eid=point.eids[0],
            label=f"punt {point.label}",
            heading=point.heading,
            text="\n".join(part for part in said if part),
            point=point.label,
            points=above[point.label],
            sequence=order.get(point.eids[0], 0),
        )


def _above(points: Sequence[Point], outer: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """By its number, a point with all it is below, itself first."""
    found: dict[str, tuple[str, ...]] = {}
    for point in points:
        own = (point.label, *outer)
        found |= {point.label: own, **_above(point.points, own)}
    return found
