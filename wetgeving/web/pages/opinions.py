"""The register of opinions, and one opinion as a ledger: point, answer, change and opvolging; exports."""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.opinion import System
from wetgeving.services import Services, exporting_opinions
from wetgeving.services.opinion_values import Ledger
from wetgeving.store.viewer import Role
from wetgeving.web import caching, operations_view, opinion_terms, opinion_view
from wetgeving.web.addresses import VersionAddress, opinion_export_url, opinion_url
from wetgeving.web.reading import arranging, reading, viewer
from wetgeving.web.standing_view import version_name

blueprint = Blueprint("opinions", __name__, url_prefix="/adviezen")


@blueprint.get("")
def register() -> Response:
    """The opinions that pass the filter, the examples apart from them."""
    wanted = opinion_view.wanted(request.args)
    with reading() as services:
        every = services.opinions.register()
        shown = services.opinions.register(wanted) if _is_filtered() else every
    counted = opinion_view.real(shown)

    def body() -> str:
        return render_template(
            "opinions.html",
            counted=counted,
            examples=tuple(e for e in shown if e.fictional),
            total=len(opinion_view.real(every)),
            offer=opinion_view.offer(every),
            wanted=wanted,
            tally=opinion_view.tally(counted),
            dicta=[(system, opinion_view.dicta(counted, system)) for system in System],
            terms=opinion_terms,
            filtered=_is_filtered(),
            partly_fictional=any(e.fictional for e in shown),
        )

    return caching.answer((every, shown), body)


@blueprint.get("/nummer/<path:number>")
def numbered(number: str) -> Response:
    """An opinion by its number: its ledger, or what is known of it where no text is at hand."""
    with reading() as services:
        ledger = services.opinions.numbered(number)
        names = _names(services, ledger)
    if ledger.entry.version:
        return redirect(opinion_url(ledger.entry.version))
    return _page(ledger, names)


@blueprint.get("/<version>")
def opinion(version: str) -> Response:
    """The ledger of one opinion; a former key leads to the present one."""
    VersionAddress.of(version)
    with reading() as services:
        ledger = services.opinions.ledger(version)
        names = _names(services, ledger)
    if ledger.entry.version != version:
        return redirect(opinion_url(ledger.entry.version))
    return _page(ledger, names)


@blueprint.get(f"/<version>.<any({', '.join(map(repr, exporting_opinions.FORMS))}):ending>")
def download(version: str, ending: str) -> Response:
    """The ledger as a file."""
    VersionAddress.of(version)
    form = exporting_opinions.FORMS[ending]
    with reading() as services:
        ledger = services.opinions.ledger(version)
    if ledger.entry.version != version:
        return redirect(opinion_export_url(ledger.entry.version, ending=ending))
    response = caching.answer(
        ledger, lambda: form.write(ledger), media_type=form.media_type, fictional=ledger.entry.fictional
    )
    name = exporting_opinions.file_name(ledger, ending)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@blueprint.post("/<version>")
def judge(version: str) -> Response:
    """Say what became of a point: the proposal, or something else."""
    VersionAddress.of(version)
    label = request.form.get("punt", "")
    with arranging() as services:
        services.opinions.judge(
            version, label, request.form.get("opvolging", ""), reason=request.form.get("reden", "")
        )
    return redirect(opinion_url(version, point=label), code=303)


def _is_filtered() -> bool:
    return any(request.args.get(name) for name in opinion_view.NAMES)


def _page(ledger: Ledger, names: dict[str, str]) -> Response:
    return caching.answer(
        (ledger, names),
        lambda: render_template(
            "opinion.html",
            ledger=ledger,
            entry=ledger.entry,
            names=names,
            memoranda=ledger.memoranda if len(ledger.memoranda) == 2 else ("", ""),
            opened=request.args.get("punt", ""),
            editing=viewer().role.includes(Role.EDITOR),
            forms=exporting_opinions.FORMS.values(),
            tally=opinion_view.tally((ledger.entry,)),
            terms=opinion_terms,
            operations=operations_view,
            fictional=ledger.entry.fictional,
        ),
        fictional=ledger.entry.fictional,
    )


def _names(services: Services, ledger: Ledger) -> dict[str, str]:
    """What the versions the ledger names are called."""
    keys = (ledger.entry.advised_version, ledger.entry.next_version, *ledger.memoranda)
    return {key: version_name(services.catalogue.version(key)) for key in keys if key}
