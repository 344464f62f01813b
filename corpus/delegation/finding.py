"""Find what a text delegates, provision by provision; preambles, explanations and closings do not delegate.

Law that an amending text quotes is searched too and marked: it delegates once it is law.
"""

import re
from collections.abc import Iterable, Iterator

from corpus.delegation import wording as words
from corpus.delegation.clauses import delegations_in, listed, opens_list
from corpus.delegation.delegation import Delegation, Force, Level, Rule
from corpus.delegation.found import Found
from corpus.delegation.places import article_of
from corpus.delegation.sentences import Sentence, sentences
from corpus.delegation.voorhang import under_voorhang
from corpus.provision import Provision, ProvisionKind

_SILENT = frozenset(
    {
        ProvisionKind.LONG_TITLE,
        ProvisionKind.PREAMBLE,
        ProvisionKind.RECITAL,
        ProvisionKind.FORMULA,
        ProvisionKind.EXPLANATION,
        ProvisionKind.CONCLUSIONS,
    }
)
_LONGEST_SUBJECT = 240
_REGULATES = re.compile(r"\b(?:regelt|regelen|regels|regeling|geregeld)\b")
_MAY_MENTION = frozenset({Rule.DEFINITE, Rule.RELATIVE})
_DECREES = frozenset({Level.DECREE, Level.BY_OR_UNDER_DECREE})
_WithNoun = tuple[Delegation, str]


def find_delegations(provisions: Iterable[Provision]) -> tuple[Delegation, ...]:
    """Every delegation of a text in document order, each with parliament's part in it."""
    tree = tuple(provisions)
    found = tuple(pair for provision in tree for pair in _below(provision, quoted=False))
    kept = tuple(one for one, noun in found if not _only_mentions(one, noun, found))
    return under_voorhang(tree, kept)


def _only_mentions(one: Delegation, noun: str, found: Iterable[_WithNoun]) -> bool:
    """ "De bij amvb aangewezen instellingen" mention what the same article delegates in words of its own."""
    if one.rule not in _MAY_MENTION or one.force is Force.DUTY:
        return False
    own = article_of(one.eid)
    alike = _DECREES if one.level in _DECREES else {one.level}
    others = (
        d for d, _ in found if d.rule not in _MAY_MENTION and d.level in alike and article_of(d.eid) == own
    )
    return any(noun.lower() in other.sentence.lower() for other in others)


def _below(provision: Provision, *, quoted: bool) -> Iterator[_WithNoun]:
    if provision.kind in _SILENT:
        return
    quoted = quoted or provision.kind is ProvisionKind.MOD
    said = list(sentences(provision.text))
    for sentence in said:
        for found in delegations_in(sentence.text):
            yield _delegation(provision, sentence, found, quoted=quoted), found.noun
    opening = said[-1] if said and opens_list(said[-1].text) else None
    for child in provision.children:
        if opening:
            yield from ((one, "") for one in _of_point(child, opening, quoted=quoted))
        yield from _below(child, quoted=quoted)


def _of_point(point: Provision, opening: Sentence, *, quoted: bool) -> Iterator[Delegation]:
    """An onderdeel under "Bij of krachtens amvb:" that begins with the verb."""
    instrument = opens_list(opening.text)
    first = next(sentences(point.text), None)
    found = listed(first.text, instrument) if first and instrument else None
    if first and found:
        yield Delegation(
            eid=point.eid,
            start=first.at(0),
            end=first.at(len(first.text) - 1) + 1,
            sentence=f"{opening.text} {first.text}",
            level=found.level,
            force=found.force,
            subdelegation=found.under,
            rule=Rule.LISTED,
            subject=_subject(first.text, 0, point),
            quoted=quoted,
        )


def _delegation(provision: Provision, sentence: Sentence, found: Found, *, quoted: bool) -> Delegation:
    return Delegation(
        eid=provision.eid,
        start=sentence.at(found.start),
        end=sentence.at(found.end - 1) + 1,
        sentence=sentence.text,
        level=found.level,
        force=found.force,
        subdelegation=found.under
        or (found.level is Level.LAW and _REGULATES.search(sentence.text) is not None),
        rule=found.rule,
        subject=_subject(sentence.text, found.subject_from, provision),
        quoted=quoted,
    )


def _subject(text: str, start: int, provision: Provision) -> str:
    """What the rules are about: behind "over" and the like, else the sentence; with the points of a list."""
    about = words.ABOUT.search(text, start)
    said = text[about.end() if about else 0 :].strip(" ,;").rstrip(".:")
    if text.endswith(":"):
        points = [
            c.text.rstrip(" ;.") for c in provision.children if c.kind is ProvisionKind.POINT and c.text
        ]
        said = "; ".join(points) if not said else f"{said}: {'; '.join(points)}"
    return said if len(said) <= _LONGEST_SUBJECT else said[: _LONGEST_SUBJECT - 1].rsplit(" ", 1)[0] + "…"
