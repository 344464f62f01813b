"""The commands `delegations` (the ledger of a version) and `judge-delegation` (a word on a candidate)."""

from collections import Counter
from collections.abc import Iterator

import click

from corpus.delegation.bases import RULES
from wetgeving import delegation_shapes as shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.delegating_values import (
    Candidate,
    DelegationLedger,
    LedgerRow,
    RuleGrounds,
    State,
    Verdict,
)

_FORCE = {"duty": "moet", "power": "mag"}
_STATES = {
    State.MET: "gebruikt",
    State.BY_NUMBER: "op nummer gevonden",
    State.MENTIONED: "alleen genoemd",
    State.UNMET: "plicht zonder regeling",
    State.UNSEEN: "niet te zien",
    State.UNUSED: "niet gebruikt",
    State.NOT_STORED: "geen uitvoeringsregeling opgenomen",
    State.NOT_TRACKED: "niet gevolgd",
    State.COMMENCEMENT: "tijdstip",
}


@click.command(
    "delegations", help="Toon wat een versie overlaat aan lagere regels, en welke regels dat doen."
)
@click.argument("version")
@click.option(
    "--against", default="", metavar="VERSION", help="Kijk vooruit naar deze versie, niet de nieuwste."
)
@click.option(
    "--grounds", is_flag=True, help="Toon in plaats daarvan waarop dit besluit of deze regeling berust."
)
@command
def delegations(version: str, against: str, grounds: bool, output: str) -> None:
    """Print the ledger, or the legal bases of a rule."""
    with application() as running, running.reading() as services:
        if grounds:
            resting = services.delegating.grounds(version)
        else:
            ledger = services.delegating.ledger(version, against)
    if grounds:
        answer(shapes.grounds(resting), output, lambda: "\n".join(_ground_lines(resting)))
    else:
        answer(shapes.ledger(ledger), output, lambda: "\n".join(_lines(ledger)))


@click.command("judge-delegation", help="Leg vast wat van een kandidaat uit `delegations` is gevonden.")
@click.argument("version")
@click.argument("subject")
@click.argument("verdict", type=click.Choice([v.value for v in Verdict]))
@click.option("--reason", required=True, help="Waaruit dat blijkt.")
@command
def judge_delegation(version: str, subject: str, verdict: str, reason: str, output: str) -> None:
    """Record a person's word; earlier words are kept."""
    with application() as running:
        with running.unit_of_work() as services:
            services.delegating.judge(version, subject, verdict, reason=reason)
        with running.reading() as services:
            ledger = services.delegating.ledger(version)
    candidate = next(c for c in shapes.ledger(ledger)["candidates"] if c["subject"] == subject)
    answer({"version": ledger.version, **candidate}, output, lambda: f"Vastgelegd: {subject}, {verdict}")


def _lines(ledger: DelegationLedger) -> Iterator[str]:
    for row in ledger.rows:
        yield _line(row)
    for candidate in ledger.candidates:
        yield _candidate_line(candidate)
    counted = Counter(row.state for row in ledger.rows)
    yield f"{len(ledger.rows)} delegaties: " + ", ".join(
        f"{counted[s]} {said}" for s, said in _STATES.items() if counted[s]
    )


def _line(row: LedgerRow) -> str:
    d = row.delegation
    rules = ", ".join(dict.fromkeys(use.rule.key for use in row.uses))
    return f"{row.label}  {_FORCE[d.force]}  {d.level}  {_STATES[row.state]}  {rules}".rstrip()


def _candidate_line(candidate: Candidate) -> str:
    rule = f" ({candidate.rule.key})" if candidate.rule else ""
    return f"nagaan: {candidate.doubt} {candidate.place.label}{rule}"


def _ground_lines(resting: RuleGrounds) -> Iterator[str]:
    for one in resting.grounds:
        fate = one.ground.fate if one.ground else "wet niet opgenomen"
        yield f"{one.said}  {one.act_name}  {one.act_version}  {fate}".rstrip()
    if not resting.grounds and resting.work.kind not in RULES:
        yield "Dit is geen besluit of regeling: er is geen grondslag."
