"""The help page: keys, search operators, and the words the pages use."""

from flask import Blueprint, render_template

from wetgeving.web.search_examples import CITATIONS, LANGUAGE

blueprint = Blueprint("explaining", __name__)


@blueprint.get("/uitleg")
def explanation() -> str:
    """How to use the pages."""
    return render_template("explanation.html")


@blueprint.get("/uitleg/zoektaal")
def language() -> str:
    """The query language, by examples that are links."""
    return render_template("search_language.html", language=LANGUAGE, citations=CITATIONS)
