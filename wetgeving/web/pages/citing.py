"""References the other way round: who refers here, what an ambiguous one means, what leads nowhere."""

from flask import Blueprint, render_template

from corpus.numbering import label
from wetgeving.services.catalogue import path_to
from wetgeving.services.citing_shown import WORKS_A_PAGE
from wetgeving.services.errors import NotFoundError
from wetgeving.web import citing_terms
from wetgeving.web.paging import page_number
from wetgeving.web.reading import reading
from wetgeving.web.reference_view import Linking
from wetgeving.web.standing_view import version_name

blueprint = Blueprint("citing", __name__)


@blueprint.get("/regelingen/<work>/<moment>/aangehaald")
def whole(work: str, moment: str) -> str:
    """Who refers to an act as a whole."""
    return _cited_by(f"{work}@{moment}", "")


@blueprint.get("/regelingen/<work>/<moment>/<eid>/aangehaald")
def provision(work: str, moment: str, eid: str) -> str:
    """Who refers to a provision, or to what is below it."""
    return _cited_by(f"{work}@{moment}", eid)


@blueprint.get("/regelingen/<work>/<moment>/<eid>/verwijzing/<int:start>")
def choice(work: str, moment: str, eid: str, start: int) -> str:
    """What a reference may mean, when that is more than one thing."""
    key = f"{work}@{moment}"
    with reading() as services:
        text = services.catalogue.text(key)
        present = text.listed.version.version
        found = services.references.of(present) or ()
        reference = next((r for r in found if r.eid == eid and r.start == start and r.places), None)
        if reference is None:
            raise NotFoundError(
                "Op deze plaats staat geen verwijzing.", value=str(start), where=f"{key}/{eid}"
            )
        named = {place: services.references.named(place) for place in reference.places}
    path = path_to(text.provisions, eid)
    linking = Linking(present, frozenset(), text.work.fictional)
    return render_template(
        "reference_choice.html",
        work=text.work,
        key=present,
        name=version_name(text.listed),
        eid=eid,
        place=label(path),
        words=path[-1].text[reference.start : reference.end],
        candidates=[(named[place], linking.address(place)) for place in reference.places],
        fictional=text.work.fictional,
    )


@blueprint.get("/regelingen/<work>/<moment>/loze-verwijzingen")
def dangling(work: str, moment: str) -> str:
    """The references of a version that lead nowhere (any more)."""
    with reading() as services:
        listed = services.catalogue.version(f"{work}@{moment}")
        found = services.catalogue.work(listed.version.work)
        rows = services.references.dangling(listed.version.version)
    return render_template(
        "dangling.html",
        work=found,
        key=listed.version.version,
        name=version_name(listed),
        rows=rows,
        why=citing_terms.WHYS,
        version_name=version_name,
        fictional=found.fictional,
    )


@blueprint.get("/dossiers/<number>/loze-verwijzingen")
def dossier(number: str) -> str:
    """How many references lead nowhere in each text of a dossier."""
    with reading() as services:
        view = services.dossiers.view(number)
        rows = services.references.dangling_in_dossier(number)
    return render_template(
        "dangling_dossier.html",
        dossier=view.dossier,
        rows=[(work, [(v, version_name(v), n) for v, n in found]) for work, found in rows],
        fictional=view.dossier.fictional,
    )


def _cited_by(key: str, eid: str) -> str:
    page = page_number()
    with reading() as services:
        listed = services.catalogue.version(key)
        found = services.catalogue.work(listed.version.work)
        cited = services.references.to(listed.version.version, eid, page=page)
        known = services.references.tag(listed.version.version) != ""
    return render_template(
        "cited_by.html",
        work=found,
        key=listed.version.version,
        name=version_name(listed),
        eid=eid,
        cited=cited,
        known=known,
        page=page,
        last=max(1, -(-cited.total // WORKS_A_PAGE)),
        version_name=version_name,
        fictional=found.fictional,
    )
