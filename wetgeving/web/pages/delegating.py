"""The overview of delegation of a version, what a rule rests on, and the word of a person on a candidate."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from wetgeving.services.delegating_values import Verdict
from wetgeving.store.viewer import Role
from wetgeving.web import caching, delegation_view
from wetgeving.web.addresses import VersionAddress, delegation_url, grounds_url
from wetgeving.web.reading import arranging, reading, viewer
from wetgeving.web.standing_view import version_name

blueprint = Blueprint("delegating", __name__)


@blueprint.get("/delegatie/<version>")
def ledger(version: str) -> Response:
    """What a version leaves to other rules; a former key leads to the present one."""
    VersionAddress.of(version)
    against = request.args.get("naar", "")
    if against:
        VersionAddress.of(against)
    with reading() as services:
        found = services.delegating.ledger(version, against)
        names = {v.version.version: version_name(v) for v in services.catalogue.versions(found.work.key)}
    if found.version != version:
        return redirect(delegation_url(found.version, against=against))
    return caching.answer(
        (found, names),
        lambda: render_template(
            "delegation.html",
            ledger=found,
            names=names,
            chapters=delegation_view.chapters(found.rows),
            tally=delegation_view.tally(found.rows),
            words=delegation_view,
            editing=viewer().role.includes(Role.EDITOR),
            fictional=found.fictional,
        ),
        fictional=found.fictional,
    )


@blueprint.post("/delegatie/<version>")
def judge(version: str) -> Response:
    """Say of a candidate whether it is right."""
    VersionAddress.of(version)
    form = request.form
    with arranging() as services:
        services.delegating.judge(
            version,
            form.get("kandidaat", ""),
            form.get("oordeel", Verdict.RIGHT),
            reason=form.get("reden", ""),
        )
    return redirect(delegation_url(version, anchor="nagaan"), code=303)


@blueprint.get("/grondslagen/<version>")
def grounds(version: str) -> Response:
    """What a decree or regulation rests on."""
    VersionAddress.of(version)
    with reading() as services:
        found = services.delegating.grounds(version)
        listed = services.catalogue.version(found.version)
    if found.version != version:
        return redirect(grounds_url(found.version))
    return caching.answer(
        (found, listed),
        lambda: render_template(
            "grounds.html",
            found=found,
            name=version_name(listed),
            words=delegation_view,
            fictional=found.fictional,
        ),
        fictional=found.fictional,
    )
