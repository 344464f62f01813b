"""`wetgeving citations`: the references to law in a file or a stored version, found and resolved."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from corpus.resolving import Target
from wetgeving.cli.running import answer, application, command
from wetgeving.services.citing import Cited, Citing
from wetgeving.services.comparing import says_fictional
from wetgeving.services.patient_reading import read_within
from wetgeving.services.source_file import read_bytes

_SAID = {"found": "gevonden", "ambiguous": "meerduidig", "not found": "niet gevonden"}


@click.command(help="Toon de verwijzingen naar recht in een bestand of versie, en waarnaar zij leiden.")
@click.argument("text", metavar="FILE|VERSION")
@command
def citations(text: str, output: str) -> None:
    """Print every reference with its place, status and targets."""
    file = Path(text)
    with application() as running, running.reading() as services:
        citing = Citing(services.catalogue, services.dossiers, services.validity)
        if file.is_file():
            reading = read_within(read_bytes(file))
            found = citing.of_reading(reading, fictional=says_fictional(file.name, reading))
        else:
            found = citing.of_version(text)
    answer([_shape(one) for one in found], output, lambda: "\n".join(_lines(found)))


def _shape(one: Cited) -> dict[str, Any]:
    citation, resolution = one.citation, one.resolution
    return {
        "eid": one.eid,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "status": resolution.status.value,
        "targets": [_target(target) for target in resolution.targets],
        "reason": resolution.reason.value if resolution.reason else None,
        "rule": resolution.rule.value if resolution.rule else None,
    }


def _target(target: Target) -> dict[str, Any]:
    where = target.provision or None
    return {"scheme": target.scheme, "id": target.id, "provision": where, "checked": target.checked}


def _lines(found: tuple[Cited, ...]) -> Iterator[str]:
    for one in found:
        targets = ", ".join(f"{t.id} {t.provision}".rstrip() for t in one.resolution.targets)
        status = _SAID[one.resolution.status.value]
        where = f"{one.eid}  {one.citation.start}-{one.citation.end}"
        yield f"{where}  {one.citation.text}  {status}  {targets}".rstrip()
    counted = Counter(one.resolution.status.value for one in found)
    yield f"{len(found)} verwijzingen: " + ", ".join(f"{counted[s]} {said}" for s, said in _SAID.items())
