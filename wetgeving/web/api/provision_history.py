"""One provision over all versions of its work: the twin of its page."""

from flask import url_for

from wetgeving import shapes
from wetgeving.shapes import Shape
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked
from wetgeving.web.reading import reading


def history(_: Asked, version: str, eid: str) -> Answer | Elsewhere:
    """What became of a provision from version to version, oldest first."""
    VersionAddress.of(version)
    with reading() as services:
        listed = services.catalogue.version(version)
        work = services.catalogue.work(listed.version.work)
        versions = services.catalogue.versions(work.key)
        present, said = listed.version.version, services.corrections.latest()
        services.catalogue.provision(present, eid)
    if present != version:
        return Elsewhere(url_for("api.history", version=present, eid=eid))
    return Answer(
        lambda: _shape(present, eid, fictional=work.fictional),
        (work, versions, said),
        fictional=work.fictional,
    )


def _shape(key: str, eid: str, *, fictional: bool) -> Shape:
    with reading() as services:
        steps = services.provision_history.of(key, eid)
    return shapes.provision_history(steps, version=key, eid=eid, fictional=fictional)
