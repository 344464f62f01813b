"""What an admin arranges: people and their roles, closed dossiers and their members, and the log of it all.

An admin sees the numbers of closed dossiers here and nothing else of them (ADR 0006).
"""

from typing import cast

from flask import Blueprint, Response, redirect, render_template, request, url_for

from wetgeving.services.errors import InvalidValueError
from wetgeving.services.passwords import SHORTEST
from wetgeving.services.people import ROLES
from wetgeving.web.paging import page_number
from wetgeving.web.reading import arranging, reading

blueprint = Blueprint("managing", __name__, url_prefix="/beheer")


@blueprint.get("")
def start() -> Response:
    """Where the menu leads."""
    return _to("managing.people")


@blueprint.get("/mensen")
def people() -> str:
    """Everyone with an account."""
    with reading() as services:
        found = services.people.all()
    return render_template("people.html", people=found, roles=ROLES, shortest=SHORTEST)


@blueprint.post("/mensen")
def add_person() -> Response:
    """Give someone an account."""
    with arranging() as services:
        services.people.add(_field("naam"), _field("rol"), password=request.form.get("wachtwoord", ""))
    return _to("managing.people")


@blueprint.post("/mensen/<name>")
def change_person(name: str) -> Response:
    """Another role, or an account shut or opened again."""
    act = _field("doe")
    with arranging() as services:
        if act == "rol":
            services.people.set_role(name, _field("rol"))
        else:
            services.people.set_disabled(name, disabled=_either(act, "uitzetten", "aanzetten"))
    return _to("managing.people")


@blueprint.get("/dossiers")
def dossiers() -> str:
    """The closed dossiers by number, with their members."""
    with reading() as services:
        closed, everyone = services.membership.closed(), services.people.all()
    return render_template(
        "closed_dossiers.html", closed=closed, people=[p for p in everyone if not p.disabled]
    )


@blueprint.post("/dossiers")
def close_dossier() -> Response:
    """Close a dossier."""
    with arranging() as services:
        services.membership.close(_field("nummer"))
    return _to("managing.dossiers")


@blueprint.post("/dossiers/<number>")
def change_dossier(number: str) -> Response:
    """Open a dossier, or change who belongs to it."""
    act = _field("doe")
    with arranging() as services:
        if act == "openen":
            services.membership.open(number)
        elif _either(act, "toevoegen", "verwijderen"):
            services.membership.add(number, _field("naam"))
        else:
            services.membership.remove(number, _field("naam"))
    return _to("managing.dossiers")


@blueprint.get("/logboek")
def log() -> str:
    """What was done, newest first."""
    number = page_number()
    with reading() as services:
        page = services.audit.page(number)
    return render_template("log.html", page=page, number=number)


def _either(act: str, yes: str, no: str) -> bool:
    if act not in (yes, no):
        raise InvalidValueError(
            "Dit kan hier niet.", value=act[:40], remedy="Gebruik een knop van de pagina."
        )
    return act == yes


def _field(name: str) -> str:
    return request.form.get(name, "").strip()


def _to(endpoint: str) -> Response:
    return cast(Response, redirect(url_for(endpoint), code=303))
