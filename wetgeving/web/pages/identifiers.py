"""`/id/<identifier>`: to what an identifier names, by redirect; a choice (300) when it names more."""

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from wetgeving.web.reading import reading
from wetgeving.web.target_view import identified_name, target_address

blueprint = Blueprint("identifiers", __name__)

_MULTIPLE = 300


@blueprint.get("/id/<path:identifier>")
def identifier(identifier: str) -> Response | tuple[str, int]:
    """Where an identifier leads; a slash is part of it."""
    with reading() as services:
        targets = services.resolving.targets(identifier)
    if len(targets) == 1:
        return redirect(target_address(targets[0]))
    choices = [(target_address(target), identified_name(target)) for target in targets]
    return render_template("choice.html", identifier=identifier, choices=choices), _MULTIPLE
