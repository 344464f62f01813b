"""Which of the things read are one promise: a sentence and its row, twice said, in letter and note alike.

Two are one when their terms agree and their words largely do. Rows of one table are never one; of a sentence
and a row the sentence is what was printed, and the cell says who is bound.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from corpus.commitments.actors import plain_name
from corpus.commitments.values import Due, ReadCommitment, Rule, Sureness

_WORD = re.compile(r"[a-zà-ÿ][\w-]{3,}", re.I)
_COMMON = frozenset(
    {
        "kamer", "dezelfde", "deze", "haar", "hierover", "daarover", "hier", "daar", "onder", "over", "voor",
        "door", "naar", "zeggen", "zullen", "wordt", "worden", "bericht", "berichten", "informeren",
        "ontvangt", "zenden", "zend", "brief", "fictieve", "voorbeeldtekst", "waarin", "welke", "wanneer",
        "heeft", "hebben", "zijn", "ieder", "alle", "volgt", "minister",
    }
)  # fmt: skip
_SAME_TERM, _NO_TERM, _RESTATED = 0.5, 0.8, 0.35
"""How much of the words must be shared; a note puts what its letter says in words of its own."""
_MOST_BESIDE = 300  # a letter that promises more than this for one day is compared with the last of it
_SURE = {Sureness.CERTAIN: 0, Sureness.LIKELY: 1, Sureness.UNSURE: 2}


def merged(found: Iterable[ReadCommitment]) -> tuple[ReadCommitment, ...]:
    """One of each promise, in the order of first mention; sentences before rows, letters before notes."""
    kept: list[ReadCommitment] = []
    by_term: dict[object, list[int]] = {}
    by_words: dict[str, int] = {}
    for one in sorted(found, key=lambda c: _place(c.rules)):
        near = by_term.setdefault(_term(one.due), [])
        at = by_words.get(one.id, -1)
        if at < 0:
            scored = [(overlap(one, kept[k]), -k) for k in near[-_MOST_BESIDE:] if is_same(one, kept[k])]
            at = -max(scored)[1] if scored else -1
        if at < 0:
            near.append(len(kept))
            by_words[one.id] = len(kept)
            kept.append(one)
        else:
            kept[at] = _together(kept[at], one)
    return tuple(kept)


def _term(due: Due | None) -> object:
    """Equal for terms that agree."""
    return None if due is None else due.last or due.words.casefold()


def is_same(one: ReadCommitment, other: ReadCommitment) -> bool:
    """Do two say the same, by term and words?"""
    if one.sort is not other.sort or (Rule.TABLE in one.rules and Rule.TABLE in other.rules):
        return False
    if one.due is None or other.due is None:
        return one.due is other.due and overlap(one, other) >= _NO_TERM
    restated = (Rule.NOTE in one.rules) is not (Rule.NOTE in other.rules)
    return same_term(one.due, other.due) and overlap(one, other) >= (_RESTATED if restated else _SAME_TERM)


def same_term(one: Due, other: Due) -> bool:
    """Do two terms end on the same day, or without one say the same words?"""
    return _term(one) == _term(other)


def overlap(one: ReadCommitment, other: ReadCommitment) -> float:
    """How much of the shorter is in the longer, by the words that carry meaning."""
    if one.what.casefold() == other.what.casefold():
        return 1.0
    return shared(f"{one.what} {one.summary}", f"{other.what} {other.summary}")


def shared(one: str, other: str) -> float:
    """The part of the meaningful words of the shorter text that the longer has, inflected or not."""
    fewer, more = sorted((_meaning(one), _meaning(other)), key=len)
    if not fewer:
        return 0.0
    return sum(any(_alike(word, known) for known in more) for word in fewer) / len(fewer)


@lru_cache(maxsize=4_096)
def _meaning(text: str) -> frozenset[str]:
    return frozenset(word for found in _WORD.findall(text) if (word := found.casefold()) not in _COMMON)


def forget_words() -> None:
    """Forget the words that this process remembers."""
    _meaning.cache_clear()


def _alike(word: str, other: str) -> bool:
    """The same up to its ending, or the one a compound of the other ("mechanisme", "toezichtmechanisme")."""
    shorter, longer = sorted((word, other), key=len)
    return longer.startswith(shorter[: max(5, len(shorter) - 3)]) or (
        len(shorter) > 5 and longer.endswith(shorter)
    )


def _place(rules: tuple[Rule, ...]) -> int:
    alone = set(rules) <= {Rule.TABLE, Rule.NOTE}
    return 0 if not alone else 1 if Rule.TABLE in rules else 2


def _together(first: ReadCommitment, second: ReadCommitment) -> ReadCommitment:
    table = next((c for c in (second, first) if Rule.TABLE in c.rules), None)
    surest = min((first, second), key=lambda c: _SURE[c.sureness])
    return replace(
        first,
        actor=(table.actor if table else "") or first.actor or second.actor,
        passages=(*first.passages, *second.passages),
        rules=tuple(dict.fromkeys((*first.rules, *second.rules))),
        due=first.due or second.due,
        spoken_by=first.spoken_by or second.spoken_by,
        sureness=surest.sureness,
        reason=surest.reason,
        summary=first.summary or second.summary,
    )


def same_actor(one: str, other: str) -> bool:
    """Is the one name the other, or does it hold it ("Minister van Licht (fictief)")?"""
    first, second = sorted((plain_name(one), plain_name(other)), key=len)
    return bool(first) and re.search(rf"(?<!\w){re.escape(first)}(?!\w)", second) is not None
