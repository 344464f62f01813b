"""The history of one provision: a strip of all versions, with what changed at each step."""

from flask import Blueprint, render_template

from wetgeving.web import terms
from wetgeving.web.operations_view import changed
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import status, version_name

blueprint = Blueprint("provision_history", __name__)


@blueprint.get("/regelingen/<work>/<moment>/<eid>/geschiedenis")
def history(work: str, moment: str, eid: str) -> str:
    """What became of a provision from version to version, oldest first."""
    key = f"{work}@{moment}"
    with reading() as services:
        steps = services.provision_history.of(key, eid)
        found = services.catalogue.work(work)
    shown = next(step for step in steps if step.listed.version.version == key)
    return render_template(
        "provision_history.html",
        work=found,
        steps=steps,
        names={step.listed.version.version: version_name(step.listed) for step in steps},
        shown=shown,
        standing=status,
        changed=changed,
        change_kind=terms.change_kind,
        fictional=found.fictional,
    )
