"""The transponeringstabel (EU): the Union acts of a dossier, one table, what is open, what changed, reviews.

The same from the side of a national text. Who may say what stands in `web.rights`; files in their own module.
"""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.transposition.values import NoProvision, Relation, TranspositionTable
from wetgeving.services.dossiers import DossierView
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.transposing import ListedAct, NewClaim
from wetgeving.web import caching, transposition_terms, transposition_view
from wetgeving.web.addresses import national_transposition_url, transposition_url
from wetgeving.web.pages.transposing_tables import national_works
from wetgeving.web.reading import arranging, reading
from wetgeving.web.standing_view import version_name
from wetgeving.web.transposition_page import Shown, around, context, made_of

blueprint = Blueprint("transposing", __name__)
Word = TypeVar("Word", bound=StrEnum)


@blueprint.get("/dossiers/<number>/eu")
def acts(number: str) -> Response:
    """The Union acts above a dossier, each with its dates and its counts."""
    with reading() as services:
        view = services.dossiers.view(number)
        listed = services.transposing.acts(view.dossier.number)
    shown = made_of(view), tuple((a.act, a.table) for a in listed)
    return caching.answer(shown, lambda: _acts(view, listed), fictional=view.dossier.fictional)


@blueprint.get("/dossiers/<number>/eu/hiaten")
def gaps(number: str) -> Response:
    """What is open in all Union acts of a dossier."""
    with reading() as services:
        view = services.dossiers.view(number)
        found = services.transposing.gaps(view.dossier.number)
        names = {a.act: a.title for a in services.transposing.acts(view.dossier.number)}

    def body() -> str:
        return render_template("transposition_gaps.html", found=found, names=names, **around(view))

    return caching.answer((view.dossier, found, names), body, fictional=found.fictional)


@blueprint.get("/dossiers/<number>/eu/sinds")
def since(number: str) -> Response:
    """What happened to the tables of a dossier since a day."""
    day = _day(request.args.get("dag", ""))
    with reading() as services:
        view = services.dossiers.view(number)
        found = services.transposing.changed_since(view.dossier.number, day) if day else ()
        names = {a.act: a.title for a in services.transposing.acts(view.dossier.number)}

    def body() -> str:
        days = transposition_view.by_day(found)
        return render_template("transposition_since.html", day=day, days=days, names=names, **around(view))

    return caching.answer((view.dossier, day, found, names), body, fictional=view.dossier.fictional)


@blueprint.get("/transponering/<act>")
def table(act: str) -> Response:
    """The table of one Union act; another name of the act leads to its address."""
    asked = transposition_view.wanted(request.args)
    with reading() as services:
        found = services.transposing.table(act)
        views = tuple(services.dossiers.view(number) for number in found.dossiers)
        works = national_works(services, found.dossiers)
    if found.act != act:
        return redirect(transposition_url(found.act))
    shown = Shown(found, views, works, asked)

    def body() -> str:
        return render_template("transposition.html", **context(shown))

    parts = found, made_of(*views), works
    return caching.answer(parts, body, fictional=found.fictional)


@blueprint.post("/transponering/<act>")
def review(act: str) -> Response:
    """Confirm or reject a claim, or put it back as proposed."""
    form = request.form
    with arranging() as services:
        services.transposing.review(
            act, form.get("claim", ""), form.get("oordeel", ""), reason=form.get("reden", "")
        )
    return redirect(transposition_url(act, opened=form.get("bepaling", "")), code=303)


@blueprint.post("/transponering/<act>/claim")
def claim(act: str) -> Response:
    """Add what an editor says of a Union provision."""
    form = request.form
    said = NewClaim(
        eu=form.get("eu", "").strip(),
        national=form.get("nationaal", "").strip(),
        work=form.get("regeling", ""),
        relation=_one(Relation, form.get("verhouding", "")),
        reasons=tuple(r for value in form.getlist("grond") if (r := _one(NoProvision, value))),
        policy_room=form.get("beleidsruimte", "").strip(),
        choice=form.get("keuze", "").strip(),
    )
    with arranging() as services:
        added = services.transposing.claim(act, said, reason=form.get("reden", ""))
        row = _row_of(services.transposing.table(act), added)
    return redirect(transposition_url(act, opened=row), code=303)


@blueprint.get("/regelingen/<work>/<moment>/eu")
def national(work: str, moment: str) -> Response:
    """The same from the side of a national text: per article what it does with which Union provision."""
    with reading() as services:
        listed = services.catalogue.version(f"{work}@{moment}")
        key = listed.version.version
        found = services.transposing.national(key)
        text = services.catalogue.work(listed.version.work)
        keys = sorted({stated.claim.eu.act for row in found.rows for stated in row.claims})
        names = {work.key: work.short_title or work.key for work in map(services.catalogue.work, keys)}
    if key != f"{work}@{moment}":
        return redirect(national_transposition_url(key))
    shown = [row for row in found.rows if row.claims or request.args.get("alle")]

    def body() -> str:
        return render_template(
            "transposition_national.html",
            found=found,
            listed=listed,
            work=text,
            rows=shown,
            names=names,
            name=version_name(listed),
            moment=moment,
            every=bool(request.args.get("alle")),
            terms=transposition_terms,
            fictional=found.fictional,
        )

    return caching.answer((found, listed, names), body, fictional=found.fictional)


def _acts(view: DossierView, listed: tuple[ListedAct, ...]) -> str:
    slots = {slot.paper.work: slot for slot in view.slots}
    return render_template(
        "transposition_acts.html",
        listed=[(a, transposition_view.dates(a.fact) if a.fact else None, slots.get(a.act)) for a in listed],
        counts_of=transposition_view.counts,
        **around(view),
    )


def _row_of(found: TranspositionTable, added: str) -> str:
    """The provision a claim stands at."""
    return next(
        (r.place.eid for r in found.rows for s in r.claims if s.claim.id == added and not s.covers), ""
    )


def _one(vocabulary: type[Word], value: str) -> Word | None:
    if not value:
        return None
    if value not in set(vocabulary):
        raise InvalidValueError(
            "Deze keuze bestaat niet.", value=value[:40], remedy=f"Kies uit: {', '.join(vocabulary)}."
        )
    return vocabulary(value)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidValueError(
            "Dit is geen datum.", value=text[:40], remedy="Schrijf 2031-01-31."
        ) from error
