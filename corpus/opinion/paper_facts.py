"""What an opinion prints of itself: number, missive, dates, subject, ministry, section, kind of paper.

Only printed words count; of two numbers the first is its own, as a masthead and an opening line come before
citations. The two figures after the W are a ministry by a table that changed over the years and that is not
known here, so that only the code is given; a ministry is named when the paper names it.
"""

import re
from collections.abc import Sequence
from datetime import date

from corpus.opinion.lines import Line
from corpus.opinion.values import Dates, OpinionKind
from corpus.reading import Reading

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
_DAY = rf"(\d{{1,2}})\s*({'|'.join(_MONTHS)})\s*(\d{{4}})"
_NUMBER = re.compile(r"\bW\s?(\d{2})\.\s?(\d{2})\.\s?(\d{4,5})\s?/\s?([IVX]+|1)(/[A-Z][a-z]?)?(?!\w)")
_STATED = re.compile(
    rf"\badvies\b[^.;]{{0,120}}?\b(?:d\.d\.|van)\s*{_DAY},?\s+n(?:r|o)\.?\s*([^\s,;]+)", re.I
)
_MISSIVE = re.compile(
    r"\b(?:Bij\s+(?:Kabinets)?(?:missive|brief)|mededeling van de Directeur van Uw kabinet)\s+van\s+"
    rf"{_DAY}(?:,?\s*n(?:r|o)\.?\s*([^\s,;]+))?",
    re.I,
)
_OF_OPINION = re.compile(
    r"\b(?:advies van (?:de|het)|advies afdeling|dit advies)\b[^.;]{0,120}?\b(?:d\.d\.|gedateerd|van)"
    rf"\s*{_DAY}",
    re.I,
)
_LABELLED_DAY = re.compile(
    rf"^(?:Datum (?:van het )?advies|(?:Advies )?vastgesteld)(?: op)?:?\s*{_DAY}\.?$", re.I
)
_PLACE_AND_DAY = re.compile(rf"^(?:No\.?\s*\S+\s*)?(?:['’]s-Gravenhage|Den Haag),?\s*{_DAY}\.?$", re.I)
_PUBLISHED = re.compile(rf"^(?:Datum publicatie|Gepubliceerd|Openbaar gemaakt)(?: op)?:?\s*{_DAY}", re.I)
_REPORTED = re.compile(rf"\bnader(?:e)? rapport\b[^.;]{{0,60}}?\b(?:d\.d\.|gedateerd|van)\s*{_DAY}", re.I)
_REACTED = re.compile(
    rf"\breactie van de (?:initiatiefnemer|indiener)s?\b[^.;]{{0,60}}?\b(?:d\.d\.|van)\s*{_DAY}", re.I
)
_SUBJECT = re.compile(
    r"\b(?:aanhangig gemaakt|ter overweging voorgelegd|voorlichting gevraagd over|verzocht om advies over)\s+"
    r"(.{2,600}?)(?=,? met (?:de )?(?:memorie|nota) van toelichting|,? met toelichtende nota|\.(?:\s|$)|$)",
    re.I,
)
_MINISTRY = re.compile(
    r"\bop (?:de )?voordracht van (?:de |Onze |het )?((?:Minister|Staatssecretaris)[^,.;]{2,90}?)"
    r"(?=[,.;]| bij | aan )",
    re.I,
)
_URGENT = re.compile(
    r"\bspoedadvies\b|\bmet spoed\b[^.]{0,40}\badvies\b|\bspoedeisende adviesaanvraag\b", re.I
)
_HEAD_LINES = 40
_KINDS = (
    (OpinionKind.WITHDRAWN, r"\b(?:adviesaanvraag|verzoek om advies|aanvraag)\b[^.;]{0,80}\bingetrokken\b"),
    (OpinionKind.GUIDANCE, r"^voorlichting\b|\bverzoek om voorlichting\b|\bvoorlichting gevraagd\b"),
    (OpinionKind.UNASKED, r"^ongevraagd advies\b|\buit eigen beweging\b[^.;]{0,60}\badvi"),
    (OpinionKind.WITH_REACTION, r"\breactie van de (?:initiatiefnemer|indiener)s?\b"),
)  # fmt: skip
_OPENS_REPORT = re.compile(r"^\s*nader rapport\b", re.I)
_HAS_REPORT = re.compile(
    r"\b(?:en|en het|alsmede het) nader(?:e)? rapport\b|^\s*nader rapport\b|\bvoorzien van mijn reactie\b|"
    r"\badvies\b[^.]{0,60}\bcursief\b",
    re.I,
)


