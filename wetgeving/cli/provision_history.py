"""The command `history`: one provision over all versions of its work."""

from collections.abc import Iterator

import click

from wetgeving import shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.provision_history import HistoryStep


@click.command(help="Toon wat er van een bepaling werd, van versie tot versie, oudste eerst.")
@click.argument("version")
@click.argument("eid")
@command
def history(version: str, eid: str, output: str) -> None:
    """Follow a provision of a version through the work."""
    with application() as running, running.reading() as services:
        steps = services.provision_history.of(version, eid)
        work = services.catalogue.work(steps[0].listed.version.work)
    value = shapes.provision_history(steps, version=version, eid=eid, fictional=work.fictional)
    answer(value, output, lambda: "\n".join(line for step in steps for line in _lines(step)))


def _lines(step: HistoryStep) -> Iterator[str]:
    kinds = dict.fromkeys(kind.value for change in step.changes for kind in change.kinds)
    happened = ", ".join(kinds) or ("ongewijzigd" if step.compared_with else "eerste versie")
    yield f"{step.listed.version.version}  {step.label or 'staat er niet meer in'}  {happened}"
    if step.back_to:
        yield f"  weer de tekst van {step.back_to}"
