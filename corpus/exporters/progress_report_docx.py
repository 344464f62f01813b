"""A progress report as a Word file, A4 on its side: an overview, a table per actor, what happened, sources.

The form in which a government tells its parliament how commitments stand: what, where it was said, by when,
how it stands and what was done since. The same report gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence

from corpus.dossier.facts import CommitmentState
from corpus.exporters.docx_package import LANDSCAPE_WIDTH, Page, package
from corpus.exporters.dutch_date import dutch_date
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.fact_words import COMMITMENT_STATES
from corpus.exporters.progress_report import ActorPart, Happening, ProgressReport, ReportRow
from corpus.exporters.wordprocessing import BOLD, cell, paragraph, row, run, table

_SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="E7E7E7"/>'
_SHORT = 1_200
_FOOTER = "Overzicht van wat in stukken en bronnen is gevonden; geen stuk van de Kamer of het kabinet."
_PROPOSED = (
    "Wat als voorgesteld staat vermeld, is door het programma in een stuk gelezen en door niemand bevestigd. "
    "„Datum verstreken” zegt dat de gedrukte termijn voorbij is op de dag van dit overzicht, en niet dat de "
    "toezegging is geschonden."
)


def export(report: ProgressReport) -> bytes:
    """The file."""
    title = f"Voortgang van toezeggingen, dossier {report.dossier}"
    stamp = FICTIONAL if report.fictional else ""
    return package("".join(_body(report, title)), Page(title, title, _FOOTER, stamp, landscape=True))


def _body(report: ProgressReport, title: str) -> Iterator[str]:
    if report.fictional:
        yield paragraph(run(FICTIONAL, BOLD))
    yield paragraph(run(title), style="Title")
    yield from (paragraph(run(line), style="Subtitle") for line in lines(report))
    yield from _overview(report)
    for part in report.actors:
        yield from _actor(part, report)
    yield _heading(f"Wat er verder gebeurde sinds {dutch_date(report.since)}")
    yield from _happened(report.happened)
    yield _heading("Bronnen")
    yield from _sources(report)


def lines(report: ProgressReport) -> Iterator[str]:
    """What stands under the title: the days, what could not be read, and how to read the rest."""
    if report.title:
        yield report.title
    yield f"Vanaf {dutch_date(report.since)}; stand op {dutch_date(report.on)}."
    if report.unread:
        yield (
            f"Van deze stukken is de tekst niet opgenomen, zodat toezeggingen daarin niet zijn gelezen; wat "
            f"hieronder daarover staat komt van de genoemde bronnen: {'; '.join(report.unread)}."
        )
    yield _PROPOSED
    if report.closed_before:
        yield f"Al voor {dutch_date(report.since)} afgedaan en niet herhaald: {report.closed_before}."
    if report.intentions:
        yield f"Voornemens, die geen toezegging zijn, staan hier niet: {report.intentions}."


def _overview(report: ProgressReport) -> Iterator[str]:
    yield _heading("Overzicht")
    if not report.actors:
        yield paragraph(run("Er zijn geen toezeggingen gevonden."))
        return
    states = list(CommitmentState)
    headings = ("Wie", "Toezeggingen", *(_capital(COMMITMENT_STATES[s]) for s in states), "Datum verstreken")
    counted = (
        (
            part.actor,
            len(part.rows),
            *(sum(r.state is s for r in part.rows) for s in states),
            sum(bool(r.passed) for r in part.rows),
        )
        for part in report.actors
    )
    body = [[str(value) for value in found] for found in counted]
    yield _table(headings, [[[v] for v in cells] for cells in body], (24, 12, 9, 11, 14, 10, 16, 13))


def _actor(part: ActorPart, report: ProgressReport) -> Iterator[str]:
    yield _heading(part.actor)
    headings = ("Toezegging", "Termijn", "Stand", f"Sinds {dutch_date(report.since)}")
    yield _table(headings, [_cells(r) for r in part.rows], (40, 17, 20, 23))
    if part.happened:
        yield paragraph(run("In het dossier, met deze naam genoemd:", BOLD))
        yield from _happened(part.happened)


def _cells(found: ReportRow) -> list[list[str]]:
    what = f"„{found.what}”" if found.quoted else found.what
    state = [_capital(COMMITMENT_STATES[found.state]), found.state_ground, f"Toezegging: {found.review}."]
    since = [happening(h) for h in found.since] or ["niets gevonden"]
    return [
        [what, *(f"Gezegd in: {place}" for place in found.said_in)],
        [found.term, _capital(found.passed)],
        state,
        since,
    ]


def happening(found: Happening) -> str:
    """What happened in one line, with its day and its ground."""
    day = dutch_date(found.day) if found.day else "dag niet bekend"
    return f"{day}: {found.what}{f' ({found.ground})' if found.ground else ''}"


def _happened(found: Sequence[Happening]) -> Iterator[str]:
    if not found:
        yield paragraph(run("Niets gevonden."))
        return
    cells = [[[dutch_date(h.day) if h.day else "niet bekend"], [h.what], [h.ground]] for h in found]
    yield _table(("Datum", "Wat", "Grond"), cells, (16, 54, 30))


def _sources(report: ProgressReport) -> Iterator[str]:
    if not report.sources:
        yield paragraph(run("Geen."))
    for source in report.sources:
        kind = "" if source.official else " (niet officieel)"
        address = f", {source.url}" if source.url else ""
        yield paragraph(run(f"{source.key}: ", BOLD) + run(f"{source.title}{kind}{address}"))


def _table(headings: Sequence[str], rows: Iterable[list[list[str]]], weights: Sequence[int]) -> str:
    whole = sum(weights)
    widths = [LANDSCAPE_WIDTH * weight // whole for weight in weights]
    head = row(
        (
            cell(paragraph(run(text, BOLD), style="Cell"), width, _SHADED)
            for text, width in zip(headings, widths, strict=True)
        ),
        "<w:cantSplit/><w:tblHeader/>",
    )
    body = (
        row((cell(_cell(c), width) for c, width in zip(cells, widths, strict=True)), _kept(cells))
        for cells in rows
    )
    return table(widths, [head, *body]) + paragraph("")


def _kept(cells: list[list[str]]) -> str:
    """A row stays on one page unless it is long: then it may run on, so that nothing is cut off."""
    return "<w:cantSplit/>" if sum(len(text) for c in cells for text in c) < _SHORT else ""


def _cell(texts: Iterable[str]) -> str:
    return "".join(paragraph(run(text), style="Cell") for text in texts if text)


def _heading(text: str) -> str:
    return paragraph(run(text), style="Heading1")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
