"""One sentence of a letter: does it promise, aim or neither, by which rule, and by when.

The order is fixed: what is quoted, asked, denied or recalled is no promise whatever else it says; an aim is
an aim also when it says "zal"; only then the rules of `cues` are tried, the surest first.
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.commitments import cues
from corpus.commitments.due import Found, terms
from corpus.commitments.values import Due, DueSort, Rule, Sort, Sureness

_LONGEST = 1_500
_RANK = {DueSort.DAY: 0, DueSort.PERIOD: 1, DueSort.ROLLING: 2, DueSort.EVENT: 3, DueSort.VAGUE: 4}


@dataclass(frozen=True, slots=True)
class Judged:
    """What a sentence does; `who` is the third person it names as the one who promises."""

    sort: Sort
    rule: Rule
    sureness: Sureness
    due: Due | None = None
    reason: str = ""
    who: str = ""


def judged(sentence: str, said_on: date | None = None) -> Judged | None:
    """What a sentence promises or aims at; None for one that does neither."""
    said = _without_quotes(sentence) if len(sentence) <= _LONGEST else ""
    if not said or said.rstrip().endswith("?") or cues.EARLIER.search(said) or cues.DENIALS.search(said):
        return None
    if cues.AIMS.search(said) and not _pledges(said):
        return Judged(Sort.INTENTION, Rule.AIM, Sureness.LIKELY, _term(said, 0, said_on))
    if cues.NOT_NOW.search(said) and not _pledges(said):
        return None
    return _promise(said, said_on)


def _promise(said: str, said_on: date | None) -> Judged | None:
    for rule, sureness, pattern in cues.PROMISES:
        if match := pattern.search(said):
            due = _term(said, match.start(), said_on)
            return _weighed(said, Judged(Sort.PROMISE, rule, sureness, due, who=_who(match)), match.start())
    for rule, sureness, pattern in cues.ADDRESSED_WITH_TERM:
        if match := pattern.search(said):
            due = _term(said, match.start(), said_on)
            if due is not None and due.sort is not DueSort.ROLLING:
                return _weighed(said, Judged(Sort.PROMISE, rule, sureness, due), match.start())
    return None


def _weighed(said: str, found: Judged, at: int) -> Judged:
    """The same, less sure when it hangs on a condition."""
    condition = cues.CONDITIONS.search(said)
    if condition is None or (found.rule is Rule.PLEDGE and condition.start() > at):
        return found
    reason = f'Onder een voorwaarde: "{condition[0]}".'
    return Judged(found.sort, found.rule, Sureness.UNSURE, found.due, reason, found.who)


def _pledges(said: str) -> bool:
    return any(rule is Rule.PLEDGE and pattern.search(said) for rule, _, pattern in cues.PROMISES)


def _who(match: re.Match[str]) -> str:
    return match.groupdict().get("who") or ""


def _term(said: str, at: int, said_on: date | None) -> Due | None:
    """The term of the promise: the firmest one behind its verb, else the firmest before it."""
    found = terms(said, said_on)
    behind = [f for f in found if f.start >= at]
    return _firmest(behind) or _firmest([f for f in found if f.start < at])


def _firmest(found: list[Found]) -> Due | None:
    return min(found, key=lambda f: (_RANK[f.due.sort], f.start)).due if found else None


def _without_quotes(sentence: str) -> str:
    """The sentence with what someone else is quoted as saying blanked, so that places stay."""
    return cues.QUOTES.sub(lambda m: " " * len(m[0]) if len(m["words"].split()) > 2 else m[0], sentence)
