"""What happened to tables since a day: words of people, new versions, changes that ask for another look."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from corpus.exporters.transposition_words import eu_label, eu_place, reviewed
from corpus.transposition.values import NewSince, StatedClaim, TranspositionTable, Verdict
from wetgeving.services.transposing_texts import DossierTexts, day_of
from wetgeving.store.transposition import CLAIM, Entry


def happened(
    tables: Iterable[TranspositionTable],
    texts: DossierTexts,
    said: Mapping[str, tuple[Entry, ...]],
    since: date,
) -> tuple[NewSince, ...]:
    """All that happened on or after a day, oldest first."""
    found: list[NewSince] = []
    for table in tables:
        found += _said(table.act, said.get(table.act, ()))
        found += _versions(table, texts)
        found += _changes(table, texts)
    standing = {item for item in found if item.day >= since.isoformat()}
    return tuple(sorted(standing, key=lambda item: (item.day, item.act, item.what, item.eid, item.text)))


def _said(act: str, entries: Iterable[Entry]) -> Iterator[NewSince]:
    for entry in entries:
        claim = entry.content.get("claim")
        eu = claim.get("eu") if isinstance(claim, dict) else None
        eid = str(eu.get("eid", "")) if isinstance(eu, dict) else ""
        if entry.kind == CLAIM:
            what, words = "claim", "Claim van een redacteur"
        else:
            what, words = "review", reviewed(Verdict(str(entry.content["verdict"]))).capitalize()
        text = f"{words}: {entry.note}"
        yield NewSince(
            entry.at.date().isoformat(), what, act, eid, eu_place(eid), text, entry.actor, entry.claim
        )


def _versions(table: TranspositionTable, texts: DossierTexts) -> Iterator[NewSince]:
    for used in table.texts_used:
        for listed in texts.shelved(used.work).versions:
            day = day_of(listed)
            if day:
                what = "table" if used.side == "table" else "version"
                key = listed.version.version
                text = f"{listed.stage_term or 'versie'} van {used.title} ({key})"
                yield NewSince(day.isoformat(), what, table.act, "", eu_place(""), text)


def _changes(table: TranspositionTable, texts: DossierTexts) -> Iterator[NewSince]:
    for row in table.rows:
        for stated in row.claims:
            if not stated.covers:
                yield from _changed(table.act, row.place.eid, eu_label(row), stated, texts)


def _changed(act: str, eid: str, label: str, stated: StatedClaim, texts: DossierTexts) -> Iterator[NewSince]:
    for recheck in stated.rechecks:
        if not texts.has(recheck.work):
            continue
        versions = texts.shelved(recheck.work).versions
        day = next((day_of(v) for v in versions if v.version.version == recheck.new), None)
        if day:
            text = f"Gewijzigd sinds de claim: {recheck.label or 'de bewering zelf'} ({recheck.new})"
            yield NewSince(day.isoformat(), "change", act, eid, label, text, claim=stated.claim.id)
