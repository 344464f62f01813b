"""A version, or one provision of it, as a file in another format: always a download."""

from flask import Blueprint, redirect
from werkzeug.wrappers import Response as AnyResponse

from corpus.exporters import EXPORTERS
from wetgeving.web import caching
from wetgeving.web.addresses import export_url
from wetgeving.web.reading import reading

blueprint = Blueprint("exporting", __name__)

FORMS = {exporter.suffix.lstrip("."): exporter for exporter in EXPORTERS.values()}
_ENDING = f"<any({', '.join(repr(ending) for ending in FORMS)}):ending>"


@blueprint.get(f"/regelingen/<work>/<moment>.{_ENDING}")
def version(work: str, moment: str, ending: str) -> AnyResponse:
    """The version as a file; a former key leads to the present one."""
    return _exported(f"{work}@{moment}", "", ending)


@blueprint.get(f"/regelingen/<work>/<moment>/<eid>.{_ENDING}")
def provision(work: str, moment: str, eid: str, ending: str) -> AnyResponse:
    """The provision as a file."""
    return _exported(f"{work}@{moment}", eid, ending)


def _exported(asked: str, eid: str, ending: str) -> AnyResponse:
    exporter = FORMS[ending]
    with reading() as services:
        listed = services.catalogue.version(asked)
        found = services.catalogue.work(listed.version.work)
        present = listed.version.version
        if eid:
            services.catalogue.provision(present, eid)
    if present != asked:
        return redirect(export_url(present, ending, eid))

    def content() -> bytes:
        with reading() as services:
            return services.exporting.export(present, exporter.name, eid=eid).content

    response = caching.answer(
        (found, listed), content, media_type=exporter.media_type, fictional=found.fictional
    )
    name = exporter.named(present, eid, fictional=found.fictional)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
