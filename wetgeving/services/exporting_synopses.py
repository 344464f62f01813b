"""Writing a synopsis as a file for Word or for print. Changes nothing; equal texts give equal bytes.

The file says what the page says: which texts, their status and hashes, and which articles were left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.exporters import table_docx, table_pdf
from corpus.exporters.dutch_date import dutch_date
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.synopsis_table import SynopsisHead, synopsis_table
from corpus.exporters.table_document import TableDocument
from wetgeving.services.catalogue import VersionText
from wetgeving.services.chronology import Standing
from wetgeving.services.synopses import Synopsis
from wetgeving.services.version_key import leading_date

_LONGEST_NAME = 180
_STANDING = {
    Standing.IN_FORCE: "geldend, voor zover opgenomen",
    Standing.NOT_YET: "nog niet geldend",
    Standing.SUPERSEDED: "niet meer geldend",
    Standing.UNKNOWN: "onbekend of deze tekst geldt",
    Standing.NOT_APPLICABLE: "geen geldende tekst",
}


@dataclass(frozen=True, slots=True)
class SynopsisForm:
    """A format of file: its ending, media type, and the writer of a table in it."""

    ending: str
    media_type: str
    write: Callable[[TableDocument], bytes]


FORMS = {
    form.ending: form
    for form in (
        SynopsisForm(
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            table_docx.export,
        ),
        SynopsisForm("pdf", "application/pdf", table_pdf.export),
    )
}


def content(found: Synopsis, form: SynopsisForm, *, whole: bool) -> bytes:
    """The file, with all articles or only those in which something changed."""
    rows = found.rows if whole else found.only_changed()
    table = synopsis_table(_head(found, whole=whole), rows, found.explanation if found.memorandum else None)
    return form.write(table)


def file_name(keys: Sequence[str], ending: str, *, fictional: bool) -> str:
    """The name of the file; that of a fictional text says so."""
    label = f"{FICTIONAL.replace(' ', '-')}-" if fictional else ""
    return f"{label}synopsis_{'_'.join(keys)}"[:_LONGEST_NAME] + f".{ending}"


def _head(found: Synopsis, *, whole: bool) -> SynopsisHead:
    total, changed = found.articles()
    texts = (*found.texts, *([found.memorandum] if found.memorandum else []))
    lines = [_described(text) for text in texts]
    lines.append("Alle artikelen." if whole else f"Alleen gewijzigde artikelen: {changed} van {total}.")
    lines.append("Elke kolom is vergeleken met de kolom ervoor.")
    if apart := len(found.explanation.apart):
        lines.append(f"Onderaan staat de toelichting die bij geen artikel is gevonden (aantal: {apart}).")
    titles = dict.fromkeys(_title(text) for text in found.texts)
    headings = tuple(_name(t) if len(titles) == 1 else f"{_title(t)}: {_name(t)}" for t in texts)
    return SynopsisHead(f"Synopsis van {' en '.join(titles)}", tuple(lines), headings, found.fictional)


def _title(text: VersionText) -> str:
    return text.work.short_title or text.work.title or text.work.key


def _name(text: VersionText) -> str:
    """Stage and date; a date that was guessed says so."""
    dates = text.listed.version.dates
    day = leading_date(dates)
    said = dutch_date(day) if day else "datum onbekend"
    return f"{text.listed.stage_term}, {said}{' (geraden)' if dates.certainty == 'guessed' else ''}"


def _described(text: VersionText) -> str:
    version = text.listed.version
    official = "officieel" if version.official else "niet officieel"
    status = f"{_STANDING[text.listed.standing]}, {official}"
    return f"{version.version} ({_name(text)}): {status}; woorden SHA-256 {version.text_hash[:16]}"
