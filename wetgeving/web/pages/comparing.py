"""Two versions compared: side by side, or as one running text. The older one is always left."""

from collections.abc import Iterator

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from wetgeving.services import Services
from wetgeving.services.comparing import ComparedVersions
from wetgeving.services.errors import InvalidValueError
from wetgeving.web import caching, comparison_view, operations_view
from wetgeving.web.addresses import VersionAddress, comparison_url
from wetgeving.web.comparison_view import Filter
from wetgeving.web.filters import change_filter
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import text_status, version_name
from wetgeving.web.streaming import streamed

blueprint = Blueprint("comparing", __name__, url_prefix="/vergelijken")

SIDE_BY_SIDE, RUNNING = "naast-elkaar", "doorlopend"


@blueprint.get("")
def chosen() -> Response:
    """Where the form of a work leads: to the address of the comparison."""
    old, new = request.args.get("oud", ""), request.args.get("nieuw", "")
    if not old or not new:
        raise InvalidValueError(
            "Een vergelijking heeft twee versies nodig.",
            value=old or new or "geen versie gekozen",
            remedy="Kies op de pagina van een regeling een oude en een nieuwe versie.",
        )
    view = request.args.get("weergave")
    return redirect(comparison_url(VersionAddress.checked(old), VersionAddress.checked(new), weergave=view))


@blueprint.get("/<old>/<new>")
def comparison(old: str, new: str) -> Response:
    """The comparison, whichever of the two is the older one."""
    for key in (old, new):
        VersionAddress.of(key)
    view, wanted = _view(), change_filter(request.args.get("soort", ""), request.args.get("zoek", ""))
    with reading() as services:
        services.comparing.require_comparable(old, new)
        present, made_of, fictional = _made_of(services, old, new)
    if present != (old, new):
        kept = request.args.get
        where = comparison_url(*present, weergave=kept("weergave"), zoek=kept("zoek"), soort=kept("soort"))
        return redirect(where)
    return caching.answer(made_of, lambda: _page(old, new, view, wanted), fictional=fictional)


def _made_of(services: Services, old: str, new: str) -> tuple[tuple[str, str], object, bool]:
    """The present keys of both versions, all that their comparison shows, and whether it is fiction."""
    catalogue = services.catalogue
    versions = catalogue.version(old), catalogue.version(new)
    works = tuple(catalogue.work(v.version.work) for v in versions)
    between = tuple(v.version.version for v in catalogue.versions(works[0].key))
    keys = versions[0].version.version, versions[1].version.version
    return keys, (versions, works, between), any(work.fictional for work in works)


def _view() -> str:
    asked = request.args.get("weergave") or SIDE_BY_SIDE
    if asked not in (SIDE_BY_SIDE, RUNNING):
        raise InvalidValueError(
            "Deze weergave bestaat niet.", value=asked[:120], remedy=f"Kies {SIDE_BY_SIDE} of {RUNNING}."
        )
    return asked


def _page(old: str, new: str, view: str, wanted: Filter) -> Iterator[str]:
    with reading() as services:
        compared = services.comparing.chronological(old, new)
    shown = comparison_view.accepted(compared.comparison, wanted)
    return streamed(
        "comparison.html",
        compared=compared,
        old=compared.old.listed.version,
        new=compared.new.listed.version,
        same_work=compared.old.work.key == compared.new.work.key,
        sides=_sides(compared),
        view=view,
        wanted=wanted,
        words=request.args.get("zoek", ""),
        tally=comparison_view.tally(compared.comparison),
        shown=shown,
        first=comparison_view.first_substantive(compared.comparison),
        change_label=comparison_view.change_label,
        groups=comparison_view.groups(compared.comparison, wanted),
        operations=operations_view,
        respelled=sum(map(operations_view.respelled, compared.comparison.rows)),
        fictional=compared.old.work.fictional or compared.new.work.fictional,
    )


def _sides(compared: ComparedVersions) -> list[dict[str, object]]:
    """Both texts with their name and status, the older first."""
    return [
        {"text": text, "name": version_name(text.listed), "status": text_status(text)}
        for text in (compared.old, compared.new)
    ]
