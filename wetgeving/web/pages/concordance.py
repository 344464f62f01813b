"""The concordance of two versions, and the form with which an editor corrects it (`services.corrections`)."""

from typing import cast

from flask import Blueprint, Response, redirect, render_template, request

from corpus.diff import Correction
from wetgeving.services.comparing import ComparedVersions
from wetgeving.services.errors import InvalidValueError
from wetgeving.store.viewer import Role
from wetgeving.web import concordance_view
from wetgeving.web.addresses import VersionAddress, concordance_url
from wetgeving.web.reading import reading, storing, viewer
from wetgeving.web.standing_view import version_name

blueprint = Blueprint("concordance", __name__, url_prefix="/vergelijken")


@blueprint.get("/<old>/<new>/concordantie")
def concordance(old: str, new: str) -> str:
    """Which provisions became which, the older version on the left."""
    for key in (old, new):
        VersionAddress.of(key)
    level = _level()
    with reading() as services:
        services.comparing.require_comparable(old, new)
        compared = services.comparing.chronological(old, new)
        standing = services.corrections.standing(*_keys(compared))
    rows = concordance_view.rows(compared.comparison, level, standing)
    return render_template(
        "concordance.html",
        compared=compared,
        names=[version_name(text.listed) for text in (compared.old, compared.new)],
        keys=_keys(compared),
        rows=concordance_view.telling(rows),
        tally=concordance_view.tally(rows),
        choices=concordance_view.choices(rows),
        standing=concordance_view.standing_rows(standing, compared.old.provisions, compared.new.provisions),
        level=level,
        editing=viewer().role.includes(Role.EDITOR),
        fictional=compared.old.work.fictional,
    )


@blueprint.post("/<old>/<new>/concordantie")
def correct(old: str, new: str) -> Response:
    """Say that provisions correspond, or take such a word back."""
    form = request.form
    with storing() as services:
        services.comparing.require_comparable(old, new)
        compared = services.comparing.chronological(old, new)
        keys = _keys(compared)
        if form.get("doe") == "terugnemen":
            services.corrections.take_back(*keys, form.get("over", ""), reason=form.get("reden", ""))
        else:
            became = Correction(*(tuple(dict.fromkeys(form.getlist(side))) for side in ("oud", "nieuw")))
            texts = compared.old.provisions, compared.new.provisions
            services.corrections.correct(*keys, became, reason=form.get("reden", ""), texts=texts)
    return cast(Response, redirect(concordance_url(*keys, niveau=form.get("niveau")), code=303))


def _keys(compared: ComparedVersions) -> tuple[str, str]:
    return compared.old.listed.version.version, compared.new.listed.version.version


def _level() -> str:
    asked = request.args.get("niveau") or concordance_view.ARTICLES
    if asked not in concordance_view.LEVELS:
        raise InvalidValueError(
            "Dit niveau bestaat niet.",
            value=asked[:40],
            remedy=f"Kies uit {', '.join(concordance_view.LEVELS)}.",
        )
    return asked
