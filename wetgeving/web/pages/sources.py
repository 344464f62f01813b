"""Source files, byte for byte as they were taken in: always a download, never shown by the browser."""

import re

from flask import Blueprint, Response

from wetgeving.services.errors import InvalidValueError
from wetgeving.web.reading import reading

blueprint = Blueprint("sources", __name__)


@blueprint.get("/bron/<sha256>")
def source(sha256: str) -> Response:
    """One file, named by its hash; whatever it holds, the browser is told that it is bytes."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise InvalidValueError(
            "Dit is geen hash van een bronbestand.",
            value=sha256[:120],
            remedy="Een hash heeft 64 tekens: cijfers en de letters a tot en met f.",
        )
    with reading() as services:
        content = services.catalogue.source(sha256)
    response = Response(content, mimetype="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{sha256}"'
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.set_etag(sha256)
    return response
