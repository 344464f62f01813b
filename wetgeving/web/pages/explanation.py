"""What the memoranda of the dossier say of one article, beside that article."""

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template
from werkzeug.wrappers import Response

from wetgeving.services.explaining import ExplainedProvision
from wetgeving.web import caching
from wetgeving.web.addresses import explanation_url
from wetgeving.web.provision_view import units
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import text_status, version_name

blueprint = Blueprint("explanation", __name__)


@blueprint.get("/regelingen/<work>/<moment>/<eid>/toelichting")
def explanation(work: str, moment: str, eid: str) -> Response:
    """The passages about one provision, from every version of every memorandum."""
    key = f"{work}@{moment}"
    with reading() as services:
        listed = services.catalogue.version(key)
        found = services.catalogue.work(listed.version.work)
        searched = services.explaining.memoranda(found)
    if (present := listed.version.version) != key:
        return redirect(explanation_url(present, eid))
    made_of = (found, listed, searched)
    return caching.answer(made_of, lambda: _page(present, eid), fictional=found.fictional)


def _page(key: str, eid: str) -> Iterator[str]:
    with reading() as services:
        explained = services.explaining.of_provision(key, eid)
    page = render_template(
        "provision_explanation.html",
        explained=explained,
        text=explained.text,
        work=explained.text.work,
        name=version_name(explained.text.listed),
        status=text_status(explained.text),
        provision=explained.provision,
        label=explained.label,
        units=tuple(units((explained.provision,))),
        said=_said(explained),
        silent=[v for v in explained.searched if v not in [f.memorandum.listed for f in explained.found]],
        version_name=version_name,
        status_of=text_status,
        fictional=explained.text.work.fictional,
    )
    return iter([page])


def _said(explained: ExplainedProvision) -> list[dict[str, object]]:
    """Each memorandum with what it says, and which later one said the same in the same words."""
    earlier: dict[object, str] = {}
    said = []
    for found in explained.found:
        words = tuple((p.sign, p.text) for p in found.passages)
        name = version_name(found.memorandum.listed)
        said.append({"found": found, "name": name, "same_as": earlier.get(words, "")})
        earlier.setdefault(words, name)
    return said
