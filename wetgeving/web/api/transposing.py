"""The transponeringstabel (EU) as JSON: acts of a dossier, a table, claims, what is open, our own side."""

from flask import url_for

from corpus.transposition.values import Claimant
from wetgeving import transposition_shapes as shapes
from wetgeving.services.errors import InvalidValueError
from wetgeving.web.addresses import VersionAddress
from wetgeving.web.api.answers import Answer, Elsewhere
from wetgeving.web.api.asked import Asked, Parameter
from wetgeving.web.reading import reading

CLAIMANT = Parameter(
    "claimant",
    "Alleen wat deze zegt.",
    {"type": "string", "enum": [str(claimant) for claimant in Claimant]},
)


def acts(_: Asked, number: str) -> Answer:
    """The Union acts of a dossier with their counts."""
    with reading() as services:
        dossier = services.dossiers.view(number).dossier
        found = services.transposing.acts(dossier.number)
    return Answer(
        lambda: {"items": [shapes.listed_act(a) for a in found], "total": len(found)},
        fictional=dossier.fictional,
    )


def gaps(_: Asked, number: str) -> Answer:
    """What is open in all Union acts of a dossier."""
    with reading() as services:
        found = services.transposing.gaps(services.dossiers.view(number).dossier.number)
    return Answer(lambda: shapes.gaps(found), fictional=found.fictional)


def since(asked: Asked, number: str) -> Answer:
    """What happened to the tables of a dossier since a day."""
    day = asked.day("since")
    if day is None:
        raise InvalidValueError("Deze parameter ontbreekt.", value="since", remedy="Schrijf 2031-01-31.")
    with reading() as services:
        dossier = services.dossiers.view(number).dossier
        found = services.transposing.changed_since(dossier.number, day)
    return Answer(
        lambda: {"items": [shapes.since(n) for n in found], "total": len(found)}, fictional=dossier.fictional
    )


def table(_: Asked, act: str) -> Answer | Elsewhere:
    """The table of one Union act."""
    with reading() as services:
        found = services.transposing.table(act)
    if found.act != act:
        return Elsewhere(url_for("api.transposition", act=found.act))
    return Answer(lambda: shapes.table(found), fictional=found.fictional)


def claims(asked: Asked, act: str) -> Answer | Elsewhere:
    """Every claim on one Union act, once."""
    wanted = asked.one("claimant")
    with reading() as services:
        found = services.transposing.table(act)
    if found.act != act:
        return Elsewhere(url_for("api.transposition_claims", act=found.act, claimant=wanted or None))
    own = {s.claim.id: s for row in found.rows for s in row.claims if not s.covers or not s.claim.eu.eid}
    said = [s for s in own.values() if not wanted or s.claim.claimant == wanted]
    return Answer(
        lambda: {"items": [shapes.claim(s) for s in said], "total": len(said)}, fictional=found.fictional
    )


def national(_: Asked, version: str) -> Answer | Elsewhere:
    """The same from the side of a national text."""
    VersionAddress.of(version)
    with reading() as services:
        found = services.transposing.national(version)
    if found.version != version:
        return Elsewhere(url_for("api.transposition_national", version=found.version))
    return Answer(lambda: shapes.national(found), fictional=found.fictional)
