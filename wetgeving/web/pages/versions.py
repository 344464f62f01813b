"""A version, whole or by part, and one provision of it."""

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.numbering import label
from wetgeving.services.catalogue import ListedVersion, path_to
from wetgeving.services.errors import NotFoundError
from wetgeving.store.values import Work
from wetgeving.web import caching
from wetgeving.web.addresses import provision_url, version_url
from wetgeving.web.contents import Contents, contents
from wetgeving.web.provision_view import Unit, units
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import text_status, version_name
from wetgeving.web.streaming import streamed

blueprint = Blueprint("versions", __name__)


@blueprint.get("/regelingen/<work>/<moment>")
def version(work: str, moment: str) -> Response:
    """A version with its table of contents; a long one by part."""
    with reading() as services:
        listed = services.catalogue.version(f"{work}@{moment}")
        found = services.catalogue.work(listed.version.work)
    if elsewhere := _present_address(listed, work, moment):
        return elsewhere
    return caching.answer((found, listed), lambda: _version_page(found, listed))


@blueprint.get("/regelingen/<work>/<moment>/<eid>")
def provision(work: str, moment: str, eid: str) -> Response:
    """One provision with everything below it: the address to quote."""
    with reading() as services:
        listed = services.catalogue.version(f"{work}@{moment}")
        found = services.catalogue.work(listed.version.work)
    if elsewhere := _present_address(listed, work, moment, eid):
        return elsewhere
    return caching.answer((found, listed), lambda: _provision_page(listed, eid))


def _present_address(listed: ListedVersion, work: str, moment: str, eid: str = "") -> Response | None:
    """A redirect to the present key of a version, when it was asked for by a former one."""
    key = listed.version.version
    if key == f"{work}@{moment}":
        return None
    to = provision_url(key, eid) if eid else version_url(key, part=request.args.get("deel"))
    return redirect(to)


def _version_page(work: Work, listed: ListedVersion) -> Iterator[str]:
    key = listed.version.version
    with reading() as services:
        text = services.catalogue.text(key)
    shown = contents(key, text.provisions, request.args.get("deel"))
    return streamed(
        "version.html",
        work=work,
        text=text,
        name=version_name(text.listed),
        status=text_status(text),
        contents=shown,
        units=_shown_units(shown),
        fictional=work.fictional,
    )


def _shown_units(shown: Contents) -> Iterator[Unit]:
    for piece in shown.pieces:
        yield from units((piece.provision,), level=piece.depth + 2)


def _provision_page(listed: ListedVersion, eid: str) -> Iterator[str]:
    key = listed.version.version
    with reading() as services:
        text = services.catalogue.text(key)
    path = path_to(text.provisions, eid)
    if not path:
        raise NotFoundError("Deze bepaling staat niet in deze versie.", value=eid[:120], where=key)
    page = render_template(
        "provision.html",
        work=text.work,
        text=text,
        name=version_name(listed),
        status=text_status(text),
        label=label(path),
        provision=path[-1],
        around=[(p, label(path[: i + 1])) for i, p in enumerate(path[:-1])],
        units=tuple(units((path[-1],))),
        guessed=[g for g in text.guessed if g.eid == eid or g.eid.startswith(f"{eid}__")],
        fictional=text.work.fictional,
    )
    return iter([page])
