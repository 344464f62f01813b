"""`citations`, `cited-by` and `dangling`: references to law, both ways, and those that lead nowhere."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from corpus.resolving import Target
from wetgeving import citation_shapes
from wetgeving.cli.running import answer, application, command
from wetgeving.services.citing import Cited, Citing
from wetgeving.services.citing_fates import LAPSED, NOTHING_THERE, RENUMBERED, REPEALED
from wetgeving.services.citing_shown import CitedBy, Dangling
from wetgeving.services.comparing import says_fictional
from wetgeving.services.patient_reading import read_within
from wetgeving.services.source_file import read_bytes

_LOST = {
    NOTHING_THERE: "staat niet in die tekst",
    LAPSED: "is in die tekst vervallen",
    REPEALED: "is sindsdien vervallen",
    RENUMBERED: "heeft sindsdien een ander nummer",
}
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


@click.command("cited-by", help="Toon wie naar een bepaling van een versie verwijst, of naar een deel ervan.")
@click.argument("version")
@click.argument("eid")
@click.option(
    "--page", default=1, show_default=True, type=click.IntRange(1, 100_000), help="Welke twintig regelingen."
)
@command
def cited_by(version: str, eid: str, page: int, output: str) -> None:
    """Print the works that refer to a provision, a page at a time."""
    with application() as running, running.reading() as services:
        found = services.references.to(version, eid, page=page)
    answer(citation_shapes.cited_by(found), output, lambda: "\n".join(_cited_by_lines(found)))


@click.command(help="Toon de verwijzingen in een versie die nergens heen leiden, ter controle.")
@click.argument("version")
@command
def dangling(version: str, output: str) -> None:
    """Print the references of a stored version that lead nowhere, with what is there instead."""
    with application() as running, running.reading() as services:
        services.catalogue.version(version)
        rows = services.references.dangling(version)
    value = {"known": rows is not None, "references": citation_shapes.dangling(rows or ())}
    answer(value, output, lambda: "\n".join(_dangling_lines(rows)))


def _cited_by_lines(found: CitedBy) -> Iterator[str]:
    yield f"{found.label}: {found.places} plaatsen in {found.total} regelingen en stukken"
    for citing in found.works:
        version = citing.listed.version.version
        others = f"  (ook in {len(citing.others)} andere versies)" if citing.others else ""
        yield f"{version}: {len(citing.places)} plaatsen{others}"
        yield from (f"  {place.label or place.eid}" for place in citing.places)


def _dangling_lines(rows: tuple[Dangling, ...] | None) -> Iterator[str]:
    if rows is None:
        yield "Deze tekst is nog niet op verwijzingen nagelezen; de worker doet dat."
        return
    for row in rows:
        there = ", ".join(label for _, label in row.instead)
        said = f"{_LOST[row.lost.why]} ({row.lost.version})"
        yield f"{row.label}: {row.quoted.words}: {said}{f'; nu {there}' if there else ''}"
    yield f"{len(rows)} verwijzingen die nergens heen leiden"


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
