"""The command `compare`: two versions, two files, or one of each, in the order given."""

from dataclasses import dataclass
from pathlib import Path

import click

from corpus.diff import Change, Comparison
from corpus.diff import compare as compare_trees
from corpus.provision import Provision
from corpus.reading import Reading
from wetgeving import shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.chronology import Order
from wetgeving.services.comparing import compare_readings, says_fictional
from wetgeving.services.errors import FictionalComparisonError
from wetgeving.services.patient_reading import read_within
from wetgeving.services.source_file import read_bytes

_SIGNS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


@dataclass(frozen=True, slots=True)
class _Compared:
    order: Order
    comparison: Comparison
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    provisions: tuple[Provision, ...]
    fictional: bool
    reading: Reading | None = None


@click.command(help="Vergelijk twee versies (of bestanden): eerst de oude, dan de nieuwe.")
@click.argument("old")
@click.argument("new")
@command
def compare(old: str, new: str, output: str) -> None:
    """Compare without ever swapping what was given."""
    found = _compared(old, new)
    if found.reversed:
        click.echo("Let op: de eerst genoemde versie is de nieuwere; er is niets omgewisseld.", err=True)
    value = shapes.comparison(found.comparison, old=old, new=new, order=found.order.value)
    answer(value, output, lambda: _text(found))


def _compared(old: str, new: str) -> _Compared:
    files = Path(old).is_file(), Path(new).is_file()
    if any(files):
        return _compared_files(old, new, both=all(files))
    with application() as running, running.reading() as services:
        found = services.comparing.as_given(old, new)
    return _Compared(found.order, found.comparison, found.reversed)


def _reading(file: str) -> Reading:
    return read_within(read_bytes(Path(file)))


def _compared_files(old: str, new: str, *, both: bool) -> _Compared:
    """Two files, or a file beside a version; a file is fiction when it says so."""
    sides = [_side(argument) for argument in (old, new)]
    if sides[0].fictional != sides[1].fictional:
        raise FictionalComparisonError.of(old, new)
    first, second = (side.reading for side in sides)
    if both and first and second:
        readings = compare_readings(first, second)
        return _Compared(readings.order, readings.comparison)
    return _Compared(Order.AS_GIVEN, compare_trees(sides[0].provisions, sides[1].provisions))


def _side(argument: str) -> _Side:
    if Path(argument).is_file():
        reading = _reading(argument)
        return _Side(reading.provisions, says_fictional(Path(argument).name, reading), reading)
    with application() as running, running.reading() as services:
        text = services.catalogue.text(argument)
    return _Side(text.provisions, text.work.fictional)


def _text(found: _Compared) -> str:
    changes = found.comparison.changes
    heading = (
        f"{len(changes)} wijzigingen (volgorde: {found.order})"
        if changes
        else "Geen verschil: dezelfde woorden."
    )
    return "\n\n".join([heading, *(_change(c) for c in changes)])


def _change(change: Change) -> str:
    redline = "".join(_SIGNS[sign].format(text) for sign, text in change.ops)
    return f"{change.place.label} ({', '.join(change.kinds)})  {change.id}\n{redline}"
