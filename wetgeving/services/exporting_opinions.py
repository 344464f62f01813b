"""Writing the ledger of an opinion as a file: a table for Word, or a sheet. Equal ledgers give equal bytes.

The file says what the page says: the dictum by its sentence first, which version was advised on or why there
is none, what is only proposed and what a person confirmed, and which changes no paper explains. Who confirmed
is not in a file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from corpus.diff import Change
from corpus.exporters import opinion_words as words
from corpus.exporters import sheet_xlsx, table_docx
from corpus.exporters.dutch_date import dutch_date
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.sheets import Sheet
from corpus.exporters.table_document import Cell, Mark, Span, TableDocument, TableRow
from corpus.opinion import System
from wetgeving.services.opinion_values import KnownDate, Ledger, LedgerRow, RegisterEntry

_LONGEST_NAME = 180
_SHEET_NAME = "Opvolging"
_HEADINGS = ("Punt", "Advies", "Reactie", "Wijziging", "Opvolging")
_WEIGHTS = (7, 30, 28, 30, 15)
_MARKS = {"=": Mark.SAME, "-": Mark.DELETED, "+": Mark.INSERTED}
_NONE: Cell = ()


@dataclass(frozen=True, slots=True)
class LedgerForm:
    """A format of file: its ending, what it is called, its media type, and its writer."""

    ending: str
    label: str
    media_type: str
    write: Callable[[Ledger], bytes]


def file_name(ledger: Ledger, ending: str) -> str:
    """The name of the file; that of an example says so."""
    label = f"{FICTIONAL.replace(' ', '-')}-" if ledger.entry.fictional else ""
    return f"{label}opvolging_{ledger.entry.version}"[:_LONGEST_NAME] + f".{ending}"


def document(ledger: Ledger) -> TableDocument:
    """The ledger as a table for paper."""
    return TableDocument(
        title=f"Opvolging van advies {ledger.entry.number}",
        lines=tuple(_lines(ledger)),
        headings=_HEADINGS,
        rows=tuple(_rows(ledger)),
        fictional=ledger.entry.fictional,
        weights=_WEIGHTS,
    )


def sheet(ledger: Ledger) -> Sheet:
    """The ledger as a sheet: a row for each point, then one for each change without explanation."""
    columns = {
        "Punt": 8, "Opschrift": 30, "Advies": 60, "Gevraagd": 26, "Reactie": 60, "Genoemde bepalingen": 30,
        "Wijzigingen in de tekst": 50, "Wijzigingen in de toelichting": 50, "Voorgesteld": 26,
        "Grond van het voorstel": 40, "Zekerheid": 16, "Vastgesteld": 26, "Op": 18, "Reden": 40,
        "Advies nr.": 24,
    }  # fmt: skip
    if ledger.entry.fictional:
        columns["Status"] = 26
    tail = (ledger.entry.number, *([FICTIONAL] if ledger.entry.fictional else []))
    rows = [*map(_cells, ledger.rows), *_loose(ledger, len(columns) - len(tail))]
    return Sheet(
        name=_SHEET_NAME,
        headings=tuple(columns),
        rows=tuple((*row, *tail) for row in rows),
        widths=tuple(columns.values()),
        fictional=ledger.entry.fictional,
    )


FORMS = {
    form.ending: form
    for form in (
        LedgerForm(
            "docx",
            "Word (DOCX), liggend",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            lambda ledger: table_docx.export(document(ledger)),
        ),
        LedgerForm(
            "xlsx", "Excel (XLSX)", sheet_xlsx.MEDIA_TYPE, lambda ledger: sheet_xlsx.export(sheet(ledger))
        ),
    )
}


def _lines(ledger: Ledger) -> Iterator[str]:
    e = ledger.entry
    yield from filter(None, (e.subject, _dictum(e)))
    for conflict in e.dictum.conflicting if e.dictum else ():
        yield f"Let op: ook genoemd is dictum {conflict}."
    for name, known in (
        ("Vastgesteld", e.dates.adopted),
        ("Openbaar", e.dates.published),
        ("Nader rapport", e.dates.nader_rapport),
    ):
        yield f"{name}: {_days(known)}."
    yield f"Uitgebracht over: {e.advised_version or f'niet beschikbaar. {e.advised_absent}'}"
    confirmed, proposed = (sum(c.values()) for c in (e.counts.confirmed, e.counts.proposed))
    yield f"Opvolging: van {e.counts.points} punten {confirmed} vastgesteld, {proposed} alleen voorgesteld."


def _dictum(entry: RegisterEntry) -> str:
    if entry.dictum is None:
        return "Dictum: geen."
    said = f"{entry.dictum.wording} " if entry.dictum.wording else "slotformule niet gezien; "
    system = f", {words.SYSTEMS[entry.dictum.system]}" if entry.dictum.system is not System.NONE else ""
    return f"Dictum: {said}({words.grade(entry.dictum.system, entry.dictum.grade)}{system})"


def _days(known: KnownDate) -> str:
    if not known.claims:
        return "niet bekend"
    if not known.conflicting:
        return dutch_date(known.claims[0].day)
    return "; ".join(f"{dutch_date(claim.day)} volgens {claim.source.title}" for claim in known.claims)


def _rows(ledger: Ledger) -> Iterator[TableRow]:
    for row in ledger.rows:
        yield TableRow(tuple(_point(row)), is_heading=not row.counts)
    yield _heading("Wijzigingen zonder gevonden verklaring")
    u = ledger.unexplained
    if u.refused:
        yield _said(u.refused)
    else:
        yield _said(
            f"Doorzocht: {'; '.join(u.papers_searched)}." if u.papers_searched else "Niets doorzocht."
        )
        yield from (TableRow((_NONE, _NONE, _NONE, tuple(_marked(c)), _NONE)) for c in u.changes)
        if not u.changes:
            yield _said("Geen.")
        for passage in u.unplaced:
            yield _said(f"Kan elk van deze wijzigingen verklaren, want noemt geen bepaling: {passage}")
    yield _heading("Toegezegd, niet aangetroffen")
    for x in ledger.unkept:
        yield _said(f"{x.words}\n{words.ABOUT[x.about]}; gezocht: {x.searched}", point=x.point)
    if not ledger.unkept:
        yield _said("Geen.")
    yield from _printed("Verder gewijzigd volgens het nader rapport", ledger.further_changes)
    if ledger.opinion and ledger.opinion.editorial.remarks:
        yield from _printed("Redactionele opmerkingen", ledger.opinion.editorial.remarks)


def _printed(title: str, passages: Iterable[str]) -> Iterator[TableRow]:
    found = tuple(passages)
    if found:
        yield _heading(title)
        yield from map(_said, found)


def _heading(text: str) -> TableRow:
    return TableRow((_NONE, (Span(text, strong=True),), _NONE, _NONE, _NONE), is_heading=True)


def _said(text: str, *, point: str = "") -> TableRow:
    return TableRow(((Span(point),) if point else _NONE, (Span(text),), _NONE, _NONE, _NONE))


def _point(row: LedgerRow) -> Iterator[Cell]:
    p = row.point
    wishes = Span(f"\nGevraagd: {words.asked(p.asks)}") if row.counts else Span("")
    yield (Span(p.label, strong=True),)
    yield (Span(p.heading, strong=True), Span(f"\n{p.text}" if p.text else ""), wishes)
    if not row.counts:
        yield from (_NONE, _NONE, _NONE)
        return
    yield (Span(p.response if p.response is not None else "Geen reactie aangetroffen."),)
    yield tuple(_changes(row))
    yield tuple(Span(line) for line in _outcome(row))


def _outcome(row: LedgerRow) -> Iterator[str]:
    if row.judged:
        yield f"Vastgesteld op {dutch_date(row.judged.at.date())}: {words.OUTCOMES[row.judged.outcome]}"
        if row.judged.reason:
            yield f"\n{row.judged.reason}"
        yield "\n"
    sure = words.CERTAINTIES[row.proposed.certainty]
    yield f"Voorgesteld: {words.OUTCOMES[row.proposed.outcome]} ({sure})"
    yield f"\n{row.proposed.reason}"


def _changes(row: LedgerRow) -> Iterator[Span]:
    before = ""
    for title, changes in (("Tekst", row.changes), ("Toelichting", row.memorandum_changes)):
        for change in changes:
            yield Span(f"{before}{title}: ", strong=True)
            yield from _marked(change)
            before = "\n"
    if not (row.changes or row.memorandum_changes):
        yield Span("Geen wijziging gevonden.")


def _marked(change: Change) -> Iterator[Span]:
    yield Span(f"{words.change_line(change)}\n", strong=True)
    yield from (Span(text, _MARKS[sign]) for sign, text in change.ops)


def _cells(row: LedgerRow) -> tuple[str, ...]:
    p, judged = row.point, row.judged
    proposed = (
        words.OUTCOMES[row.proposed.outcome],
        row.proposed.reason,
        words.CERTAINTIES[row.proposed.certainty],
    )
    confirmed = (
        (words.OUTCOMES[judged.outcome], judged.at.date().isoformat(), judged.reason)
        if judged
        else ("", "", "")
    )
    return (
        p.label,
        p.heading,
        p.text,
        words.asked(p.asks) if row.counts else "",
        p.response or "",
        "; ".join(named.label for named in row.provisions),
        "\n".join(map(words.change_line, row.changes)),
        "\n".join(map(words.change_line, row.memorandum_changes)),
        *(proposed if row.counts else ("", "", "")),
        *confirmed,
    )


def _loose(ledger: Ledger, width: int) -> Iterator[tuple[str, ...]]:
    """Rows that belong to no point: their heading says what they are."""
    empty = ("",) * width
    if ledger.unexplained.refused:
        yield ("", "Wijzigingen zonder gevonden verklaring", ledger.unexplained.refused, *empty[3:])
    for change in ledger.unexplained.changes:
        line = words.change_line(change)
        yield ("", "Wijziging zonder gevonden verklaring", "", "", "", "", line, *empty[7:])
    for x in ledger.unkept:
        yield (x.point, "Toegezegd, niet aangetroffen", x.words, words.ABOUT[x.about], *empty[4:])
    for passage in ledger.further_changes:
        yield ("", "Verder gewijzigd volgens het nader rapport", passage, *empty[3:])
