"""The commitments of a dossier on a page of their own, what people said of them, and the progress report."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.dossier.facts import DateClaim, Ground
from wetgeving import commitment_shapes
from wetgeving.services import exporting_progress
from wetgeving.services.commitment_values import CommitmentList
from wetgeving.services.errors import MissingDetailError
from wetgeving.store.viewer import Role
from wetgeving.web import caching, commitment_view
from wetgeving.web.addresses import commitments_url
from wetgeving.web.ground_view import ShownDate, ShownGround, shown_dates, shown_ground
from wetgeving.web.reading import arranging, reading, viewer

blueprint = Blueprint("commitments", __name__, url_prefix="/dossiers/<number>")
_ENDINGS = ", ".join(map(repr, exporting_progress.FORMS))


@blueprint.get("/toezeggingen")
def commitments(number: str) -> Response:
    """The commitments that pass the filter, with everything that was said of them."""
    asked = commitment_view.wanted(request.args)
    with reading() as services:
        found = services.commitments.of(number)
    return caching.answer(found, lambda: _page(found, asked), fictional=found.dossier.fictional)


@blueprint.post("/toezeggingen")
def judge(number: str) -> Response:
    """Say that something is a commitment, is none, or how it stands."""
    form = request.form
    commitment = form.get("toezegging", "")
    with arranging() as services:
        services.commitments.judge(
            number,
            commitment,
            form.get("oordeel", ""),
            evidence=form.get("grond", ""),
            on=commitment_view.day(form.get("dag", ""), "Dit"),
        )
    return redirect(commitments_url(number, opened=commitment), code=303)


@blueprint.get(f"/voortgang.<any({_ENDINGS}):ending>")
def report(number: str, ending: str) -> Response:
    """The progress report since a day, as a file."""
    since = commitment_view.day(request.args.get("sinds", ""), "De eerste dag")
    if since is None:
        raise MissingDetailError(
            "Een voortgangsverslag begint op een dag.", remedy="Voeg toe: ?sinds=2031-01-31."
        )
    with reading() as services:
        made = services.progress_reports.report(number, since)
    response = caching.answer(
        made,
        lambda: exporting_progress.content(made, ending, commitment_shapes.progress_file),
        media_type=exporting_progress.FORMS[ending].media_type,
        fictional=made.fictional,
    )
    name = exporting_progress.file_name(made, ending)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(found: CommitmentList, asked: commitment_view.Wanted) -> str:
    def said(ground: Ground) -> ShownGround:
        return shown_ground(ground, found.sources)

    def dated(claims: tuple[DateClaim, ...]) -> tuple[ShownDate, ...]:
        return shown_dates(claims, found.sources)

    return render_template(
        "commitments.html",
        found=found,
        shown=commitment_view.chosen(found, asked),
        wanted=asked,
        opened=request.args.get("toezegging", ""),
        view=commitment_view,
        said=said,
        dated=dated,
        editing=viewer().role.includes(Role.EDITOR),
        forms=tuple(exporting_progress.FORMS.values()),
        fictional=found.dossier.fictional,
    )
