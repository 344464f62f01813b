"""When a provision is law, in words: one per article, its dates with their source, and where articles differ.

A word, never only a colour: geldend, nog niet in werking, vervallen, werkt terug tot en met. The dates are
those of the source; what it does not state is not shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from corpus.commencement import Commencement
from corpus.provision import CONTAINERS, Provision, ProvisionKind, walk
from wetgeving.services.provision_standing import ProvisionStanding, lapsed, provision_standing
from wetgeving.services.validity import KnownBy, Validity
from wetgeving.web.dutch import capital, dutch_date

_UNITS = frozenset({ProvisionKind.ARTICLE, ProvisionKind.ATTACHMENT})
_EFFECTS = {
    "nieuw": "nieuw",
    "nieuwe-regeling": "nieuwe regeling",
    "vervallen": "vervallen",
    "wijziging": "wijziging",
    "structuurwijziging": "wijziging van de structuur",
    "vernummering": "vernummering",
    "vernummerd-wijziging": "vernummerd en gewijzigd",
    "tekstplaatsing-wijziging": "tekstplaatsing",
}


@dataclass(frozen=True, slots=True)
class Day:
    """The day on which a text is shown. `current`: it is law on that day as far as the versions here tell."""

    day: date
    current: bool


@dataclass(frozen=True, slots=True)
class Force:
    """What is said over an article; `pending`: it is not law yet, `plain`: it needs no attention."""

    words: str
    pending: bool
    plain: bool


@dataclass(frozen=True, slots=True)
class DateGroup:
    """Articles with the same dates; the newest group first."""

    words: str
    pending: bool
    articles: tuple[tuple[str, str], ...]


def cited(source: str) -> str:
    """A publication as it is cited: "Stcrt. 2020, 19159"; what is not in that form stays as it is."""
    kind, _, place = source.partition(".")
    year, _, number = place.partition("-")
    return f"{kind}. {year}, {number}" if kind and year and number else source


def force(p: Provision, shown: Day | None) -> Force | None:
    """What is said over a provision on a day; None for what states nothing of its own."""
    if shown is None:
        return None
    standing = provision_standing(p, shown.day)
    if p.kind not in _UNITS and not (p.kind in CONTAINERS and standing is ProvisionStanding.NOT_YET):
        return None
    said = [_standing_words(p, standing, shown), *_back(p)]
    words = "; ".join(part for part in said if part)
    plain = standing is ProvisionStanding.IN_FORCE and len(said) == 1
    return Force(words, standing is ProvisionStanding.NOT_YET, plain) if words else None


def date_groups(provisions: Iterable[Provision], shown: Day | None) -> tuple[DateGroup, ...]:
    """Where articles have different dates: each date with its articles; nothing when all have the same."""
    if shown is None:
        return ()
    found: dict[tuple[date | None, Force | None], list[Provision]] = defaultdict(list)
    for p in walk(provisions):
        if p.kind in _UNITS and (p.in_force_on or p.commencement):
            found[p.in_force_on, force(p, Day(shown.day, current=True))].append(p)
    if len(found) < 2:
        return ()
    newest_first = sorted(found.items(), key=lambda x: (str(x[0][0] or ""), repr(x[0][1])), reverse=True)
    return tuple(_group(day, said, articles) for (day, said), articles in newest_first)


def facts(p: Provision) -> tuple[tuple[str, str], ...]:
    """The dates of a provision with their source, term by term, as the source states them."""
    return tuple(_facts(p, p.commencement or Commencement()))


def entry(v: Validity) -> str:
    """What must be said beside the date from which a version is law; "" when that date says it all."""
    sources = ", ".join(cited(s) for s in v.entry_sources)
    if v.stated_from is None or v.entered_on is None:
        return ""
    if v.entered_on > v.stated_from:
        return ", ".join(
            filter(None, [f"terugwerkende kracht; in werking per {dutch_date(v.entered_on)}", sources])
        )
    whole = v.law_from if v.law_from and v.law_from < v.stated_from else None
    back = [f"tot en met {dutch_date(whole)}"] if whole else []
    if v.partly_from and v.partly_from < (whole or v.stated_from):
        back.append(f"gedeeltelijk tot en met {dutch_date(v.partly_from)}")
    return ", ".join([f"werkt terug {', '.join(back)}", sources]) if back else ""


def known(v: Validity) -> str:
    """Since when a version is known, and on what ground."""
    match v.known_by:
        case KnownBy.STATED:
            return f"bekend sinds {dutch_date(v.known_from)}, volgens de bron"
        case KnownBy.DERIVED:
            return (
                f"bekend sinds {dutch_date(v.known_from)}, afgeleid uit de jongste bekendmaking in de tekst"
            )
    return f"niet bekend sinds wanneer; hier opgenomen op {dutch_date(v.taken_in_on)}"


def _standing_words(p: Provision, standing: ProvisionStanding, shown: Day) -> str:
    since = f" per {dutch_date(p.in_force_on)}" if p.in_force_on else ""
    match standing:
        case ProvisionStanding.NOT_YET if lapsed(p):
            return f"vervalt{since}"
        case ProvisionStanding.NOT_YET:
            return f"nog niet in werking:{since}" if since else "nog niet in werking"
        case ProvisionStanding.LAPSED:
            return f"vervallen{since}"
        case ProvisionStanding.IN_FORCE:
            return _in_force(p, shown)
    return ""


def _in_force(p: Provision, shown: Day) -> str:
    if p.in_force_on is None:
        return ""
    if p.in_force_on > shown.day:
        return f"in werking per {dutch_date(p.in_force_on)}"
    return f"{'geldend' if shown.current else 'in werking'} sinds {dutch_date(p.in_force_on)}"


def _back(p: Provision) -> Iterator[str]:
    c = p.commencement
    if c is None:
        return
    publications = (c, *c.beside)
    whole = all(x.retroactive_to for x in publications)
    for day, scope in dict.fromkeys((x.retroactive_to, x.retroactive_scope) for x in publications):
        if day is not None:
            partly = "" if whole and len({x.retroactive_to for x in publications}) == 1 else "gedeeltelijk "
            yield f"werkt {partly}terug {scope or 'tot en met'} {dutch_date(day)}"
    if c.overtaken_back_to:
        yield f"later gewijzigd met terugwerkende kracht tot en met {dutch_date(c.overtaken_back_to)}"


def _group(day: date | None, said: Force | None, articles: list[Provision]) -> DateGroup:
    sources = dict.fromkeys(
        p.commencement.source for p in articles if p.commencement and p.commencement.source
    )
    words = capital(said.words) if said and said.words else f"In werking per {dutch_date(day)}"
    named = f"{words} ({'; '.join(cited(s) for s in sources)})" if sources else words
    return DateGroup(
        named, bool(said and said.pending), tuple((p.eid, p.num or p.heading or p.eid) for p in articles)
    )


def _facts(p: Provision, c: Commencement) -> Iterator[tuple[str, str]]:
    if p.in_force_on:
        fixed = f", {cited(c.entry_source)}" if c.entry_source else ""
        on = f" (bekendgemaakt op {dutch_date(c.entry_published_on)})" if c.entry_published_on else ""
        yield "Vervallen per" if lapsed(p) else "In werking per", f"{dutch_date(p.in_force_on)}{fixed}{on}"
    for stated in (c, *c.beside):
        if stated.source or stated.published_on:
            yield "Bekendmaking", _publication(stated)
        if stated.retroactive_to:
            scope = stated.retroactive_scope or "tot en met"
            yield "Terugwerkende kracht", f"{scope} {dutch_date(stated.retroactive_to)}"
    if c.overtaken_back_to:
        until = dutch_date(c.overtaken_back_to)
        yield "Later gewijzigd", f"met terugwerkende kracht tot en met {until}; die tekst staat hier niet"


def _publication(c: Commencement) -> str:
    parts = [
        cited(c.source),
        _EFFECTS.get(c.effect, c.effect),
        f"bekendgemaakt op {dutch_date(c.published_on)}" if c.published_on else "",
        f"ondertekend op {dutch_date(c.signed_on)}" if c.signed_on else "",
    ]
    return ", ".join(part for part in parts if part)
