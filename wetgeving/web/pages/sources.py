"""Source files, byte for byte as they were taken in: always a download, never shown by the browser."""

import re

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse

from corpus.exporters.exported_version import FICTIONAL
from wetgeving.services.errors import InvalidValueError
from wetgeving.web.reading import reading

blueprint = Blueprint("sources", __name__)


@blueprint.get("/bron/<sha256>")
def source(sha256: str) -> AnyResponse:
    """One file, named by its hash; whatever it holds, the browser is told that it is bytes."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise InvalidValueError(
            "Dit is geen hash van een bronbestand.",
            value=sha256[:120],
            remedy="Een hash heeft 64 tekens: cijfers en de letters a tot en met f.",
        )
    with reading() as services:
        content = services.catalogue.source(sha256)
        works = [services.catalogue.work(v.work) for v in services.catalogue.carriers(sha256)]
    fictional = bool(works) and all(work.fictional for work in works)
    name = f"{FICTIONAL.replace(' ', '-')}-{sha256}" if fictional else sha256
    response = Response(content, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-cache"  # a file may be closed or removed: ask again each time
    response.set_etag(sha256)
    if fictional:
        response.headers["X-Robots-Tag"] = "noindex"
    return response.make_conditional(request)
