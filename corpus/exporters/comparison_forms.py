"""The forms in which a comparison leaves the program: a name, a media type, an ending, a pure function.

JSON is not made here: its shape is that of both skins (`wetgeving/shapes.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.exporters import comparison_html, sheet_csv, sheet_xlsx, table_docx, table_pdf, tracked_docx
from corpus.exporters.change_table import change_table
from corpus.exporters.docx_package import MEDIA_TYPE as DOCX
from corpus.exporters.exported_comparison import ExportedComparison
from corpus.exporters.exported_version import FICTIONAL
from corpus.exporters.sheets import change_sheet, concordance_sheet

JSON = "json"


@dataclass(frozen=True, slots=True)
class ComparisonForm:
    """One form; `name` is for the command line, `ending` for addresses and files, `label` for a page."""

    name: str
    ending: str
    media_type: str
    label: str
    export: Callable[[ExportedComparison], bytes] | None = None

    def file_name(self, old: str, new: str, *, fictional: bool) -> str:
        """The name of the file, by the keys of both versions; that of a fictional text says so."""
        stamp = f"{FICTIONAL.replace(' ', '-')}-" if fictional else ""
        return f"{stamp}{old}_{new}.{self.ending}"


_FORMS = (
    ComparisonForm(
        "tracked-docx", "wijzigingen.docx", DOCX, "Word met bijgehouden wijzigingen", tracked_docx.export
    ),
    ComparisonForm(
        "was-wordt-docx", "was-wordt.docx", DOCX, "Was/wordt (Word)",
        lambda compared: table_docx.export(change_table(compared)),
    ),
    ComparisonForm(
        "was-wordt-pdf", "was-wordt.pdf", table_pdf.MEDIA_TYPE, "Was/wordt (PDF)",
        lambda compared: table_pdf.export(change_table(compared)),
    ),
    ComparisonForm("html", "html", "text/html", "HTML", comparison_html.export),
    ComparisonForm(JSON, "json", "application/json", "JSON"),
    ComparisonForm(
        "changes-csv", "wijzigingenlijst.csv", sheet_csv.MEDIA_TYPE, "Lijst van wijzigingen (CSV)",
        lambda compared: sheet_csv.export(change_sheet(compared)),
    ),
    ComparisonForm(
        "changes-xlsx", "wijzigingenlijst.xlsx", sheet_xlsx.MEDIA_TYPE, "Lijst van wijzigingen (Excel)",
        lambda compared: sheet_xlsx.export(change_sheet(compared)),
    ),
    ComparisonForm(
        "concordance-csv", "concordantie.csv", sheet_csv.MEDIA_TYPE, "Concordantie (CSV)",
        lambda compared: sheet_csv.export(concordance_sheet(compared)),
    ),
    ComparisonForm(
        "concordance-xlsx", "concordantie.xlsx", sheet_xlsx.MEDIA_TYPE, "Concordantie (Excel)",
        lambda compared: sheet_xlsx.export(concordance_sheet(compared)),
    ),
)  # fmt: skip
FORMS = {form.name: form for form in _FORMS}
