"""The permanent address of a comparison and of one change: it pins both texts by their hash.

It keeps working when a key was corrected, and says so when a text was read anew since; a version that was
withdrawn or removed is an error that says which and why.
"""

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from corpus.diff import Change, Side
from wetgeving.services.catalogue import VersionText
from wetgeving.services.comparing import ComparedVersions
from wetgeving.services.errors import NotFoundError
from wetgeving.web import caching, operations_view, terms
from wetgeving.web.addresses import permanent_url
from wetgeving.web.citation import Cited, CitedText, citation
from wetgeving.web.comparison_choices import Choices
from wetgeving.web.comparison_page import Pair, gathered, page, present, require_pinned_is_compared, sides
from wetgeving.web.comparison_pins import Reread, pin, pinned_hashes, reread
from wetgeving.web.reading import reading
from wetgeving.web.standing_view import dated

blueprint = Blueprint("permanent", __name__, url_prefix="/vergelijken/<old>/<new>/vast/<pin>")


@blueprint.get("")
def comparison(old: str, new: str, pin: str) -> Response:
    """The comparison of the pinned texts; of what is there now, when they are no longer the same."""
    choices = Choices.of(request.args)
    require_pinned_is_compared(choices, old, new)
    pair, read_anew = _pinned(old, new, pin)
    if pair.keys != (old, new):
        return redirect(permanent_url(*pair.keys, pin, query=present(choices, old, new, pair).query))

    def here(other: Choices) -> str:
        return permanent_url(old, new, pin, query=other.query)

    return caching.answer(
        (pair, read_anew), lambda: page(pair, choices, here, read_anew), fictional=pair.fictional
    )


@blueprint.get("/wijziging/<change>")
def change(old: str, new: str, pin: str, change: str) -> Response:
    """One change, with its citation."""
    pair, read_anew = _pinned(old, new, pin)
    if pair.keys != (old, new):
        return redirect(permanent_url(*pair.keys, pin, change=change))
    return caching.answer(
        (pair, read_anew), lambda: _change_page(pair, change, read_anew), fictional=pair.fictional
    )


def _pinned(old: str, new: str, pin: str) -> tuple[Pair, tuple[Reread, ...]]:
    pinned_hashes(pin)
    with reading() as services:
        pair = gathered(services, old, new)
        events = [e for shelved in pair.works for e in services.catalogue.events(shelved.work.key)]
    return pair, reread(pair.versions, pin, events)


def _change_page(pair: Pair, asked: str, read_anew: tuple[Reread, ...]) -> str:
    with reading() as services:
        compared = services.comparing.chronological(*pair.keys)
        given = services.comparing.as_given(*pair.keys) if compared.swapped else compared
    changes = compared.comparison.changes
    found = _found(compared, given, asked)
    at = changes.index(found)
    old, new = (text.listed.version for text in (compared.old, compared.new))
    pinned = pin(old, new)
    address = permanent_url(old.version, new.version, pinned, change=found.id, whole=True)
    texts = _cited_text(compared.old), _cited_text(compared.new)
    cited = Cited(found, *texts, address, fictional=pair.fictional)
    return render_template(
        "change.html",
        compared=compared,
        sides=sides(compared),
        old=old,
        new=new,
        pin=pinned,
        change=found,
        kinds=[terms.change_kind(kind, found.place) for kind in found.kinds],
        operations=operations_view,
        previous=changes[at - 1] if at else None,
        following=changes[at + 1] if at + 1 < len(changes) else None,
        number=at + 1,
        reread=read_anew,
        cited=citation(cited),
        permanent=address,
        fictional=pair.fictional,
    )


def _found(compared: ComparedVersions, given: ComparedVersions, asked: str) -> Change:
    """The change with this id; when the order of the two was corrected since, the one that mirrors it."""
    for change in compared.comparison.changes:
        if change.id == asked:
            return change
    mirrored = [c for c in given.comparison.changes if c.id == asked]
    for change in compared.comparison.changes if mirrored else ():
        if (_eids(change.old), _eids(change.new)) == (_eids(mirrored[0].new), _eids(mirrored[0].old)):
            return change
    raise NotFoundError(
        "Deze wijziging staat niet in deze vergelijking.",
        value=asked[:120],
        where=" en ".join(t.listed.version.version for t in (compared.old, compared.new)),
        remedy="De tekst of de vergelijking is sindsdien anders; open de hele vergelijking.",
    )


def _eids(named: tuple[Side, ...]) -> list[str]:
    return [side.eid for side in named]


def _cited_text(text: VersionText) -> CitedText:
    work, listed = text.work, text.listed
    title = work.short_title or work.title or work.key
    return CitedText(title, listed.stage_term, dated(listed.version.dates), listed.version.official)
