"""What a nader rapport says was or will be changed, sentence by sentence, where nothing of it is found.

Only a plain statement counts: what can be, would be or is not to be changed is no promise. A statement that
names no place is left alone as long as there are changes that nothing else accounts for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.follow_up.compared import Compared, ComparedMemorandum
from corpus.follow_up.named import NamedPlace, located, paragraphs
from corpus.follow_up.values import About, Unkept
from corpus.opinion.sentences import sentences

_CHANGED = (
    r"(?:toegevoegd|aangevuld|aangepast|gewijzigd|verduidelijkt|opgenomen|vervangen|geschrapt|ingevoegd|"
    r"uitgebreid|beperkt|hersteld|gecorrigeerd|verbeterd|teruggebracht|verlengd|verkort|verhoogd|verlaagd|"
    r"in overeenstemming gebracht|nader toegelicht|nader gemotiveerd|herschreven|vernummerd)"
)
_DOES = r"(?:is|zijn|wordt|worden|zal|zullen|heb|hebben|heeft)"
_CLAIM = re.compile(
    rf"\b{_DOES}\b[^.;]{{0,200}}?\b{_CHANGED}\b|\b{_CHANGED}\b[^.;]{{0,30}}\b{_DOES}\b|"
    r"\b(?:luidt|luiden|bevat|bevatten|bepaalt|bepalen|gaat|ziet|noemt|vermeldt|regelt) (?:nu|thans)\b|"
    r"\b(?:is|zijn|wordt|worden)\b[^.;]{0,60}\bingegaan\b|\b(?:vervalt|vervallen) (?:nu|thans|alsnog)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:kan|kunnen|kon|zou|zouden|mag|mogen|moet|moeten|niet|geen|nooit|indien|tenzij|later|"
    r"te zijner tijd|blijft|blijven)\b",
    re.I,
)
_MEMORANDUM = re.compile(
    r"\b(?:\w*toelichting|memorie|paragraaf|paragrafen|hoofdstuk \d+|transponeringstabel|"
    r"implementatietabel)\b",
    re.I,
)
_BILL = re.compile(
    r"\b(?:(?:wets)?voorstel|ontwerp(?:besluit)?|artikel(?:en)?|onderde(?:el|len)|bepaling(?:en)?)\b", re.I
)
_EXPLAINS = re.compile(r"\btoelichting (?:bij|op) ", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence that says that a text was or will be changed, and the places it is about."""

    words: str
    about: tuple[About, ...]
    places: tuple[NamedPlace, ...]
    paragraphs: frozenset[str]


def claims_in(response: str, laws: Sequence[str]) -> tuple[Claim, ...]:
    """Every sentence of an answer that says so of the bill or its memorandum."""
    said = (s for line in response.split("\n") for s in sentences(line))
    return tuple(claim for s in said if (claim := _claim(s, laws)))


def is_claim(sentence: str) -> bool:
    """Does a sentence plainly say that something was or will be changed?"""
    said = _CLAIM.search(sentence)
    return said is not None and not _NOT.search(sentence, 0, said.end())


def denies(sentence: str) -> bool:
    """Does a sentence say that something was not changed, or only might be?"""
    said = _CLAIM.search(sentence)
    return _NOT.search(sentence, 0, said.end() if said else len(sentence)) is not None


def _claim(sentence: str, laws: Sequence[str]) -> Claim | None:
    if not is_claim(sentence):
        return None
    places = located(sentence, laws)
    memorandum = _MEMORANDUM.search(sentence) is not None
    rest = _MEMORANDUM.sub("", sentence) if memorandum else sentence
    text = bool(places or _BILL.search(sentence)) if not memorandum else _names_bill_too(sentence, rest)
    about = tuple(x for x, said in ((About.TEXT, text), (About.MEMORANDUM, memorandum)) if said)
    return Claim(sentence, about, places, paragraphs(sentence)) if about else None


def _names_bill_too(sentence: str, rest: str) -> bool:
    """ "Het voorstel en de toelichting zijn aangepast": of both; "de toelichting bij artikel 5" is of one."""
    return not _EXPLAINS.search(sentence) and bool(
        re.search(r"\b(?:wetsvoorstel|voorstel|wettekst|artikel \w+)\b[^.]{0,40}\ben\b", rest, re.I)
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What was found for one point, and whether there are changes that nothing accounts for."""

    text: bool
    memorandum: bool
    stray_text: bool
    stray_memorandum: bool


def unkept_of(
    point: str,
    claims: Sequence[Claim],
    *,
    bill: Compared | None,
    memoranda: Sequence[ComparedMemorandum],
    shown: Shown,
) -> Iterator[Unkept]:
    """The claims of one answer of which nothing is found; a text that is not there is not held against it."""
    for claim in claims:
        if About.TEXT in claim.about and bill is not None and not _in_text(claim, bill, shown):
            yield Unkept(point, claim.words, About.TEXT, _searched_text(claim))
        if About.MEMORANDUM in claim.about and memoranda and not _in_memoranda(claim, memoranda, shown):
            yield Unkept(point, claim.words, About.MEMORANDUM, _searched_memorandum(claim))


def _in_text(claim: Claim, bill: Compared, shown: Shown) -> bool:
    known = [place for place in claim.places if any(bill.named(place))]
    if known:
        return any(bill.touched(place) for place in known)
    return shown.text or shown.stray_text


def _in_memoranda(claim: Claim, memoranda: Sequence[ComparedMemorandum], shown: Shown) -> bool:
    if claim.paragraphs:
        return any(m.in_paragraph(number) for m in memoranda for number in claim.paragraphs)
    explained = [place for place in claim.places if any(m.has_passage(place) for m in memoranda)]
    if explained:
        return any(m.about(place) for m in memoranda for place in explained)
    return shown.memorandum or shown.stray_memorandum


def _searched_text(claim: Claim) -> str:
    where = ", ".join(dict.fromkeys(place.words for place in claim.places))
    return f"het voorstel: {where}" if where else "het hele voorstel"


def _searched_memorandum(claim: Claim) -> str:
    where = [f"paragraaf {number.replace('-', '.')}" for number in sorted(claim.paragraphs)]
    where += dict.fromkeys(place.words for place in claim.places)
    return f"de toelichting: {', '.join(where)}" if where else "de hele toelichting"
