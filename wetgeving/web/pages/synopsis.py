"""Two to four versions beside one another, with explanation as the last column: first of all for paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.diff.synopsis import MOST
from corpus.exporters.synopsis_table import absence
from wetgeving.services import Services, exporting_synopses
from wetgeving.services.catalogue import ListedVersion
from wetgeving.services.errors import InvalidValueError
from wetgeving.services.synopses import Synopsis
from wetgeving.store.values import Work
from wetgeving.web import caching, operations_view
from wetgeving.web.addresses import VersionAddress, synopsis_url
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import text_status, version_name
from wetgeving.web.streaming import streamed
from wetgeving.web.synopsis_view import Offer, offers, with_kinds

blueprint = Blueprint("synopsis", __name__)

CHANGED, ALL = "gewijzigd", "alle"


@dataclass(frozen=True, slots=True)
class _Asked:
    columns: tuple[str, ...]
    explanation: str
    articles: str

    @property
    def query(self) -> dict[str, str]:
        """What the address says beside the columns."""
        return {"toelichting": self.explanation, "artikelen": self.articles if self.articles == ALL else ""}


@blueprint.get("/synopsis")
def synopsis() -> Response | str:
    """The synopsis of the versions in the address; without any, the form that asks for them."""
    asked = _asked()
    with reading() as services:
        offered = offers(services.catalogue.shelf(), _around(services, asked))
        if not asked.columns:
            return render_template(
                "synopsis_choice.html",
                offered=offered,
                choice=asked,
                most=MOST,
                partly_fictional=any(offer.fictional for offer in offered),
            )
        listed = services.synopses.listed(asked.columns)
        explained = services.catalogue.version(asked.explanation) if asked.explanation else None
        said = services.corrections.latest()
    if elsewhere := _present(asked, listed, explained):
        return redirect(elsewhere)
    fictional = listed[0][1].fictional
    made_of = (listed, explained, offered, said)
    return caching.answer(made_of, lambda: _page(asked, offered), fictional=fictional)


@blueprint.get(f"/synopsis.<any({', '.join(map(repr, exporting_synopses.FORMS))}):ending>")
def download(ending: str) -> Response:
    """The synopsis as a file for Word or for print."""
    asked = _asked()
    form = exporting_synopses.FORMS[ending]
    with reading() as services:
        listed = services.synopses.listed(asked.columns)
        explained = services.catalogue.version(asked.explanation) if asked.explanation else None
        said = services.corrections.latest()
    if elsewhere := _present(asked, listed, explained, ending=ending):
        return redirect(elsewhere)

    def content() -> bytes:
        return exporting_synopses.content(_found(asked), form, whole=asked.articles == ALL)

    fictional = listed[0][1].fictional
    response = caching.answer(
        (listed, explained, said), content, media_type=form.media_type, fictional=fictional
    )
    name = exporting_synopses.file_name(asked.columns, ending, fictional=fictional)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked() -> _Asked:
    columns = tuple(VersionAddress.checked(key) for key in request.args.getlist("kolom") if key)
    explanation = request.args.get("toelichting", "")
    articles = request.args.get("artikelen") or CHANGED
    if articles not in (CHANGED, ALL):
        raise InvalidValueError(
            "Deze keuze van artikelen bestaat niet.",
            value=articles[:120],
            remedy=f"Kies {CHANGED} of {ALL}.",
        )
    return _Asked(columns, VersionAddress.checked(explanation) if explanation else "", articles)


def _around(services: Services, asked: _Asked) -> frozenset[str]:
    """The works among which to choose: those asked for, else those of the columns; empty for all."""
    if regulation := request.args.get("regeling"):
        return frozenset({services.catalogue.work(regulation).key})
    if number := request.args.get("dossier"):
        view = services.dossiers.view(number)
        return frozenset(track.work.key for track in view.tracks)
    return frozenset(key.partition("@")[0] for key in asked.columns)


def _present(
    asked: _Asked,
    listed: tuple[tuple[ListedVersion, Work], ...],
    explained: ListedVersion | None,
    *,
    ending: str = "",
) -> str:
    """The address with present keys, when one was asked for by a former key."""
    keys = tuple(version.version.version for version, _ in listed)
    explanation = explained.version.version if explained else ""
    if keys == asked.columns and explanation == asked.explanation:
        return ""
    return synopsis_url(keys, ending=ending, **{**asked.query, "toelichting": explanation})


def _found(asked: _Asked) -> Synopsis:
    with reading() as services:
        return services.synopses.of(asked.columns, explanation=asked.explanation)


def _page(asked: _Asked, offered: tuple[Offer, ...]) -> Iterator[str]:
    found = _found(asked)
    texts = (*found.texts, *([found.memorandum] if found.memorandum else []))
    rows = found.rows if asked.articles == ALL else found.only_changed()
    return streamed(
        "synopsis.html",
        found=found,
        rows=rows,
        groups=[tuple(run) for _, run in groupby(rows, key=lambda row: row.unit)],
        labels={row.id: row.label for row in found.rows},
        articles=found.articles(),
        columns=[
            {"text": text, "name": version_name(text.listed), "status": text_status(text)} for text in texts
        ],
        choice=asked,
        offered=offered,
        most=MOST,
        absence=absence,
        with_kinds=with_kinds,
        operations=operations_view,
        same_work=len({text.work.key for text in found.texts}) == 1,
        fictional=found.fictional,
    )
