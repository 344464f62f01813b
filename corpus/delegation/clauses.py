"""Reads one sentence: does it leave something to another rule, which, and must that be made?

Deterministic, in a fixed order: what only mentions a rule goes out first, then the form is looked for that
decides between duty and power. A sentence of no known form is left out: abstaining, not guessing.
"""

import re
from collections.abc import Iterator

from corpus.delegation import wording as words
from corpus.delegation.actors import made_by_actors
from corpus.delegation.delegation import Force, Level, Rule
from corpus.delegation.found import Found, force_of

_OPENING = re.compile(r"(?:[\"„«‘“'(]*|(?:Voorts|Tevens|Dan wel|of|en|hetzij) |.*; )$")
_DONE, _DO = re.compile(rf"\b{words.DONE}\b"), re.compile(rf"\b(?:{words.DO}|(?:vast|aan|uit|over)\b)")
_DO_LATER = re.compile(rf"\b(?:{words.DONE}|{words.DO}|vast|aan|uit|over|af|in|op)\b")
_ACTIVE = frozenset(
    ("stelt", "stellen", "bepaalt", "bepalen", "wijst", "wijzen", "geeft", "geven", "regelt", "regelen")
)
_ONLY_RULES = frozenset({Level.LAW, Level.ROYAL_DECREE, Level.ORDINANCE})
_ROYAL = re.compile(
    r"\b(?:bepaald|bepalen|vastgesteld|aangewezen|geregeld|regels|regelen|verlengd|gewijzigd|uitgesloten)\b"
)
_SMALL_DECISION = re.compile(
    r"\b(?:benoemd|herbenoemd|ontslagen|geschorst|aangesteld|verleend|toegekend|gehoord|benoemen|opgericht|"
    r"ontslag|vernietigd|ontbonden)\b"
)
_IN_OWN_WORDS = re.compile(r"(?:in|buiten) werking (?:worden |wordt )?gesteld|in werking tre[ed]|vervalt")
_ENDS_CLAUSE = re.compile(r"[.,;:]|$| (?:of|en|in|voor|bij|door|aan) ")
_AS_MEANT = re.compile(r"[\w-]+(?: [\w-]+){0,2}?,? (?:als )?bedoeld in ")
_PRONOUN = re.compile(r"\b(?:die|dat|welke|waar\w+|de wijze waarop)\b")
_MENTIONS = re.compile(
    r" (?:gestelde|vastgestelde|gegeven|genoemde) (?:regels|regelen|voorschriften|voorwaarden|eisen|"
    r"beperkingen|normen|bepalingen)\b|,? (?:als )?bedoeld in "
)


def delegations_in(text: str) -> tuple[Found, ...]:
    """The delegations of one sentence, at most one for a level and a force."""
    if words.NOT_NEW.match(text) or words.SILENCED.search(text):
        return ()
    kept: dict[tuple[Level, Force], Found] = {}
    extended = _extended(text)
    instruments = () if extended else tuple(words.INSTRUMENT.finditer(text))
    found = [f for i in instruments for f in _of_instrument(text, i)]
    if not instruments:
        found = extended or list(made_by_actors(text))
    for one in found:
        kept.setdefault((one.level, one.force), one)
    return tuple(kept.values())


def _extended(text: str) -> list[Found]:
    """ "Bij de amvb, bedoeld in het tweede lid, worden regels gesteld": more for that rule."""
    match = words.EXTENDED.match(text)
    verb = words.MODAL.match(text, match.end()) if match else None
    if match is None or verb is None:
        return []
    ministerial = match["noun"].endswith("regeling")
    under = "krachtens" in match.group()[:20]
    decree = Level.BY_OR_UNDER_DECREE if under else Level.DECREE
    level = Level.MINISTERIAL if ministerial else decree
    start, end = match.span("noun")
    return [Found(start, end, level, force_of(verb.group()), Rule.EXTENDED, under, verb.end())]


def opens_list(text: str) -> re.Match[str] | None:
    """The instrument of opening words that leave the verb to the onderdelen ("Bij of krachtens ...:")."""
    match = words.INSTRUMENT.match(text)
    if match is None or not text.endswith(":") or words.FINITE.search(text, match.end()):
        return None
    return match


