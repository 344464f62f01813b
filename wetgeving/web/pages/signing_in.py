"""Signing in and out, with a password or at a provider, and setting another password.

Every refusal of a password reads the same, whether the name, the password or the patience is at fault.
"""

from time import monotonic
from typing import cast

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for

from wetgeving.services.access import SignedIn, sign_in
from wetgeving.services.credentials import new_secret
from wetgeving.services.errors import NotAllowedError, NotFoundError
from wetgeving.services.openid import OpenId, Vouched
from wetgeving.services.passwords import SHORTEST, is_right
from wetgeving.web.pacing import Pace
from wetgeving.web.reading import arranging, new_people_role, provider, reading, viewer
from wetgeving.web.signing_in import cookie, give_session, session_secret, set_cookie, take_session

blueprint = Blueprint("signing_in", __name__)

_FLOW, _FLOW_SECONDS = "wetgeving-openid", 600


@blueprint.get("/aanmelden")
def form() -> str:
    """The form; for who is signed in, what they can do."""
    return _form("")


@blueprint.post("/aanmelden")
def sign_in_here() -> tuple[str, int] | Response:
    """A session for a name with its password."""
    pace, address = cast(Pace, current_app.extensions["pace"]), request.remote_addr or ""
    pace.require(address, monotonic())
    name, password = request.form.get("naam", ""), request.form.get("wachtwoord", "")
    signed_in = sign_in(reading, arranging, name=name, password=password)
    if signed_in is None:
        pace.failed(address, monotonic())
        return _form(name[:80], refused=True), 403
    return _entered(signed_in)


@blueprint.post("/afmelden")
def sign_out() -> Response:
    """End the session here and in the browser, with the pages it kept."""
    with arranging() as services:
        services.access.end(session_secret())
    response = take_session(cast(Response, redirect(url_for("works.works"), code=303)))
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@blueprint.get("/aanmelden/wachtwoord")
def password() -> str:
    """The form for another password."""
    return render_template("password.html", shortest=SHORTEST, refused=False)


@blueprint.post("/aanmelden/wachtwoord")
def set_password() -> tuple[str, int] | Response:
    """Set another password for who knows the present one; every session ends, this one is opened again."""
    name = viewer().name
    with reading() as services:
        known = services.access.password_hash(name)
    if not is_right(request.form.get("huidig", ""), known):
        return render_template("password.html", shortest=SHORTEST, refused=True), 403
    with arranging() as services:
        services.people.set_password(name, request.form.get("nieuw", ""))
        signed_in = services.access.settle(name, right=True)
    return _entered(signed_in) if signed_in else cast(Response, redirect(url_for("signing_in.form")))


@blueprint.get("/aanmelden/openid")
def to_provider() -> Response:
    """To the provider, with a secret that only this browser knows."""
    asked, secret = _provider(), new_secret()
    response = cast(Response, redirect(asked.address(secret, _back())))
    return set_cookie(response, secret, name=_FLOW, seconds=_FLOW_SECONDS)


@blueprint.get("/aanmelden/openid/terug")
def from_provider() -> Response:
    """Back from the provider: a session for whom it vouches for and we know."""
    vouched = _provider().vouched(request.args.to_dict(), secret=cookie(_FLOW), back=_back())
    signed_in = _known(vouched)
    return set_cookie(_entered(signed_in), "", name=_FLOW, seconds=0)


def _known(vouched: Vouched) -> SignedIn:
    role = new_people_role()
    with arranging() as services:
        if role and services.people.with_subject(vouched.subject) is None:
            services.people.add_vouched(vouched.subject, vouched.name, role)
        signed_in = services.access.vouched_for(vouched.subject)
    if signed_in is None:
        raise NotAllowedError(
            "De aanbieder kent u, maar u hebt hier geen account of het staat uit.",
            value=vouched.subject,
            remedy="Geef deze waarde aan een beheerder; die maakt het account met `wetgeving user add`.",
        )
    return signed_in


def _provider() -> OpenId:
    found = provider()
    if found is None:
        raise NotFoundError("Deze pagina bestaat niet.", remedy="Meld u aan met naam en wachtwoord.")
    return found


def _back() -> str:
    return url_for("signing_in.from_provider", _external=True)


def _entered(signed_in: SignedIn) -> Response:
    return give_session(cast(Response, redirect(_destination(), code=303)), signed_in)


def _destination() -> str:
    """Where someone was going; an address of this site or the front page, never another site."""
    wanted = request.form.get("terug", "")
    own = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if own and "\\" not in wanted else url_for("works.works")


def _form(name: str, *, refused: bool = False) -> str:
    return render_template(
        "sign_in.html",
        name=name,
        refused=refused,
        back=request.values.get("terug", ""),
        provider=provider() is not None,
    )
