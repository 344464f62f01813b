"""The help page: keys, search operators, and the words the pages use."""

from flask import Blueprint, render_template

blueprint = Blueprint("explaining", __name__)


@blueprint.get("/uitleg")
def explanation() -> str:
    """How to use the pages."""
    return render_template("explanation.html")
