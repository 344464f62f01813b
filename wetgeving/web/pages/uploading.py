"""Taking in a file through the page: shown first, stored only after a person confirmed what it is.

It is for editors (`web.rights`); while there are no accounts, for who is at this machine. Between the two
steps the file is in the form of the page, not on this machine.
"""

import base64
from datetime import date

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.track import stage_term, stages
from wetgeving.services.errors import InvalidValueError, MissingDetailError
from wetgeving.services.ingest import GivenDate, Statement, UnknownDate
from wetgeving.web.addresses import version_url
from wetgeving.web.provision_view import units
from wetgeving.web.reading import reading, storing

blueprint = Blueprint("uploading", __name__)

MAX_BYTES = 20_000_000
SHOWN_CHARACTERS = 100_000
_DATES = ("in_force_on", "as_known_on", "document_date")


@blueprint.get("/opnemen")
def choose() -> str:
    """The form that asks for a file."""
    return render_template("upload.html", most=MAX_BYTES)


@blueprint.post("/opnemen")
def look() -> str:
    """The reading of a file and its account, with what could be stored of it; nothing is stored."""
    sent = request.files.get("bestand")
    if sent is None or not sent.filename:
        raise MissingDetailError(
            "Er is geen bestand gekozen.", remedy="Kies een bestand en probeer het opnieuw."
        )
    content = _bounded(sent.read(MAX_BYTES + 1))
    with reading() as services:
        proposal = services.proposing.propose(content, sent.filename)
        dossiers = [listed.dossier for listed in services.dossiers.listed()]
    return render_template(
        "proposal.html",
        proposal=proposal,
        dossiers=dossiers,
        content=base64.b64encode(proposal.content).decode(),
        stages=[(stage, stage_term(proposal.reading.kind, stage)) for stage in stages()],
        units=units(proposal.reading.provisions, level=3),
        source=_source_text(proposal.content),
        shown=SHOWN_CHARACTERS,
    )


@blueprint.post("/opnemen/bevestigen")
def confirm() -> Response:
    """Store what the person confirmed, and go to it."""
    content = _bounded(_decoded(request.form.get("inhoud", "")))
    name = request.form.get("naam", "")
    with storing() as services:
        result = services.ingesting.ingest(content, name, "webpagina", _statement())
    return redirect(version_url(result.version), code=303)


def _statement() -> Statement:
    in_force_on, as_known_on, document_date = (_date(field) for field in _DATES)
    return Statement(
        work=request.form.get("work", "").strip(),
        dossier=request.form.get("dossier", ""),
        stage=request.form.get("stage", ""),
        in_force_on=in_force_on,
        as_known_on=as_known_on,
        document_date=document_date,
        reason=request.form.get("reason", "").strip(),
    )


def _date(field: str) -> GivenDate:
    """A date as the person left it in the form: an emptied field says that it is not known."""
    value = request.form.get(field, "").strip()
    if not value:
        return UnknownDate.UNKNOWN
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise InvalidValueError("Dit is geen datum.", value=value, remedy="Schrijf 2031-01-31.") from error


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        what = "Het formulier is onderweg beschadigd."
        raise InvalidValueError(what, value=f"{len(text)} tekens", remedy="Begin opnieuw.") from error


def _source_text(content: bytes) -> str:
    """The source as text, to lay beside the reading; "" for a file that is no text."""
    try:
        return content[: 4 * SHOWN_CHARACTERS].decode("utf-8", errors="strict")[:SHOWN_CHARACTERS]
    except UnicodeDecodeError as error:
        whole = error.start > 4 * SHOWN_CHARACTERS - 4
        return content[: error.start].decode("utf-8")[:SHOWN_CHARACTERS] if whole else ""


def _bounded(content: bytes) -> bytes:
    if len(content) > MAX_BYTES:
        raise InvalidValueError(
            "Het bestand is te groot voor deze pagina.",
            value=f"meer dan {MAX_BYTES} bytes",
            remedy="Neem het op met `wetgeving ingest`.",
        )
    return content
