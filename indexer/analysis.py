"""From printed text to words, and the regular stem of a word: what `indexer.dutch` is built on.

A word is folded (lower case, no diacritics, no soft hyphen). A number is one word however it is printed:
"3:15", "420bis.1", "2024/1348", "12 345" (also "12345"); "2a*" is "2a". A word that is put together by a
hyphen or a slash, or a number with a blank, is a word by itself and its parts are words too. There is no stop
list: in law "niet", "of" and "kan" decide. The stemmer is pinned by name, for `dutch` meant something else
before Snowball 3. The only door to snowballstemmer.
Whoever changes what comes out of this module raises `indexer.dutch.NUMBER`, and every index is built again.
"""

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

STEMMER = "dutch_porter"
LONGEST_WORD = 100

_LETTER = r"[^\W_ºª]"
_INSIDE = rf"(?:{_LETTER}|[\u00ad\u0300-\u036f]|['’](?={_LETTER}))"
_NUMBER = rf"\d{_LETTER}*(?:[.:]\d{_LETTER}*)*"
_PART = rf"(?:{_NUMBER}|{_LETTER}{_INSIDE}*)"
_HYPHEN = r"[-\u2010\u2011]"
_BLANK = r"[ \u00a0\u2009\u202f]"
_THOUSANDS = rf"\d{{1,3}}(?:{_BLANK}\d{{3}})+(?!\d|{_LETTER}|[.:/]\d)"
_SLASHED = rf"{_NUMBER}(?:/{_NUMBER})+"
_TOKEN = re.compile(rf"{_THOUSANDS}|{_SLASHED}|{_PART}(?:{_HYPHEN}{_PART})*")
_PARTS = re.compile(_PART)
_JOINED = re.compile(rf"{_HYPHEN}|/|{_BLANK}")
_ROMAN = re.compile(r"(?=[ivxlc])(?:x{0,3}|xl|lx{0,3}|xc|c{1,3})(?:ix|iv|v?i{0,3})")


class Token(NamedTuple):
    """A folded word, where it is printed, and its place in the row.

    What is put together of parts is `joined`, stands at the place of its first part and is in no phrase.
    """

    word: str
    start: int
    end: int
    position: int
    joined: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in reading order; what is put together comes before its parts."""
    position = 0
    for match in _TOKEN.finditer(text):
        printed, start = match.group(), match.start()
        if not _JOINED.search(printed):
            if word := fold(printed):
                yield Token(word, start, match.end(), position)
                position += 1
            continue
        yield Token(fold(printed), start, match.end(), position, joined=True)
        for part in _PARTS.finditer(printed):
            if folded := fold(part.group()):
                yield Token(folded, start + part.start(), start + part.end(), position)
                position += 1


def outermost(found: Iterator[Token]) -> Iterator[Token]:
    """Hyphenated words without their parts."""
    end = 0
    for token in found:
        if token.start >= end:
            end = token.end
            yield token


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text in order, what is joined as its parts: what a phrase is made of."""
    return tuple(token.word for token in tokens(text) if not token.joined)


@lru_cache(maxsize=65536)
def fold(printed: str) -> str:
    """One printed word in lower case without diacritics, soft hyphens, blanks and typographic signs."""
    if printed.isascii():
        return printed.replace(" ", "").lower()[:LONGEST_WORD]
    plain = re.sub(_HYPHEN, "-", printed.replace("\u00ad", "").replace("’", "'"))
    letters = (c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return "".join(letters).replace(" ", "").casefold()[:LONGEST_WORD]


def is_article_number(word: str) -> bool:
    """Whether a folded word can be the number of an article: it begins with a digit, or is Roman."""
    return word[:1].isdigit() or (word != "" and _ROMAN.fullmatch(word) is not None)


_QUALITY = re.compile(r"(.{2,}?)(?:(lijk)|baar|bar(?=[eh]))(?:e|heid|heden)?")
_SINGULAR = ("proces", "adres", "advies", "verlies", "logies", "precies", "congres", "succes", "ees")
_HARD = {"v": "f", "z": "s"}


def regular_stem(word: str) -> str:
    """The stem of a folded word by rule: three of ours where Snowball leaves or takes too much, and its own.

    "-lijk" and "-baar" stay (burgerlijk is not burger), "-es" is a plural (procedures), and a stem ends hard
    (brieven, brief; advies, adviezen).
    """
    if quality := _QUALITY.fullmatch(word):
        return quality[1] + (quality[2] or "baar")
    plural = word.endswith("es") and len(word) > 5 and not word.endswith(_SINGULAR)
    stem = _snowball(word[:-1] if plural else word)
    return stem[:-1] + _HARD.get(stem[-1:], stem[-1:])


_one_at_a_time = threading.Lock()


def _snowball(word: str) -> str:
    with _one_at_a_time:  # a Snowball stemmer keeps the word it works on in itself
        return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(STEMMER).stemWord
    return stem_word
