"""The same claims from the national side: a row per article, and per provision that a claim names."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.exporters.exported_version import FICTIONAL
from corpus.numbering import label
from corpus.provision import Provision, ProvisionKind
from corpus.transposition.values import (
    NationalPlace,
    NationalRow,
    NationalTable,
    StatedClaim,
    TranspositionTable,
)
from wetgeving.services.catalogue import VersionText
from wetgeving.services.transposing_rechecks import Rechecks

_SHOWN = (ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.POINT)


def national_table(
    text: VersionText, tables: Iterable[TranspositionTable], rechecks: Rechecks
) -> NationalTable:
    """The table of one national text."""
    named: dict[str, list[StatedClaim]] = {}
    version = text.listed.version.version
    for stated in _stated(tables):
        for eid in dict.fromkeys(_eids(stated, text, rechecks)):
            named.setdefault(eid, []).append(stated)
    work = text.work
    rows = tuple(_rows(text.provisions, named, ()))
    articles = [row for row in rows if row.depth == 0]
    answering = {eid.split("__para_")[0].split("__point_")[0] for eid, s in named.items() if _counts(s)}
    return NationalTable(
        version=version,
        title=work.short_title or work.title or work.key,
        fictional=work.fictional,
        rows=rows,
        articles=len(articles),
        answers=sum(row.eid in answering for row in articles),
    )


def _counts(stated: Sequence[StatedClaim]) -> bool:
    return any(s.counts for s in stated)


def _stated(tables: Iterable[TranspositionTable]) -> Iterator[StatedClaim]:
    seen: set[str] = set()
    for table in tables:
        for row in table.rows:
            for stated in row.claims:
                if not stated.covers and stated.claim.id not in seen:
                    seen.add(stated.claim.id)
                    yield stated


def _eids(stated: StatedClaim, text: VersionText, rechecks: Rechecks) -> Iterator[str]:
    """Where the national provisions of a claim are in this version."""
    version = text.listed.version.version
    for place in (*stated.claim.national, *stated.claim.lapsing):
        eid = _eid(place, text, version, rechecks)
        if eid:
            yield eid


def _eid(place: NationalPlace, text: VersionText, version: str, rechecks: Rechecks) -> str | None:
    if place.work == text.work.key:
        return rechecks.in_version(place, version) if place.found else None
    if place.via and text.work.kind == "bill":
        return rechecks.in_bill(place, version)
    return None


def _rows(
    provisions: Iterable[Provision], named: dict[str, list[StatedClaim]], path: tuple[Provision, ...]
) -> Iterator[NationalRow]:
    for provision in provisions:
        here = (*path, provision)
        is_article = provision.kind is ProvisionKind.ARTICLE
        if is_article or (provision.eid in named and provision.kind in _SHOWN):
            depth = 0 if is_article else sum(p.kind in _SHOWN for p in path)
            yield NationalRow(
                eid=provision.eid,
                label=label(here),
                num=provision.num,
                heading=" ".join(provision.heading.replace(f"({FICTIONAL})", "").split()),
                text=provision.text,
                depth=depth,
                claims=tuple(named.get(provision.eid, ())),
            )
        yield from _rows(provision.children, named, here)
