"""What the public part of a decision note says that its letter promises: core points and explanation.

"U" is the addressee. A core point that says whom commitments bind and lists them gives each; one that says
what the letter announces gives that; a dated "volgt" or "komt" is what the note expects, and less sure.
"""

import re
from collections.abc import Iterator
from datetime import date

from corpus.commitments.due import terms
from corpus.commitments.values import Due, DueSort, Passage, ReadCommitment, Rule, Sureness

_BINDS = re.compile(
    r"\b(?:bind(?:en|t) (?P<who>u(?: zelf)?|(?:de|het) [A-Z][\w-]*)|toezegging(?:en)?)\b[^:]{0,60}: "
)
_LETTER_SAYS = re.compile(
    r"\b(?:de brief|u) (?:kondigt(?: u)? aan|zegt(?: \w+){0,3} toe|belooft|meldt|bevestigt) (?:\w+ ){0,3}dat "
    r"(?P<who>u|(?:de|het) [A-Z][\w-]*)\b",
    re.I,
)
_EXPECTED = re.compile(
    r"^(?:\([A-Z ]+\) )?(?P<who>(?:De|Het) [A-Z][\w-]*|[A-Z]{2,6})?.{0,120}?"
    r"\b(?:volgt|volgen|komt|komen|verschijnt|ontvangt|(?:zal|zullen) \w+|brengt|start|starten|rapporteert)\b"
)
_DENIED = re.compile(r"\b(?:niet|geen|mogelijk|wellicht|streven|verwacht|voornemens)\b", re.I)
_PARTS = re.compile(r"; (?:en )?| en (?=(?:een|de|het) )")
_DATED = (DueSort.DAY, DueSort.PERIOD)


def promised(passage: Passage, said_on: date | None, *, to: str) -> Iterator[ReadCommitment]:
    """The commitments that one sentence of a note reports; `to` is who "u" is."""
    sentence = passage.words
    if match := _BINDS.search(sentence):
        yield from _listed(passage, match, said_on, to=to)
    elif match := _LETTER_SAYS.search(sentence):
        yield _reported(passage, _first(sentence, said_on), _named(match["who"], to), Sureness.LIKELY)
    elif (match := _EXPECTED.match(sentence)) and not _DENIED.search(sentence):
        due = _first(sentence, said_on)
        if due is not None and due.sort in _DATED:
            yield _reported(passage, due, _named(match["who"] or "", ""), Sureness.UNSURE)


def _listed(
    passage: Passage, match: re.Match[str], said_on: date | None, *, to: str
) -> Iterator[ReadCommitment]:
    """Every part of an enumeration that has a term of its own."""
    who = _named(match["who"] or "", to)
    at = match.end()
    for part in _PARTS.split(passage.words[at:]):
        start = passage.words.index(part, at)
        at = start + len(part)
        due = _first(part, said_on)
        words = part.rstrip(" .")
        if due is not None and words:
            begin = passage.start + start
            own = Passage(passage.eid, begin, begin + len(words), words)
            yield _reported(own, due, who, Sureness.LIKELY)


def _reported(passage: Passage, due: Due | None, who: str, sureness: Sureness) -> ReadCommitment:
    return ReadCommitment(
        what=passage.words,
        actor=who,
        passages=(passage,),
        rules=(Rule.NOTE,),
        due=due,
        spoken_by="",
        sureness=sureness,
        reason="Volgens de nota; de brief zelf gaat voor.",
    )


def _named(who: str, to: str) -> str:
    if who.lower().startswith("u") and (len(who) == 1 or who.lower() == "u zelf"):
        return to
    return re.sub(r"^(?:de|het) ", "", who, flags=re.I)


def _first(text: str, said_on: date | None) -> Due | None:
    found = [f.due for f in terms(text, said_on)]
    return next((d for d in found if d.sort in _DATED), found[0] if found else None)
