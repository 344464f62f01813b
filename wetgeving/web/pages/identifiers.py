"""`/id/<identifier>`: to what an identifier names, by redirect; a choice (300) when it names more."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from wetgeving.services.resolving import Target
from wetgeving.web.addresses import provision_url, version_url, work_url
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import version_name

blueprint = Blueprint("identifiers", __name__)

_MULTIPLE = 300


@blueprint.get("/id/<path:identifier>")
def identifier(identifier: str) -> Response | tuple[str, int]:
    """Where an identifier leads; a slash is part of it."""
    with reading() as services:
        targets = services.resolving.targets(identifier)
    if len(targets) == 1:
        return redirect(_address(targets[0]))
    choices = [(_address(target), _called(target)) for target in targets]
    return render_template("choice.html", identifier=identifier, choices=choices), _MULTIPLE


def _address(target: Target) -> str:
    if target.work is None:
        return url_for("dossiers.dossier", number=target.dossier)
    if target.version is None:
        return work_url(target.work.key)
    key = target.version.version.version
    return provision_url(key, target.eid) if target.eid else version_url(key)


def _called(target: Target) -> str:
    if target.work is None:
        return f"dossier {target.dossier}"
    title = target.work.short_title or target.work.title or target.work.key
    version = version_name(target.version) if target.version else ""
    place = f"{target.label} ({target.eid})" if target.eid else ""
    return ", ".join(part for part in (title, version, place) if part)
