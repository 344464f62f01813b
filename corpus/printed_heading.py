"""What the heading of a piece of explanation cites: "Artikel I, onderdeel A (artikel 5 Lampenwet)".

Only what a heading begins with counts; a number in a sentence is no sign. Nothing is looked up here.
"""

import re
from dataclasses import dataclass

from corpus.numbering import number_token

_NUMERAL = r"(?:\d+[\d:.]*[a-z]{0,3}|[IVXLC]+[a-z]{0,2})(?!\w)\.?(?:\s*\(nieuw\))?"
_LETTER = r"(?:[A-Z]{1,3}[a-z]{0,2}|[a-z]{1,2}|\d{1,3}[a-z]?)(?!\w)[.°]?"
_JOIN = r"(?:\s*,\s*|\s*,?\s*(?:en|of|tot en met|t/m)\s+)"
_ARTICLES = re.compile(rf"(?i:artikel(?:en)?|art\.)\s+(?P<list>{_NUMERAL}(?:{_JOIN}{_NUMERAL})*)")
_PARTS = re.compile(rf"(?i:onderdeel|onderdelen)\s+(?P<list>{_LETTER}(?:{_JOIN}{_LETTER})*)")
_RANGE = re.compile(r"\s*,?\s*(?:tot en met|t/m)\s+")
_BETWEEN = re.compile(r"[\s,;:(–-]*")
_SPLIT = re.compile(r"\s*,\s*(?:en\s+|of\s+)?|\s+(?:en|of)\s+")
_LONGEST = 200
TO, NEW = "..", "+"


@dataclass(frozen=True, slots=True)
class Cited:
    """Articles, onderdelen of those, and articles cited after them: those of the law that is amended.

    Numbers are tokens in small letters; a range is two of them with `..` between, and one printed with
    "(nieuw)" ends in `+`. `rest` follows the articles.
    """

    articles: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    rest: str = ""

    def __bool__(self) -> bool:
        return bool(self.articles or self.parts)


def cited(heading: str) -> Cited:
    """What the heading begins with; nothing for a heading that begins otherwise or is a sentence."""
    if len(heading) > _LONGEST:
        return Cited()
    articles, at = _list(_ARTICLES, heading, 0)
    parts, after = _list(_PARTS, heading, at)
    if not articles and not parts:
        return Cited()
    inner, _ = _list(_ARTICLES, heading, after) if parts else ((), after)
    return Cited(articles, parts, inner, heading[at:].strip())


def _list(pattern: re.Pattern[str], heading: str, at: int) -> tuple[tuple[str, ...], int]:
    match = pattern.match(heading, at)
    if match is None:
        return (), at
    between = _BETWEEN.match(heading, match.end())
    pieces = _SPLIT.split(_RANGE.sub(TO, match["list"]))
    return tuple(filter(None, map(_token, pieces))), between.end() if between else match.end()


def _token(printed: str) -> str:
    renewed = NEW if "(nieuw)" in printed else ""
    return TO.join(number_token(end).casefold() for end in printed.split(TO)) + renewed
