"""The hits of a search as a sheet: all of them up to `MOST`, in the order asked, grouped or not as asked.

What is beyond the bound is not left out in silence: the last row says how many there are. A sheet with
examples in it says so in each of their rows and in its name.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from corpus.diff import ChangeKind
from corpus.exporters import sheet_csv, sheet_xlsx
from corpus.exporters.change_words import CHANGE_KINDS
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.sheets import Sheet
from corpus.track import stage_term
from indexer.changes import INSERTED, ChangeHit
from indexer.document import SearchHit
from wetgeving.services.catalogue import Catalogue, ListedVersion
from wetgeving.services.errors import NotFoundError
from wetgeving.services.saved_search import SavedSearch, every_hit
from wetgeving.services.searching import Searching

MOST = 5_000
_MARK = re.compile(r"</?mark>")
_COLUMNS = {
    "Nr.": 6, "Bepaling": 30, "Opschrift": 36, "Regeling": 36, "Kenmerk": 20, "Fase": 22, "Versie": 34,
    "Geldig vanaf": 14, "Zichtdatum": 14, "Datum van het stuk": 14, "Officieel": 10, "Fragment": 70,
    "eId": 22, "Adres": 40,
}  # fmt: skip
_OF_GROUPS = {"Ook in versies": 50}
_OF_CHANGES = {"Woorden": 16, "Wijziging": 26, "Vorige versie": 34, "Kenmerk van de wijziging": 18}

Address = Callable[[SearchHit], str]


@dataclass(frozen=True, slots=True)
class HitsForm:
    """A format of file: its ending, what it is called, its media type, and its writer."""

    ending: str
    label: str
    media_type: str
    write: Callable[[Sheet], bytes]


FORMS = {
    form.ending: form
    for form in (
        HitsForm("csv", "CSV", sheet_csv.MEDIA_TYPE, sheet_csv.export),
        HitsForm("xlsx", "Excel (XLSX)", sheet_xlsx.MEDIA_TYPE, sheet_xlsx.export),
    )
}


def file_name(sheet: Sheet, ending: str) -> str:
    """The name of the file; one with examples in it says so."""
    label = f"{FICTIONAL.replace(' ', '-')}-" if sheet.fictional else ""
    return f"{label}treffers.{ending}"


def as_shown(index: Searching, wanted: SavedSearch) -> SavedSearch:
    """The search as a page shows it: with fiction too when nothing else answers."""
    found = index.find(wanted.query, wanted.filters, limit=1, examples=wanted.examples)
    return replace(wanted, examples=wanted.examples or found.only_examples)


class ExportingHits:
    """Writes down what a search finds."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def sheet(self, index: Searching, wanted: SavedSearch, address: Address) -> Sheet:
        """The hits, with fiction only when that is wanted; see `as_shown`."""
        total = index.search(
            wanted.query, wanted.filters, limit=1, examples=wanted.examples, arranged=wanted.arranged
        ).total
        hits = tuple(every_hit(index, wanted, most=MOST))
        grouped = wanted.arranged.grouped
        columns = {**_COLUMNS, **(_OF_CHANGES if wanted.changes else _OF_GROUPS if grouped else {})}
        fictional = any(hit.fictional for hit in hits)
        if fictional:
            columns["Status"] = 26
        listed = self._listed(hits)
        rows = [self._row(hit, number, listed, address) for number, hit in enumerate(hits, start=1)]
        status = [[FICTIONAL if hit.fictional else ""] if fictional else [] for hit in hits]
        return Sheet(
            name="Wijzigingen" if wanted.changes else "Treffers",
            headings=tuple(columns),
            rows=tuple(
                [(*row, *said) for row, said in zip(rows, status, strict=True)]
                + _beyond(total, len(hits), len(columns))
            ),
            widths=tuple(columns.values()),
            fictional=fictional,
        )

    def _listed(self, hits: Sequence[SearchHit]) -> dict[str, ListedVersion]:
        """The versions that the hits name; one that the store no longer has is not among them."""
        found: dict[str, ListedVersion] = {}
        for work in dict.fromkeys(hit.work for hit in hits):
            try:
                found.update((v.version.version, v) for v in self._catalogue.versions(work))
            except NotFoundError:  # the index runs behind the store; the hit itself says what it knows
                continue
        return found

    def _row(
        self, hit: SearchHit, number: int, listed: dict[str, ListedVersion], address: Address
    ) -> tuple[str, ...]:
        version = listed[hit.version].version if hit.version in listed else None
        dates = version.dates if version else None
        days = (dates.in_force_on, dates.as_known_on, dates.document_date) if dates else (None,) * 3
        official = ("ja" if version.official else "nee") if version else "niet meer opgenomen"
        return (
            str(number),
            hit.label,
            hit.heading,
            hit.work_title,
            hit.work,
            stage_term(hit.kind, hit.stage),
            hit.version,
            *(day.isoformat() if day else "" for day in days),
            official,
            plain(hit.snippet),
            hit.eid,
            address(hit),
            *(_of_change(hit) if isinstance(hit, ChangeHit) else ()),
            *(("; ".join(hit.versions[1:]),) if hit.versions else ()),
        )


def plain(snippet: str) -> str:
    """A snippet without its markup."""
    return html.unescape(_MARK.sub("", snippet))


def _of_change(hit: ChangeHit) -> tuple[str, ...]:
    kinds = ", ".join(CHANGE_KINDS[ChangeKind(kind)] for kind in hit.kinds)
    return ("erin" if hit.direction == INSERTED else "eruit", kinds, hit.old, hit.change)


def _beyond(total: int, shown: int, width: int) -> list[tuple[str, ...]]:
    if total <= shown:
        return []
    said = f"Let op: dit zijn de eerste {shown} van {total} treffers; beperk de zoekvraag voor de rest."
    return [("", said, *("",) * (width - 2))]