def listed(text: str, instrument: re.Match[str]) -> Found | None:
    """The delegation of an onderdeel that begins with the verb, under opening words with the instrument."""
    verb = words.MODAL.match(text)
    if verb is None:
        return None
    level, under = _level(instrument)
    return Found(instrument.start(), instrument.end(), level, force_of(verb.group()), Rule.LISTED, under, 0)


def _of_instrument(text: str, instrument: re.Match[str]) -> Iterator[Found]:
    after = text[instrument.end() :]
    before = text[: instrument.start()]
    if words.MENTIONED.match(after):
        return
    if words.EMPOWERED.search(before) and " te " in after:
        yield _found(instrument, Force.POWER, Rule.EMPOWERED)
    elif found := _attributive(text, instrument):
        yield found
    elif words.PARTICIPLE.match(text, instrument.end()):
        return
    elif _OPENING.match(before):
        yield from _fronted(text, instrument)
    elif found := _subordinate(text, instrument) or _within(text, instrument):
        yield found


def _word_at(text: str, at: int) -> str:
    found = re.compile(r"[\w-]+").match(text, at)
    return found.group() if found else ""


def _found(
    instrument: re.Match[str], force: Force, rule: Rule, *, subject_from: int = -1, noun: str = ""
) -> Found:
    level, under = _level(instrument)
    at = subject_from if subject_from >= 0 else instrument.end()
    return Found(instrument.start(), instrument.end(), level, force, rule, under, at, noun)


def _level(instrument: re.Match[str]) -> tuple[Level, bool]:
    """The level, and whether further delegation is allowed by "krachtens"."""
    level = Level[instrument.lastgroup or ""]
    under = "krachtens" in instrument["lead"].lower()
    if level is Level.DECREE and under:
        return Level.BY_OR_UNDER_DECREE, True
    return level, under


def _attributive(text: str, instrument: re.Match[str]) -> Found | None:
    """ "Bij amvb te bepalen gevallen", "in bij amvb bepaalde gevallen"; with "de" the latter is a mention."""
    gerundive = words.GERUNDIVE.match(text, instrument.end())
    if gerundive:
        commences = instrument.lastgroup == Level.ROYAL_DECREE.name and _commences(text, gerundive.end())
        rule = Rule.COMMENCEMENT if commences else Rule.GERUNDIVE
        if words.DEFINITE.search(text, 0, instrument.start()) and _AS_MEANT.match(text, gerundive.end()):
            return None
        return _found(instrument, Force.DUTY, rule, subject_from=gerundive.end())
    participle = words.PARTICIPLE.match(text, instrument.end())
    if participle is None and text.endswith(" een ", 0, instrument.start()):
        participle = words.PARTICIPLE_LATER.match(text, instrument.end())
    if participle is None or instrument.lastgroup == Level.LAW.name:
        return None
    definite = words.DEFINITE.search(text, 0, instrument.start())
    if definite and _MENTIONS.search(text, participle.start()):
        return None
    rule = Rule.DEFINITE if definite else Rule.PARTICIPLE
    return _found(
        instrument, Force.POWER, rule, subject_from=participle.end(), noun=_word_at(text, participle.end())
    )


def _commences(text: str, at: int) -> bool:
    return text.startswith(("tijdstip", "datum", "tijdstippen", "dag"), at)


def _fronted(text: str, instrument: re.Match[str]) -> Iterator[Found]:
    """ "Bij amvb worden regels gesteld ... en kunnen ...": the verb comes behind the instrument."""
    verb = words.FINITE.search(text, instrument.end())
    if verb is None or _refuses(text, instrument, verb):
        return
    first = force_of(verb.group())
    yield _found(instrument, first, _rule_of(text, instrument, Rule.FRONTED), subject_from=verb.end())
    for more in words.MORE_FINITE.finditer(text, verb.end()):
        if force_of(more["finite"]) is not first and not words.SUBORDINATE.search(
            text, verb.end(), more.start()
        ):
            yield _found(instrument, force_of(more["finite"]), Rule.FRONTED, subject_from=more.end())
            return


