"""Two versions compared: side by side, or as one running text. The older one is always left."""

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from wetgeving.services.errors import InvalidValueError
from wetgeving.web import caching
from wetgeving.web.addresses import VersionAddress, comparison_url
from wetgeving.web.comparison_choices import Choices
from wetgeving.web.comparison_page import gathered, page, present, require_pinned_is_compared
from wetgeving.web.reading import reading

blueprint = Blueprint("comparing", __name__, url_prefix="/vergelijken")


@blueprint.get("")
def chosen() -> Response:
    """Where a form that chooses two versions leads: to the address of the comparison."""
    old, new = request.args.get("oud", ""), request.args.get("nieuw", "")
    if not old or not new:
        raise InvalidValueError(
            "Een vergelijking heeft twee versies nodig.",
            value=old or new or "geen versie gekozen",
            remedy="Kies op de pagina van een regeling een oude en een nieuwe versie.",
        )
    choices = Choices.of(request.args)
    return redirect(
        comparison_url(VersionAddress.checked(old), VersionAddress.checked(new), query=choices.query)
    )


@blueprint.get("/<old>/<new>")
def comparison(old: str, new: str) -> Response:
    """The comparison, whichever of the two is the older one."""
    choices = Choices.of(request.args)
    require_pinned_is_compared(choices, old, new)
    with reading() as services:
        pair = gathered(services, old, new)
    if pair.keys != (old, new):
        return redirect(comparison_url(*pair.keys, query=present(choices, old, new, pair).query))

    def here(other: Choices) -> str:
        return comparison_url(old, new, query=other.query)

    return caching.answer(pair, lambda: page(pair, choices, here), fictional=pair.fictional)
