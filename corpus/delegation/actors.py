"""Delegation to whoever makes rules, said without an instrument: "Onze Minister kan nadere regels stellen".

Ministers, local councils, bodies with a name of their own, and the law itself. "Beleidsregels" are no rules
in this sense, and "voorschriften" only when they are "nadere": a permit has voorschriften too.
"""

import re
from collections.abc import Iterator

from corpus.delegation import wording as words
from corpus.delegation.delegation import Force, Level, Rule
from corpus.delegation.found import Found, force_of

_ACTORS = (
    (Level.MINISTERIAL, words.MINISTER),
    (Level.ORDINANCE, words.LOCAL),
    (Level.INDEPENDENT_BODY, words.BODY),
)
_LAW = re.compile(
    r"^(?:De wet|[^.;]{0,200}?\b(?=(?:stelt|regelt|bepaalt) de wet\b)) ?"
    r"(?P<verb>stelt|regelt|bepaalt|kan)(?: de wet)?\b"
)
_MADE_BY = re.compile(
    rf"door (?P<actor>{words.MINISTER}),? (?:[\w ]{{0,40}}? )?(?P<how>(?:vast )?te (?:stellen|geven)|"
    rf"gestelde|gegeven|vastgestelde) (?:nadere )?(?=regels|regelen|voorschriften)"
)


def made_by_actors(text: str) -> Iterator[Found]:
    """The delegation of a sentence to one who makes rules."""
    made = _MADE_BY.search(text)
    if made and not words.DEFINITE.search(text, 0, made.start()):
        gerundive = made["how"].startswith(("te", "vast te"))
        force, rule = (Force.DUTY, Rule.GERUNDIVE) if gerundive else (Force.POWER, Rule.PARTICIPLE)
        yield Found(made.start("actor"), made.end("actor"), Level.MINISTERIAL, force, rule, False, made.end())
        return
    for level, actor in _ACTORS:
        for pattern in _makes_rules(actor):
            match = pattern.search(text)
            if match:
                start, end = match.span("actor")
                yield Found(start, end, level, force_of(match["verb"]), Rule.MAKES_RULES, False, match.end())
                return
    law = _LAW.match(text)
    if law and (law["verb"] == "regelt" or re.search(words.RULES, text)):
        yield Found(
            law.start("verb"),
            law.end("verb"),
            Level.LAW,
            force_of(law["verb"]),
            Rule.MAKES_RULES,
            True,
            law.end(),
        )


def _makes_rules(actor: str) -> tuple[re.Pattern[str], ...]:
    return _PATTERNS[actor]


def _patterns(actor: str) -> tuple[re.Pattern[str], ...]:
    """Actor before or behind the verb; "voorschriften" only when they are "nadere" and given or made."""
    object_ = r"(?:(?:(?:nadere|algemene|aanvullende) )?(?:regels|regelen)|nadere voorschriften)"
    gap = r"(?:(?! (?:die|dat|welke|indien|volgens|overeenkomstig|krachtens)\b)[ ,][\w’'(),-]+){0,22}?"
    rest = r"(?P<rest>[^.;:]*?\b(?:stellen|geven|vaststellen|vast)\b)"
    makes = rf"{gap}(?<! de)(?<! die)(?<! deze) {object_}(?![\w-])"
    return (
        re.compile(rf"(?P<actor>{actor}) (?P<verb>stelt|stellen|geeft|geven){makes}"),
        re.compile(rf"(?P<actor>{actor})(?:[^.;:]{{0,80}}?) (?P<verb>kan|kunnen|mag|moet){makes}{rest}"),
        re.compile(rf"(?P<verb>stelt|stellen|geeft|geven) (?P<actor>{actor}){makes}"),
        re.compile(rf"(?P<verb>kan|kunnen) (?P<actor>{actor}){makes}{rest}"),
    )


_PATTERNS = {actor: _patterns(actor) for _, actor in _ACTORS}
