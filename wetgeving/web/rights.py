"""Which right each address needs: one table, looked at before any view runs.

Reading is for everyone, or with `WETGEVING_READING=closed` for who signed in. An address that writes stands
in the table, and one that is sent something but stores nothing in a list; any other is refused to all, so
that forgetting it shows at once and opens nothing. What of the texts someone sees is not decided here but in
the store.
"""

from flask import Flask, redirect, request, url_for
from werkzeug.wrappers import Response

from wetgeving.services.errors import NotAllowedError, NotSignedInError
from wetgeving.store.viewer import Role
from wetgeving.web.csrf import SAFE
from wetgeving.web.reading import reading_closed, viewer

ALWAYS_OPEN = frozenset({"static", "health.alive", "health.health", "health.metrics", "api.health"})
ONLY_READS = frozenset({"comparing_own.compared"})
"""Addresses that are sent something and store nothing: the right to read is enough."""
NEEDS: dict[str, Role] = {
    "signing_in.form": Role.ANYONE,
    "signing_in.sign_in_here": Role.ANYONE,
    "signing_in.to_provider": Role.ANYONE,
    "signing_in.from_provider": Role.ANYONE,
    "signing_in.sign_out": Role.READER,
    "signing_in.password": Role.READER,
    "signing_in.set_password": Role.READER,
    "uploading.choose": Role.EDITOR,
    "uploading.look": Role.EDITOR,
    "uploading.confirm": Role.EDITOR,
    "concordance.correct": Role.EDITOR,
    "opinions.judge": Role.EDITOR,
    "delegating.judge": Role.EDITOR,
    "commitments.judge": Role.EDITOR,
    "transposing.review": Role.EDITOR,
    "transposing.claim": Role.EDITOR,
    "transposing_tables.choose": Role.EDITOR,
    "transposing_tables.look": Role.EDITOR,
    "transposing_tables.confirm": Role.EDITOR,
    "managing.start": Role.ADMIN,
    "managing.people": Role.ADMIN,
    "managing.add_person": Role.ADMIN,
    "managing.change_person": Role.ADMIN,
    "managing.dossiers": Role.ADMIN,
    "managing.close_dossier": Role.ADMIN,
    "managing.change_dossier": Role.ADMIN,
    "managing.log": Role.ADMIN,
}


def register(app: Flask) -> None:
    """Refuse who lacks the right, before anything is read or written."""
    app.before_request(_check)


def needed(endpoint: str, method: str) -> Role | None:
    """The role that may use an address in this way; None for nobody."""
    if endpoint in NEEDS:
        return NEEDS[endpoint]
    if method not in SAFE and endpoint not in ONLY_READS:
        return None
    return Role.READER if reading_closed() and endpoint not in ALWAYS_OPEN else Role.ANYONE


def _check() -> Response | None:
    if request.endpoint is None:
        return None
    role = needed(request.endpoint, request.method)
    if role is not None and viewer().role.includes(role):
        return None
    if viewer().role is not Role.ANYONE or role is None:
        raise NotAllowedError(
            "Hiervoor hebt u niet de rechten.", remedy="Vraag een beheerder om een andere rol."
        )
    if request.method in SAFE and not request.path.startswith("/api/") and not request.path.endswith(".atom"):
        return redirect(url_for("signing_in.form", terug=request.full_path.rstrip("?")))
    raise NotSignedInError("Hiervoor moet u zijn aangemeld.", remedy="Meld u aan, of stuur een token mee.")
