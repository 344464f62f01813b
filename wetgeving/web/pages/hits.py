"""What can be done with the hits of a search: take them along as a file, or compare two of them."""

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from corpus.diff import Change
from wetgeving.services import exporting_hits
from wetgeving.services.comparing import ComparedVersions
from wetgeving.services.errors import InvalidValueError
from wetgeving.web import caching
from wetgeving.web.addresses import VersionAddress, comparison_url
from wetgeving.web.asked_search import index_of, saved_search
from wetgeving.web.comparison_choices import WHOLE
from wetgeving.web.hit_address import hit_address
from wetgeving.web.reading import reading

blueprint = Blueprint("hits", __name__)


@blueprint.get("/zoeken.csv", defaults={"ending": "csv"})
@blueprint.get("/zoeken.xlsx", defaults={"ending": "xlsx"})
def download(ending: str) -> Response:
    """The hits as a file; the index is not in the database, so it is made anew each time."""
    form, wanted = exporting_hits.FORMS[ending], saved_search()
    with reading() as services:
        index = index_of(services, wanted)
        shown = exporting_hits.as_shown(index, wanted)
        sheet = services.exporting_hits.sheet(index, shown, hit_address)
    response = caching.answer(
        sheet,
        lambda: form.write(sheet),
        media_type=form.media_type,
        fictional=sheet.fictional,
        lasting=False,
    )
    name = exporting_hits.file_name(sheet, ending)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.get("/zoeken/vergelijken")
def compare() -> AnyResponse:
    """Where the choice of two hits leads: the comparison of their versions, at what was found."""
    first, second = _chosen()
    with reading() as services:
        services.comparing.require_comparable(first[0], second[0])
        compared = services.comparing.chronological(first[0], second[0])
    old, new = (text.listed.version.version for text in (compared.old, compared.new))
    eids = (second[1], first[1]) if compared.swapped else (first[1], second[1])
    found = _change_in(compared, eids)
    if found is None:
        return redirect(comparison_url(old, new, query={"tekst": WHOLE}))
    return redirect(comparison_url(old, new, anchor=found.id))


def _chosen() -> tuple[tuple[str, str], tuple[str, str]]:
    """Version and eId of the two hits; an error that says what two can be compared."""
    chosen = tuple(dict.fromkeys(request.args.getlist("treffer")))
    if len(chosen) != 2:
        raise InvalidValueError(
            "Vergelijken kan met twee treffers.",
            value=f"{len(chosen)} gekozen",
            remedy="Ga terug naar de treffers en zet er bij twee een vinkje.",
        )
    (first, _, one), (second, _, other) = (treffer.partition("/") for treffer in chosen)
    for key in (first, second):
        VersionAddress.of(key)
    if first == second:
        raise InvalidValueError(
            "Deze twee treffers staan in dezelfde versie; vergeleken worden twee versies.",
            value=first[:120],
            remedy="Kies treffers uit twee versies, van één regeling of van twee.",
        )
    return (first, one), (second, other)


def _change_in(compared: ComparedVersions, eids: tuple[str, str]) -> Change | None:
    """The first change in either of the provisions, or of one below it."""
    for change in compared.comparison.changes:
        sides = ((side.eid, eids[0]) for side in change.old), ((side.eid, eids[1]) for side in change.new)
        if any(eid == outer or eid.startswith(f"{outer}__") for side in sides for eid, outer in side):
            return change
    return None
