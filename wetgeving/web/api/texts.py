"""The text of a version, or one provision of it, as JSON or, by `Accept`, as one of the exports."""

from flask import request, url_for

from corpus.exporters import EXPORTERS
from wetgeving import shapes
from wetgeving.services import Services
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.exporting import Exported
from wetgeving.shapes import Shape
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import JSON, Answer, Elsewhere
from wetgeving.web.api.asked import Asked
from wetgeving.web.api.problems import NotAcceptableError
from wetgeving.web.reading import reading

FORMS = {exporter.media_type: exporter for exporter in EXPORTERS.values()}
MEDIA_TYPES = (JSON, *FORMS)


def text(_: Asked, version: str) -> Answer | Elsewhere:
    """A version with all its provisions."""
    return _text(version, "")


def provision(_: Asked, version: str, eid: str) -> Answer | Elsewhere:
    """One provision of a version with everything below it."""
    return _text(version, eid)


def _text(key: str, eid: str) -> Answer | Elsewhere:
    media_type = _chosen()
    listed, made_of, fictional = _found(key)
    present = listed.version.version
    if present != key:
        provision = url_for("api.provision", version=present, eid=eid) if eid else ""
        return Elsewhere(provision or url_for("api.text", version=present))
    if eid:
        with reading() as services:
            services.catalogue.provision(present, eid)
    if media_type == JSON:
        return Answer(lambda: _shape(present, eid), made_of, fictional=fictional)
    name = FORMS[media_type].named(present, eid, fictional=fictional)
    return Answer(
        lambda: _exported(present, eid, media_type).content,
        made_of,
        fictional=fictional,
        media_type=media_type,
        file_name=name,
    )


def _found(key: str) -> tuple[ListedVersion, object, bool]:
    """The version, all that its text is made of, and whether it is fictional."""
    VersionAddress.of(key)
    with reading() as services:
        listed = services.catalogue.version(key)
        work = services.catalogue.work(listed.version.work)
    return listed, (work, listed), work.fictional


def _chosen() -> str:
    """The form the client likes best; JSON for who has no preference."""
    if not request.accept_mimetypes:
        return JSON
    chosen = request.accept_mimetypes.best_match(MEDIA_TYPES)
    if chosen is None:
        raise NotAcceptableError(
            "In deze vorm wordt deze tekst niet gegeven.",
            value=str(request.accept_mimetypes)[:120],
            remedy=f"Kies uit: {', '.join(MEDIA_TYPES)}.",
        )
    return chosen


def _shape(key: str, eid: str) -> Shape:
    with reading() as services:
        return _of_provision(services, key, eid) if eid else shapes.version_text(services.catalogue.text(key))


def _of_provision(services: Services, key: str, eid: str) -> Shape:
    return shapes.cited(services.catalogue.provision(key, eid))


def _exported(key: str, eid: str, media_type: str) -> Exported:
    with reading() as services:
        return services.exporting.export(key, FORMS[media_type].name, eid=eid)
