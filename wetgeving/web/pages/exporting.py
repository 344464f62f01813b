"""A version as a file in another format: always a download, made from what is stored."""

import hashlib

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from wetgeving.web.addresses import akoma_ntoso_url
from wetgeving.web.reading import reading

blueprint = Blueprint("exporting", __name__)


@blueprint.get("/regelingen/<work>/<moment>.akn.xml")
def akoma_ntoso(work: str, moment: str) -> AnyResponse:
    """The version as Akoma Ntoso; a former key leads to the present one."""
    asked = f"{work}@{moment}"
    with reading() as services:
        present = services.catalogue.version(asked).version.version
        if present != asked:
            return redirect(akoma_ntoso_url(present))
        exported = services.exporting.export(present, "akoma-ntoso")
    response = Response(exported.content, mimetype=exported.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{exported.file_name}"'
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(hashlib.sha256(exported.content).hexdigest())
    return response.make_conditional(request)
