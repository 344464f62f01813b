"""What was law on one day, as far as known on another: the answer in sentences, with its ground."""

from dataclasses import dataclass
from datetime import date

from wetgeving.services.errors import InvalidValueError
from wetgeving.services.validity import Answer, Dated, Outcome
from wetgeving.web.dutch import capital, counted, dutch_date
from wetgeving.web.force_view import entry, known
from wetgeving.web.standing_view import version_name


@dataclass(frozen=True, slots=True)
class Named:
    """A version in a sentence: `before`, a link to the version by its name, `after`."""

    before: str
    key: str
    name: str
    after: str


@dataclass(frozen=True, slots=True)
class LawOfDay:
    """The days asked for as form values, one sentence with the answer, and what must be said with it."""

    on: str
    known_on: str
    answer: Named
    remarks: tuple[Named, ...]


def asked_day(value: str) -> date | None:
    """A date from a form; "" is none."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise InvalidValueError(
            "Dit is geen datum.", value=value[:40], remedy="Schrijf een datum als 2020-03-28."
        ) from None


def law_of_day(a: Answer) -> LawOfDay:
    """What an answer says."""
    return LawOfDay(a.on.isoformat(), a.known_on.isoformat(), _answer(a), tuple(_remarks(a)))


def _answer(a: Answer) -> Named:
    on, known_on = dutch_date(a.on), dutch_date(a.known_on)
    match a.outcome:
        case Outcome.FOUND if a.found:
            why = f", {known(a.found.validity)}"
            return _named(f"Op {on} gold, zoals bekend op {known_on}: ", a.found, f"{_because(a)}{why}.")
        case Outcome.UNDECIDED:
            return _said(f"Niet te zeggen wat op {on} gold, zoals bekend op {known_on}.")
        case Outcome.NOTHING_KNOWN:
            return _said(f"Op {known_on} was nog geen versie bekend die op {on} gold.")
    return _said(f"Geen van de versies die hier zijn opgenomen gold op {on}.")


def _because(a: Answer) -> str:
    """Why this version: what its own date does not say."""
    said = entry(a.found.validity) if a.found else ""
    return f" ({said})" if said else ""


def _remarks(a: Answer) -> list[Named]:
    remarks = [
        _named("Van deze versie staat niet vast of zij toen al bekend was: ", d, f" ({known(d.validity)}).")
        for d in a.unsure
    ]
    remarks += [
        _named(
            "Let op: niet alles van de wet van deze dag staat in die ene tekst. Een deel van ",
            d,
            f" werkt terug tot en met {dutch_date(d.validity.partly_from)}.",
        )
        for d in a.reaching_back
    ]
    if a.found and a.found.validity.overtaken:
        number = counted(len(a.found.validity.overtaken), "bepaling", "bepalingen")
        remarks.append(
            _said(f"Bij {number} van deze tekst meldt de bron een latere wijziging met terugwerkende kracht.")
        )
    if a.known_later:
        remarks.append(_named("Later bekend geworden voor deze dag: ", a.known_later, _later(a.known_later)))
    return remarks


def _later(d: Dated) -> str:
    return f" ({known(d.validity)})."


def _named(before: str, d: Dated, after: str) -> Named:
    return Named(before, d.listed.version.version, version_name(d.listed), after)


def _said(sentence: str) -> Named:
    return Named(capital(sentence), "", "", "")
