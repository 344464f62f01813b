"""Terms in Dutch: "voor 1 mei 2093", "uiterlijk in juli", "eerste kwartaal van 2026", "ieder half jaar".

What is printed is kept; a day is only worked out from the calendar and the day of the letter, never guessed:
a recess, a debate or "spoedig" has none. A date that lies before the letter is no term of it, and neither is
the date of a letter or debate that is named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.commitments.calendar_words import WORDS, Stretch
from corpus.commitments.values import Due, DueSort

_BEFORE_END = r"(?:nog )?(?:voor|vóór) (?:het )?einde?(?: van)?"
_BY_THE_END = re.compile(_BEFORE_END + r"\b", re.I)
_LIMIT = (
    rf"(?P<limit>{_BEFORE_END}|(?:nog )?(?:voor|vóór)|niet later dan|met ingang van|"
    r"uiterlijk(?: op| per| in| voor| vóór| aan)?|"
    r"(?:aan het|tegen het) einde?(?: van)?|in de loop van|vanaf|later|gedurende|tegen|rond|omstreeks|"
    r"ongeveer|nog in|nog|per|op|in)"
)
_ARTICLE = r"(?: (?:maandag|dinsdag|woensdag|donderdag|vrijdag|de|het))?"
_PATTERNS = tuple(
    (
        re.compile(rf"(?<![\w-])(?:{_LIMIT}{_ARTICLE} ){'' if needs else '?'}{words}(?![\w-])", re.I),
        re.compile(words, re.I),
        worked,
    )
    for words, worked, needs in WORDS
)
_ROLLING = re.compile(
    r"\b(?:(?:ieder|elk|om het|per) (?:half ?jaar|kwartaal|jaar|maand)|(?:iedere|elke) "
    r"(?:(?:twee|drie|vier|zes) )?(?:maand(?:en)?|weken|week)|(?:twee|drie|vier|één|een)(?:maal| keer| maal) "
    r"per (?:jaar|kwartaal|maand)|jaarlijks|halfjaarlijks|maandelijks|driemaandelijks|periodiek|doorlopend|"
    r"op gezette tijden|regelmatig|voortdurend)\b",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:(?:nog )?(?:voor|vóór|na|bij|tijdens|voorafgaand aan|uiterlijk bij|gelijktijdig met|samen met) "
    r"(?:(?:de|het|een|zijn|haar|die|dat|dit|deze) )?(?:[\w-]+ )?"
    r"(?:nota van wijziging|nota naar aanleiding van het verslag|plenaire vergadering|"
    r"\w*(?:reces|debat|behandeling|inwerkingtreding|overleg|begroting|jaarverslag|voortgangsbrief|"
    r"voortgangsrapportage|evaluatie|stemmingen|voorjaarsnota|miljoenennota|prinsjesdag))|"
    r"zodra [^,.;:]{3,90})(?!\w)",
    re.I,
)
_VAGUE = re.compile(
    r"\b(?:(?:zo spoedig|zo snel) mogelijk|op (?:zeer )?korte termijn|spoedig|binnenkort|te zijner tijd|"
    r"op afzienbare termijn|(?:in )?de komende (?:weken|maanden|tijd|jaren)|onverwijld|nader te bepalen|"
    r"n\.?t\.?b)(?!\w)",
    re.I,
)
_WITHOUT_DAY = ((DueSort.ROLLING, _ROLLING), (DueSort.EVENT, _EVENT), (DueSort.VAGUE, _VAGUE))
_PAST_PAPER = re.compile(
    r"\b(?:\w*brief|\w*brieven|\w*debat|\w*overleg|verslag|advies|motie|besluit|verzoek|rapport|nota|vragen|"
    r"gesprek|vergadering|stand|toestand)(?: (?:die|dat))? $",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A term with its place in the text."""

    start: int
    end: int
    due: Due


def terms(text: str, said_on: date | None = None) -> tuple[Found, ...]:
    """Every term in a text, by place; of overlapping ones the longest of the first."""
    found = sorted(_all(text, said_on), key=lambda f: (f.start, f.start - f.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def term_of_cell(text: str, said_on: date | None = None) -> Due | None:
    """The term that a cell "Wanneer" gives; words in which none is recognised are kept without a day."""
    words = " ".join(text.split())
    if not words.strip("-–—. "):
        return None
    for _, bare, worked in _PATTERNS:
        if (match := bare.fullmatch(words)) and (stretch := worked(match, said_on)):
            return _due(words, "", stretch)
    found = terms(words, said_on)
    return replace(found[0].due, words=words) if found else Due(words, DueSort.VAGUE)


def _all(text: str, said_on: date | None) -> Iterator[Found]:
    for pattern, _, worked in _PATTERNS:
        for match in pattern.finditer(text):
            stretch = None if _names_a_paper(text, match) else worked(match, said_on)
            if stretch is not None and (said_on is None or stretch.last >= said_on):
                yield Found(match.start(), match.end(), _due(match[0], match["limit"] or "", stretch))
    for sort, pattern in _WITHOUT_DAY:
        yield from (Found(m.start(), m.end(), Due(m[0], sort)) for m in pattern.finditer(text))


def _names_a_paper(text: str, match: re.Match[str]) -> bool:
    """ "Het debat op 3 mei" has a day, and that is not by when."""
    return (match["limit"] or "").lower() == "op" and bool(
        _PAST_PAPER.search(text, max(0, match.start() - 60), match.start())
    )


def _due(words: str, limit: str, stretch: Stretch) -> Due:
    sort = DueSort.DAY if stretch.is_day else DueSort.PERIOD
    last = stretch.last
    if not _BY_THE_END.match(words) and limit.lower().removeprefix("nog ").removeprefix("uiterlijk ") in (
        "voor",
        "vóór",
    ):
        last = (stretch.starts_by or stretch.first) - timedelta(days=1)
    exact = stretch.exact and limit.lower() not in ("rond", "omstreeks", "ongeveer", "tegen", "vanaf")
    return Due(words, sort, stretch.first if stretch.is_day else None, last, exact)
