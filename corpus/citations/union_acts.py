"""Union acts by their number, as printed in Dutch and English, and the CELEX number that belongs to them.

Until 2014 a regulation is number/year, from 2015 every act is year/number; directives and decisions were
always year/number (Interinstitutional Style Guide, 2.3). "Verordening (EU) nr. 2017/1129" occurs too: a
year in front that can be no number of its kind decides.
"""

import re

from corpus.citations.citation import Act, Manner
from corpus.reading import Identifier

_KIND = (
    r"(?:[Uu]itvoerings|[Gg]edelegeerde |[Kk]ader|[Ii]mplementing |[Dd]elegated |[Cc]ouncil |[Ff]ramework |"
    r"[Cc]ommission )*"
    r"(?:[Vv]erordening(?:en)?|[Rr]ichtlijn(?:en)?|[Bb]esluit(?:en)?|[Bb]eschikking(?:en)?|"
    r"[Aa]anbeveling(?:en)?|[Rr]egulations?|[Dd]irectives?|[Dd]ecisions?|[Rr]ecommendations?)"
)
_BODY = r"\((?:EU|EG|EEG|EGKS|Euratom|EC|EEC|ECSC|EU, Euratom|EG, Euratom|EU,Euratom|GBVB|CFSP)\)"
_NUMBER = r"\d{1,4}/\d{1,4}(?:/(?:EU|EG|EEG|EGKS|Euratom|JBZ|GBVB|EC|EEC|JHA|CFSP)\b)?(?![\d/])"
_NR = r"(?:(?:nr|Nr|nrs|No|Nos)\.? ?)?"
UNION_ACT = rf"{_KIND} (?:van de (?:Raad|Commissie) )?(?:{_BODY} )?{_NR}{_NUMBER}"
MORE_UNION_ACT = re.compile(
    rf"(?:, (?:en |of |and )?| en | of | and )(?P<act>(?:{_BODY} )?{_NR}"
    rf"(?:\d{{2,4}}/\d{{1,4}}/[A-Z]\w+\b|(?<=\) ){_NUMBER}|"
    rf"(?<=nr\. ){_NUMBER}|(?<=No ){_NUMBER}))"
)
_PARTS = re.compile(r"(?P<first>\d{1,4})/(?P<second>\d{1,4})")
_LETTERS = {
    "verordening": "R",
    "regulation": "R",
    "richtlijn": "L",
    "directive": "L",
    "aanbeveling": "H",
    "recommendation": "H",
}
_DUTCH = {"regulation": "verordening", "directive": "richtlijn", "decision": "besluit"}
_NOUNS = re.compile(
    r"verordening|richtlijn|besluit|beschikking|aanbeveling|regulation|directive|decision|recommendation",
    re.IGNORECASE,
)
_FIRST_YEAR, _YEAR_FIRST_SINCE = 1951, 2015


def union_act(said: str, noun_of: str = "") -> Act:
    """The act that a printed number means; `noun_of` gives the kind where `said` is the number alone."""
    kind = _NOUNS.search(said) or _NOUNS.search(noun_of)
    said_noun = kind.group().lower() if kind else ""
    number = celex(said, said_noun, framework="kader" in (said + noun_of).lower()[:12])
    noun = _DUTCH.get(said_noun, said_noun)
    return Act(Manner.NUMBER, said, noun, (Identifier("celex", number),) if number else ())


def celex(said: str, noun: str, *, framework: bool = False) -> str:
    """The CELEX number of a printed number; "" when it has none."""
    parts = _PARTS.search(said)
    if parts is None:
        return ""
    letter = "F" if framework else _LETTERS.get(noun, "D")
    first, second = parts["first"], parts["second"]
    year, number = (second, first) if _year_is_second(letter, first, second) else (first, second)
    return f"3{_four_digits(year)}{letter}{int(number):04d}"


def _year_is_second(letter: str, first: str, second: str) -> bool:
    if letter != "R":
        return not _may_be_year(first) and _may_be_year(second)
    if not _may_be_year(second):
        return False
    return not (_may_be_year(first) and len(first) == 4 and int(first) >= _YEAR_FIRST_SINCE)


def _may_be_year(digits: str) -> bool:
    return len(digits) == 2 or (len(digits) == 4 and _FIRST_YEAR <= int(digits) < 2100)


def _four_digits(year: str) -> str:
    return f"19{year}" if len(year) == 2 else year
