"""`wetgeving opinion`: a file read as an opinion of the Council of State; nothing is stored."""

from collections.abc import Iterator
from pathlib import Path

import click

from corpus.opinion import Opinion, Point, Verdict, opinion_of
from wetgeving import opinion_shapes
from wetgeving.cli.running import answer, command
from wetgeving.services.patient_reading import read_within
from wetgeving.services.source_file import read_bytes

_NO_ANSWER = "niet gevonden"


@click.command("opinion", help="Lees een advies van de Raad van State: dictum, punten en reacties.")
@click.argument("file", type=click.Path(path_type=Path))
@command
def read_opinion(file: Path, output: str) -> None:
    """Print what a file says as an opinion."""
    found = opinion_of(read_within(read_bytes(file)))
    answer(opinion_shapes.opinion(found), output, lambda: "\n".join(_lines(found)))


def _lines(o: Opinion) -> Iterator[str]:
    yield f"{o.number or 'zonder nummer'}  {o.subject}".rstrip()
    dates = (
        ("aanhangig", o.dates.pending),
        ("vastgesteld", o.dates.adopted),
        ("openbaar", o.dates.published),
        ("nader rapport", o.dates.further_report),
    )
    yield "  ".join(f"{name} {day or 'onbekend'}" for name, day in dates)
    yield _verdict("dictum", o.dictum)
    yield from (_verdict("wijkt af", verdict) for verdict in o.conflicts)
    for point in o.all_points():
        yield from _point(point)
    yield from (f"verder gewijzigd: {passage}" for passage in o.further_changes)
    yield from (f"niet vastgesteld: {reason}" for reason in o.abstentions)


def _verdict(name: str, v: Verdict) -> str:
    if not v.wording:
        return f"{name}: geen"
    return f"{name}: {v.wording} ({v.system.value}: {v.grade}; {v.where})"


def _point(p: Point) -> Iterator[str]:
    yield f"punt {p.label or '-'}  {p.heading or p.text[:80]}"
    if p.response is not None:
        yield f"  reactie ({p.outcome.value}, {p.certainty.value}): {p.response[:100]}"
    elif not p.points or p.undecided:
        yield f"  reactie: {_NO_ANSWER}{f' ({p.reason})' if p.reason else ''}"
