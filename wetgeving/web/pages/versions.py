"""A version, whole or by part, and one provision of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.numbering import label
from corpus.provision import Provision, walk
from wetgeving.services.catalogue import ListedVersion, VersionText, path_to
from wetgeving.services.chronology import Standing
from wetgeving.services.errors import NotFoundError
from wetgeving.services.explaining import MEMORANDUM
from wetgeving.store.citation_form import Reference
from wetgeving.web import caching, reference_view, remembering
from wetgeving.web.addresses import provision_url, version_url
from wetgeving.web.contents import Contents, Piece, contents
from wetgeving.web.force_view import Day, date_groups, facts
from wetgeving.web.provision_view import Links, Unit, units
from wetgeving.web.reading import reading
from wetgeving.web.reference_view import Linking
from wetgeving.web.standing_view import text_status, version_name
from wetgeving.web.streaming import streamed

blueprint = Blueprint("versions", __name__)


@blueprint.get("/regelingen/<work>/<moment>")
def version(work: str, moment: str) -> Response:
    """A version with its table of contents; a long one by part."""
    with reading() as services:
        listed = services.catalogue.version(f"{work}@{moment}")
        found = services.catalogue.work(listed.version.work)
        day = services.validity.reference_day(listed)
        explained = found.kind != MEMORANDUM and bool(services.explaining.memoranda(found))
        references = services.references.tag(listed.version.version)
    if elsewhere := _present_address(listed, work, moment):
        return elsewhere
    made_of = (found, listed, day, explained, references)

    def page() -> Iterator[str]:
        return _version_page(listed, day, explained=explained, known=bool(references))

    return caching.answer(made_of, page, fictional=found.fictional)


@blueprint.get("/regelingen/<work>/<moment>/<eid>")
def provision(work: str, moment: str, eid: str) -> Response:
    """One provision with everything below it: the address to quote."""
    with reading() as services:
        listed = services.catalogue.version(f"{work}@{moment}")
        found = services.catalogue.work(listed.version.work)
        day = services.validity.reference_day(listed)
        references = services.references.tag(listed.version.version)
        cited = services.references.count(found, eid)
    if elsewhere := _present_address(listed, work, moment, eid):
        return elsewhere
    made_of = (found, listed, day, references, cited)
    return caching.answer(
        made_of, lambda: _provision_page(listed, eid, day, cited=cited), fictional=found.fictional
    )


def _present_address(listed: ListedVersion, work: str, moment: str, eid: str = "") -> Response | None:
    """A redirect to the present key of a version, when it was asked for by a former one."""
    key = listed.version.version
    if key == f"{work}@{moment}":
        return None
    to = provision_url(key, eid) if eid else version_url(key, part=request.args.get("deel"))
    return redirect(to)


def _version_page(listed: ListedVersion, on: date | None, *, explained: bool, known: bool) -> Iterator[str]:
    key = listed.version.version
    text = _text(key)
    day = _day_shown(on, listed)
    shown = contents(key, text.provisions, request.args.get("deel"))
    return streamed(
        "version.html",
        work=text.work,
        text=text,
        name=version_name(text.listed),
        status=text_status(text),
        contents=shown,
        units=_shown_units(shown, day, _links(text, shown.pieces)),
        linked=reference_view.wanted(),
        known=known,
        dates=date_groups(text.provisions, day),
        day=day,
        explained=explained,
        fictional=text.work.fictional,
    )


def _text(key: str) -> VersionText:
    """The text of a version, read once for all its parts and provisions."""
    return remembering.value(f"text {key}", lambda: _read(key), size=_size)


def _read(key: str) -> VersionText:
    with reading() as services:
        return services.catalogue.text(key)


def _size(text: VersionText) -> int:
    return 1_500 * sum(1 for _ in walk(text.provisions))


def _links(text: VersionText, shown: Iterable[Piece]) -> Links:
    """The references of a version as links from a page with these pieces; none while they are not known."""
    if not reference_view.wanted():
        return {}
    key = text.listed.version.version
    found = remembering.value(f"references {key}", lambda: _references(key), size=_size_of_references)
    here = {p.eid for piece in shown for p in piece.provision.walk()}
    return Linking(key, here, text.work.fictional).links(found)


def _references(key: str) -> tuple[Reference, ...]:
    with reading() as services:
        return services.references.of(key) or ()


def _size_of_references(found: tuple[Reference, ...]) -> int:
    return 400 * len(found)


def _shown_units(shown: Contents, day: Day | None, links: Links) -> Iterator[Unit]:
    for piece in shown.pieces:
        yield from units((piece.provision,), level=piece.depth + 2, shown=day, links=links)


def _day_shown(day: date | None, listed: ListedVersion) -> Day | None:
    return None if day is None else Day(day, current=listed.standing is Standing.IN_FORCE)


def _dated_by(path: tuple[Provision, ...]) -> tuple[tuple[tuple[str, str], ...], str] | None:
    """The dates of a provision, or of the nearest around it that states any: with what that one is called."""
    for depth in range(len(path), 0, -1):
        if dates := facts(path[depth - 1]):
            return dates, "" if depth == len(path) else label(path[:depth])
    return None


def _provision_page(listed: ListedVersion, eid: str, on: date | None, *, cited: int) -> Iterator[str]:
    key = listed.version.version
    text = _text(key)
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
        units=tuple(
            units((path[-1],), shown=_day_shown(on, listed), links=_links(text, [Piece(0, path[-1])]))
        ),
        cited=cited,
        dated_by=_dated_by(path),
        guessed=[g for g in text.guessed if g.eid == eid or g.eid.startswith(f"{eid}__")],
        fictional=text.work.fictional,
    )
    return iter([page])
