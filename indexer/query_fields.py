"""The fields of a question: `artikel:59b`, `soort:wet`, `geldig:2026-06-12`, and what their values may be.

One entry in `FIELDS` a field. More values with a comma between them are one or the other. A value that a
field does not take is an error that says which it does, at the place where it stands. `in:` is no field but
says where the words beside it are sought (`indexer.query_parser`).
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from corpus.numbering import ORDINALS
from corpus.track import tracks
from indexer.dutch import fold, tokens, words
from indexer.errors import QueryError
from indexer.query_nodes import (
    ARTICLE,
    CHANGES,
    EXPLANATION,
    HEADING,
    LID,
    OPINION,
    POINT,
    TEXT,
    At,
    Dated,
    InForce,
    Known,
    Marked,
    Numbered,
    Or,
    Query,
    Titled,
)  # fmt: skip

KINDS: Mapping[str, tuple[str, ...]] = {
    "wet": ("act",), "amvb": ("decree",), "besluit": ("decree",), "regeling": ("ministerial-regulation",),
    "circulaire": ("circular",), "beleidsregel": ("circular",), "verdrag": ("treaty",),
    "wetsvoorstel": ("bill",), "voorstel": ("bill",), "toelichting": ("memorandum",),
    "advies": ("opinion",), "nvw": ("amending-memorandum",), "amendement": ("amendment",),
    "motie": ("motion",), "brief": ("letter",), "verslag": ("report",),
    "kamerstuk": ("parliamentary-paper",), "handelingen": ("proceedings",), "mededeling": ("notice",),
    "beslisnota": ("decision-note",), "verordening": ("eu-regulation",), "richtlijn": ("eu-directive",),
    "eu-besluit": ("eu-decision",), "eu": ("eu-regulation", "eu-directive", "eu-decision"),
}  # fmt: skip
"""What a kind of work is called in a question; its English name serves as well."""

_ZONES = (HEADING, TEXT, CHANGES, EXPLANATION, OPINION)
_DAY = re.compile(r"(?P<year>[12]\d{3})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_DUTCH_DAY = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>[12]\d{3})")
_CELEX = re.compile(r"3(?P<year>\d{4})[A-Z]{1,2}(?P<number>\d{4})", re.IGNORECASE)
_EU_NUMBER = re.compile(
    r"\(?(?:EU|EG|EEG)?\)?\s*(?P<first>\d{1,4})/(?P<second>\d{1,4})(?:/\w+)?", re.IGNORECASE
)


def zone(value: str, at: At) -> str:
    """The place that `in:` names."""
    if value not in _ZONES:
        raise QueryError(
            "Daarin kan niet worden gezocht.",
            value=value,
            remedy=f"Kies uit {', '.join(_ZONES)}.",
            position=at,
        )
    return value


def condition(name: str, value: str, at: At) -> Query:
    """What a field with this value asks."""
    nodes, start = [], at[0]
    for part in value.split(","):
        if part.strip():
            nodes.append(FIELDS[name](part.strip(), (start, start + len(part))))
        start += len(part) + 1
    if not nodes:
        raise _refused(value, at, f"Geef een waarde na {name}:")
    return nodes[0] if len(nodes) == 1 else Or(tuple(dict.fromkeys(nodes)))


def eu_number(printed: str) -> str:
    """The number of a Union act as year/number, also of a CELEX number and of 604/2013; else ""."""
    if celex := _CELEX.match(printed.strip()):
        return f"{celex['year']}/{int(celex['number'])}"
    match = _EU_NUMBER.fullmatch(printed.strip())
    if match is None:
        return ""
    first, second = match["first"], match["second"]
    if not _is_year(first) and _is_year(second):
        first, second = second, first
    return f"{first}/{int(second)}"


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _refused(
    value: str, at: At, remedy: str, what: str = "Deze waarde past niet bij dit veld."
) -> QueryError:
    return QueryError(what, value=value, remedy=remedy, position=at)


def _article(value: str, at: At) -> Query:
    found = next(tokens(value), None)
    if found is None:
        raise _refused(value, at, "Geef een nummer, zoals artikel:59b of artikel:3:15.")
    return Numbered(ARTICLE, found.word, at)


def _lid(value: str, at: At) -> Query:
    folded = fold(value)
    number = str(ORDINALS.index(folded) + 1) if folded in ORDINALS else folded
    if not re.fullmatch(r"\d+[a-z]{0,3}", number):
        raise _refused(value, at, "Geef een nummer, zoals lid:2 of lid:2a.")
    return Numbered(LID, number, at)


def _point(value: str, at: At) -> Query:
    if not re.fullmatch(r"[\w.]{1,10}", value):
        raise _refused(value, at, "Geef het nummer van een adviespunt, zoals punt:3 of punt:2a.")
    return Numbered(POINT, fold(value), at)


def _kind(value: str, at: At) -> Query:
    folded = fold(value)
    english = {kind for kinds in KINDS.values() for kind in kinds}
    found = KINDS.get(folded) or ((folded,) if folded in english else ())
    if not found:
        raise _refused(value, at, f"Kies uit {', '.join(KINDS)}.", "Deze soort kennen we niet.")
    return Marked("kind", found, at)


def _stage(value: str, at: At) -> Query:
    folded = " ".join(words(value))
    named = [(stage, " ".join(words(term))) for track in tracks().values() for stage, term in track.items()]
    exact = [stage for stage, term in named if value.lower() == stage or folded == term]
    found = exact or [stage for stage, term in named if folded and term.startswith(folded)]
    if not found:
        terms = dict.fromkeys(term for track in tracks().values() for term in track.values())
        raise _refused(value, at, f"Kies uit {', '.join(terms)}.", "Deze fase kennen we niet.")
    return Marked("stage", tuple(sorted(set(found))), at)


def _dossier(value: str, at: At) -> Query:
    return Marked("dossiers", (value.replace(" ", "").upper(),), at)


def _work(value: str, at: At) -> Query:
    return Titled(value, at)


def _dictum(value: str, at: At) -> Query:
    if not re.fullmatch(r"[A-Da-d]|[1-6]", value):
        raise _refused(value, at, "Een dictum is A, B, C of D; een ouder dictum heeft een rang van 1 tot 6.")
    return Marked("dictum", (value.upper(),), at)


def _eu(value: str, at: At) -> Query:
    number = eu_number(value)
    if not number:
        raise _refused(
            value, at, "Geef het nummer van de EU-handeling, zoals eu:2024/1356 of een CELEX-nummer."
        )
    return Marked("eu", (number,), at)


def _in_force(value: str, at: At) -> Query:
    return InForce(_days(value, at)[0], "", at)


def _known(value: str, at: At) -> Query:
    return Known(_days(value, at)[0], at)


def _from(value: str, at: At) -> Query:
    return Dated(_days(value, at)[0], "", at)


def _until(value: str, at: At) -> Query:
    return Dated("", _days(value, at)[1], at)


def _days(value: str, at: At) -> tuple[str, str]:
    """The first and the last day of a day, a month or a year."""
    match = _DAY.fullmatch(value) or _DUTCH_DAY.fullmatch(value)
    try:
        if match is None:
            raise ValueError(value)
        year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
        last = day or monthrange(year, month or 12)[1]
        return date(year, month or 1, day or 1).isoformat(), date(year, month or 12, last).isoformat()
    except (ValueError, IndexError) as error:
        remedy = "Schrijf een dag als 2026-06-12, een maand als 2026-06 of een jaar als 2026."
        raise _refused(value, at, remedy, "Dit is geen datum.") from error


FIELDS: Mapping[str, Callable[[str, At], Query]] = {
    "artikel": _article,
    "lid": _lid,
    "punt": _point,
    "soort": _kind,
    "fase": _stage,
    "dossier": _dossier,
    "werk": _work,
    "dictum": _dictum,
    "eu": _eu,
    "geldig": _in_force,
    "bekend": _known,
    "van": _from,
    "tot": _until,
}
IN = "in"
NAMES = frozenset({*FIELDS, IN})
