"""The transponeringstabel (EU) of a Union act as a file: Word, Excel, CSV or JSON. Changes nothing."""

from datetime import UTC, datetime

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from corpus.transposition.values import TranspositionTable
from wetgeving import transposition_shapes as shapes
from wetgeving.services import exporting_transposition
from wetgeving.web import caching
from wetgeving.web.addresses import transposition_export_url
from wetgeving.web.reading import reading

blueprint = Blueprint("exporting_transposition", __name__, url_prefix="/transponering")
_FORMS = exporting_transposition.FORMS


@blueprint.get(f"/<act>.<any({', '.join(map(repr, _FORMS))}):ending>")
def download(act: str, ending: str) -> Response:
    """The table as it stands today."""
    with reading() as services:
        table = services.transposing.table(act)
    if table.act != act:
        return redirect(transposition_export_url(table.act, ending=ending))
    today = datetime.now(UTC).date()
    response = caching.answer(
        table,
        lambda: exporting_transposition.write(table, ending, on=today, to_json=_json),
        media_type=_FORMS[ending].media_type,
        fictional=table.fictional,
    )
    name = exporting_transposition.file_name(table, ending)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _json(table: TranspositionTable) -> bytes:
    return shapes.table_bytes(table)