def _rule_of(text: str, instrument: re.Match[str], otherwise: Rule) -> Rule:
    decree = instrument.lastgroup == Level.ROYAL_DECREE.name
    return Rule.COMMENCEMENT if decree and _IN_OWN_WORDS.search(text) else otherwise


def _refuses(text: str, instrument: re.Match[str], verb: re.Match[str]) -> bool:
    """An individual decision, by an instrument that does more than make rules."""
    level = Level[instrument.lastgroup or ""]
    if level not in _ONLY_RULES:
        return False
    rest = text[verb.end() :]
    if level is Level.ROYAL_DECREE and not (_ROYAL.search(rest) or _IN_OWN_WORDS.search(text)):
        return True
    return bool(_SMALL_DECISION.search(rest)) or not (text.endswith(":") or _DO_LATER.search(rest))


def _within(text: str, instrument: re.Match[str]) -> Found | None:
    """ "Het bedrag wordt jaarlijks bij ministeriële regeling aangepast": the verb stands before it."""
    verb = _governing(text, instrument)
    if instrument.lastgroup == Level.LAW.name and not re.search(r"\b(?:de|een) \w*wet$", instrument.group()):
        return None
    if verb is None or _refuses(text, instrument, verb):
        return None
    behind = text[instrument.end() :]
    between = text[verb.end() : instrument.start()]
    clause = re.split(r"[;:]|, (?:die|dat|welke|tenzij|indien|waar\w+) ", behind, maxsplit=1)[0]
    pattern = _DO_LATER if verb.group() in _ACTIVE else _DONE
    done = pattern.search(clause) or _DONE.search(between) or _DO.search(clause)
    if done and instrument.lastgroup == Level.LAW.name and not _ENDS_CLAUSE.match(done.string, done.end()):
        return None
    if not done and not (behind.rstrip().endswith(":") or verb.group() in _ACTIVE):
        return None
    return _found(instrument, force_of(verb.group()), _rule_of(text, instrument, Rule.PASSIVE))


def _governing(text: str, instrument: re.Match[str]) -> re.Match[str] | None:
    """The finite verb of the clause that the instrument stands in; none when a subordinate clause begins."""
    verb = None
    for verb in words.FINITE.finditer(text, 0, instrument.start()):  # noqa: B007
        pass
    if verb is None or words.SUBORDINATE.search(text, verb.end(), instrument.start()):
        return None
    if words.SUBORDINATE.search(text, max(0, verb.start() - 60), verb.start()) and _DONE.search(
        text, max(0, verb.start() - 25), verb.start()
    ):
        return None
    return verb


def _subordinate(text: str, instrument: re.Match[str]) -> Found | None:
    """ "Tenzij bij amvb anders is bepaald", "situaties die bij amvb worden bepaald"."""
    before = text[: instrument.start()]
    if instrument.lastgroup != Level.LAW.name and words.MADE_BEFORE.search(before):
        return _found(instrument, Force.POWER, Rule.RELATIVE)
    ends = words.ENDS.search(text, instrument.end())
    if ends is None or re.search(r"[.;:]", text[instrument.end() : ends.start()]):
        return None
    if "anders" in text[max(0, instrument.start() - 60) : ends.end()] and words.OTHERWISE.search(before):
        return _found(instrument, Force.POWER, Rule.OTHERWISE, subject_from=ends.end())
    if words.CONDITION.search(before):
        return None
    relative = words.RELATIVE.search(before) if instrument.lastgroup != Level.LAW.name else None
    if relative is None or words.MENTIONED.match(text, ends.end()):
        return None
    force = Force.DUTY if ends["must"] else Force.POWER
    return _found(instrument, force, Rule.RELATIVE, subject_from=ends.end(), noun=_antecedent(text, relative))


def _antecedent(text: str, relative: re.Match[str]) -> str:
    """The word before "die" or "dat"."""
    pronoun = _PRONOUN.search(text, relative.start())
    before = text[: pronoun.start()].rstrip(" ,") if pronoun else ""
    return before.rpartition(" ")[2]