def number_of(reading: Reading, lines: Sequence[Line]) -> str:
    """The number of the opinion as the file states or prints it; `/1` is kept as printed."""
    stated = next((i.value for i in reading.identifiers if i.scheme == "rvs"), "")
    text = _head(reading, lines)
    printed = _NUMBER.search(text) or _NUMBER.search(" ".join(line.text for line in lines[-6:]))
    if stated or printed is None:
        named = _STATED.search(text)
        return stated or (named[4].rstrip(".") if named else "")
    chamber, suffix = printed[4], printed[5] or ""
    return f"W{printed[1]}.{printed[2]}.{printed[3]}/{chamber}{suffix}"


def section_of(number: str) -> str:
    """The section that gave the opinion, from its number; `/1` was printed for `/I`."""
    match = _NUMBER.search(number)
    return "" if match is None else "I" if match[4] == "1" else match[4]


def ministry_code(number: str) -> str:
    """The code of the ministry in an opinion number (`W03`), or ""."""
    match = _NUMBER.search(number)
    return f"W{match[1]}" if match else ""


def missive_of(lines: Sequence[Line]) -> str:
    """The number of the missive by which advice was asked, or ""."""
    match = _MISSIVE.search(_text(lines))
    return (match[4] or "").rstrip(".") if match else ""


def dates_of(lines: Sequence[Line], *, is_answered: bool) -> Dates:
    """The dates the paper prints, each by the words around it.

    Place and day above a paper that also holds an answer may be those of the answer: then they say nothing.
    """
    text = _text(lines)
    by_line = [line.text for line in lines]
    report = _day_in(_REPORTED, [text]) or _day_in(_REACTED, [text])
    return Dates(
        pending=_day_in(_MISSIVE, [text]),
        adopted=_day_in(_OF_OPINION, [text])
        or _day_in(_LABELLED_DAY, by_line)
        or (None if is_answered else _day_in(_PLACE_AND_DAY, by_line)),
        published=_day_in(_PUBLISHED, by_line),
        further_report=report,
    )


def subject_of(lines: Sequence[Line]) -> str:
    """What was laid before the Afdeling, in the words of its opening sentence."""
    match = _SUBJECT.search(" ".join(line.text for line in lines))
    return match[1].strip() if match else ""


def ministry_of(lines: Sequence[Line]) -> str:
    """The minister who asked for the opinion, as printed, or ""."""
    match = _MINISTRY.search(_text(lines))
    return match[1].strip() if match else ""


def is_urgent(reading: Reading, lines: Sequence[Line]) -> bool:
    """Whether the paper calls itself an urgent opinion."""
    return _URGENT.search(_head(reading, lines)) is not None


def kind_of(reading: Reading, lines: Sequence[Line]) -> OpinionKind:
    """The kind of paper, by its title and first lines."""
    head = [reading.title, *(line.text for line in lines[:_HEAD_LINES])]
    for kind, words in _KINDS:
        if any(re.search(words, line, re.I) for line in head):
            return kind
    if reading.stage == "with-response" or any(
        _HAS_REPORT.search(line) for line in _own_lines(reading, lines)
    ):
        return OpinionKind.WITH_REPORT
    return OpinionKind.OPINION


def _own_lines(reading: Reading, lines: Sequence[Line]) -> list[str]:
    """The head, and headings further on that open a further report."""
    headings = [line.text for line in lines if _OPENS_REPORT.match(line.text)]
    return [reading.title, *(line.text for line in lines[:8]), *headings]


def _day_in(pattern: re.Pattern[str], texts: Sequence[str]) -> date | None:
    for text in texts:
        for match in pattern.finditer(text):
            if day := _day(match[1], match[2], match[3]):
                return day
    return None


def _day(day: str, month: str, year: str) -> date | None:
    try:
        return date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def _head(reading: Reading, lines: Sequence[Line]) -> str:
    return "\n".join([reading.title, *(line.text for line in lines[:_HEAD_LINES])])


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)
