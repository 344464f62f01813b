"""What a version is, in sentences: stage, dates, how well they are known, in force, official or not.

A date that was guessed is never shown as a fact: it says so and names its rule. The date of a version is that
from which it is law (geldig vanaf), which retroactive effect puts before its entry into force. What is in
force is judged by the versions that were taken in, and the sentence says that too.
"""

from dataclasses import dataclass
from datetime import date

from corpus.reading import Guessed
from wetgeving.services.catalogue import ListedVersion, VersionText
from wetgeving.services.chronology import Standing
from wetgeving.services.validity import Validity, validity
from wetgeving.services.version_key import leading_date
from wetgeving.store.values import VersionDates
from wetgeving.web.dutch import dutch_date
from wetgeving.web.force_view import entry

_WORDS = {
    Standing.IN_FORCE: "geldend, voor zover opgenomen",
    Standing.NOT_YET: "nog niet geldend",
    Standing.SUPERSEDED: "niet meer geldend",
    Standing.UNKNOWN: "onbekend of deze tekst geldt",
    Standing.NOT_APPLICABLE: "geen geldende tekst",
}


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a version: one word, one sentence, its date, and where that date comes from.

    `entry` is what must be said beside the date: retroactive effect, and when it really entered into force.
    """

    word: str
    sentence: str
    dated: str
    date_source: str
    official: str
    sure: bool
    entry: str = ""


def status(
    listed: ListedVersion, guessed: tuple[Guessed, ...] = (), validity: Validity | None = None
) -> Status:
    """Say what a version is; `guessed` is the account of its reading and `validity` its dates, if at hand."""
    version = listed.version
    guess = _guess(version.dates, guessed)
    word = _WORDS[listed.standing]
    return Status(
        word=f"{word} ({guess})" if guess and listed.standing in _BY_DATE else word,
        sentence=_sentence(listed, guess),
        dated=dated(version.dates),
        date_source=guess,
        official="officieel" if version.official else "niet officieel",
        sure=not guess,
        entry=entry(validity) if validity else "",
    )


def text_status(text: VersionText) -> Status:
    """The status of a version whose text is at hand."""
    return status(text.listed, text.guessed, validity(text.listed, text.provisions))


def version_name(listed: ListedVersion) -> str:
    """What a version is called in a sentence or a list."""
    return f"{listed.stage_term}, {dated(listed.version.dates)}"


def dated(dates: VersionDates) -> str:
    """The date a version is known by, and which of its dates that is."""
    if dates.in_force_on:
        return f"geldig vanaf {dutch_date(dates.in_force_on)}"
    if dates.document_date:
        return f"stuk van {dutch_date(dates.document_date)}"
    if dates.as_known_on:
        return f"zoals bekend op {dutch_date(dates.as_known_on)}"
    return "datum onbekend"


def short_date(dates: VersionDates) -> str:
    """The date a version is known by, alone."""
    return dutch_date(leading_date(dates)) if leading_date(dates) else "datum onbekend"


_BY_DATE = (Standing.IN_FORCE, Standing.NOT_YET, Standing.SUPERSEDED)


def _guess(dates: VersionDates, guessed: tuple[Guessed, ...]) -> str:
    if dates.certainty != "guessed":
        return ""
    by_name = any(g.rule == "file-name" for g in guessed)
    return "datum volgens bestandsnaam" if by_name else "datum geraden"


def _sentence(listed: ListedVersion, guess: str) -> str:
    since = listed.version.dates.in_force_on
    said = _said(listed, since)
    return f"{said} De datum is niet bevestigd: {guess}." if guess else said


def _said(listed: ListedVersion, since: date | None) -> str:
    taken_in = "volgens de versies die hier zijn opgenomen"
    match listed.standing:
        case Standing.IN_FORCE:
            return f"Geldend sinds {dutch_date(since)}, {taken_in}."
        case Standing.NOT_YET:
            return f"Nog niet geldend: geldig vanaf {dutch_date(since)}."
        case Standing.SUPERSEDED:
            return f"Niet meer geldend: gold vanaf {dutch_date(since)} en is vervangen, {taken_in}."
        case Standing.UNKNOWN:
            return "Onbekend of deze tekst geldt: vanaf wanneer zij geldt is niet bekend."
        case Standing.NOT_APPLICABLE:
            return f"Geen geldende tekst: {listed.stage_term}."
