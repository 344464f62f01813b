"""The one analysis of Dutch that every engine, the highlighter and the changes share.

A printed word is found by its stem and, weighing less, by the words it is put together of; a question asks
for one stem. The stem of a compound is that of its parts without what joins them, so that
"Screeningverordening" is "Screeningsverordening" and "commissieleden" is "commissielid".
`ANALYSIS` is written into the name of every index: an index made with another analysis is not read but made
again. It holds the stemmer, `NUMBER`, which whoever changes a rule raises, and a print of the word lists.
"""

import hashlib
from functools import lru_cache

from indexer import lemma_regular, lemma_verbs, lemmas, lexicon
from indexer.analysis import STEMMER, Token, fold, is_article_number, outermost, tokens, words
from indexer.compounds import parts, runs, short_heads
from indexer.stemming import base_stem

__all__ = [
    "ANALYSIS", "Token", "fold", "is_article_number", "keys", "meets", "outermost", "part_stems", "stem",
    "tokens", "words",
]  # fmt: skip

NUMBER = 2
_LEMMAS = (lemma_regular.regular_forms(), lemmas.NOUNS, lemma_verbs.VERBS, lemmas.APART)
_LEXICON = (lexicon.WORDS, lexicon.HEADS, lexicon.FORMS_IN_FRONT)
_PRINT = hashlib.sha256(repr((_LEMMAS, _LEXICON)).encode()).hexdigest()[:8]
ANALYSIS = f"{STEMMER}-{NUMBER}-{_PRINT}"
_JOIN = "+"


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word; a hyphenated word is stemmed in its last part, a number not at all."""
    front, hyphen, last = word.rpartition("-")
    bare = last.removesuffix("'s")
    if any(c.isdigit() for c in bare):
        return front + hyphen + bare
    return front + hyphen + (_JOIN.join(parts(bare)) or base_stem(bare))


@lru_cache(maxsize=65536)
def part_stems(word: str) -> tuple[str, ...]:
    """The stems of what a folded word is put together of, also of several parts in a row; not of itself.

    A hyphenated word has none: its parts are words of the text by themselves.
    """
    if "-" in word:
        return ()
    found = parts(word.removesuffix("'s"))
    return tuple(
        dict.fromkeys(_JOIN.join(run) for run in runs(found) if run[1:] or run[0] not in short_heads())
    )


def keys(word: str) -> tuple[str, ...]:
    """Every stem by which a folded word is found, its own first."""
    return (stem(word), *part_stems(word))


def meets(asked: str, printed: str) -> bool:
    """Whether a question for one folded word finds another: in another form, or as a part of it."""
    return stem(asked) in keys(printed)
