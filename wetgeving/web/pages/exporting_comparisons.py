"""A comparison as a file in another format: always a download, the older version as the old one."""

from flask import Blueprint, redirect
from werkzeug.wrappers import Response as AnyResponse

from corpus.exporters.comparison_forms import FORMS
from wetgeving.comparison_shapes import comparison_file
from wetgeving.services import exporting_comparisons
from wetgeving.services.chronology import direction
from wetgeving.web import caching
from wetgeving.web.addresses import comparison_export_url
from wetgeving.web.comparison_page import Pair, gathered
from wetgeving.web.reading import reading

blueprint = Blueprint("exporting_comparisons", __name__, url_prefix="/vergelijken")

ENDINGS = {form.ending: form for form in FORMS.values()}
_ENDING = f"<any({', '.join(repr(ending) for ending in ENDINGS)}):ending>"


@blueprint.get(f"/<old>/<new>.{_ENDING}")
def comparison(old: str, new: str, ending: str) -> AnyResponse:
    """The comparison as a file; former keys lead to the present ones."""
    form = ENDINGS[ending]
    with reading() as services:
        pair = gathered(services, old, new)
    if pair.keys != (old, new):
        return redirect(comparison_export_url(*pair.keys, ending=ending))

    def content() -> bytes:
        with reading() as services:
            compared = services.comparing.chronological(old, new)
            return exporting_comparisons.export(compared, form.name, comparison_file).content

    response = caching.answer(pair, content, media_type=form.media_type, fictional=pair.fictional)
    name = form.file_name(*_oldest_first(pair), fictional=pair.fictional)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _oldest_first(pair: Pair) -> tuple[str, str]:
    first, second = (listed.version for listed in pair.versions)
    turned = direction(first, second, pair.works[0].work.kind).reversed
    return (second.version, first.version) if turned else (first.version, second.version)
