"""Writing a progress report as a file, for Word or for programs. Equal reports give equal bytes."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.exporters import progress_report_docx
from corpus.exporters.docx_package import MEDIA_TYPE
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.progress_report import ProgressReport

_LONGEST = 80
Written = Callable[[ProgressReport], bytes]


@dataclass(frozen=True, slots=True)
class ReportForm:
    """A format of file: its ending, what it is called and its media type."""

    ending: str
    label: str
    media_type: str


FORMS = {
    form.ending: form
    for form in (
        ReportForm("docx", "Word (DOCX), liggend", MEDIA_TYPE),
        ReportForm("json", "JSON", "application/json"),
    )
}


def content(report: ProgressReport, ending: str, as_json: Written) -> bytes:
    """The bytes of the file; the skin knows its JSON."""
    return as_json(report) if ending == "json" else progress_report_docx.export(report)


def file_name(report: ProgressReport, ending: str) -> str:
    """The name of the file; that of an example says so."""
    label = f"{FICTIONAL.replace(' ', '-')}-" if report.fictional else ""
    dossier = re.sub(r"[^A-Za-z0-9.-]+", "-", report.dossier).strip("-")[:_LONGEST]
    return f"{label}voortgang_{dossier}_sinds-{report.since.isoformat()}.{ending}"
