"""The commands `opinions` (the register) and `judge-opinion` (an editor's word on a point)."""

import click

from corpus.exporters import opinion_words as words
from corpus.follow_up.values import Opvolging
from wetgeving import opinion_shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.opinion_values import RegisterEntry, RegisterFilter

_GRADES = (*words.LETTERS, *words.OLDER)
_SAYABLE = [o.value for o in Opvolging if o is not Opvolging.UNDECIDED]


@click.command("opinions", help="Toon het register van adviezen van de Raad van State.")
@click.option("--dossier", default="", help="Alleen adviezen van dit dossier.")
@click.option(
    "--dictum", type=click.Choice(_GRADES), help="Letter A tot D, of rang 1 tot 6 van de oudere reeks."
)
@click.option("--ministry", default="", help="Alleen adviezen aan dit ministerie.")
@click.option("--year", type=int, help="Het jaar van vaststelling.")
@click.option(
    "--outcome", type=click.Choice([o.value for o in Opvolging]), help="Met een punt met deze opvolging."
)
@command
def opinions(
    dossier: str, dictum: str | None, ministry: str, year: int | None, outcome: str | None, output: str
) -> None:
    """List the opinions that pass the filter, examples last and marked."""
    wanted = RegisterFilter(
        grade=dictum or "",
        ministry=ministry,
        year=year,
        outcome=Opvolging(outcome) if outcome else None,
        dossier=dossier,
    )
    with application() as running, running.reading() as services:
        found = services.opinions.register(wanted)
    value = [opinion_shapes.register_entry(entry) for entry in found]
    answer(value, output, lambda: "\n".join(map(_line, found)) or "Geen adviezen.")


@click.command("judge-opinion", help="Stel vast wat van een punt van een advies is geworden.")
@click.argument("version")
@click.argument("label")
@click.argument("outcome", type=click.Choice(_SAYABLE))
@click.option("--reason", required=True, help="Waaruit dat blijkt.")
@command
def judge_opinion(version: str, label: str, outcome: str, reason: str, output: str) -> None:
    """Record an editor's word on a point; earlier words are kept."""
    with application() as running:
        with running.unit_of_work() as services:
            services.opinions.judge(version, label, outcome, reason=reason)
        with running.reading() as services:
            ledger = services.opinions.ledger(version)
    row = next(row for row in ledger.rows if row.point.label == label)
    value = {"version": ledger.entry.version, **opinion_shapes.ledger_row(row)}
    answer(value, output, lambda: f"Vastgesteld: punt {label} {words.OUTCOMES[row.outcome]}")


def _line(e: RegisterEntry) -> str:
    dictum = "geen dictum"
    if e.dictum:
        said = e.dictum.wording or "formule niet gezien"
        dictum = f"{said} ({words.grade(e.dictum.system, e.dictum.grade)})"
    confirmed = sum(e.counts.confirmed.values())
    points = (
        f"{e.counts.points} punten, {confirmed} vastgesteld" if e.text_available else "tekst niet opgenomen"
    )
    example = "  [fictief, telt niet mee]" if e.fictional else ""
    return f"{e.number or e.title}  {e.dates.adopted.day or 'datum onbekend'}  {points}  {dictum}{example}"
