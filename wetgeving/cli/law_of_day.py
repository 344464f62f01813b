"""`versions WORK --in-force-on DATE --known-on DATE`: what was law on a day, as far as known on another."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from wetgeving import shapes
from wetgeving.cli.running import answer, application
from wetgeving.services.validity import Answer, Dated, Outcome


class Day(click.ParamType[date]):
    """A date as 2019-02-27."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date that was written."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is geen datum: schrijf 2019-02-27.", param, ctx)


_SAID = {
    Outcome.FOUND: "gold op deze dag, zoals toen bekend",
    Outcome.NOTHING_LAW: "geen opgenomen versie gold op deze dag",
    Outcome.NOTHING_KNOWN: "toen was nog geen versie bekend die op deze dag gold",
    Outcome.UNDECIDED: "niet te zeggen: van een versie staat niet vast of zij toen bekend was",
}


def print_law_of_day(work: str, *, on: date | None, known_on: date | None, output: str) -> None:
    """Print the answer; a day not given is today."""
    with application() as running, running.reading() as services:
        found = services.validity.in_force(services.catalogue.work(work).key, on, known_on)
        fictional = services.catalogue.work(work).fictional
    answer(shapes.law_of_day(found, fictional=fictional), output, lambda: "\n".join(_lines(found)))


def _lines(a: Answer) -> Iterator[str]:
    key = f"{_key(a.found)}  " if a.found else ""
    yield f"{key}geldig op {a.on}, zoals bekend op {a.known_on}: {_SAID[a.outcome]}"
    if a.found:
        v = a.found.validity
        yield f"  geldig vanaf {v.law_from}, in werking per {v.entered_on}, bekend sinds {_known(a.found)}"
    yield from (f"  niet zeker: {_key(d)}, bekend sinds {_known(d)}" for d in a.unsure)
    yield from (
        f"  een deel van {_key(d)} werkt terug tot en met {d.validity.partly_from}" for d in a.reaching_back
    )
    if a.known_later:
        yield f"  later bekend geworden: {_key(a.known_later)}, sinds {_known(a.known_later)}"


def _key(d: Dated) -> str:
    return d.listed.version.version


def _known(d: Dated) -> str:
    return f"{d.validity.known_from or 'onbekend'} ({d.validity.known_by})"
