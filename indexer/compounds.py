"""Compounds taken apart: "asielgrensprocedure" is asiel, grens and procedure, so that each of them finds it.

Only a word that is covered from beginning to end by words of `lexicon`, each at least four letters, joined
by nothing, -s-, -e-, -n- or -en-; the longest part is tried first. A word of the lexicon is never taken
apart, so that "rechtbank" and "overheid" stay what they are. What is not covered is left whole: a missed
split costs a hit, a wrong one costs trust.
"""

from collections.abc import Iterator
from functools import cache, lru_cache

from indexer.lexicon import FORMS_IN_FRONT, HEADS, WORDS
from indexer.stemming import base_stem

SHORTEST_PART = 4
LONGEST_COMPOUND = 60
_LINKS = ("", "s", "en", "e", "n")


@lru_cache(maxsize=65536)
def parts(word: str) -> tuple[str, ...]:
    """The stems of the words a folded word is put together of; nothing for a word that is not."""
    if not 2 * SHORTEST_PART - 1 <= len(word) <= LONGEST_COMPOUND or not word.isalpha() or _is_known(word):
        return ()
    return _split(word)


def _split(rest: str) -> tuple[str, ...]:
    """What `rest` is made of, read from the left, the longest part first."""
    for end in range(len(rest) - min(map(len, short_heads())), SHORTEST_PART - 1, -1):
        front = _front(rest[:end])
        if not front:
            continue
        for link in _LINKS:
            if rest.startswith(link, end) and (behind := _last_or_more(rest[end + len(link) :])):
                return (front, *behind)
    return ()


def _last_or_more(rest: str) -> tuple[str, ...]:
    if _is_known(rest):
        return (base_stem(rest),)
    return _split(rest) if len(rest) >= 2 * SHORTEST_PART - 1 else ()


def _front(form: str) -> str:
    """The stem of a form that can stand in front: a word of the lexicon, or a plural on -en of one."""
    if form in FORMS_IN_FRONT:
        return base_stem(FORMS_IN_FRONT[form])
    if form in _words():
        return base_stem(form)
    plural = form.endswith("en") and len(form) > SHORTEST_PART + 1 and base_stem(form) in _stems()
    return base_stem(form) if plural else ""


def _is_known(form: str) -> bool:
    """Whether this is a word of the lexicon in any of its forms, or a short word that ends compounds."""
    stem = base_stem(form)
    return (len(form) >= SHORTEST_PART and stem in _stems()) or stem in short_heads()


@cache
def _words() -> frozenset[str]:
    return frozenset(WORDS)


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(base_stem, WORDS))


@cache
def short_heads() -> frozenset[str]:
    """The stems of the short words that end a compound but are no part that is searched."""
    return frozenset(map(base_stem, HEADS))


def runs(found: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every row of neighbouring parts but the whole, shortest first."""
    for size in range(1, len(found)):
        for start in range(len(found) - size + 1):
            yield found[start : start + size]
