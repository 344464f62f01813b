"""Taking in a transponeringstabel from a file: what would be stored and what fits nothing, then confirming.

For editors. Between the two steps the file is in the form of the page, not on this machine.
"""

import base64

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.transposition.table_import import OfferedTable, offered
from corpus.worksheets import MOST_BYTES
from wetgeving.services import Services
from wetgeving.services.errors import InvalidValueError, MissingDetailError
from wetgeving.services.transposing_texts import LAW_KINDS
from wetgeving.store.values import Work
from wetgeving.web import transposition_terms
from wetgeving.web.addresses import transposition_url
from wetgeving.web.reading import arranging, reading

blueprint = Blueprint("transposing_tables", __name__, url_prefix="/transponering")


@blueprint.get("/<act>/inlezen")
def choose(act: str) -> str:
    """The form that asks for a file."""
    with reading() as services:
        table = services.transposing.table(act)
        works = national_works(services, table.dossiers)
    return render_template(
        "transposition_import.html", table=table, works=works, most=MOST_BYTES, fictional=table.fictional
    )


@blueprint.post("/<act>/inlezen")
def look(act: str) -> str:
    """What the file says, row by row, and what of it fits nothing; nothing is stored."""
    sent = request.files.get("bestand")
    if sent is None or not sent.filename:
        raise MissingDetailError(
            "Er is geen bestand gekozen.", remedy="Kies een bestand en probeer het opnieuw."
        )
    content = sent.read(MOST_BYTES + 1)
    read = offered(content)
    work = request.form.get("regeling", "")
    with reading() as services:
        table = services.transposing.table(act)
        fitted = services.transposing.fit(table.act, read.rows, work=work)
    return render_template(
        "transposition_proposal.html",
        table=table,
        name=sent.filename,
        content=base64.b64encode(content).decode(),
        work=work,
        read=read,
        fitted=fitted,
        left=sorted((*read.left, *fitted.left), key=lambda row: row.row.number),
        terms=transposition_terms,
        fictional=table.fictional,
    )


@blueprint.post("/<act>/inlezen/bevestigen")
def confirm(act: str) -> Response:
    """Store the rows that fit as claims of the editor, and go to the table."""
    read = _decoded(request.form.get("inhoud", ""))
    work, reason = request.form.get("regeling", ""), request.form.get("reden", "")
    with arranging() as services:
        services.transposing.take_in(act, read.rows, work=work, reason=reason)
        key = services.transposing.table(act).act
    return redirect(transposition_url(key, query={"volgens": "editor"}), code=303)


def national_works(services: Services, dossiers: tuple[str, ...]) -> tuple[Work, ...]:
    """The national works of the dossiers, one of which a bare "artikel 5" may be of."""
    found = (listed.work for listed in services.catalogue.works())
    return tuple(w for w in found if set(w.dossiers) & set(dossiers) and w.kind in LAW_KINDS)


def _decoded(text: str) -> OfferedTable:
    try:
        return offered(base64.b64decode(text, validate=True))
    except ValueError as error:
        what = "Het formulier is onderweg beschadigd."
        raise InvalidValueError(what, value=f"{len(text)} tekens", remedy="Begin opnieuw.") from error
