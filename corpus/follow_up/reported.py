"""The changes that the paper itself accounts for by place: editorial remarks and reported further changes.

"In artikel IV, tweede lid, is een verwijzing naar onderdeel E vervangen" accounts for article IV, and not for
onderdeel E. Where a remark quotes the words before and after, the change bears them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.diff import Change
from corpus.follow_up.claims import denies, is_claim
from corpus.follow_up.compared import Compared
from corpus.follow_up.named import NamedPlace, located, quoted
from corpus.follow_up.values import About, Account, AccountKind, Unkept
from corpus.opinion import Opinion
from corpus.opinion.sentences import sentences


@dataclass(frozen=True, slots=True)
class Reported:
    """What was accounted for; what was said and is not there; and what names no place of the bill."""

    accounts: tuple[Account, ...] = ()
    unkept: tuple[Unkept, ...] = ()
    unplaced: tuple[str, ...] = ()


def reported_changes(opinion: Opinion, bill: Compared) -> Reported:
    """Every change of the bill that a remark or a reported further change names."""
    remarks = _remarks(opinion, bill)
    further = [_passage(passage, bill) for passage in opinion.further_changes]
    every = (remarks, *further)
    return Reported(
        tuple({a.change.id: a for found in reversed(every) for a in found.accounts}.values()),
        tuple(u for found in every for u in found.unkept),
        tuple(words for found in every for words in found.unplaced),
    )


def _remarks(opinion: Opinion, bill: Compared) -> Reported:
    editorial = opinion.editorial
    done = bool(editorial.response) and not denies(editorial.response)
    found = [(words, _places(words, bill)) for words in editorial.remarks]
    return Reported(
        tuple(a for words, at in found for a in _accounts(AccountKind.EDITORIAL, words, at, bill)),
        tuple(u for words, at in found if done and at for u in _unkept(words, at, bill)),
    )


def _passage(passage: str, bill: Compared) -> Reported:
    """Of one reported passage; its sentences without a place only matter when none of them has one."""
    said = [s for s in sentences(passage.replace("\n", " ")) if not denies(s)]
    found = [(words, at) for words in said if (at := _places(words, bill))]
    return Reported(
        tuple(a for words, at in found for a in _accounts(AccountKind.FURTHER, words, at, bill)),
        tuple(u for words, at in found if is_claim(words) for u in _unkept(words, at, bill)),
        () if found else (passage,),
    )


def _places(words: str, bill: Compared) -> tuple[NamedPlace, ...]:
    return tuple(place for place in located(words, bill.laws) if any(bill.named(place)))


def _changes(words: str, places: Sequence[NamedPlace], bill: Compared) -> tuple[Change, ...]:
    """What all its places have in common ("in onderdeel G, in artikel 18"), else what any of them has."""
    touched = [bill.touched(place) for place in places]
    meeting = frozenset.intersection(*touched) or frozenset.union(*touched)
    return tuple(change for change in bill.only(meeting) if _bears(change, words))


def _accounts(
    kind: AccountKind, words: str, places: Sequence[NamedPlace], bill: Compared
) -> tuple[Account, ...]:
    if not places:
        return ()
    return tuple(Account(change, kind, "", words) for change in _changes(words, places, bill))


def _unkept(words: str, places: Sequence[NamedPlace], bill: Compared) -> tuple[Unkept, ...]:
    if _changes(words, places, bill):
        return ()
    where = ", ".join(dict.fromkeys(place.words for place in places))
    return (Unkept("", words, About.TEXT, f"het voorstel: {where}"),)


def _bears(change: Change, words: str) -> bool:
    """Does a change bear the words that a remark quotes: the first before it, the last after it?"""
    said = quoted(words)
    if len(said) < 2:
        return True
    old, new = (" ".join(" ".join(s.text for s in sides).split()) for sides in (change.old, change.new))
    return said[0] in old and said[-1] in new
