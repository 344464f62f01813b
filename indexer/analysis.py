"""From printed text to the words that are indexed and asked for: one analysis for engines and snippets.

A word is folded (lower case, no diacritics, no soft hyphen). An article number is one word ("3:15",
"420bis.1"; "2a*" is "2a"). A hyphenated word is a word by itself and its parts are words too. There is no
stop list: in law "niet", "of" and "kan" decide. The stemmer is pinned by name, for `dutch` meant something
else before Snowball 3. The only door to snowballstemmer.
Whoever changes what comes out of this module raises `ANALYSIS`, and every index is built again.
"""

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from indexer.lemmas import STEMS

STEMMER = "dutch_porter"
ANALYSIS = f"{STEMMER}-1"
LONGEST_WORD = 100

_LETTER = r"[^\W_ºª]"
_INSIDE = rf"(?:{_LETTER}|[\u00ad\u0300-\u036f]|['’](?={_LETTER}))"
_NUMBER = rf"\d{_LETTER}*(?:[.:]\d{_LETTER}*)*"
_PART = rf"(?:{_NUMBER}|{_LETTER}{_INSIDE}*)"
_HYPHEN = r"[-\u2010\u2011]"
_TOKEN = re.compile(rf"{_PART}(?:{_HYPHEN}{_PART})*")
_PARTS = re.compile(_PART)
_ROMAN = re.compile(r"(?=[ivxlc])(?:x{0,3}|xl|lx{0,3}|xc|c{1,3})(?:ix|iv|v?i{0,3})")


class Token(NamedTuple):
    """A folded word, where it is printed, and its place in the row (a hyphenated word: of its first part)."""

    word: str
    start: int
    end: int
    position: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in reading order; a hyphenated word comes before its parts."""
    position = 0
    for match in _TOKEN.finditer(text):
        printed, start = match.group(), match.start()
        word = fold(printed)
        if "-" not in word:
            if word:
                yield Token(word, start, match.end(), position)
                position += 1
            continue
        yield Token(word, start, match.end(), position)
        for part in _PARTS.finditer(printed):
            if folded := fold(part.group()):
                yield Token(folded, start + part.start(), start + part.end(), position)
                position += 1


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text in order, a hyphenated word as its parts: what a phrase is made of."""
    return tuple(token.word for token in tokens(text) if "-" not in token.word)


@lru_cache(maxsize=65536)
def fold(printed: str) -> str:
    """One printed word in lower case without diacritics, soft hyphens and typographic signs."""
    if printed.isascii():
        return printed.lower()[:LONGEST_WORD]
    plain = re.sub(_HYPHEN, "-", printed.replace("\u00ad", "").replace("’", "'"))
    letters = (c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return "".join(letters).casefold()[:LONGEST_WORD]


def is_article_number(word: str) -> bool:
    """Whether a folded word can be the number of an article: it begins with a digit, or is Roman."""
    return word[:1].isdigit() or (word != "" and _ROMAN.fullmatch(word) is not None)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word; a hyphenated word is stemmed in its last part, a number not at all."""
    front, hyphen, last = word.rpartition("-")
    bare = last.removesuffix("'s")
    if any(c.isdigit() for c in bare):
        return front + hyphen + bare
    return front + hyphen + (STEMS.get(bare) or _stemmed(bare))


_one_at_a_time = threading.Lock()


def _stemmed(word: str) -> str:
    with _one_at_a_time:  # a Snowball stemmer keeps the word it works on in itself
        return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(STEMMER).stemWord
    return stem_word
